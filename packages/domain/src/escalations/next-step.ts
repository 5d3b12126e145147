import type { Cents } from "../money";
import { addDays, daysBetween, latest, type PlainDate } from "../plain-date";
import { addBusinessDays, isBusinessDay, nextBusinessDay } from "../business-days";
import type { DebtorKind } from "../law/debtor-kind";
import type { PlanState } from "../payment-plans/plan-standing";
import type { PromiseState } from "../promises/promise-standing";
import { contactCapFreeOn, DEFAULT_CONTACT_RULES, type ContactRules } from "./contact-cap";
import { collectionAwaited, type DirectDebit } from "./direct-debit";
import { strongestHold, type Hold, type StopCode } from "./hold";
import { isMessage, ladderRoad, MIN_DAYS_BETWEEN_STEPS, payBy, type Ladder, type LadderStep } from "./ladder";
import type { LetterStanding } from "./letter-standing";

/** Why nothing happens for an invoice today. A closed list: every screen has a sentence for each. */
export const WAIT_REASONS = [
  "settled", "handed over", "stop code", "hardship", "emergency brake", "on hold", "paid according to debtor",
  "reply unread", "disputed",
  "plan proposed", "plan running", "promise open", "money on its way", "direct debit", "below minimum", "not due", "step not sent yet",
  "call open", "task open",
  "waiting for delivery", "letter not delivered", "letter term running", "letter missing", "ladder finished",
  "postponed", "step not yet due",
  "not a business day", "contact cap", "self-check failed", "autopilot off",
] as const;

export type WaitReason = (typeof WAIT_REASONS)[number];

/** Business days that the ladder waits for a call that isn't a step of its own: after a broken promise, on request. */
export const CALL_PATIENCE_DAYS = 3;

/** A step that was taken: decided on one day, really out of the house on another (or not yet). */
export interface StepTaken {
  readonly stepId: string;
  readonly takenOn: PlainDate;
  /** The day it was sent, posted, called or done; null while it isn't. */
  readonly sentOn: PlainDate | null;
  /** A human passed the step by, with a reason. It counts as taken, not as contact. */
  readonly skippedOn?: PlainDate | null;
  /** The last day to pay that the message named, when it named one. Absent: computed from the ladder. */
  readonly payBy?: PlainDate | null;
}

/** Everything that decides the next step of one invoice. Only facts and standings; what is absent doesn't apply. */
export interface ClaimFacts {
  readonly ladder: Ladder;
  readonly debtorKind: DebtorKind;
  /** What is open today, in cents: principal with whatever lawfully came on top. */
  readonly outstanding: Cents;
  /** What the invoice was for. Minimums of steps look at this. */
  readonly total: Cents;
  readonly dueOn: PlainDate;
  readonly steps: readonly StepTaken[];
  readonly holds?: readonly Hold[];
  readonly stopCode?: StopCode | null;
  readonly handedOver?: boolean;
  /** The part of the outstanding amount that is disputed and undecided. */
  readonly disputedCents?: Cents;
  /** True when the organisation goes on reminding of what isn't disputed (I-56). Default false. */
  readonly remindUndisputedPart?: boolean;
  /** The newest promise for this invoice, and the last day on which it holds the ladder. */
  readonly promise?: { readonly state: PromiseState; readonly holdsUntil: PlainDate } | null;
  readonly plan?: {
    readonly state: PlanState; readonly nextOn?: PlainDate | null; readonly answerBy?: PlainDate | null;
  } | null;
  readonly letter?: LetterStanding | null;
  /** A checkout at the bank that isn't decided yet. */
  readonly moneyOnItsWay?: boolean;
  /** We collect this invoice ourselves. */
  readonly directDebit?: DirectDebit | null;
  /**
   * A call task for this debtor that isn't from the ladder: a broken promise, "call me back". Since which day; it holds
   * {@link CALL_PATIENCE_DAYS}.
   */
  readonly openCallSince?: PlainDate | null;
  readonly failedChecks?: readonly string[];
  /** Days on which this debtor was contacted, over all invoices and channels, the last 30 days at least. */
  readonly contacts?: readonly PlainDate[];
  readonly contactRules?: ContactRules;
  /** Set by hand: not before this day. */
  readonly postponedTo?: PlainDate | null;
  /** Outstanding amounts lower than this are left in peace. */
  readonly minimumCents?: Cents;
  /** False: nothing leaves by itself; what would leave becomes a task. Default true. */
  readonly autopilot?: boolean;
}

/** Why a step is taken, in figures that a sentence can name. */
export interface StepBecause {
  readonly daysOverdue: number;
  /** The first day on which it could have been taken. */
  readonly dueSince: PlainDate;
  readonly previousStepId: string | null;
  readonly previousSentOn: PlainDate | null;
}

export interface TakeStep {
  readonly take: LadderStep;
  /** 1 the first time, 2 and more when a repeating step comes back. Part of the step's unique key. */
  readonly occurrence: number;
  /** How many messages this invoice has had when this one has left: "herinnering 2". Counts messages only. */
  readonly messageNumber: number;
  /** True when a human sends or does it: calls, tasks, hand-overs, and messages that don't go automatically. */
  readonly byHand: boolean;
  readonly because: StepBecause;
}

