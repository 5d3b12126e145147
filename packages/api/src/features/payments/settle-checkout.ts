import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import type { CheckoutState, ProviderPayment } from "../../platform/outside";
import { queueMessage } from "../communications/queue-message";
import { followChargeBack } from "./follow-charge-back";
import { receivePayment } from "./receive-payment";

interface LockedCheckout {
  id: string;
  debtorId: string;
  state: CheckoutState | "differs";
  amountCents: number;
  reference: string;
}

const FINAL: readonly string[] = ["paid", "canceled", "expired", "failed", "differs"];

/**
 * Writes down what the provider says of a payment. The row is locked, and only the call that makes the transition to paid books the
 * money, so the same news twice, late or in another order ends in the same books (I-13, I-14, I-21). Once paid it stays paid.
 *
 * What doesn't fit the order (amount, currency, our reference) is never booked: the checkout is set to "differs" for a person (I-15).
 */
export async function settleCheckout(tx: Tx, checkoutId: string, payment: ProviderPayment): Promise<CheckoutState | "differs"> {
  const checkout = await tx.first<LockedCheckout>(
    `select id, debtor_id as "debtorId", state, amount_cents as "amountCents", reference from checkout where organisation_id = $1 and id = $2 for update`,
    [tx.organisationId, checkoutId],
  );
  if (!checkout) throw new Refusal("NOT_FOUND");
  if (checkout.state === "paid") await followChargeBack(tx, checkoutId, payment);
  if (checkout.state === "paid" || checkout.state === "differs") return checkout.state;
  if (payment.state !== "paid") {
    // Open can't come after an end: news that overtook other news.
    if (FINAL.includes(checkout.state)) return checkout.state;
    await write(tx, checkoutId, payment.state, payment);
    return payment.state;
  }
  if (payment.amountCents !== checkout.amountCents || payment.currency !== "EUR" || (payment.reference !== undefined && payment.reference !== checkout.id)) {
    await write(tx, checkoutId, "differs", payment);
    await audit(tx, { action: "checkout-differs", subject: "checkout", subjectId: checkoutId, after: { amountCents: payment.amountCents, currency: payment.currency } });
    return "differs";
  }
  await write(tx, checkoutId, "paid", payment);
  const lines = await tx.query<{ invoiceId: string; cents: number }>(
    `select invoice_id as "invoiceId", amount_cents as cents from checkout_invoice where organisation_id = $1 and checkout_id = $2 order by id`, [tx.organisationId, checkoutId]);
  const { paymentId } = await receivePayment(tx, {
    source: "psp", debtorId: checkout.debtorId, amountCents: payment.amountCents, receivedOn: dayOf(tx.now), checkoutId,
    payerName: payment.payerName, payerIban: payment.payerIban, reference: checkout.reference, allocations: lines,
  });
  // News that was late tells of both at once; then there is nothing to say thanks for.
  if (await followChargeBack(tx, checkoutId, payment)) return "paid";
  await queueMessage(tx, { debtorId: checkout.debtorId, kind: "thanks", channel: "mail", byRequest: true, sendAfter: tx.now, invoices: [], facts: { paymentId } });
  return "paid";
}

function write(tx: Tx, checkoutId: string, state: string, payment: ProviderPayment): Promise<unknown> {
  return tx.query(
    `update checkout set state = $3::text, provider_id = coalesce(provider_id, $4), url = coalesce(url, $5), expires_at = coalesce($6, expires_at), fetched_at = $7::timestamptz,
       paid_at = case when $3::text = 'paid' then $7::timestamptz end where organisation_id = $1 and id = $2`,
    [tx.organisationId, checkoutId, state, payment.providerId, payment.url ?? null, payment.expiresAt ?? null, tx.now],
  );
}
