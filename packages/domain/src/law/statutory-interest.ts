import { cents, type Cents } from "../money";
import { addDays, dateParts, epochDayOf, fromEpochDay, isLeapYear, isPlainDate, latest, toEpochDay, type PlainDate } from "../plain-date";
import { checkDue, type CheckDue } from "./dated-table";
import { addProduct, roundHalfUp, type ExactCents } from "./exact-cents";
import { exactEuros } from "./exact-euros";
import { agreedSchedule, INTEREST_UNIT, interestWeight, rateRuns, statutorySchedule, type DayCount, type RateSchedule } from "./interest-days";
import { basisPointsOf } from "./percentage";
import { COMMERCIAL_RATES, CONSUMER_RATES } from "./statutory-interest.rates";

/** Whose interest: BW 6:119, BW 6:119a/6:119b (trade contracts, public bodies), or a rate that the parties agreed. */
export type InterestKind = "consumer" | "commercial" | "contractual";

/**
 * What a payment paid. "principal" (the default) and "interest" are for money that was imputed already, as a ledger does; "by-law"
 * is money on the claim as a whole: first the interest accrued up to that day, then the principal (BW 6:44 lid 1; collection
 * costs come first and are taken off before).
 */
export type InterestPaymentPart = "principal" | "interest" | "by-law";

/**
 * Money that was credited to the creditor's account (BW 6:114 lid 2) on a day. That day still bears interest over the old sum.
 * A negative amount on the principal is a payment that was taken back.
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
  /** In any order. Payments after `until` don't count yet; those on or before the due day lower the sum from the start. */
  payments?: readonly InterestPayment[];
  /** Default "actual/365". */
  dayCount?: DayCount;
  /** For "contractual": per cent a year, 8 for 8%. */
  contractualRate?: number;
  /**
   * Whether each full year's interest bears interest itself. Default: yes for statutory interest (BW 6:119 lid 2, 6:119a lid 3),
   * no for an agreed rate, where it only does when the contract says so.
   */
  compounding?: boolean;
}

