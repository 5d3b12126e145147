import { Refusal, type Cents, type ImputedAllocation, type PlainDate } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { NewEntry } from "../ledger/book-entry";
import { allocatePayments } from "./allocate-payments";

export interface NewPayment {
  readonly source: "psp" | "bank" | "by-hand";
  readonly debtorId?: string;
  readonly amountCents: Cents;
  readonly receivedOn: PlainDate;
  readonly checkoutId?: string;
  readonly bankLineId?: string;
  readonly payerName?: string;
  readonly payerIban?: string;
  readonly reference?: string;
  /**
   * What the payer named, invoice by invoice (BW 6:43 lid 1). An amount is what goes to that invoice at most; what is left stays
   * unallocated and visible. Left out: nothing is allocated.
   */
  readonly allocations?: readonly { readonly invoiceId: string; readonly cents: Cents }[];
}

export interface ReceivedPayment {
  paymentId: string;
  allocatedCents: Cents;
  unallocatedCents: Cents;
  parts: ImputedAllocation[];
}

/**
 * Books money that came in, and what it pays: within an invoice costs, then interest, then principal (BW 6:44), of what was claimed.
 * More than is open of an invoice stays unallocated; it is never lost and never makes an invoice negative.
 *
 * Refuses with AMOUNT_NOT_POSITIVE, and with NOT_FOUND for an invoice that isn't this organisation's.
 */
export async function receivePayment(tx: Tx, payment: NewPayment): Promise<ReceivedPayment> {
  const [received] = await receivePayments(tx, [payment]);
  return received as ReceivedPayment;
}

/**
 * Books many payments as {@link receivePayment} does one, in as many statements as it takes for one. They count in their order: of two
 * that pay the same invoice, the second finds what the first left.
 *
 * Refuses all of them when one is refused.
 *
 * @returns What became of each, in the order of the payments.
 */
export async function receivePayments(tx: Tx, payments: readonly NewPayment[]): Promise<ReceivedPayment[]> {
  if (payments.length === 0) return [];
  for (const { amountCents } of payments) if (amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: amountCents });
  const made = payments.map((payment) => ({ ...payment, paymentId: newId() }));
  await insertPayments(tx, made);
  // What came in and what it paid goes into the books at once, so that the standing of a payment is written once.
  const toAllocate = made.map(({ paymentId, amountCents, receivedOn, allocations = [] }) => ({ paymentId, left: amountCents, receivedOn, allocations }));
  const parts = await allocatePayments(tx, toAllocate, made.map((payment) => receiptOf(tx, payment)));
  const received = made.map(({ paymentId, amountCents }): ReceivedPayment => {
    const paid = parts.get(paymentId) ?? [];
    const allocatedCents = paid.reduce((sum, { amount }) => sum + amount, 0);
    return { paymentId, allocatedCents, unallocatedCents: amountCents - allocatedCents, parts: paid };
  });
  await auditAll(tx, made.map(({ paymentId, amountCents, source }, index) =>
    ({ action: "receive-payment", subject: "payment", subjectId: paymentId, after: { cents: amountCents, source, allocatedCents: received[index]?.allocatedCents } })));
  return received;
}

type MadePayment = NewPayment & { readonly paymentId: string };

async function insertPayments(tx: Tx, payments: readonly MadePayment[]): Promise<void> {
  await tx.query(
    `insert into payment (organisation_id, id, debtor_id, source, checkout_id, bank_line_id, amount_cents, received_on, payer_name, payer_iban, reference, created_at)
     select $1, id, debtor_id, source, checkout_id, bank_line_id, cents, received_on, payer_name, payer_iban, reference, $2
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::bigint[], $9::date[], $10::text[], $11::text[], $12::text[])
       as made (id, debtor_id, source, checkout_id, bank_line_id, cents, received_on, payer_name, payer_iban, reference)`,
    [
      tx.organisationId, tx.now,
      payments.map(({ paymentId }) => paymentId), payments.map(({ debtorId }) => debtorId ?? null), payments.map(({ source }) => source),
      payments.map(({ checkoutId }) => checkoutId ?? null), payments.map(({ bankLineId }) => bankLineId ?? null),
      payments.map(({ amountCents }) => amountCents), payments.map(({ receivedOn }) => receivedOn),
      payments.map(({ payerName }) => payerName ?? null), payments.map(({ payerIban }) => payerIban ?? null), payments.map(({ reference }) => reference ?? null),
    ],
  );
}

function receiptOf(tx: Tx, { paymentId, debtorId, source, amountCents, receivedOn }: MadePayment): NewEntry {
  return {
    kind: "payment", bookedOn: dayOf(tx.now), valueOn: receivedOn, reference: `payment:${paymentId}`,
    postings: [
      { account: source === "psp" ? "psp" : "bank", debtorId, paymentId, cents: amountCents },
      { account: "unallocated", debtorId, paymentId, cents: -amountCents },
    ],
  };
}
