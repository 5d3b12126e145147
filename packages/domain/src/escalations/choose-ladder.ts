import type { DebtorKind } from "../law/debtor-kind";
import type { Cents } from "../money";

/** How somebody paid so far: nothing paid yet, in time, or late as a habit. */
export const PAYER_HISTORIES = ["new", "prompt", "late"] as const;

export type PayerHistory = (typeof PAYER_HISTORIES)[number];

/** What makes a claim less certain, as far as we hold a fact for it. */
export const LADDER_RISKS = ["broken-agreement", "charged-back"] as const;

export type LadderRisk = (typeof LADDER_RISKS)[number];

/** Mean days late, over the last twelve paid invoices, from which somebody pays late as a habit. */
export const LATE_FROM_DAYS = 15;

/**
 * Whom a ladder is for. What is absent, or an empty list, asks nothing; of a list one is enough; all that is asked holds
 * together.
 */
export interface LadderConditions {
  readonly kinds?: readonly DebtorKind[];
  readonly languages?: readonly ("nl" | "en")[];
  readonly segments?: readonly string[];
  /** All that the debtor has open, credits taken off: at least this. */
  readonly minimumOpenCents?: Cents;
  /** All that the debtor has open, credits taken off: less than this. */
  readonly belowOpenCents?: Cents;
  readonly histories?: readonly PayerHistory[];
  readonly risks?: readonly LadderRisk[];
}

/** What the rules look at, of one debtor on one day. */
export interface LadderChoiceFacts {
  readonly kind: DebtorKind;
  readonly language: "nl" | "en";
  readonly segment: string | null;
  readonly openCents: Cents;
  readonly history: PayerHistory;
  readonly risks: readonly LadderRisk[];
}

export interface LadderCandidate {
  readonly ladderId: string;
  /** The lowest is tried first. */
  readonly rank: number;
  readonly conditions: LadderConditions;
  readonly isDefault: boolean;
}

/** How somebody paid so far, from the mean of the last invoices they paid; null when they paid none. */
export function payerHistory(averageDaysLate: number | null): PayerHistory {
  if (averageDaysLate === null) return "new";
  return averageDaysLate >= LATE_FROM_DAYS ? "late" : "prompt";
}

/** Whether conditions ask anything at all. A ladder that asks nothing takes nobody: it is for who is put on it by hand. */
export function asksAnything(conditions: LadderConditions): boolean {
  return Object.values(conditions).some((asked) => (Array.isArray(asked) ? asked.length > 0 : asked !== undefined && asked !== null));
}

/** Whether a debtor is one a ladder is for. */
export function matchesConditions(conditions: LadderConditions, facts: LadderChoiceFacts): boolean {
  return oneOf(conditions.kinds, facts.kind)
    && oneOf(conditions.languages, facts.language)
    && oneOf(conditions.segments, facts.segment)
    && facts.openCents >= (conditions.minimumOpenCents ?? Number.NEGATIVE_INFINITY)
    && facts.openCents < (conditions.belowOpenCents ?? Number.POSITIVE_INFINITY)
    && oneOf(conditions.histories, facts.history)
    && (!conditions.risks?.length || conditions.risks.some((risk) => facts.risks.includes(risk)));
}

/**
 * The ladder for a debtor: the lowest rank whose conditions hold, else the default (features 1.6). Two of one rank go by
 * their id, so that the answer never depends on the order of the list.
 *
 * @throws RangeError when there is no default: then nobody may be climbed.
 */
export function chooseLadder(candidates: readonly LadderCandidate[], facts: LadderChoiceFacts): string {
  let best: LadderCandidate | undefined;
  for (const candidate of candidates) {
    if (candidate.isDefault || !asksAnything(candidate.conditions) || !matchesConditions(candidate.conditions, facts)) continue;
    if (!best || candidate.rank < best.rank || (candidate.rank === best.rank && candidate.ladderId < best.ladderId)) best = candidate;
  }
  best ??= candidates.find(({ isDefault }) => isDefault);
  if (!best) throw new RangeError("there is no default ladder");
  return best.ladderId;
}

/** Whether any rule asks how somebody paid, or what went wrong: facts that cost a query more, read only when asked. */
export function asksBehaviour(candidates: readonly LadderCandidate[]): boolean {
  return candidates.some(({ isDefault, conditions }) => !isDefault && Boolean(conditions.histories?.length || conditions.risks?.length));
}

function oneOf<Value>(asked: readonly Value[] | undefined, value: Value | null): boolean {
  return !asked?.length || (value !== null && asked.includes(value));
}
