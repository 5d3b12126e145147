import type { Cents } from "../money";
import { slipsBetween } from "../spelling";
import {
  lineEvidence, possiblePayments, type LineEvidence, type Naming, type PossiblePayment,
} from "./match-candidates";
import { ibanKey } from "./match-index";
import type {
  LineToMatch, MatchAllocation, MatchCandidate, MatchReason, MatchResult, OpenItem, OpenItemIndex,
} from "./match-item";
import { nameLikeness } from "./match-name";
import { signedOpen } from "./match-sums";
import { numberDigits } from "./match-text";

export interface MatchOptions {
  /** Our own accounts: money between them is no payment. */
  readonly ownIbans?: readonly string[];
  /** Accounts and names from which a payment provider pays out in bulk. */
  readonly providerIbans?: readonly string[];
  readonly providerNames?: readonly string[];
}

/** From this many points of 100 on a match may be automatic, when it also leads the next one by {@link CLEAR_LEAD}. */
const AUTOMATIC = 75;
const CLEAR_LEAD = 15;
/** Below this a candidate isn't worth showing. */
const WORTH_SHOWING = 20;
const MOST_CANDIDATES = 5;

const NAMED_POINTS: Readonly<Record<Naming, number>> = {
  reference: 75, number: 50, numberShort: 25, numberNear: 25, numberTail: 15,
};

/**
 * Where a bank line belongs: booked automatically, proposed with candidates, unknown, or ignored.
 *
 * Points add up from what the line says: a reference or number it names, the amount, the account, the name. Automatic
 * only when they are enough, nothing speaks against it, the whole line finds its place, and no other candidate comes
 * near (I-23): of two alike a human chooses. Source of the law behind it: a reference on a payment is a designation by
 * the payer (BW 6:43 lid 1).
 */
export function matchCandidates(line: LineToMatch, index: OpenItemIndex, options: MatchOptions = {}): MatchResult {
  const ignored = ignoredBecause(line, options);
  if (ignored) return { outcome: "ignored", because: ignored, candidates: [] };
  const evidence = lineEvidence(line, index);
  const candidates = possiblePayments(evidence, index)
    .map((possible) => judge(possible, evidence, index))
    .filter(({ points }) => points >= WORTH_SHOWING)
    .sort((a, b) => b.points - a.points || b.sure - a.sure || (a.key < b.key ? -1 : 1));
  const [best, second] = candidates;
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ candidate }) => candidate);
  if (!best) return { outcome: "unknown", because: "no-candidate", candidates: [] };
  const propose = (because: MatchResult["because"]): MatchResult => ({
    outcome: "proposed", because, candidates: shown,
  });
  if (second && best.points - second.points < CLEAR_LEAD) return propose("two-alike");
  if (best.candidate.remainderCents > 0) return propose("too-much");
  if (best.points < AUTOMATIC || best.doubt) return propose("not-sure");
  return { outcome: "auto", because: null, candidates: shown };
}

function ignoredBecause(line: LineToMatch, options: MatchOptions): MatchResult["because"] {
  if (line.cents === 0) return "zero";
  if (line.cents < 0) return "outgoing";
  const iban = line.iban ? ibanKey(line.iban) : null;
  if (iban && options.ownIbans?.some((own) => ibanKey(own) === iban)) return "own-account";
  if (iban && options.providerIbans?.some((provider) => ibanKey(provider) === iban)) return "provider-payout";
  const name = line.name?.toLowerCase() ?? "";
  return options.providerNames?.some((provider) => name.includes(provider.toLowerCase())) ? "provider-payout" : null;
}

interface Judged {
  readonly key: string;
  readonly points: number;
  /** Orders what has the same points: more reasons first. */
  readonly sure: number;
  /** Something speaks against it, however many points there are. */
  readonly doubt: boolean;
  readonly candidate: MatchCandidate;
}

function judge(possible: PossiblePayment, evidence: LineEvidence, index: OpenItemIndex): Judged {
  const reasons: MatchReason[] = [];
  const { items } = possible;
  const debtorId = items[0]?.debtorId ?? "";
  const naming = namingPoints(possible, evidence, reasons);
  const payer = payerPoints(debtorId, naming > 0, evidence, index, reasons);
  const amount = amountPoints(possible, evidence, { payerKnown: payer > 0, allOpen: isAllOpen(items, index) }, reasons);
  const namedElse = otherNumber(possible, evidence, { naming, payer }, reasons);
  const paidAlready = items.some(({ openCents }) => openCents === 0);
  if (paidAlready) reasons.push("paidAlready");
  if (items.some(({ kind }) => kind === "creditNote")) reasons.push("creditSetOff");
  if (possible.oldestFirst) reasons.push("oldestFirst");
  const points = naming + payer + amount - (namedElse ? 30 : 0);
  const allocations = allocate(items, evidence.line.cents);
  const taken = allocations.reduce((all, { cents }) => all + cents, 0);
  return {
    key: items.map(({ id }) => id).join(" "),
    points, sure: reasons.length,
    doubt: paidAlready || namedElse || possible.waysToSum > 1 || possible.oldestFirst
      || items.some((item) => item.debtorId !== debtorId),
    candidate: {
      debtorId, allocations, remainderCents: evidence.line.cents - taken,
      // What passes 100 points is as sure as can be; the lead over the next one is still counted in points.
      score: Math.min(100, Math.max(0, points)) / 100,
      confidence: confidenceOf(points), reasons,
    },
  };
}

