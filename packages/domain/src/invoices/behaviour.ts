import { daysBetween, type PlainDate } from "../plain-date";

/** An invoice that was paid in full. */
export interface PaidInvoice {
  readonly dueOn: PlainDate;
  /** The day on which the last of it came in. */
  readonly paidOn: PlainDate;
}

export type BehaviourTrend = "faster" | "steady" | "slower";

/** How somebody pays, in figures that can be explained. */
export interface PaymentBehaviour {
  readonly paidInvoices: number;
  /** Mean days late over all of them, one decimal; early counts as negative. Null when nothing was paid yet. */
  readonly averageDaysLate: number | null;
  /** Newer half against older half of the last twelve; null with fewer than four. */
  readonly trend: BehaviourTrend | null;
  /** Of the last twelve, the oldest first: what the small chart draws. */
  readonly lastDaysLate: readonly number[];
}

const LAST = 12;
const ENOUGH_FOR_TREND = 4;
/** Fewer days between the halves than this is no trend. */
const NOTICEABLE_DAYS = 3;

/** How a debtor paid so far (features 10.2). The order of the payments doesn't matter. */
export function behaviour(payments: readonly PaidInvoice[]): PaymentBehaviour {
  const inOrder = [...payments].sort(
    (a, b) => (a.paidOn === b.paidOn ? (a.dueOn < b.dueOn ? -1 : 1) : a.paidOn < b.paidOn ? -1 : 1),
  );
  const late = inOrder.map(({ dueOn, paidOn }) => daysBetween(dueOn, paidOn));
  const last = late.slice(-LAST);
  return {
    paidInvoices: late.length,
    averageDaysLate: late.length === 0 ? null : Math.round(mean(late) * 10) / 10 || 0,
    trend: trendOf(last),
    lastDaysLate: last,
  };
}

function trendOf(last: readonly number[]): BehaviourTrend | null {
  if (last.length < ENOUGH_FOR_TREND) return null;
  const half = Math.floor(last.length / 2);
  const change = mean(last.slice(-half)) - mean(last.slice(0, half));
  if (Math.abs(change) < NOTICEABLE_DAYS) return "steady";
  return change > 0 ? "slower" : "faster";
}

function mean(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0) / values.length;
}
