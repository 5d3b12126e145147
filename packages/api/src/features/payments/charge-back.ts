import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { bookEntries, type NewEntry, type NewPosting } from "../ledger/book-entry";
import { lockPayment } from "./payment.queries";

interface Standing {
  id: string;
  postings: NewPosting[];
}

/**
 * The bank or the provider took a payment back: what it paid is open again, part by part, from the day of the charge-back. While we had
 * the money its principal bore no interest. A second call changes nothing, so the same news twice is harmless.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID (a day before the money came, no reason), and CONFLICT for a payment that was never booked, was
 * reversed, or of which a part was refunded: then a person looks first.
 *
 * @returns The ids of the invoices that are open again.
 */
export async function chargeBack(tx: Tx, { paymentId, on, reason }: { paymentId: string; on: PlainDate; reason: string }): Promise<string[]> {
  const because = requiredText("reason", reason, 500);
  const { debtorId, source, amountCents, receivedOn, unallocatedCents } = await lockPayment(tx, paymentId);
  if (on < receivedOn) throw new Refusal("INPUT_INVALID", { fields: [`on: from ${receivedOn}`] });
  const reference = `chargeback:${paymentId}`;
  if (await tx.first("select 1 from ledger_entry where organisation_id = $1 and reference = $2", [tx.organisationId, reference])) return [];
  const allocations = await listAllocations(tx, paymentId);
  const taken = allocations.flatMap(({ postings }) => postings).reduce((sum, { account, cents }) => sum + (account === "unallocated" ? cents : 0), 0);
  if (taken + unallocatedCents !== amountCents) throw new Refusal("CONFLICT", { refunded: amountCents - taken - unallocatedCents });
  const bookedOn = dayOf(tx.now);
  const reversals = allocations.map(({ id, postings }): NewEntry => ({
    kind: "reversal", bookedOn, valueOn: on, reference: `reversal:${id}`, reversesId: id, reason: because, postings: postings.map((posting) => ({ ...posting, cents: -posting.cents })),
  }));
  await bookEntries(tx, [...reversals, {
    kind: "chargeback", bookedOn, valueOn: on, reference, reason: because,
    postings: [
      { account: "unallocated", debtorId: debtorId ?? undefined, paymentId, cents: amountCents },
      { account: source === "psp" ? "psp" : "bank", debtorId: debtorId ?? undefined, paymentId, cents: -amountCents },
    ],
  }]);
  const invoiceIds = [...new Set(allocations.flatMap(({ postings }) => postings.flatMap(({ invoiceId }) => invoiceId ?? [])))];
  await audit(tx, { action: "charge-back", subject: "payment", subjectId: paymentId, after: { amountCents, on, reason: because, invoiceIds } });
  return invoiceIds;
}

/** The allocations of a payment that stand; what is open of their invoices is locked in the order of the house. */
async function listAllocations(tx: Tx, paymentId: string): Promise<Standing[]> {
  await tx.query(
    `select 1 from invoice_standing where organisation_id = $1 and invoice_id in (select invoice_id from posting where organisation_id = $1 and payment_id = $2 and invoice_id is not null)
     order by invoice_id for update`,
    [tx.organisationId, paymentId],
  );
  return tx.query<Standing>(
    `select entry.id, json_agg(json_strip_nulls(json_build_object('account', posting.account, 'part', posting.part, 'debtorId', posting.debtor_id, 'invoiceId', posting.invoice_id,
       'paymentId', posting.payment_id, 'cents', posting.amount_cents)) order by posting.id) as postings
     from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id
     where entry.organisation_id = $1 and entry.kind = 'allocation' and entry.id in (select entry_id from posting where organisation_id = $1 and payment_id = $2)
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
     group by entry.id order by entry.id`,
    [tx.organisationId, paymentId],
  );
}
