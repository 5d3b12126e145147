import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { bookEntry } from "../ledger/book-entry";
import { lockPayment } from "./payment.queries";

/**
 * Writes down that money was given back to the debtor by bank: of what no invoice has taken, whole or in part.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN (more than is unallocated) and INPUT_INVALID (a day to come or before
 * the money came, no reason).
 *
 * @returns The id of the entry.
 */
export async function refundPayment(tx: Tx, { paymentId, cents, on, reason }: { paymentId: string; cents: Cents; on: PlainDate; reason: string }): Promise<string> {
  const because = requiredText("reason", reason, 500);
  const today = dayOf(tx.now);
  if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
  const { debtorId, receivedOn, unallocatedCents } = await lockPayment(tx, paymentId);
  if (on > today || on < receivedOn) throw new Refusal("INPUT_INVALID", { fields: [`on: from ${receivedOn} until today`] });
  if (cents > unallocatedCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: cents, open: unallocatedCents });
  const entryId = await bookEntry(tx, {
    kind: "refund", bookedOn: today, valueOn: on, reference: `refund:${paymentId}:${newId()}`, reason: because,
    postings: [
      { account: "unallocated", debtorId: debtorId ?? undefined, paymentId, cents },
      { account: "bank", debtorId: debtorId ?? undefined, paymentId, cents: -cents },
    ],
  });
  await audit(tx, { action: "refund-payment", subject: "payment", subjectId: paymentId, before: { unallocatedCents }, after: { cents, on, reason: because, entryId } });
  return entryId;
}
