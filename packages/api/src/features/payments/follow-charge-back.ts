import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import type { ProviderPayment } from "../../platform/outside";
import { chargeBack } from "./charge-back";
import { undoChargeBack } from "./undo-charge-back";

/**
 * Follows what the provider says the payer's bank took back of a payment that was booked: it is charged back once, however often the news
 * comes; given back by the bank, it is ours again, unallocated. What can't be followed is written in the trail for a person: a part of a
 * payment, and one of which we refunded something already.
 *
 * @returns Whether something changed.
 */
export async function followChargeBack(tx: Tx, checkoutId: string, { chargedBack }: ProviderPayment): Promise<boolean> {
  if (!chargedBack) return false;
  const payment = await tx.first<{ id: string; amountCents: number; receivedOn: string }>(
    `select id, amount_cents as "amountCents", received_on as "receivedOn" from payment where organisation_id = $1 and checkout_id = $2`, [tx.organisationId, checkoutId]);
  if (!payment) return false;
  const reason = chargedBack.reason ?? "charged back";
  if (chargedBack.cents === 0) return undoChargeBack(tx, { paymentId: payment.id, reason: `${reason}: reversed` });
  if (chargedBack.cents !== payment.amountCents) return leaveToPerson(tx, payment.id, { chargedBack: chargedBack.cents, paid: payment.amountCents });
  const [said, today] = [dayOf(chargedBack.at), dayOf(tx.now)];
  const on = said < payment.receivedOn ? payment.receivedOn : said > today ? today : said;
  try {
    return (await chargeBack(tx, { paymentId: payment.id, on, reason })).length > 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return leaveToPerson(tx, payment.id, { code: error.code, ...error.details });
  }
}

/** Once: the same news again adds nothing. */
async function leaveToPerson(tx: Tx, paymentId: string, details: Record<string, unknown>): Promise<false> {
  const told = await tx.first("select 1 from audit where organisation_id = $1 and subject_kind = 'payment' and subject_id = $2 and action = 'charge-back-refused'", [tx.organisationId, paymentId]);
  if (!told) await audit(tx, { action: "charge-back-refused", subject: "payment", subjectId: paymentId, after: details });
  return false;
}
