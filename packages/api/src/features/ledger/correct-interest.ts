import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { bookEntries, type NewEntry } from "./book-entry";
import { END_OF_DAYS, listClaimHistories, type ClaimHistory } from "./claim.queries";
import { interestOf } from "./invoice-claim";

/**
 * Gives back interest beyond what the law gives, once money or a credit turned out to count from a day before the interest was asked for
 * and paid: what is open of it is asked for no more, and what a payment had given to it goes to the principal instead (BW 6:44). What
 * finds no principal to go to is left; `verify` then names the invoice, for somebody to pay it back.
 */
export async function correctInterest(tx: Tx, invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0) return;
  const histories = await listClaimHistories(tx, invoiceIds, END_OF_DAYS);
  await bookEntries(tx, histories.flatMap((history) => correctionOf(history, dayOf(tx.now))));
}

function correctionOf(history: ClaimHistory, bookedOn: string): NewEntry[] {
  const { invoiceId, debtorId, interestClaimedOn: valueOn, interestBookedCents, openInterestCents, openPrincipalCents } = history;
  if (valueOn === null) return [];
  const excess = interestBookedCents - (interestOf(history, valueOn)?.total ?? 0);
  const paid = Math.min(Math.max(0, excess - openInterestCents), openPrincipalCents);
  const less = Math.min(Math.max(0, excess), openInterestCents + paid);
  if (less === 0) return [];
  const receivable = { account: "receivable" as const, debtorId, invoiceId };
  const asked: NewEntry = {
    kind: "interest", bookedOn, valueOn, reference: `interest:${invoiceId}:${valueOn}:less:${newId()}`, reason: "BW 6:119, 6:119a: money that counts from an earlier day",
    postings: [{ ...receivable, part: "interest", cents: -less }, { account: "interest-income", debtorId, cents: less }],
  };
  if (paid === 0) return [asked];
  return [asked, {
    kind: "allocation", bookedOn, valueOn, reference: `moved:${invoiceId}:${newId()}`, reason: "BW 6:44",
    postings: [{ ...receivable, part: "interest", cents: paid }, { ...receivable, part: "principal", cents: -paid }],
  }];
}
