import { multiplyRatio, type Cents } from "../money";
import { addDays, addMonths, type PlainDate } from "../plain-date";
import { Refusal } from "../refusal";

export type PlanRhythm = "month" | "week" | "two-weeks";

/** One term of a payment plan. */
export interface PlannedInstalment {
  readonly number: number;
  readonly dueOn: PlainDate;
  readonly cents: Cents;
}

/** What a debtor or colleague chooses: how many terms, or how much a term; from which day; how often. */
export interface PlanChoice {
  readonly total: Cents;
  readonly count?: number;
  readonly instalmentCents?: Cents;
  readonly firstOn: PlainDate;
  readonly every: PlanRhythm;
  /**
   * With "month": the day of the month to pay, 1 to 31. The first term is then the first such day on or after
   * `firstOn`.
   */
  readonly dayOfMonth?: number;
}

/** More terms than this nobody plans, whatever the policy says. */
export const MAX_PLAN_INSTALMENTS = 120;

/**
 * The terms of a plan. They sum to the total to the cent, the last takes the difference, and their days ascend.
 *
 * `planSchedule({ total: 35000, count: 3, firstOn: "2026-12-01", every: "month" })` is 116,67 + 116,67 + 116,66 on the
 * first of three months. A day that a month lacks is its last day: from 31 January by way of 28 February to 31 March.
 *
 * Refuses with AMOUNT_NOT_POSITIVE, or INPUT_INVALID with the field at fault.
 */
export function planSchedule(choice: PlanChoice): PlannedInstalment[] {
  if (!(choice.total > 0)) throw new Refusal("AMOUNT_NOT_POSITIVE", { cents: choice.total });
  const amounts = instalmentAmounts(choice);
  const first = firstDay(choice);
  return amounts.map((cents, index) => ({ number: index + 1, dueOn: instalmentDay(first, index, choice), cents }));
}

function instalmentAmounts({ total, count, instalmentCents }: PlanChoice): Cents[] {
  if (count !== undefined) {
    const most = Math.min(MAX_PLAN_INSTALMENTS, total);
    if (!Number.isSafeInteger(count) || count < 1 || count > most) throw new Refusal(
      "INPUT_INVALID", { field: "count", least: 1, most },
    );
    const rounded = multiplyRatio(total, 1, count);
    // Rounded up, small totals over many terms would leave nothing, or less, for the last.
    const each = total - rounded * (count - 1) >= 1 ? rounded : Math.floor(total / count);
    return [...Array<Cents>(count - 1).fill(each), total - each * (count - 1)];
  }
  const least = Math.ceil(total / MAX_PLAN_INSTALMENTS);
  if (instalmentCents === undefined || !Number.isSafeInteger(instalmentCents) || instalmentCents < least) {
    throw new Refusal("INPUT_INVALID", { field: "instalmentCents", least });
  }
  const terms = Math.ceil(total / instalmentCents);
  return [...Array<Cents>(terms - 1).fill(instalmentCents), total - instalmentCents * (terms - 1)];
}

function firstDay({ firstOn, every, dayOfMonth }: PlanChoice): PlainDate {
  if (every !== "month" || dayOfMonth === undefined) return firstOn;
  if (!Number.isSafeInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > 31) {
    throw new Refusal("INPUT_INVALID", { field: "dayOfMonth", least: 1, most: 31 });
  }
  const inThisMonth = onDayOfMonth(firstOn, dayOfMonth, 0);
  return inThisMonth >= firstOn ? inThisMonth : onDayOfMonth(firstOn, dayOfMonth, 1);
}

function instalmentDay(first: PlainDate, index: number, { every, dayOfMonth }: PlanChoice): PlainDate {
  if (every === "month") return onDayOfMonth(first, dayOfMonth ?? Number(first.slice(8)), index);
  return addDays(first, index * (every === "week" ? 7 : 14));
}

/** That day in the month that lies so many months after the month of `from`, or its last day. */
function onDayOfMonth(from: PlainDate, dayOfMonth: number, months: number): PlainDate {
  const firstOfMonth = addMonths(`${from.slice(0, 7)}-01`, months);
  const lastOfMonth = addDays(addMonths(firstOfMonth, 1), -1);
  const day = `${firstOfMonth.slice(0, 7)}-${String(dayOfMonth).padStart(2, "0")}`;
  return day <= lastOfMonth ? day : lastOfMonth;
}
