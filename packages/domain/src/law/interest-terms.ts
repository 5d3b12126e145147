import { cents, type Cents } from "../money";
import { fromEpochDay, isPlainDate, toEpochDay, type PlainDate } from "../plain-date";
import { agreedSchedule, statutorySchedule, type DayCount, type RateSchedule } from "./interest-days";
import { basisPointsOf } from "./percentage";

/** Whose interest: BW 6:119, BW 6:119a/6:119b (trade contracts, public bodies), or a rate that the parties agreed. */
export type InterestKind = "consumer" | "commercial" | "contractual";

/**
 * What a payment paid. "principal" (the default) and "interest" are for money that was imputed already, as a ledger
 * does; "by-law" is money on the claim as a whole: first the interest accrued up to that day, then the principal (BW
 * 6:44 lid 1; collection costs come first and are taken off before).
 */
export type InterestPaymentPart = "principal" | "interest" | "by-law";

/**
 * Money that was credited to the creditor's account (BW 6:114 lid 2) on a day. That day still bears interest over the
 * old sum. A negative amount on the principal is a payment that was taken back.
 */
export interface InterestPayment {
  on: PlainDate;
  amount: Cents;
  part?: InterestPaymentPart;
}

/** What interest is asked about. */
export interface InterestTerms {
  kind: InterestKind;
  /** The claim in cents, without interest and costs. */
  principal: Cents;
  /** The last day on which paying was in time. The next day is the first that bears interest. */
  dueOn: PlainDate;
  /** The last day that bears interest: the day of payment, or the day as of which one asks. */
  until: PlainDate;
  /**
   * In any order. Payments after `until` don't count yet; those on or before the due day lower the sum from the start.
   */
  payments?: readonly InterestPayment[];
  /** Default "actual/365". */
  dayCount?: DayCount;
  /** For "contractual": per cent a year, 8 for 8%. */
  contractualRate?: number;
  /**
   * Whether each full year's interest bears interest itself. Default: yes for statutory interest (BW 6:119 lid 2,
   * 6:119a lid 3), no for an agreed rate, where it only does when the contract says so.
   */
  compounding?: boolean;
}

/**
 * Checks the terms and finds their rates.
 *
 * @throws RangeError for a day that is none or lies before the table of rates, an amount that isn't whole cents, or an
 * agreed rate that is missing.
 */
export function checkTerms(terms: InterestTerms): RateSchedule {
  const { kind, principal, dueOn, until, payments = [] } = terms;
  if (cents(principal) < 0) throw new RangeError(`a principal of ${principal} cents bears no interest: it is negative`);
  for (const day of [dueOn, until])
    if (!isPlainDate(day)) throw new RangeError(`"${day}" is not a day such as 2026-11-20`);
  for (const { on, amount, part } of payments) {
    if (!isPlainDate(on)) throw new RangeError(`"${on}" is not a day such as 2026-11-20`);
    if (cents(amount) < 0 && (part ?? "principal") !== "principal") {
      throw new RangeError("only a payment on the principal can be taken back by a negative amount");
    }
  }
  if (kind === "contractual") {
    if (terms.contractualRate === undefined)
      throw new RangeError("contractual interest needs its contractualRate, 8 for 8% a year");
    return agreedSchedule(basisPointsOf(terms.contractualRate, "contractual rate"));
  }
  if (kind !== "consumer" && kind !== "commercial") throw new RangeError(`"${kind}" is no kind of interest`);
  const schedule = statutorySchedule(kind);
  const first = schedule.starts[0]?.start ?? 0;
  if (until > dueOn && toEpochDay(dueOn) + 1 < first) {
    throw new RangeError(
      `${schedule.name}: the table starts on ${fromEpochDay(first)}, a claim due on ${dueOn} lies before it`,
    );
  }
  return schedule;
}
