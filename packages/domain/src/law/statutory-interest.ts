import type { Cents } from "../money";
import { addDays, fromEpochDay, latest, type PlainDate } from "../plain-date";
import { checkDue, type CheckDue } from "./dated-table";
import { addProduct, roundHalfUp, type ExactCents } from "./exact-cents";
import { exactEuros } from "./exact-euros";
import { accrue } from "./interest-account";
import { INTEREST_UNIT, rateRuns } from "./interest-days";
import { checkTerms, type InterestTerms } from "./interest-terms";
import { COMMERCIAL_RATES, CONSUMER_RATES } from "./statutory-interest.rates";

export type { DayCount } from "./interest-days";
export type { InterestKind, InterestPayment, InterestPaymentPart, InterestTerms } from "./interest-terms";

/** A run of days over one sum at one rate. */
export interface InterestPeriod {
  from: PlainDate;
  until: PlainDate;
  days: number;
  /** Per cent a year: 10.15 for 10,15%. */
  rate: number;
  rateBasisPoints: number;
  /** The sum that bears interest: open principal and the unpaid interest of full years. */
  base: Cents;
  /** The part of the base that is interest of full years. */
  capitalised: Cents;
  /** Whole cents, cut so that the periods sum to the total. */
  interest: Cents;
  /** Euros with up to eight decimals, before any rounding. */
  exact: string;
  source: string;
}

/** The interest, and how it came about. */
export interface StatutoryInterest {
  /** All interest that accrued, paid or not. */
  total: Cents;
  /** The part of the total that payments have paid. */
  paid: Cents;
  /** The part of the total that is open. */
  open: Cents;
  /** What is open of the principal. */
  principal: Cents;
  /** Money that found nothing to pay. */
  left: Cents;
  /** Days that bear interest. */
  days: number;
  periods: InterestPeriod[];
  /** From this day on the rate was not looked up yet: the one in force before it is used, and may change. */
  rateAssumedFrom?: PlainDate;
}

/**
 * Statutory or agreed interest over a claim, to the cent, day by day.
 *
 * Source: BW 6:119 (consumers), 6:119a and 6:119b (trade contracts), 6:120 (the rates). Interest runs from the day
 * after the due day up to and including the day of payment. Each full year after the due day (29 February becomes the
 * 28th) the year's unpaid interest is rounded half up to cents and added to the sum that bears interest. Nothing is
 * rounded in between; the rest is rounded half up at the end, and interest that a payment settles is rounded half up on
 * that day.
 *
 * @throws RangeError for a day that is none or lies before the table of rates, an amount that isn't whole cents, or an
 * agreed rate that is missing.
 */
export function statutoryInterest(terms: InterestTerms): StatutoryInterest {
  const { dayCount = "actual/365" } = terms;
  const schedule = checkTerms(terms);
  const unit = INTEREST_UNIT[dayCount];
  const periods: InterestPeriod[] = [];
  let roundedBefore = 0;
  const account = accrue(terms, schedule, (after, upTo, sums) => {
    const base = sums.principal + sums.capitalised;
    if (base === 0) return;
    const accrued: ExactCents = { ...sums.accrued };
    for (const run of rateRuns(schedule, after, upTo, dayCount)) {
      const days = run.until - run.from + 1;
      const weight = run.rateBasisPoints * days * (unit / (10_000 * run.yearDays));
      addProduct(accrued, base, weight, unit);
      // The cents of a period are what it adds to the rounded sum so far, so that periods always sum to the total.
      const rounded = sums.total + roundHalfUp(accrued, unit);
      periods.push({
        from: fromEpochDay(run.from),
        until: fromEpochDay(run.until),
        days,
        rate: run.rateBasisPoints / 100,
        rateBasisPoints: run.rateBasisPoints,
        base,
        capitalised: sums.capitalised,
        interest: rounded - roundedBefore,
        exact: exactEuros(BigInt(base) * BigInt(weight), BigInt(unit)),
        source: run.source,
      });
      roundedBefore = rounded;
    }
  });
  const rateAssumedFrom = assumedFrom(periods, schedule.checkedUntil);
  return {
    total: account.total,
    paid: account.paid,
    open: account.total - account.paid,
    principal: account.principal,
    left: account.left,
    days: periods.reduce((days, period) => days + period.days, 0),
    periods,
    ...(rateAssumedFrom === null ? {} : { rateAssumedFrom }),
  };
}

/** The first day that bears interest at a rate nobody has looked up yet, or null. */
function assumedFrom(periods: readonly InterestPeriod[], checkedUntil: PlainDate | null): PlainDate | null {
  const period = checkedUntil === null ? undefined : periods.find(({ until }) => until > checkedUntil);
  return period && checkedUntil !== null ? latest(addDays(checkedUntil, 1), period.from) : null;
}

/**
 * The interest alone, without its explanation: the same sum as {@link statutoryInterest}, for a million claims a night.
 */
export function interestTotal(terms: InterestTerms): Cents {
  return accrue(terms, checkTerms(terms)).total;
}

/**
 * Which rates are due to be looked up: empty until three weeks before a half-year begins whose rates nobody has read.
 */
export function interestRatesDue(today: PlainDate): CheckDue[] {
  return [CONSUMER_RATES, COMMERCIAL_RATES].map((table) => checkDue(table, today)).filter((due) => due !== null);
}
