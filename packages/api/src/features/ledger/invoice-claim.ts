import { debtorRegime, interestTotal, statutoryInterest, type Cents, type InterestTerms, type PlainDate, type StatutoryInterest } from "@tegemoet/domain";
import type { ClaimHistory, Reduction } from "./claim.queries";

/**
 * Which interest counts: "accrued" is what ran up to the day, asked for or not; "claimed" only what was asked for, so that the amount on
 * a debtor's page is the amount in the mail; "if-paid" what is asked for when money comes on the day: where interest was claimed it goes on.
 */
export type InterestMode = "accrued" | "claimed" | "if-paid";

/** One invoice's claim on a day, in sums. */
export interface InvoiceSums {
  history: ClaimHistory;
  /** What was invoiced, less credit notes. */
  principalCents: Cents;
  /** Interest that accrued up to and including the day, paid or not. */
  interestCents: Cents;
  costsCents: Cents;
  /** All that came off: paid, set off, waived and written off. */
  paidCents: Cents;
  /** The part of it that was waived or written off. */
  forgivenCents: Cents;
  outstandingCents: Cents;
}

/** The claim of one invoice on a day: a pure function of its history up to that day. */
export function invoiceClaim(history: ClaimHistory, asOf: PlainDate, mode: InterestMode): InvoiceSums {
  let credited = 0;
  let paidCents = 0;
  let forgivenCents = 0;
  for (const { kind, cents } of history.reductions) {
    if (kind === "credit-note") credited += cents;
    else paidCents += cents;
    if (kind === "waiver" || kind === "write-off") forgivenCents += cents;
  }
  const interestCents = interestCentsOf(history, asOf, mode);
  const principalCents = history.totalCents - credited;
  const outstandingCents = principalCents + interestCents + history.costsBookedCents - paidCents;
  return { history, principalCents, interestCents, costsCents: history.costsBookedCents, paidCents, forgivenCents, outstandingCents };
}

function interestCentsOf(history: ClaimHistory, asOf: PlainDate, mode: InterestMode): Cents {
  const runs = mode === "accrued" || (mode === "if-paid" && history.interestClaimedOn !== null);
  const terms = runs ? interestTerms(history, asOf) : undefined;
  return Math.max(terms ? interestTotal(terms) : 0, history.interestBookedCents);
}

/** The interest of one invoice as the law counts it, with its periods. Undefined on and before the due day. */
export function interestOf(history: ClaimHistory, asOf: PlainDate): StatutoryInterest | undefined {
  const terms = interestTerms(history, asOf);
  return terms && statutoryInterest(terms);
}

function interestTerms(history: ClaimHistory, asOf: PlainDate): InterestTerms | undefined {
  if (asOf <= history.dueOn || history.totalCents <= 0) return undefined;
  return {
    kind: debtorRegime(history.debtorKind).interestKind,
    principal: history.totalCents,
    dueOn: history.dueOn,
    until: asOf,
    dayCount: history.dayCount,
    payments: bearing(history.reductions).map(({ on, part, cents }) => ({ on, amount: cents, part: part === "interest" ? "interest" : "principal" })),
  };
}

/**
 * What counts for interest. Principal that was paid and taken back bears no interest while we had the money; interest that was paid and
 * taken back is as if it never was paid, for it bears none itself within its year.
 */
function bearing(reductions: readonly Reduction[]): readonly Reduction[] {
  const plain = reductions.filter(({ part }) => part !== "costs");
  if (!plain.some(isInterestBack)) return plain;
  const net = plain.map((reduction) => ({ ...reduction }));
  for (const [index, back] of net.entries()) {
    if (!isInterestBack(back)) continue;
    const before = net.slice(0, index).reverse().filter(({ part, cents }) => part === "interest" && cents > 0);
    for (const paid of [...before.filter(({ paymentId }) => paymentId === back.paymentId), ...before]) {
      const off = Math.min(paid.cents, -back.cents);
      paid.cents -= off;
      back.cents += off;
    }
  }
  return net.filter(({ part, cents }) => part !== "interest" || cents > 0);
}

function isInterestBack({ part, cents }: Reduction): boolean {
  return part === "interest" && cents < 0;
}
