import { Refusal, type Cents } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { bookCorrection, lockOpenParts } from "./book-correction";
import { bookInterest } from "./book-interest";
import { listClaimHistories } from "./claim.queries";

/**
 * Lets costs or interest of an invoice go, whole or in part. Interest that ran but was never asked for is booked first, so that the books
 * show what was given; when all of it is waived it still counts as never asked for, and no later payment goes on with it.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN and INPUT_INVALID (no reason).
 *
 * @returns The id of the entry.
 */
export async function waive(
  tx: Tx,
  { invoiceId, costsCents = 0, interestCents = 0, reason }: { invoiceId: string; costsCents?: Cents; interestCents?: Cents; reason: string },
): Promise<string> {
  if (costsCents < 0 || interestCents < 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: Math.min(costsCents, interestCents) });
  const before = await lockOpenParts(tx, invoiceId);
  if (interestCents > before.interest) await claimToWaive(tx, invoiceId, interestCents);
  return bookCorrection(tx, { kind: "waiver", invoiceId, parts: { costs: costsCents, interest: interestCents }, reason });
}

async function claimToWaive(tx: Tx, invoiceId: string, interestCents: Cents): Promise<void> {
  const today = dayOf(tx.now);
  const [history] = await listClaimHistories(tx, [invoiceId], today);
  if (!history) throw new Refusal("NOT_FOUND");
  const neverAsked = history.interestClaimedOn === null;
  await bookInterest(tx, { invoiceIds: [invoiceId], until: today, bookedOn: today, toWaive: neverAsked });
  const { interest } = await lockOpenParts(tx, invoiceId);
  // Waiving a part of what was never asked for asks for the rest: that is to be said, not to happen by the way.
  if (neverAsked && interestCents < interest) throw new Refusal("AMOUNT_DIFFERS", { amount: interestCents, open: interest, part: "interest" });
}
