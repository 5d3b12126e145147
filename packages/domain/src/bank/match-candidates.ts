import type { Cents } from "../money";
import { slipsBetween } from "../spelling";
import type { LineToMatch, OpenItem, OpenItemIndex } from "./match-item";
import { lookupKeys, numbersOf } from "./match-index";
import { nameLikeness } from "./match-name";
import { setsThatSum, signedOpen } from "./match-sums";
import { figuresInText, numberDigits, numberTail, referenceKey, tailsInText } from "./match-text";

/** How strongly a line names an item, from a reference down to the last figures of its number. */
export type Naming = "reference" | "number" | "numberShort" | "numberNear" | "numberTail";

/** Items that a line may pay, before anything is said about how likely that is. */
export interface PossiblePayment {
  readonly items: readonly OpenItem[];
  /** "exact": the line is exactly what these items sum to; "part": less; "over": more. */
  readonly fit: "exact" | "part" | "over";
  /** How many sets of this debtor's items fit as well; 1 when it is the only one. */
  readonly waysToSum: number;
  readonly oldestFirst: boolean;
}

/** Everything a line tells, looked up once. */
export interface LineEvidence {
  readonly line: LineToMatch;
  readonly named: ReadonlyMap<OpenItem, Naming>;
  readonly debtorsByIban: readonly string[];
  /** Debtors whose name equals the payer's. */
  readonly debtorsByName: readonly string[];
  readonly sameAmount: readonly OpenItem[];
  /** Long figures in the text that are no number of any item that was found. */
  readonly strangeFigures: readonly string[];
}

const MOST_BY_AMOUNT = 24;
const MOST_DEBTORS = 6;
const MOST_NAMESAKES = 60;
const RANK: Readonly<Record<Naming, number>> = {
  reference: 5, number: 4, numberShort: 3, numberNear: 2, numberTail: 1,
};

/** Looks up what a line names, whose account and name it bears, and what has its amount. */
export function lineEvidence(line: LineToMatch, index: OpenItemIndex): LineEvidence {
  const keys = lookupKeys(line);
  const text = [line.reference, line.endToEndId, line.text].filter(Boolean).join(" ");
  const named = new Map<OpenItem, Naming>();
  const name = (item: OpenItem, how: Naming) => {
    const before = named.get(item);
    if (!before || RANK[how] > RANK[before]) named.set(item, how);
  };
  for (const key of keys.references) for (const item of index.byReference(key)) name(item, "reference");
  const numbers = numbersOf(line, text);
  const figuresOf = new Map<OpenItem, string>();
  for (const { key, digits } of numbers) {
    const tells = digits >= 5 || (digits === 4 && /[A-Z]/u.test(key));
    for (const item of index.byNumber(key)) {
      name(item, tells ? "number" : "numberShort");
      // The longest comes first.
      if (!figuresOf.has(item)) figuresOf.set(item, numberDigits(key));
    }
  }
  forgetNamesakes(named, new Set(numbers.map(({ key }) => key)));
  forgetPaidPieces(named, figuresOf);
  const debtorsByIban = keys.iban ? index.debtorsByIban(keys.iban).slice(0, MOST_DEBTORS) : [];
  const debtorsByName = sameName(line.name ?? "", keys.nameKey, index);
  const sameAmount = index.byAmount(line.cents).slice(0, MOST_BY_AMOUNT);
  const figures = figuresInText(text, 5);
  const tails = tailsInText(text);
  const familiar = [...debtorsByIban, ...debtorsByName].flatMap((debtorId) => index.ofDebtor(debtorId));
  for (const item of [...familiar, ...sameAmount]) {
    if (named.has(item)) continue;
    const digits = numberDigits(item.number);
    const near = digits.length < 6 ? [] : figures.filter((run) => slipsBetween(run, digits, 1) === 1);
    // Figures that are exactly another number of this debtor are no slip.
    const slip = near.some((run) => !index.ofDebtor(item.debtorId)
      .some((other) => named.get(other) === "number" && numberDigits(other.number) === run));
    if (slip) name(item, "numberNear");
    else if (tails.has(numberTail(item.number)) && numberTail(item.number).length >= 2) name(item, "numberTail");
  }
  const known = [...named].map(([item]) => numberDigits(item.number));
  const strangeFigures = figures.filter(
    (run) => run.length >= 6 && !known.some((digits) => digits.includes(run) || run.includes(digits)),
  );
  return { line, named, debtorsByIban, debtorsByName, sameAmount, strangeFigures };
}

