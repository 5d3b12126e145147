import { matchCandidates, type MatchOptions } from "../../src/bank/match";
import { openItemIndex } from "../../src/bank/match-index";
import type { LineToMatch, MatchResult, OpenItemIndex } from "../../src/bank/match-item";
import { makeAdministration } from "./administration";
import { generatePayments } from "./generated-payments";
import { HARD_ADMINISTRATION, HARD_PAYMENTS } from "./hard-payments";
import type { LabelledPayment } from "./labelled-payment";

export type Matcher = (line: LineToMatch, index: OpenItemIndex, options: MatchOptions) => MatchResult;

/** How many payments the corpus holds, those written by hand among them. */
export const CORPUS_SIZE = 500;
const OPTIONS: MatchOptions = { ownIbans: ["NL55RABO0300065264"], providerNames: ["stichting mollie"] };

export interface MatchingScore {
  readonly payments: number;
  /** What a person who knew the story would book from the line alone. */
  readonly bookable: number;
  readonly automatic: number;
  readonly right: number;
  /** Of the automatic ones, how many were right: 0 to 1. */
  readonly precision: number;
  /** Of the bookable ones, how many were booked rightly: 0 to 1. */
  readonly recall: number;
  /** What was booked wrongly, in words. */
  readonly wrong: readonly string[];
  /** Kinds of which bookable ones were left to a person. */
  readonly missed: readonly string[];
}

/** The corpus: the hard ones, and generated ones up to the size. */
export function corpus(size = CORPUS_SIZE, seed = 29): { payments: readonly LabelledPayment[]; index: OpenItemIndex }[] {
  const administration = makeAdministration(1_078 + seed);
  return [
    { payments: HARD_PAYMENTS, index: openItemIndex(HARD_ADMINISTRATION.items, HARD_ADMINISTRATION.accounts) },
    { payments: generatePayments(administration, Math.max(0, size - HARD_PAYMENTS.length), seed), index: openItemIndex(administration.items, administration.accounts) },
  ];
}

/** Holds a matcher against the labels; each line by itself, as nothing is booked in between. */
export function scoreMatching(match: Matcher = matchCandidates, parts = corpus()): MatchingScore {
  const [wrong, missed]: [string[], string[]] = [[], []];
  const counts = { payments: 0, bookable: 0, automatic: 0, right: 0 };
  for (const { payments, index } of parts) {
    for (const { kind, line, meant } of payments) {
      const { outcome, because, candidates } = match(line, index, OPTIONS);
      const wanted = typeof meant === "string" ? meant : [...meant].sort().join(", ");
      const to = outcome === "auto" ? (candidates[0]?.allocations ?? []).map(({ itemId }) => itemId).sort().join(", ") : "";
      counts.payments += 1;
      if (typeof meant !== "string") counts.bookable += 1;
      if (outcome === "auto") counts.automatic += 1;
      if (outcome === "auto" && to === wanted) counts.right += 1;
      else if (outcome === "auto") wrong.push(`${kind}: ${JSON.stringify(line)} went to ${to} (${candidates[0]?.reasons.join(" ")}), not to ${wanted}`);
      else if (typeof meant !== "string") missed.push(`${kind}: ${because ?? ""} ${candidates[0]?.reasons.join(" ") ?? ""} ${JSON.stringify(line)}`);
      if (meant === "none" && outcome !== "ignored") wrong.push(`${kind} is no payment of a debtor, and was ${outcome}`);
    }
  }
  return { ...counts, precision: counts.automatic === 0 ? 0 : counts.right / counts.automatic, recall: counts.right / counts.bookable, wrong, missed };
}
