import { addDays, MAX_PLAN_INSTALMENTS, planSchedule, type Cents, type PlainDate, type PlanPolicy } from "@tegemoet/domain";

/** Days between today and the first term at least, so that the message before it can arrive. */
const NOTICE = 3;
const STEP = 500;

/** What the slider offers: whole steps of five euros inside the policy. The number field takes what lies outside. */
export interface PlanSlider {
  readonly min: Cents;
  readonly max: Cents;
  readonly step: Cents;
  readonly start: Cents;
  /** The least that still makes a schedule at all. */
  readonly lowest: Cents;
}

/** The slider for a total: from the least the policy allows up to about half, so that there are two terms or more. */
export function sliderOf(total: Cents, policy: PlanPolicy): PlanSlider {
  const up = (cents: Cents) => Math.ceil(cents / STEP) * STEP;
  const count = Math.max(2, Math.min(policy.maxInstalments, policy.maxMonths));
  const min = up(Math.max(policy.minInstalmentCents, total / count));
  const max = Math.max(min, up(total / 2));
  const start = Math.min(max, Math.max(min, up(total / Math.min(count, 4))));
  return { min, max, step: STEP, start: start < total ? start : Math.ceil(total / 2), lowest: Math.max(1, Math.ceil(total / MAX_PLAN_INSTALMENTS)) };
}

/** The two first days on that day of the month that leave time for a message before. */
export function firstDays(today: PlainDate, dayOfMonth: number): PlainDate[] {
  const from = addDays(today, NOTICE);
  return planSchedule({ total: 2, count: 2, firstOn: from, every: "month", dayOfMonth }).map(({ dueOn }) => dueOn);
}
