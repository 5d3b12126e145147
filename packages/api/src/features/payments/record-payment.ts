import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { receivePayment, type ReceivedPayment } from "./receive-payment";

export interface PaymentByHand {
  readonly debtorId: string;
  readonly cents: Cents;
  readonly receivedOn: PlainDate;
  readonly reference?: string;
  /** What it pays; what is left stays unallocated with the debtor. */
  readonly allocations: readonly { readonly invoiceId: string; readonly cents: Cents }[];
  readonly today: PlainDate;
}

/**
 * A person writes down money that came in another way than by a bank file or online: in cash, or by a set-off.
 *
 * Refuses with AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE (more allocated than came in), AMOUNT_ABOVE_OPEN, NOT_FOUND (a debtor or invoice
 * that isn't there, an invoice of another debtor) and INPUT_INVALID (a day to come, an invoice twice).
 */
export async function recordPayment(tx: Tx, { debtorId, cents, receivedOn, reference, allocations, today }: PaymentByHand): Promise<ReceivedPayment> {
  if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
  if (receivedOn > today) throw new Refusal("INPUT_INVALID", { fields: ["receivedOn: today or earlier"] });
  if (new Set(allocations.map(({ invoiceId }) => invoiceId)).size < allocations.length) throw new Refusal("INPUT_INVALID", { fields: ["allocations: each invoice once"] });
  const total = allocations.reduce((sum, allocation) => sum + allocation.cents, 0);
  if (total > cents) throw new Refusal("AMOUNT_TOO_LARGE", { amount: total, most: cents });
  const debtor = await tx.first("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
  if (!debtor) throw new Refusal("NOT_FOUND");
  const open = await tx.query<{ invoiceId: string; openCents: Cents }>(
    `select invoice_id as "invoiceId", open_cents as "openCents" from invoice_standing
     where organisation_id = $1 and debtor_id = $2 and invoice_id = any($3::uuid[]) order by invoice_id for update`,
    [tx.organisationId, debtorId, allocations.map(({ invoiceId }) => invoiceId)],
  );
  for (const allocation of allocations) {
    if (allocation.cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: allocation.cents });
    const invoice = open.find(({ invoiceId }) => invoiceId === allocation.invoiceId);
    if (!invoice) throw new Refusal("NOT_FOUND");
    if (allocation.cents > invoice.openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: allocation.cents, open: invoice.openCents });
  }
  return receivePayment(tx, { source: "by-hand", debtorId, amountCents: cents, receivedOn, reference: reference?.trim().slice(0, 140) || undefined, allocations });
}
