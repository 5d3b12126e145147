import type { Cents } from "../money";
import type { PlainDate } from "../plain-date";
import { isGoldenDay } from "./golden-hours";

/** What is known about one call to make. */
export interface CallFacts {
  readonly id: string;
  /** What is overdue, net of part payments and of what is in a plan, in cents. */
  readonly overdueCents: Cents;
  /** Days that the oldest of it is late. */
  readonly daysOverdue: number;
  /** Promises this debtor broke in the last year. */
  readonly brokenPromises?: number;
  /** Kept in the last year: who keeps their word is worth a call. */
  readonly keptPromises?: number;
  /** A promise or plan was broken since the last call. */
  readonly justBroken?: boolean;
  /** The debtor asked to be called then. */
  readonly askedForOn?: PlainDate | null;
  readonly askedForMinute?: number | null;
  /** Calls that nobody answered since somebody last did. */
  readonly triesUnanswered?: number;
  /** A first call of the ladder, that prefers Monday and Tuesday. */
  readonly firstCall?: boolean;
}

/** Why a call stands where it stands. The screen has words for each. */
export const CALL_REASONS = [
  "askedFor", "justBroken", "brokenPromise", "keepsWord", "amount", "age", "goldenDay", "triedOften",
] as const;

export type CallReason = (typeof CALL_REASONS)[number];

export interface RankedCall {
  readonly id: string;
  /** Higher is sooner. Comparable within one list only. */
  readonly score: number;
  /** The strongest reason first; at least one. */
  readonly reasons: readonly CallReason[];
}

const LARGE: Cents = 100_000;
const OLD_DAYS = 30;

/**
 * The calls of a day in the order to make them, each with why: first who asked to be called, then by expected value.
 * That is the amount, times what its age, broken promises and earlier fruitless tries make of it.
 *
 * The same facts always give the same order: what scores alike stands by age, then by id.
 */
export function rankCalls(calls: readonly CallFacts[], today: PlainDate): RankedCall[] {
  const ages = new Map(calls.map((call) => [call.id, call.daysOverdue]));
  return calls
    .map((call) => ({ id: call.id, score: callScore(call, today), reasons: callReasons(call, today) }))
    .sort((a, b) => b.score - a.score || (ages.get(b.id) ?? 0) - (ages.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
}

function callScore(call: CallFacts, today: PlainDate): number {
  const age = 1 + Math.min(call.daysOverdue, 120) / 30;
  const broken = 0.25 * Math.min(call.brokenPromises ?? 0, 4) + (call.justBroken ? 1 : 0);
  const word = 1 + broken + ((call.keptPromises ?? 0) > 0 ? 0.15 : 0);
  const golden = call.firstCall && isGoldenDay(today) ? 1.2 : 1;
  const tried = 1 / (1 + 0.15 * Math.min(call.triesUnanswered ?? 0, 6));
  // An appointment stands above every amount: the largest amount we count is 10¹² cents.
  const appointment = call.askedForOn && call.askedForOn <= today ? 1e15 - (call.askedForMinute ?? 0) * 1e9 : 0;
  return Math.round(appointment + call.overdueCents * age * word * golden * tried);
}

function callReasons(call: CallFacts, today: PlainDate): CallReason[] {
  const reasons: CallReason[] = [];
  if (call.askedForOn && call.askedForOn <= today) reasons.push("askedFor");
  if (call.justBroken) reasons.push("justBroken");
  else if ((call.brokenPromises ?? 0) > 0) reasons.push("brokenPromise");
  if (call.overdueCents >= LARGE) reasons.push("amount");
  if (call.daysOverdue >= OLD_DAYS) reasons.push("age");
  if (call.firstCall && isGoldenDay(today)) reasons.push("goldenDay");
  if ((call.keptPromises ?? 0) > 0 && !call.justBroken) reasons.push("keepsWord");
  if ((call.triesUnanswered ?? 0) >= 2) reasons.push("triedOften");
  return reasons.length > 0 ? reasons : [call.daysOverdue > 0 ? "age" : "amount"];
}
