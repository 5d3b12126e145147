import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface LockedPayment {
  id: string;
  debtorId: string | null;
  source: "psp" | "bank" | "by-hand";
  amountCents: Cents;
  receivedOn: PlainDate;
  unallocatedCents: Cents;
}

/** A payment with what is left of it, locked until the end of the transaction. Refuses with NOT_FOUND, also for money that was nobody's after all. */
export async function lockPayment(tx: Tx, paymentId: string): Promise<LockedPayment> {
  const payment = (await lockPayments(tx, [paymentId])).get(paymentId);
  if (!payment) throw new Refusal("NOT_FOUND");
  return payment;
}

/** Payments with what is left of each, locked in the order of their ids; those that aren't there are left out. */
export async function lockPayments(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, LockedPayment>> {
  const payments = await tx.query<LockedPayment>(
    `select payment.id, payment.debtor_id as "debtorId", payment.source, payment.amount_cents as "amountCents", payment.received_on as "receivedOn", standing.unallocated_cents as "unallocatedCents"
     from payment join payment_standing standing on standing.organisation_id = payment.organisation_id and standing.payment_id = payment.id
     where payment.organisation_id = $1 and payment.id = any($2::uuid[]) order by payment.id for update of standing`,
    [tx.organisationId, paymentIds],
  );
  return new Map(payments.map((payment) => [payment.id, payment]));
}

/** Locks what is open of the invoices that payments ever paid, in the order of the house: before the payments. */
export async function lockAllocated(tx: Tx, paymentIds: readonly string[]): Promise<void> {
  await tx.query(
    `select 1 from invoice_standing where organisation_id = $1 and invoice_id in (
       select invoice_id from posting where organisation_id = $1 and payment_id = any($2::uuid[]) and invoice_id is not null)
     order by invoice_id for update`,
    [tx.organisationId, paymentIds],
  );
}

/** How often each payment was charged back, and whether the last one stands. */
export async function findChargeBacks(reader: Reader, paymentIds: readonly string[]): Promise<Map<string, { times: number; stands: boolean }>> {
  const rows = await reader.query<{ id: string; times: number; stands: boolean }>(
    `select posting.payment_id as id, count(*) as times, bool_or(not exists (
       select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)) as stands
     from posting join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'chargeback'
     where posting.organisation_id = $1 and posting.payment_id = any($2::uuid[]) and posting.account = 'unallocated' group by posting.payment_id`,
    [reader.organisationId, paymentIds],
  );
  return new Map(rows.map(({ id, times, stands }) => [id, { times, stands }]));
}
