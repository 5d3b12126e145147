import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { bookEntries, type NewEntry } from "./book-entry";

import { listClaimHistories, listInterestAfter, type ClaimHistory } from "./claim.queries";
import { interestOf } from "./invoice-claim";

/** Ends the reference of interest that was booked only to be waived: it was never asked for, so no payment goes on with it. */
export const TO_WAIVE = "to-waive";

export interface InterestToBook {
  readonly invoiceIds: readonly string[];
  readonly until: PlainDate;
  readonly bookedOn: PlainDate;
  /** True when money comes: only invoices whose interest was asked for before go on to that day. */
  readonly onlyClaimed?: boolean;
  /** True when it is booked to be waived at once. */
  readonly toWaive?: boolean;
}

/**
 * Claims the interest that accrued on invoices up to and including a day: from then on it is asked for, and a payment pays it
 * before the principal (BW 6:44). What was booked before is not booked again, so claiming twice on a day changes nothing.
 *
 * Money that counts from a day before the last claim (it came in time and was found later) ends the interest on its own day: what was
 * asked for over the days after it is taken back, as far as nobody paid it, and is asked for again over what then stays open.
 */
export async function bookInterest(tx: Tx, { invoiceIds, until, bookedOn, onlyClaimed = false, toWaive = false }: InterestToBook): Promise<void> {
  const later = onlyClaimed ? await takeBackInterest(tx, invoiceIds, until, bookedOn) : new Map<string, Cents>();
  const entries: NewEntry[] = [];
  for (const history of await listClaimHistories(tx, invoiceIds, until)) {
    if (onlyClaimed && history.interestClaimedOn === null && !later.has(history.invoiceId)) continue;
    const cents = (interestOf(history, until)?.total ?? 0) - history.interestBookedCents - (later.get(history.invoiceId) ?? 0);
    if (cents > 0) entries.push(interestEntry(history, { cents, until, bookedOn, toWaive }));
  }
  await bookEntries(tx, entries);
}

function interestEntry(history: ClaimHistory, { cents, until, bookedOn, toWaive }: { cents: Cents; until: PlainDate; bookedOn: PlainDate; toWaive: boolean }): NewEntry {
  const { invoiceId, debtorId, interestEntries } = history;
  // The day alone keeps two calls at once from booking twice; the number tells a claim from the one that was taken back before it.
  const reference = `interest:${invoiceId}:${until}${interestEntries > 0 ? `:${interestEntries}` : ""}${toWaive ? `:${TO_WAIVE}` : ""}`;
  return {
    kind: "interest", bookedOn, valueOn: until, reference, reason: "BW 6:119, 6:119a",
    postings: [
      { account: "receivable", part: "interest", debtorId, invoiceId, cents },
      { account: "interest-income", debtorId, cents: -cents },
    ],
  };
}

/**
 * Reverses interest that was asked for over days after `until`, the newest first, as far as it is still open.
 *
 * @returns What stays booked of later days, by invoice; an invoice that had any is in it.
 */
async function takeBackInterest(tx: Tx, invoiceIds: readonly string[], until: PlainDate, bookedOn: PlainDate): Promise<Map<string, Cents>> {
  const open = new Map<string, Cents>();
  const stays = new Map<string, Cents>();
  const entries: NewEntry[] = [];
  for (const { entryId, invoiceId, debtorId, cents, valueOn, openCents } of await listInterestAfter(tx, invoiceIds, until)) {
    const left = open.get(invoiceId) ?? openCents;
    const back = cents > 0 && cents <= left;
    stays.set(invoiceId, (stays.get(invoiceId) ?? 0) + (back ? 0 : cents));
    if (!back) continue;
    open.set(invoiceId, left - cents);
    entries.push({
      kind: "reversal", bookedOn, valueOn, reference: `reversal:${entryId}`, reversesId: entryId, reason: "money that counts from an earlier day",
      postings: [
        { account: "receivable", part: "interest", debtorId, invoiceId, cents: -cents },
        { account: "interest-income", debtorId, cents },
      ],
    });
  }
  await bookEntries(tx, entries);
  return stays;
}
