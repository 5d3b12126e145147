import { imputePayment, Refusal, type Cents, type ImputedAllocation, type OpenClaim, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { bookEntry } from "../ledger/book-entry";
import { bookInterest } from "../ledger/book-interest";
import { findOrganisation } from "../organisations/organisation.queries";

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
  if (payment.amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: payment.amountCents });
  const bookedOn = dayOf(tx.now);
  const paymentId = newId();
  await tx.query(
    `insert into payment (organisation_id, id, debtor_id, source, checkout_id, bank_line_id, amount_cents, received_on, payer_name, payer_iban, reference, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.organisationId, paymentId, payment.debtorId ?? null, payment.source, payment.checkoutId ?? null, payment.bankLineId ?? null,
      payment.amountCents, payment.receivedOn, payment.payerName ?? null, payment.payerIban ?? null, payment.reference ?? null, tx.now,
    ],
  );
  await bookEntry(tx, {
    kind: "payment", bookedOn, valueOn: payment.receivedOn, reference: `payment:${paymentId}`,
    postings: [
      { account: payment.source === "psp" ? "psp" : "bank", debtorId: payment.debtorId, paymentId, cents: payment.amountCents },
      { account: "unallocated", debtorId: payment.debtorId, paymentId, cents: -payment.amountCents },
    ],
  });
  const parts = await allocatePayment(tx, { paymentId, left: payment.amountCents, receivedOn: payment.receivedOn, allocations: payment.allocations ?? [] });
  const allocatedCents = parts.reduce((sum, { amount }) => sum + amount, 0);
  await audit(tx, { action: "receive-payment", subject: "payment", subjectId: paymentId, after: { cents: payment.amountCents, source: payment.source, allocatedCents } });
  return { paymentId, allocatedCents, unallocatedCents: payment.amountCents - allocatedCents, parts };
}

/** Allocates what is left of a payment to invoices; each allocation is an entry of its own, so that it can be undone. */
export async function allocatePayment(
  tx: Tx,
  { paymentId, left, receivedOn, allocations }: { paymentId: string; left: Cents; receivedOn: PlainDate; allocations: readonly { invoiceId: string; cents: Cents }[] },
): Promise<ImputedAllocation[]> {
  const wanted = allocations.filter(({ cents }) => cents > 0);
  if (wanted.length === 0 || left <= 0) return [];
  const invoiceIds = [...new Set(wanted.map(({ invoiceId }) => invoiceId))].sort();
  const bookedOn = dayOf(tx.now);
  await tx.query("select 1 from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update", [tx.organisationId, invoiceIds]);
  await bookInterest(tx, { invoiceIds, until: receivedOn, bookedOn, onlyClaimed: true });
  const claims = await openClaims(tx, invoiceIds);
  if (claims.length !== invoiceIds.length) throw new Refusal("NOT_FOUND");
  const { imputationOrder: order } = await findOrganisation(tx);
  const parts: ImputedAllocation[] = [];
  let rest = left;
  for (const { invoiceId, cents } of wanted) {
    const claim = claims.find(({ id }) => id === invoiceId);
    const open = claim ? claim.costs + claim.interest + claim.principal : 0;
    const amount = Math.min(cents, open, rest);
    if (!claim || amount <= 0) continue;
    const imputed = imputePayment({ amount, claims: [claim], designation: [invoiceId], order, on: receivedOn });
    await bookEntry(tx, {
      kind: "allocation", bookedOn, valueOn: receivedOn, reference: `allocation:${paymentId}:${invoiceId}:${newId()}`,
      reason: imputed.allocations[0]?.article,
      postings: imputed.allocations.flatMap(({ part, amount: paid }) => [
        { account: "unallocated" as const, debtorId: claim.debtorId, paymentId, cents: paid },
        { account: "receivable" as const, part, debtorId: claim.debtorId, invoiceId, paymentId, cents: -paid },
      ]),
    });
    for (const { part, amount: paid } of imputed.allocations) claim[part] -= paid;
    parts.push(...imputed.allocations);
    rest -= amount;
  }
  return parts;
}

async function openClaims(tx: Tx, invoiceIds: readonly string[]): Promise<(OpenClaim & { debtorId: string })[]> {
  return tx.query(
    `select invoice_id as id, debtor_id as "debtorId", due_on as "dueOn", costs_cents as costs, interest_cents as interest, principal_cents as principal
     from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[])`,
    [tx.organisationId, invoiceIds],
  );
}
