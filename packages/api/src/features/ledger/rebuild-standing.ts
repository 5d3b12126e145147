import type { Tx } from "../../platform/database/transaction";

/**
 * Makes what is open of invoices and left of payments anew from the postings, and has the look-up keys of the bank page made anew
 * with the next bank file. What is kept is the same as what this makes; if not, `verify` says so.
 */
export async function rebuildStanding(tx: Tx): Promise<void> {
  // Postings that are being booked wait at their trigger until we are done, and those that were are seen.
  await tx.query("lock table invoice_standing, payment_standing in exclusive mode");
  await tx.query("delete from invoice_standing where organisation_id = $1", [tx.organisationId]);
  await tx.query(
    `insert into invoice_standing (organisation_id, invoice_id, debtor_id, due_on, principal_cents, interest_cents, costs_cents)
     select $1, invoice.id, invoice.debtor_id, invoice.due_on,
       coalesce(sum(posting.amount_cents) filter (where posting.part = 'principal'), 0),
       coalesce(sum(posting.amount_cents) filter (where posting.part = 'interest'), 0),
       coalesce(sum(posting.amount_cents) filter (where posting.part = 'costs'), 0)
     from invoice join posting on posting.organisation_id = $1 and posting.invoice_id = invoice.id and posting.account = 'receivable'
     where invoice.organisation_id = $1 and invoice.kind = 'invoice' group by invoice.id, invoice.debtor_id, invoice.due_on`,
    [tx.organisationId],
  );
  await tx.query("delete from payment_standing where organisation_id = $1", [tx.organisationId]);
  await tx.query(
    `insert into payment_standing (organisation_id, payment_id, unallocated_cents)
     select $1, payment_id, -sum(amount_cents) from posting where organisation_id = $1 and account = 'unallocated' group by payment_id`,
    [tx.organisationId],
  );
  await tx.query(
    `insert into match_key_due (organisation_id, kind, subject_id)
     select $1, 'invoice', id from invoice where organisation_id = $1 union all select $1, 'debtor', id from debtor where organisation_id = $1 on conflict do nothing`,
    [tx.organisationId],
  );
}