export interface Wait {
  readonly wait: WaitReason;
  /** The first day on which it may be different; absent when that isn't a matter of days. */
  readonly until?: PlainDate;
  readonly detail?: string;
  /** The step that waits, where there is one. With "autopilot off" it is the step to make a task of. */
  readonly step?: LadderStep;
}

export type Decision = TakeStep | Wait;

/**
 * What happens next for one invoice on one day: take this step, or wait, and why.
 *
 * Steps are taken in the order of the ladder, one a night whatever was missed (features 1.9), and a step never before
 * the one before it really left and its waiting time passed (I-31). Only days and steps decide how far an invoice is,
 * never how much of it is paid, so that a part payment can't move it to a harsher step.
 */
export function nextStep(facts: ClaimFacts, today: PlainDate): Decision {
  return stopped(facts, today) ?? letterWait(facts.letter) ?? climb(facts, today);
}

/** What stops everything, the strongest reason first. */
function stopped(facts: ClaimFacts, today: PlainDate): Wait | null {
  if (facts.outstanding <= 0) return { wait: "settled" };
  if (facts.handedOver) return { wait: "handed over" };
  if (facts.stopCode) return { wait: "stop code", detail: facts.stopCode };
  const held = holdWait(strongestHold((facts.holds ?? []).filter((hold) => hold.stops !== "reminders"), today));
  if (held) return held;
  const disputed = facts.disputedCents ?? 0;
  if (disputed > 0 && !(facts.remindUndisputedPart && disputed < facts.outstanding)) return { wait: "disputed" };
  const agreed = planWait(facts.plan) ?? promiseWait(facts.promise, today);
  if (agreed) return agreed;
  if (facts.moneyOnItsWay) return { wait: "money on its way" };
  if (facts.directDebit && collectionAwaited(facts.directDebit)) return { wait: "direct debit", detail: facts.directDebit.since };
  if (facts.outstanding < (facts.minimumCents ?? 0)) return { wait: "below minimum" };
  return facts.openCallSince ? callWait(facts.openCallSince, today) : null;
}

function holdWait(hold: Hold | null): Wait | null {
  if (!hold) return null;
  const until = hold.until === null ? {} : { until: addDays(hold.until, 1) };
  switch (hold.kind) {
    case "brake": return { wait: "emergency brake", ...until };
    case "hardship": return { wait: "hardship", ...until };
    case "paid-claim": return { wait: "paid according to debtor", ...until };
    case "reply": return { wait: "reply unread", ...until };
    default: return { wait: "on hold", ...until, detail: hold.kind };
  }
}

function planWait(plan: ClaimFacts["plan"]): Wait | null {
  if (!plan) return null;
  if (plan.state === "proposed" || plan.state === "offered") {
    return { wait: "plan proposed", ...(plan.answerBy ? { until: addDays(plan.answerBy, 1) } : {}) };
  }
  if (plan.state === "running" || plan.state === "behind") {
    return { wait: "plan running", ...(plan.nextOn ? { until: plan.nextOn } : {}) };
  }
  return null;
}

function promiseWait(promise: ClaimFacts["promise"], today: PlainDate): Wait | null {
  if (!promise || promise.state !== "open" || promise.holdsUntil < today) return null;
  return { wait: "promise open", until: addDays(promise.holdsUntil, 1) };
}

/**
 * Somebody is about to call: a message now would cross it. But a call that nobody makes doesn't stop the ladder for
 * good.
 */
function callWait(since: PlainDate, today: PlainDate): Wait | null {
  const lastDay = addBusinessDays(since, CALL_PATIENCE_DAYS);
  return today > lastDay ? null : { wait: "call open", until: addDays(lastDay, 1), detail: since };
}

/** While a letter of the law runs its course nothing else goes out: the debtor has the whole term. */
function letterWait(letter: ClaimFacts["letter"]): Wait | null {
  switch (letter?.state) {
    case "waiting for delivery": return { wait: "waiting for delivery", detail: letter.sentOn };
    case "not delivered": return { wait: "letter not delivered", detail: letter.sentOn };
    case "running": return { wait: "letter term running", until: letter.costsFrom };
    default: return null;
  }
}

/** The next step in the order of the ladder, and whether its day has come. */
function climb(facts: ClaimFacts, today: PlainDate): Decision {
  const next = stepInOrder(facts, today);
  if ("wait" in next) return next;
  const { step, occurrence, last, dueSince } = next;
  if (
    step.channel === "hand-over" && ladderRoad(facts.debtorKind) === "consumer" && facts.letter?.state !== "costs lawful"
  ) {
    return { wait: "letter missing", step };
  }
  if (facts.postponedTo && facts.postponedTo > today) return { wait: "postponed", until: facts.postponedTo, step };
  if (dueSince > today) {
    return {
      wait: step.afterDays >= 0 && facts.dueOn >= today && !last ? "not due" : "step not yet due", until: dueSince,
      step,
    };
  }
  if (!isBusinessDay(today)) return { wait: "not a business day", until: nextBusinessDay(today), step };
  const leaving = leavingWait(facts, step, today);
  if (leaving) return leaving;
  return {
    take: step,
    occurrence,
    messageNumber: messagesSent(facts) + 1,
    byHand: !step.automatic || !isMessage(step),
    because: {
      daysOverdue: daysBetween(facts.dueOn, today), dueSince,
      previousStepId: last?.stepId ?? null, previousSentOn: last?.sentOn ?? null,
    },
  };
}

