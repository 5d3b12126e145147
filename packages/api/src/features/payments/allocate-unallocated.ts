import { Refusal, type Cents, type ImputedAllocation } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { allocatePayment } from "./allocate-payments";
import { lockPayment } from "./payment.queries";

/**
 * A person says which invoices take what is left of a payment. It counts from the day on which the money came: interest ends on that day.
 *
 * Refuses with NOT_FOUND (a payment of nobody, an invoice of another debtor), AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE (more than is left),
 * AMOUNT_ABOVE_OPEN and INPUT_INVALID (nothing named, an invoice twice).
 *
 * @returns What it paid, part by part.
 */
export async function allocateUnallocated(
  tx: Tx, { paymentId, allocations }: { paymentId: string; allocations: readonly { readonly invoiceId: string; readonly cents: Cents }[] },
): Promise<ImputedAllocation[]> {
  if (allocations.length === 0) throw new Refusal("INPUT_INVALID", { fields: ["allocations: at least one invoice"] });
  if (new Set(allocations.map(({ invoiceId }) => invoiceId)).size < allocations.length) throw new Refusal("INPUT_INVALID", { fields: ["allocations: each invoice once"] });
  // First the invoices, then the payment: the order in which everybody locks (I-78).
  const open = await tx.query<{ id: string; debtorId: string; openCents: Cents }>(
    `select invoice_id as id, debtor_id as "debtorId", open_cents as "openCents" from invoice_standing
     where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update`,
    [tx.organisationId, allocations.map(({ invoiceId }) => invoiceId)],
  );
  const { debtorId, receivedOn, unallocatedCents } = await lockPayment(tx, paymentId);
  for (const { invoiceId, cents } of allocations) {
    const invoice = open.find(({ id }) => id === invoiceId);
    if (!invoice || debtorId === null || invoice.debtorId !== debtorId) throw new Refusal("NOT_FOUND");
    if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
    if (cents > invoice.openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: cents, open: invoice.openCents });
  }
  const total = allocations.reduce((sum, { cents }) => sum + cents, 0);
  if (total > unallocatedCents) throw new Refusal("AMOUNT_TOO_LARGE", { amount: total, most: unallocatedCents });
  const parts = await allocatePayment(tx, { paymentId, left: unallocatedCents, receivedOn, allocations });
  await audit(tx, { action: "allocate-unallocated", subject: "payment", subjectId: paymentId, before: { unallocatedCents }, after: { allocations } });
  return parts;
}
