import type { SelfCheckName, SelfCheckResult } from "./self-check";

/**
 * The checks that a person may answer with "we looked, it is right": those that ask whether something is plausible. Whether money came in,
 * a credit stands open, an address works or the bank is up to date is a fact, and only mending it helps.
 */
export const ANSWERABLE_CHECKS = [
  "invoice-sent", "domain-plausible", "term-plausible", "due-day-plausible", "month-plausible", "amount-plausible",
  "amount-is-sum-of-lines",
] as const satisfies readonly SelfCheckName[];

/** What a person said of one check, about what was seen then. */
export interface SelfCheckAnswer {
  readonly check: SelfCheckName;
  readonly evidence: SelfCheckResult["evidence"];
}

/** Whether a failed check is one that a person may answer. */
export function isAnswerable({ check, ok }: SelfCheckResult): boolean {
  return !ok && (ANSWERABLE_CHECKS as readonly string[]).includes(check);
}

/**
 * The results, with what was answered counted as right; only as long as the same is seen, so that an answer about one amount never covers
 * another.
 */
export function withAnswers(results: readonly SelfCheckResult[], answers: readonly SelfCheckAnswer[]): SelfCheckResult[] {
  return results.map((result) => {
    const answered = isAnswerable(result) && answers.some(({ check, evidence }) => check === result.check && sameEvidence(evidence, result.evidence));
    return answered ? { ...result, ok: true, evidence: { ...result.evidence, answered: true } } : result;
  });
}

function sameEvidence(one: SelfCheckResult["evidence"], other: SelfCheckResult["evidence"]): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? null) === (other[name] ?? null));
}
