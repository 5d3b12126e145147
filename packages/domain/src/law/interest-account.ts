import type { Cents } from "../money";
import { dateParts, epochDayOf, isLeapYear, toEpochDay } from "../plain-date";
import { addProduct, roundHalfUp, type ExactCents } from "./exact-cents";
import { INTEREST_UNIT, interestWeight, type RateSchedule } from "./interest-days";
import type { InterestPayment, InterestPaymentPart, InterestTerms } from "./interest-terms";

/** The sums while days go by. */
export interface InterestAccount {
  principal: Cents;
  capitalised: Cents;
  /** This year's unpaid interest, exact: its rest is in parts of INTEREST_UNIT. */
  accrued: ExactCents;
  /** Interest that is whole cents by now: capitalised, paid, or final. */
  total: Cents;
  paid: Cents;
  left: Cents;
}

export type Visit = (after: number, upTo: number, sums: Readonly<InterestAccount>) => void;

/** Walks from payment to anniversary to payment. Both faces of this file use it, so that they can't differ. */
export function accrue(terms: InterestTerms, schedule: RateSchedule, visit?: Visit): InterestAccount {
  const dayCount = terms.dayCount ?? "actual/365";
  const unit = INTEREST_UNIT[dayCount];
  const compounding = terms.compounding ?? terms.kind !== "contractual";
  const payments = inOrder(terms.payments ?? []);
  const due = toEpochDay(terms.dueOn);
  const until = toEpochDay(terms.until);
  const account: InterestAccount = {
    principal: terms.principal,
    capitalised: 0,
    accrued: { cents: 0, rest: 0 },
    total: 0,
    paid: 0,
    left: 0,
  };
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
function capitalise(account: InterestAccount, unit: number): void {
  const interest = roundHalfUp(account.accrued, unit);
  account.accrued = { cents: 0, rest: 0 };
  account.capitalised += interest;
  account.total += interest;
}

function take(account: InterestAccount, payment: DatedPayment, unit: number): void {
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
function takeInterest(account: InterestAccount, money: Cents, unit: number): Cents {
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
