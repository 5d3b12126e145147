import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { audit } from "../../platform/audit";
import { bookEntry, type NewPosting } from "../ledger/book-entry";

/**
 * Takes back all that a payment paid, by reversing entries: the invoices are open again, the money is unallocated. The payment
 * itself stays: the money did come in.
 *
 * @returns How many allocations were reversed.
 */
export async function undoAllocations(tx: Tx, { paymentId, reason }: { paymentId: string; reason: string }): Promise<number> {
  const entries = await tx.query<{ id: string; valueOn: string; postings: NewPosting[] }>(
    `select entry.id, entry.value_on as "valueOn",
       json_agg(json_strip_nulls(json_build_object('account', posting.account, 'part', posting.part, 'debtorId', posting.debtor_id, 'invoiceId', posting.invoice_id,
         'paymentId', posting.payment_id, 'cents', -posting.amount_cents))) as postings
     from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id
     where entry.organisation_id = $1 and entry.kind = 'allocation'
       and entry.id in (select entry_id from posting where organisation_id = $1 and payment_id = $2)
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = entry.organisation_id and reversal.reverses_id = entry.id)
     group by entry.id, entry.value_on order by entry.id`,
    [tx.organisationId, paymentId],
  );
  for (const entry of entries) {
    await bookEntry(tx, {
      kind: "reversal", bookedOn: dayOf(tx.now), valueOn: entry.valueOn, reference: `reversal:${entry.id}`, reversesId: entry.id, reason, postings: entry.postings,
    });
  }
  await audit(tx, { action: "undo-allocations", subject: "payment", subjectId: paymentId, after: { reversed: entries.length, reason } });
  return entries.length;
}