/** The strongest naming counts, weighed by how many of the items are named at all. */
function namingPoints({ items }: PossiblePayment, { named }: LineEvidence, reasons: MatchReason[]): number {
  const hows = items.map((item) => named.get(item)).filter((how): how is Naming => how !== undefined);
  const best = hows.reduce((most, how) => Math.max(most, NAMED_POINTS[how]), 0);
  for (const how of new Set(hows)) reasons.push(how);
  return Math.round(best * (hows.length / items.length));
}

function payerPoints(
  debtorId: string, isNamed: boolean, evidence: LineEvidence, index: OpenItemIndex, reasons: MatchReason[],
): number {
  let points = 0;
  if (evidence.debtorsByIban.includes(debtorId)) {
    const only = evidence.debtorsByIban.length === 1;
    reasons.push(only ? "ibanKnown" : "ibanShared");
    points += only ? 40 : 15;
  } else if (evidence.debtorsByIban.length > 0 && !isNamed) {
    reasons.push("ibanOfOther");
    points -= 25;
  }
  const debtorName = index.ofDebtor(debtorId)[0]?.debtorName;
  const likeness = evidence.line.name && debtorName ? nameLikeness(evidence.line.name, debtorName) : null;
  if (likeness === "equal") {
    const only = evidence.debtorsByName.length === 1;
    reasons.push(only ? "nameEqual" : "nameLike");
    points += only ? 30 : 10;
  } else if (likeness === "like") {
    reasons.push("nameLike");
    points += 10;
  } else if (evidence.debtorsByName.length > 0) {
    reasons.push("nameOfOther");
    points -= 10;
  }
  return points;
}

/** Whether these are all the invoices and credit notes that are open with their debtor, two at least. */
function isAllOpen(items: readonly OpenItem[], index: OpenItemIndex): boolean {
  const [first] = items;
  if (!first || items.length < 2) return false;
  const open = index.ofDebtor(first.debtorId).filter((item) => item.openCents > 0 && item.kind !== "instalment");
  return open.length === items.length && open.every((item) => items.includes(item));
}

function amountPoints(
  possible: PossiblePayment, evidence: LineEvidence, known: { payerKnown: boolean; allOpen: boolean },
  reasons: MatchReason[],
): number {
  const { items, fit, waysToSum } = possible;
  const { cents } = evidence.line;
  if (fit !== "exact") {
    reasons.push(fit === "part" ? "amountPart" : "amountOver");
    return fit === "part" ? 5 : 0;
  }
  if (items.length > 1) {
    const allNamed = items.every((item) => evidence.named.has(item));
    reasons.push(allNamed ? "sumExact" : "sumOfSome");
    if (known.allOpen) reasons.push("allOpen");
    // That a payment is by chance exactly the sum of all that is open hardly happens; of some of it, it does.
    return known.allOpen ? 45 : allNamed ? 30 : waysToSum === 1 ? 22 : 8;
  }
  reasons.push("amountExact");
  if (items[0]?.kind === "instalment") reasons.push("instalment");
  if (waysToSum > 1) return 20;
  // An amount that only one item has, and that isn't a round one, says more than one that many have.
  const alone = evidence.sameAmount.length === 1;
  if (alone) reasons.push("onlyOneWithAmount");
  return 30 + (alone && cents % 500 !== 0 ? 15 : known.payerKnown ? 5 : 0);
}

/**
 * Whether the line names another invoice than these: one we know, or one whose number looks like ours but isn't open.
 * A number one slip away from ours is no other invoice but a slip, when the payer and the exact amount say so.
 */
function otherNumber(
  { items, fit }: PossiblePayment, evidence: LineEvidence, marks: Marks, reasons: MatchReason[],
): boolean {
  // One reference may point to several items, of which the amount picks some: the others aren't named against these.
  const byReference = items.some((item) => evidence.named.get(item) === "reference");
  const slip = (item: OpenItem) => fit === "exact" && marks.payer > 0
    && items.some((own) => slipsBetween(numberDigits(own.number), numberDigits(item.number), 1) <= 1);
  const known = [...evidence.named].some(([item, how]) => !items.includes(item) && item.kind !== "instalment"
    && ((how === "number" && !slip(item)) || (how === "reference" && !byReference)));
  const lengths = new Set(items.map((item) => numberDigits(item.number).length));
  const strange = marks.naming < NAMED_POINTS.numberNear
    && evidence.strangeFigures.some((figures) => lengths.has(figures.length));
  if (!known && !strange) return false;
  reasons.push("otherNumberNamed");
  return true;
}

interface Marks { readonly naming: number; readonly payer: number }

/** Credit notes are set off first, then the items take what is left in their order. */
function allocate(items: readonly OpenItem[], cents: Cents): MatchAllocation[] {
  const credits = items.filter((item) => item.kind === "creditNote" && item.openCents > 0);
  let left = cents - credits.reduce((all, item) => all + signedOpen(item), 0);
  const allocations: MatchAllocation[] = credits.map((item) => ({ itemId: item.id, cents: signedOpen(item) }));
  for (const item of items) {
    if (item.kind === "creditNote" || left <= 0) continue;
    const part = Math.min(left, item.openCents);
    if (part > 0) allocations.push({ itemId: item.id, cents: part });
    left -= part;
  }
  return allocations;
}

function confidenceOf(points: number): MatchCandidate["confidence"] {
  if (points >= AUTOMATIC) return "certain";
  if (points >= 60) return "likely";
  return points >= 40 ? "doubtful" : "slight";
}
