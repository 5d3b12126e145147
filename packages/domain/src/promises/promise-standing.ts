import { addBusinessDays, isBusinessDay } from "../business-days";
import type { Cents } from "../money";
import { addDays, daysBetween, type PlainDate } from "../plain-date";

export const PROMISE_STATES = ["open", "kept", "partly", "broken", "cancelled"] as const;

export type PromiseState = (typeof PROMISE_STATES)[number];

export interface PromiseFacts {
  readonly cents: Cents;
  /** The last day on which it was promised. */
  readonly byDay: PlainDate;
  readonly madeOn: PlainDate;
  readonly cancelledOn?: PlainDate | null;
}

/** Money allocated to the invoices of the promise. A reversal is a negative amount on its own day. */
export interface PromisePayment {
  readonly receivedOn: PlainDate;
  readonly cents: Cents;
}

export interface PromisePolicy {
  /** So much too little still counts as kept. */
  readonly toleranceCents: Cents;
  /** Business days that banks and weekends get. */
  readonly graceDays: number;
}

export const DEFAULT_PROMISE_POLICY: PromisePolicy = { toleranceCents: 100, graceDays: 2 };

export interface PromiseStanding {
  readonly state: PromiseState;
  readonly paidCents: Cents;
  readonly missingCents: Cents;
  /** The last day on which the ladder waits for it. */
  readonly holdsUntil: PlainDate;
  /** The business day before the promised day, when a friendly word helps; null when it was promised shortly before. */
  readonly nudgeOn: PlainDate | null;
  /** The day on which it was kept, or known to be partly or not kept; null while open. */
  readonly decidedOn: PlainDate | null;
}

/** Promised fewer days ahead than this, a reminder of the promise would only be a nuisance. */
const NUDGE_FROM_DAYS = 4;

/**
 * How a promise to pay stands on a day. Decided by the days of the payments, not by when somebody looks: what arrives
 * after the grace doesn't keep it any more. Promised for Friday 27 November with two days of grace, it holds until
 * Tuesday 1 December.
 */
export function promiseStanding(
  promise: PromiseFacts, payments: readonly PromisePayment[], today: PlainDate,
  policy: PromisePolicy = DEFAULT_PROMISE_POLICY,
): PromiseStanding {
  const holdsUntil = addBusinessDays(promise.byDay, policy.graceDays);
  const inTime = payments
    .filter(({ receivedOn }) => receivedOn >= promise.madeOn && receivedOn <= holdsUntil && receivedOn <= today)
    .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const paidCents = Math.max(0, inTime.reduce((all, { cents }) => all + cents, 0));
  const missingCents = Math.max(0, promise.cents - paidCents);
  // A tolerance larger than the promise itself must not keep it without a cent.
  const enough = Math.max(1, promise.cents - policy.toleranceCents);
  const standing = { paidCents, missingCents, holdsUntil, nudgeOn: nudgeDay(promise) };
  if (paidCents >= enough) return { ...standing, state: "kept", decidedOn: dayReached(inTime, enough) };
  if (promise.cancelledOn && promise.cancelledOn <= today && promise.cancelledOn <= holdsUntil) {
    return { ...standing, state: "cancelled", decidedOn: promise.cancelledOn };
  }
  if (today <= holdsUntil) return { ...standing, state: "open", decidedOn: null };
  return { ...standing, state: paidCents > 0 ? "partly" : "broken", decidedOn: addDays(holdsUntil, 1) };
}

function dayReached(payments: readonly PromisePayment[], enough: Cents): PlainDate | null {
  let paid = 0;
  for (const payment of payments) {
    paid += payment.cents;
    if (paid >= enough) return payment.receivedOn;
  }
  return null;
}

function nudgeDay({ byDay, madeOn }: PromiseFacts): PlainDate | null {
  if (daysBetween(madeOn, byDay) < NUDGE_FROM_DAYS) return null;
  let day = addDays(byDay, -1);
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day > madeOn ? day : null;
}