/** A run of days over one sum at one rate. */
export interface InterestPeriod {
  from: PlainDate;
  until: PlainDate;
  days: number;
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
 * Source: BW 6:119 (consumers), 6:119a and 6:119b (trade contracts), 6:120 (the rates). Interest runs from the day after the due
 * day up to and including the day of payment. Each full year after the due day (29 February becomes the 28th) the year's unpaid
 * interest is rounded half up to cents and added to the sum that bears interest. Nothing is rounded in between; the rest is
 * rounded half up at the end, and interest that a payment settles is rounded half up on that day.
 *
 * @throws RangeError for a day that is none or lies before the table of rates, an amount that isn't whole cents, or an agreed
 * rate that is missing.
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

/** The interest alone, without its explanation: the same sum as {@link statutoryInterest}, for a million claims a night. */
export function interestTotal(terms: InterestTerms): Cents {
  return accrue(terms, checkTerms(terms)).total;
}

/** Which rates are due to be looked up: empty until three weeks before a half-year begins whose rates nobody has read. */
export function interestRatesDue(today: PlainDate): CheckDue[] {
  return [CONSUMER_RATES, COMMERCIAL_RATES].map((table) => checkDue(table, today)).filter((due) => due !== null);
}

/** Reads and checks the terms, and finds their rates. */
function checkTerms(terms: InterestTerms): RateSchedule {
  const { kind, principal, dueOn, until, payments = [] } = terms;
  if (cents(principal) < 0) throw new RangeError(`a principal of ${principal} cents bears no interest: it is negative`);
  for (const day of [dueOn, until]) if (!isPlainDate(day)) throw new RangeError(`"${day}" is not a day such as 2026-11-20`);
  for (const { on, amount, part } of payments) {
    if (!isPlainDate(on)) throw new RangeError(`"${on}" is not a day such as 2026-11-20`);
    if (cents(amount) < 0 && (part ?? "principal") !== "principal") {
      throw new RangeError("only a payment on the principal can be taken back by a negative amount");
    }
  }
  if (kind === "contractual") {
    if (terms.contractualRate === undefined) throw new RangeError("contractual interest needs its contractualRate, 8 for 8% a year");
    return agreedSchedule(basisPointsOf(terms.contractualRate, "contractual rate"));
  }
  if (kind !== "consumer" && kind !== "commercial") throw new RangeError(`"${kind}" is no kind of interest`);
  const schedule = statutorySchedule(kind);
  const first = schedule.starts[0]?.start ?? 0;
  if (until > dueOn && toEpochDay(dueOn) + 1 < first) {
    throw new RangeError(`${schedule.name}: the table starts on ${fromEpochDay(first)}, a claim due on ${dueOn} lies before it`);
  }
  return schedule;
}

/** The sums while days go by. */
interface Account {
  principal: Cents;
  capitalised: Cents;
  /** This year's unpaid interest, exact: its rest is in parts of INTEREST_UNIT. */
  accrued: ExactCents;
  /** Interest that is whole cents by now: capitalised, paid, or final. */
  total: Cents;
  paid: Cents;
  left: Cents;
}

type Visit = (after: number, upTo: number, sums: Readonly<Account>) => void;

/** Walks from payment to anniversary to payment. Both faces of this file use it, so that they can't differ. */
function accrue(terms: InterestTerms, schedule: RateSchedule, visit?: Visit): Account {
  const dayCount = terms.dayCount ?? "actual/365";
  const unit = INTEREST_UNIT[dayCount];
  const compounding = terms.compounding ?? terms.kind !== "contractual";
  const payments = inOrder(terms.payments ?? []);
  const due = toEpochDay(terms.dueOn);
  const until = toEpochDay(terms.until);
  const account: Account = { principal: terms.principal, capitalised: 0, accrued: { cents: 0, rest: 0 }, total: 0, paid: 0, left: 0 };
  let day = due;
  const dueParts = dateParts(terms.dueOn);
  let year = dueParts.year + 1;
  let anniversary = anniversaryOf(dueParts, year);
  let next = 0;
  for (;;) {
    for (let payment = payments[next]; payment && payment.day <= Math.min(day, until); payment = payments[next]) {
      take(account, payment, unit);
      next += 1;
    }
    if (day === anniversary) {
      if (compounding) capitalise(account, unit);
      year += 1;
      anniversary = anniversaryOf(dueParts, year);
    }
    if (day >= until) break;
    const stop = Math.min(until, anniversary, payments[next]?.day ?? until);
    visit?.(day, stop, account);
    const base = account.principal + account.capitalised;
    if (base > 0) addProduct(account.accrued, base, interestWeight(schedule, day, stop, dayCount), unit);
    day = stop;
  }
  account.total += roundHalfUp(account.accrued, unit);
  return account;
}

interface DatedPayment {
  day: number;
  amount: Cents;
  part: InterestPaymentPart;
}

function inOrder(payments: readonly InterestPayment[]): readonly DatedPayment[] {
  if (payments.length === 0) return NO_PAYMENTS;
  let sorted = true;
  let last = Number.NEGATIVE_INFINITY;
  const dated: DatedPayment[] = [];
  for (const { on, amount, part = "principal" } of payments) {
    const day = toEpochDay(on);
    dated.push({ day, amount, part });
    sorted &&= day >= last;
    last = day;
  }
  return sorted ? dated : dated.sort((a, b) => a.day - b.day);
}

const NO_PAYMENTS: readonly DatedPayment[] = [];

/** The last day of a full year after the due day; 29 February becomes the 28th in a common year. */
function anniversaryOf({ month, dayOfMonth }: { month: number; dayOfMonth: number }, year: number): number {
  return epochDayOf(year, month, month === 2 && dayOfMonth === 29 && !isLeapYear(year) ? 28 : dayOfMonth);
}

/** BW 6:119 lid 2 and 6:119a lid 3: the year's interest joins the sum. */
function capitalise(account: Account, unit: number): void {
  const interest = roundHalfUp(account.accrued, unit);
  account.accrued = { cents: 0, rest: 0 };
  account.capitalised += interest;
  account.total += interest;
}

function take(account: Account, payment: DatedPayment, unit: number): void {
  let money = payment.amount;
  if (payment.part !== "principal") money = takeInterest(account, money, unit);
  if (payment.part !== "interest") {
    const part = Math.min(money, account.principal);
    account.principal -= part;
    money -= part;
  }
  account.left += money;
}

/** Pays interest, that of full years first as it is the oldest, and gives back what is left of the money. */
function takeInterest(account: Account, money: Cents, unit: number): Cents {
  const old = Math.min(money, account.capitalised);
  account.capitalised -= old;
  account.paid += old;
  const running = roundHalfUp(account.accrued, unit);
  const paid = Math.min(money - old, running);
  if (paid > 0) {
    if (paid === running) account.accrued = { cents: 0, rest: 0 };
    else account.accrued.cents -= paid;
    account.total += paid;
    account.paid += paid;
  }
  return money - old - paid;
}
