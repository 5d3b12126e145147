import { addBusinessDays } from "../business-days";
import type { Cents } from "../money";
import { addDays, type PlainDate } from "../plain-date";

/** `proposed` by the debtor or `offered` by us, both unanswered; `lapsed` was an offer nobody answered in time. */
export const PLAN_STATES = [
  "proposed", "offered", "running", "behind", "broken", "finished", "cancelled", "declined", "lapsed",
] as const;

export type PlanState = (typeof PLAN_STATES)[number];

export interface PlanFacts {
  readonly proposedBy: "debtor" | "staff";
  /** In order of their days. */
  readonly instalments: readonly { readonly number: number; readonly dueOn: PlainDate; readonly cents: Cents }[];
  readonly offerEndsOn?: PlainDate | null;
  readonly acceptedOn?: PlainDate | null;
  readonly declinedOn?: PlainDate | null;
  readonly cancelledOn?: PlainDate | null;
  /** Business days that a term may be late, as the policy was at acceptance. */
  readonly graceDays: number;
}

/**
 * Money that was allocated to the invoices of the plan, since it was accepted. A reversal is a negative amount on its
 * own day.
 */
export interface PlanPayment {
  readonly receivedOn: PlainDate;
  readonly cents: Cents;
}

export type InstalmentState = "paid" | "partly" | "due" | "missed" | "coming";

export interface InstalmentStanding {
  readonly number: number;
  readonly dueOn: PlainDate;
  readonly cents: Cents;
  readonly paidCents: Cents;
  readonly openCents: Cents;
  /** The last day on which paying it keeps the plan whole. */
  readonly graceEndsOn: PlainDate;
  /** `due` is today or within grace, `missed` is open after its grace, `partly` is paid in part before its day. */
  readonly state: InstalmentState;
}

export interface PlanStanding {
  readonly state: PlanState;
  readonly totalCents: Cents;
  /** What counts for the plan, never more than its total. */
  readonly paidCents: Cents;
  readonly remainingCents: Cents;
  /** Received above the plan's total: it belongs elsewhere. */
  readonly surplusCents: Cents;
  /** The first term that isn't paid in full; null when there is none. */
  readonly next: InstalmentStanding | null;
  readonly missed: readonly InstalmentStanding[];
  readonly instalments: readonly InstalmentStanding[];
  /** The day on which the plan broke: the day after the grace of the first term that wasn't paid. */
  readonly brokenOn: PlainDate | null;
  readonly finishedOn: PlainDate | null;
}

/**
 * How a plan stands on a day, from its terms and the money that came in.
 *
 * Money fills the terms in their order, so paying early or double shortens what is left and never makes a term negative
 * (I-53). A plan breaks when a term is unpaid after its grace. That is decided by the days of the payments, not by when
 * somebody looks, and money that comes later doesn't mend it (I-52): a new plan does.
 */
export function planStanding(plan: PlanFacts, payments: readonly PlanPayment[], today: PlainDate): PlanStanding {
  const known = payments.filter((payment) => payment.receivedOn <= today).sort(
    (a, b) => (a.receivedOn < b.receivedOn ? -1 : 1),
  );
  const total = plan.instalments.reduce((all, { cents }) => all + cents, 0);
  const received = Math.max(0, known.reduce((all, { cents }) => all + cents, 0));
  const instalments = fillInstalments(plan, received, today);
  const paidCents = Math.min(received, total);
  const brokenOn = plan.acceptedOn ? firstBreak(plan, known, today) : null;
  const finishedOn = plan.acceptedOn && received >= total ? dayReached(known, total) : null;
  const missed = instalments.filter(({ state }) => state === "missed");
  return {
    state: planState(
      plan, { brokenOn, finishedOn, late: instalments.some((term) => term.openCents > 0 && term.dueOn < today) }, today,
    ),
    totalCents: total, paidCents, remainingCents: total - paidCents, surplusCents: received - paidCents,
    next: instalments.find(({ openCents }) => openCents > 0) ?? null,
    missed, instalments, brokenOn, finishedOn,
  };
}

interface Course { readonly brokenOn: PlainDate | null; readonly finishedOn: PlainDate | null; readonly late: boolean }

function planState(plan: PlanFacts, { brokenOn, finishedOn, late }: Course, today: PlainDate): PlanState {
  // What ended first wins: a plan that was broken before it was cancelled stays broken.
  if (brokenOn && !(plan.cancelledOn && plan.cancelledOn < brokenOn)) return "broken";
  if (plan.cancelledOn && plan.cancelledOn <= today) return "cancelled";
  if (plan.declinedOn && plan.declinedOn <= today) return "declined";
  if (!plan.acceptedOn) {
    if (plan.offerEndsOn && plan.offerEndsOn < today) return "lapsed";
    return plan.proposedBy === "debtor" ? "proposed" : "offered";
  }
  if (finishedOn) return "finished";
  return late ? "behind" : "running";
}

function fillInstalments(plan: PlanFacts, received: Cents, today: PlainDate): InstalmentStanding[] {
  let left = received;
  return plan.instalments.map((term) => {
    const paidCents = Math.min(left, term.cents);
    left -= paidCents;
    const openCents = term.cents - paidCents;
    const graceEndsOn = addBusinessDays(term.dueOn, plan.graceDays);
    return {
      ...term, paidCents, openCents, graceEndsOn,
      state: instalmentState(term.dueOn, graceEndsOn, openCents, paidCents, today),
    };
  });
}

function instalmentState(
  dueOn: PlainDate, graceEndsOn: PlainDate, openCents: Cents, paidCents: Cents, today: PlainDate,
): InstalmentState {
  if (openCents === 0) return "paid";
  if (graceEndsOn < today) return "missed";
  if (dueOn <= today) return "due";
  return paidCents > 0 ? "partly" : "coming";
}

/** The day after the grace of the first term that wasn't covered by then; null while all are. */
function firstBreak(plan: PlanFacts, payments: readonly PlanPayment[], today: PlainDate): PlainDate | null {
  let owed = 0;
  for (const term of plan.instalments) {
    owed += term.cents;
    const graceEndsOn = addBusinessDays(term.dueOn, plan.graceDays);
    if (graceEndsOn >= today) return null;
    const paid = payments.reduce((all, payment) => (payment.receivedOn <= graceEndsOn ? all + payment.cents : all), 0);
    if (paid < owed) return addDays(graceEndsOn, 1);
  }
  return null;
}

function dayReached(payments: readonly PlanPayment[], total: Cents): PlainDate | null {
  let paid = 0;
  for (const payment of payments) {
    paid += payment.cents;
    if (paid >= total) return payment.receivedOn;
  }
  return payments.at(-1)?.receivedOn ?? null;
}
