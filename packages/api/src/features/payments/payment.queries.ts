import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

export interface LockedPayment {
  debtorId: string | null;
  source: "psp" | "bank" | "by-hand";
  amountCents: Cents;
  receivedOn: PlainDate;
  unallocatedCents: Cents;
}

/** A payment with what is left of it, locked until the end of the transaction. Refuses with NOT_FOUND, also for money that was nobody's after all. */
export async function lockPayment(tx: Tx, paymentId: string): Promise<LockedPayment> {
  const payment = await tx.first<LockedPayment>(
    `select payment.debtor_id as "debtorId", payment.source, payment.amount_cents as "amountCents", payment.received_on as "receivedOn", standing.unallocated_cents as "unallocatedCents"
     from payment join payment_standing standing on standing.organisation_id = payment.organisation_id and standing.payment_id = payment.id
     where payment.organisation_id = $1 and payment.id = $2 for update of standing`,
    [tx.organisationId, paymentId],
  );
  if (!payment) throw new Refusal("NOT_FOUND");
  return payment;
}