/** A credit note "CF26-12" of which only the figures are named, as those of the invoice "F26-12" too, isn't meant. */
function forgetNamesakes(named: Map<OpenItem, Naming>, keys: ReadonlySet<string>): void {
  const invoices = new Set([...named.keys()].flatMap(({ kind, number }) => (kind === "invoice" ? [numberDigits(number)] : [])));
  for (const item of named.keys()) {
    if (item.kind !== "creditNote" || named.get(item) === "reference") continue;
    if (invoices.has(numberDigits(item.number)) && !keys.has(referenceKey(item.number))) named.delete(item);
  }
}

/** "F2026-0202680" ends in figures that are "2026-80" too: of an invoice that is paid, inside the number of one that is open, nobody speaks. */
function forgetPaidPieces(named: Map<OpenItem, Naming>, figuresOf: ReadonlyMap<OpenItem, string>): void {
  const whole = [...figuresOf].filter(([{ openCents }]) => openCents !== 0).map(([, figures]) => figures);
  for (const [item, figures] of figuresOf) {
    if (item.openCents !== 0 || named.get(item) === "reference") continue;
    if (whole.some((longer) => longer.length > figures.length && longer.includes(figures))) named.delete(item);
  }
}

/** The debtors whose name is the payer's, initials and all. Of too many to tell apart: none. */
function sameName(payer: string, key: string | null, index: OpenItemIndex): string[] {
  const alike = key ? index.debtorsByName(key) : [];
  if (alike.length > MOST_NAMESAKES) return [];
  const equal = alike.filter((debtorId) => {
    const debtor = index.ofDebtor(debtorId)[0]?.debtorName;
    return debtor !== undefined && nameLikeness(payer, debtor) === "equal";
  });
  return equal.slice(0, MOST_DEBTORS);
}

/** Every payment that the evidence makes thinkable, each set of items once. */
export function possiblePayments(evidence: LineEvidence, index: OpenItemIndex): PossiblePayment[] {
  const { line, named } = evidence;
  const found = new Map<string, PossiblePayment>();
  const keep = (possible: PossiblePayment | null) => {
    if (!possible || possible.items.length === 0) return;
    const key = possible.items.map(({ id }) => id).sort().join(" ");
    const before = found.get(key);
    // What is named is meant, however many others have the amount; that is looked at first.
    if (!before || before.oldestFirst) found.set(key, possible);
  };
  for (const items of namedTogether(named)) {
    keep(withoutIdleCredits(items, line.cents));
    if (items.length > 1) exactSets(items, line.cents).forEach(keep);
    const open = items.reduce((all, item) => all + signedOpen(item), 0);
    if (open < line.cents) completed(items, line.cents - open, index).forEach(keep);
  }
  for (const debtorId of new Set([...evidence.debtorsByIban, ...evidence.debtorsByName])) {
    const items = openFirst(index.ofDebtor(debtorId));
    exactSets(items, line.cents).forEach(keep);
    if (evidence.debtorsByIban.includes(debtorId)) keep(inOrderOfAge(items, line.cents));
  }
  for (const item of evidence.sameAmount) {
    if (item.kind === "creditNote") continue;
    const possible = fitOf([item], line.cents);
    keep(possible && { ...possible, waysToSum: index.ofDebtor(item.debtorId).filter((other) => other.kind !== "creditNote" && other.openCents === line.cents).length });
  }
  return [...found.values()];
}

