import { sum, type Cents } from "../money";
import { addDays, addMonths, type PlainDate } from "../plain-date";

/** What an organisation allows without a human looking. Days are calendar days, except where said. */
export interface PlanPolicy {
  /** The least a term may be; the last term may be lower, as it takes the difference. */
  readonly minInstalmentCents: Cents;
  readonly maxInstalments: number;
  /** The last term lies at most so many months after today. */
  readonly maxMonths: number;
  readonly minTotalCents: Cents;
  readonly firstWithinDays: number;
  /** Business days that a term may be late before the plan is broken. */
  readonly graceDays: number;
  /** Business days in which a proposal outside the policy is answered. */
  readonly answerWithinDays: number;
}

export const DEFAULT_PLAN_POLICY: PlanPolicy = {
  minInstalmentCents: 2_500, maxInstalments: 6, maxMonths: 6, minTotalCents: 5_000, firstWithinDays: 31, graceDays: 3,
  answerWithinDays: 2,
};

export interface PlanProposal {
  /** What the plan must pay: the open amount of its invoices. */
  readonly total: Cents;
  readonly instalments: readonly { readonly dueOn: PlainDate; readonly cents: Cents }[];
}

/** Rules of the policy: a human may say yes where one of these is broken. */
export const PLAN_POLICY_RULES = [
  "totalTooSmall", "instalmentTooSmall", "tooManyInstalments", "lastsTooLong", "startsTooLate",
] as const;

/** Faults of the schedule itself: nobody can accept such a plan. */
export const PLAN_SCHEDULE_RULES = [
  "noInstalments", "notPositive", "sumDiffers", "daysNotAscending", "dayPast",
] as const;

export type PlanRule = (typeof PLAN_POLICY_RULES)[number] | (typeof PLAN_SCHEDULE_RULES)[number];

/** Cents, a count, or a day: which of them the rule tells. */
type Figure = number | PlainDate;

export interface PlanFault {
  readonly rule: PlanRule;
  /** What the rule allows, in cents, a count, or a day. */
  readonly limit: Figure;
  readonly was: Figure;
  /** False: the schedule itself is wrong, and nobody may accept it. True: outside the policy, a human decides. */
  readonly acceptable: boolean;
}

/** The last day on which the last term of a plan may fall, for a plan that is made today. */
export function lastPlanDay(policy: Pick<PlanPolicy, "maxMonths">, today: PlainDate): PlainDate {
  return addMonths(today, policy.maxMonths);
}

/**
 * Where a proposal lies outside the policy; empty means an instant yes. The portal and the server ask this same
 * function.
 */
export function planFaults(proposal: PlanProposal, policy: PlanPolicy, today: PlainDate): PlanFault[] {
  const broken = scheduleFaults(proposal, today);
  if (broken.length > 0) return broken;
  const { instalments, total } = proposal;
  const faults: PlanFault[] = [];
  const outside = (rule: PlanRule, limit: Figure, was: Figure) => faults.push({ rule, limit, was, acceptable: true });
  if (total < policy.minTotalCents) outside("totalTooSmall", policy.minTotalCents, total);
  const regular = instalments.length > 1 ? instalments.slice(0, -1) : instalments;
  const smallest = Math.min(...regular.map(({ cents }) => cents));
  if (smallest < policy.minInstalmentCents && smallest < total) outside(
    "instalmentTooSmall", policy.minInstalmentCents, smallest,
  );
  if (instalments.length > policy.maxInstalments) outside(
    "tooManyInstalments", policy.maxInstalments, instalments.length,
  );
  const first = instalments[0]?.dueOn ?? today;
  const last = instalments.at(-1)?.dueOn ?? today;
  const lastAllowed = lastPlanDay(policy, today);
  if (last > lastAllowed) outside("lastsTooLong", lastAllowed, last);
  const firstAllowed = addDays(today, policy.firstWithinDays);
  if (first > firstAllowed) outside("startsTooLate", firstAllowed, first);
  return faults;
}

function scheduleFaults({ total, instalments }: PlanProposal, today: PlainDate): PlanFault[] {
  const fault = (rule: PlanRule, limit: Figure, was: Figure): PlanFault => ({ rule, limit, was, acceptable: false });
  const first = instalments[0];
  if (!first) return [fault("noInstalments", 1, 0)];
  const faults: PlanFault[] = [];
  const lowest = Math.min(...instalments.map(({ cents }) => cents));
  if (
    !(lowest > 0) || !instalments.every(({ cents }) => Number.isSafeInteger(cents))
  ) return [fault("notPositive", 1, lowest)];
  const planned = sum(instalments.map(({ cents }) => cents));
  if (planned !== total) faults.push(fault("sumDiffers", total, planned));
  const early = instalments.find(({ dueOn }, index) => index > 0 && dueOn <= (instalments[index - 1]?.dueOn ?? ""));
  if (early) faults.push(fault("daysNotAscending", "", early.dueOn));
  if (first.dueOn < today) faults.push(fault("dayPast", today, first.dueOn));
  return faults;
}
