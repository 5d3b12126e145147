import {
  letterStanding, nextStep, planStanding, promiseStanding, type ClaimFacts, type ContactRules, type Decision, type Ladder, type PlainDate,
} from "@tegemoet/domain";
import type { ClaimFactsRow } from "./claim-facts.queries";

/** By what one claim is decided. */
export interface ClaimRules {
  readonly ladder: Ladder;
  readonly contactRules: ContactRules;
  readonly toleranceCents: number;
  /** An invoice of which less than this is open is left in peace. */
  readonly minimumCents: number;
}

/** The facts of one invoice in the words of the domain: stored facts in, computed standing beside them. */
export function claimFactsOf(row: ClaimFactsRow, rules: ClaimRules, today: PlainDate, failedChecks: readonly string[] = []): ClaimFacts {
  const promise = row.promise && promiseStanding(
    { cents: row.promise.cents, byDay: row.promise.byDay, madeOn: row.promise.madeOn, cancelledOn: row.promise.cancelledOn },
    row.promise.payments, today, { toleranceCents: rules.toleranceCents, graceDays: 2 },
  );
  const plan = row.plan && planStanding(
    { proposedBy: row.plan.proposedBy, instalments: row.plan.instalments, acceptedOn: row.plan.acceptedOn, graceDays: row.plan.graceDays }, row.plan.payments, today);
  return {
    ladder: rules.ladder,
    debtorKind: row.debtorKind,
    outstanding: row.openCents,
    total: row.totalCents,
    dueOn: row.dueOn,
    steps: row.steps,
    holds: row.holds,
    stopCode: row.stopCode,
    handedOver: row.handedOver,
    disputedCents: row.disputedCents,
    promise: promise && { state: promise.state, holdsUntil: promise.holdsUntil },
    plan: plan && { state: plan.state, nextOn: plan.next?.dueOn ?? null, answerBy: row.plan?.answerBy ?? null },
    letter: row.letter && letterStanding(row.letter, today),
    moneyOnItsWay: row.moneyOnItsWay,
    directDebit: row.directDebit,
    openCallSince: row.openCallSince,
    postponedTo: row.postponedTo,
    failedChecks,
    contacts: row.contacts,
    contactRules: rules.contactRules,
    minimumCents: rules.minimumCents,
    autopilot: row.autopilot,
  };
}

/** The next step of one invoice on a day, by the domain's rule. */
export function decideClaim(row: ClaimFactsRow, rules: ClaimRules, today: PlainDate, failedChecks: readonly string[] = []): Decision {
  return nextStep(claimFactsOf(row, rules, today, failedChecks), today);
}