/** The sets of items that a line names: by each strength, per debtor, and all of them over debtors. */
function namedTogether(named: ReadonlyMap<OpenItem, Naming>): OpenItem[][] {
  const sets: OpenItem[][] = [];
  for (const least of [RANK.reference, RANK.number, RANK.numberShort]) {
    const items = openFirst([...named].filter(([, how]) => RANK[how] >= least).map(([item]) => item));
    if (items.length === 0) continue;
    const byDebtor = new Map<string, OpenItem[]>();
    for (const item of items) byDebtor.set(item.debtorId, [...(byDebtor.get(item.debtorId) ?? []), item]);
    sets.push(...byDebtor.values());
    if (byDebtor.size > 1 && least >= RANK.number) sets.push(items);
  }
  return sets;
}

/** Single items and sets of items of which exactly this much is open. */
function exactSets(items: readonly OpenItem[], cents: Cents): PossiblePayment[] {
  const open = items.filter(({ openCents }) => openCents > 0);
  const singles = open.filter((item) => item.kind !== "creditNote" && item.openCents === cents);
  // A term and the invoice it is a term of are the same money, so sums are made of invoices and credit notes only.
  const sets = setsThatSum(open.filter(({ kind }) => kind !== "instalment"), cents, 4);
  const ways = singles.length > 0 ? singles.length : sets.length;
  return [
    ...singles.map((item): PossiblePayment => ({ items: [item], fit: "exact", waysToSum: ways, oldestFirst: false })),
    ...(singles.length > 0 ? [] : sets).map(
      (set): PossiblePayment => ({ items: set, fit: "exact", waysToSum: ways, oldestFirst: false }),
    ),
  ];
}

/** What is named, with other items of the same debtor that exactly take the rest. */
function completed(items: readonly OpenItem[], rest: Cents, index: OpenItemIndex): PossiblePayment[] {
  const debtorId = items[0]?.debtorId;
  if (debtorId === undefined || items.some((item) => item.debtorId !== debtorId)) return [];
  const others = openFirst(index.ofDebtor(debtorId)).filter((item) => !items.includes(item));
  return exactSets(others, rest).map((more) => ({ ...more, items: [...items, ...more.items] }));
}

/** The oldest items that this much pays, the last of them in part. */
function inOrderOfAge(items: readonly OpenItem[], cents: Cents): PossiblePayment | null {
  const taken: OpenItem[] = [];
  let left = cents;
  for (const item of items) {
    if (left <= 0) break;
    if (item.kind !== "invoice" || item.openCents <= 0) continue;
    taken.push(item);
    left -= item.openCents;
  }
  const possible = fitOf(taken, cents);
  return possible && { ...possible, oldestFirst: true };
}

/** A credit note is set off when that comes out to the cent; a payment of a part leaves it where it is. */
function withoutIdleCredits(items: readonly OpenItem[], cents: Cents): PossiblePayment | null {
  const possible = fitOf(items, cents);
  const others = items.filter(({ kind }) => kind !== "creditNote");
  return possible?.fit === "exact" || others.length === 0 ? possible : fitOf(others, cents);
}

function fitOf(items: readonly OpenItem[], cents: Cents): PossiblePayment | null {
  if (items.length === 0) return null;
  const open = items.reduce((all, item) => all + signedOpen(item), 0);
  return { items, fit: open === cents ? "exact" : open > cents ? "part" : "over", waysToSum: 1, oldestFirst: false };
}

/** Credit notes first, as they are set off at once; then the oldest. */
function openFirst(items: readonly OpenItem[]): OpenItem[] {
  return [...items].sort((a, b) => {
    if ((a.kind === "creditNote") !== (b.kind === "creditNote")) return a.kind === "creditNote" ? -1 : 1;
    if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}