/** What only concerns steps that speak to the debtor. */
function leavingWait(facts: ClaimFacts, step: LadderStep, today: PlainDate): Wait | null {
  if ((isMessage(step) || step.channel === "call") && facts.failedChecks?.length) {
    return { wait: "self-check failed", detail: facts.failedChecks.join(", "), step };
  }
  if (!isMessage(step)) return null;
  const held = step.legal ? null : holdWait(strongestHold(facts.holds ?? [], today));
  if (held) return { ...held, step };
  const freeOn = step.legal ? today : contactCapFreeOn(
    facts.contacts ?? [], today, facts.contactRules ?? DEFAULT_CONTACT_RULES,
  );
  if (freeOn > today) return { wait: "contact cap", until: nextBusinessDay(freeOn), step };
  return facts.autopilot === false && step.automatic ? { wait: "autopilot off", step } : null;
}

interface StepInOrder {
  readonly step: LadderStep;
  readonly occurrence: number;
  readonly last: StepTaken | null;
  readonly dueSince: PlainDate;
}

function stepInOrder(facts: ClaimFacts, today: PlainDate): StepInOrder | Wait {
  const { steps } = facts.ladder;
  const furthest = facts.steps.reduce(
    (far, taken) => Math.max(far, steps.findIndex((step) => step.id === taken.stepId)), -1,
  );
  const pending = facts.steps.find((taken) => taken.sentOn === null && !taken.skippedOn);
  if (pending) return pendingWait(pending, steps.find((step) => step.id === pending.stepId));
  const last = lastSent(facts.steps);
  const found = steps.findIndex((step, index) => index > furthest && concerns(step, facts, today));
  const step = steps[found] ?? repeating(steps[furthest]);
  if (!step) return { wait: "ladder finished" };
  const occurrence = facts.steps.filter((taken) => taken.stepId === step.id).length + 1;
  const wait = (found >= 0 ? step.minDaysAfterPrevious : step.repeatEveryDays) ?? MIN_DAYS_BETWEEN_STEPS;
  let dueSince = addDays(facts.dueOn, step.afterDays);
  if (last?.sentOn) dueSince = latest(dueSince, addDays(last.sentOn, wait));
  const named = lastDayNamed(facts);
  // We named a day to pay by. Until it has passed nobody hears from us.
  if (named) dueSince = latest(dueSince, addDays(named, 1));
  return { step, occurrence, last, dueSince: nextBusinessDay(dueSince) };
}

function pendingWait(pending: StepTaken, step: LadderStep | undefined): Wait {
  const wait = step?.channel === "call" ? "call open" : step && !isMessage(step) ? "task open" : "step not sent yet";
  return { wait, detail: pending.takenOn, ...(step ? { step } : {}) };
}

/**
 * Whether a step is for this invoice at all. A note that a day is coming is no longer true once that day is here;
 * everything else looks at facts that a payment doesn't change.
 */
function concerns(step: LadderStep, facts: ClaimFacts, today: PlainDate): boolean {
  if (step.onlyFor && step.onlyFor !== ladderRoad(facts.debtorKind)) return false;
  if (step.minimumCents !== undefined && facts.total < step.minimumCents) return false;
  return step.afterDays >= 0 || today < facts.dueOn;
}

function repeating(step: LadderStep | undefined): LadderStep | undefined {
  return step?.repeatEveryDays === undefined ? undefined : step;
}

function lastSent(steps: readonly StepTaken[]): StepTaken | null {
  let last: StepTaken | null = null;
  for (const taken of steps) if (taken.sentOn && (!last?.sentOn || taken.sentOn >= last.sentOn)) last = taken;
  return last;
}

/** The latest day to pay by that any message of this invoice named. */
function lastDayNamed(facts: ClaimFacts): PlainDate | null {
  let named: PlainDate | null = null;
  for (const taken of facts.steps) {
    if (!taken.sentOn) continue;
    const step = facts.ladder.steps.find((candidate) => candidate.id === taken.stepId);
    const day = taken.payBy !== undefined ? taken.payBy : step ? payBy(step, taken.sentOn) : null;
    if (day && (!named || day > named)) named = day;
  }
  return named;
}

function messagesSent(facts: ClaimFacts): number {
  const ids = new Set(facts.ladder.steps.filter((step) => !isMessage(step)).map((step) => step.id));
  return facts.steps.filter((taken) => taken.sentOn && !ids.has(taken.stepId)).length;
}
