import type { Cents } from "../money";
import type { KnownAccount, LineToMatch, OpenItem, OpenItemIndex } from "./match-item";
import { nameKey } from "./match-name";
import { invoiceNumberKeys, numbersInText, referenceKey, referencesInText, type FoundNumber } from "./match-text";

/** What to fetch for a line before it can be matched. */
export interface LookupKeys {
  readonly references: readonly string[];
  readonly numbers: readonly string[];
  readonly iban: string | null;
  readonly nameKey: string | null;
  readonly cents: Cents;
}

/** What was read in a line. */
interface Reading {
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  readonly keys: LookupKeys;
}

/** A line is read when it is looked up and again when it is matched; what it says stays the same. */
const readings = new WeakMap<LineToMatch, Reading>();

/** The keys of one line; gather those of a chunk, fetch the items they name in one query each, and index them. */
export function lookupKeys(line: LineToMatch): LookupKeys {
  return readingOf(line).keys;
}

/** The numbers in a text of a line, which is nearly always the text that was read for its keys. */
export function numbersOf(line: LineToMatch, text: string): readonly FoundNumber[] {
  const reading = readingOf(line);
  return text === reading.text ? reading.numbers : numbersInText(text);
}

function readingOf(line: LineToMatch): Reading {
  const known = readings.get(line);
  if (known) return known;
  const text = [
    line.reference, line.endToEndId === "NOTPROVIDED" ? null : line.endToEndId, line.text,
  ].filter(Boolean).join(" ");
  const numbers = numbersInText(text);
  const reading = { text, numbers, keys: keysOf(line, text, numbers) };
  readings.set(line, reading);
  return reading;
}

function keysOf(line: LineToMatch, text: string, numbers: readonly FoundNumber[]): LookupKeys {
  const written = line.reference ? [referenceKey(line.reference)] : [];
  return {
    references: [...new Set([...written, ...referencesInText(text)])],
    numbers: numbers.map(({ key }) => key),
    iban: line.iban ? ibanKey(line.iban) : null,
    nameKey: (line.name && nameKey(line.name)) || null,
    cents: line.cents,
  };
}

/** An IBAN without spaces, in capitals. */
export function ibanKey(iban: string): string {
  return iban.replace(/\s+/gu, "").toUpperCase();
}

/**
 * An index in memory over the items that were fetched for a chunk of lines, or over everything in a small
 * administration. Lean, as one is made for every chunk: what is alone under its key stands there itself.
 */
export function openItemIndex(items: readonly OpenItem[], accounts: readonly KnownAccount[] = []): OpenItemIndex {
  const byReference = new Shelf<string>();
  const byFigures = new Shelf<string>();
  const byAmount = new Shelf<Cents>();
  const byDebtor = new Shelf<string>();
  const debtorsByIban = new Map<string, Set<string>>();
  const debtorsByName = new Map<string, Set<string>>();
  for (const item of items) {
    for (const reference of item.references ?? []) byReference.put(referenceKey(reference), item);
    if (item.kind !== "instalment") byFigures.put(figuresOf(item.number), item);
    if (item.openCents > 0) byAmount.put(item.openCents, item);
    const [before] = byDebtor.at(item.debtorId);
    byDebtor.put(item.debtorId, item);
    if (before?.debtorName === item.debtorName) continue;
    const name = nameKey(item.debtorName);
    if (name) debtorsByName.set(name, (debtorsByName.get(name) ?? new Set()).add(item.debtorId));
  }
  for (const { iban, debtorId } of accounts) {
    const key = ibanKey(iban);
    debtorsByIban.set(key, (debtorsByIban.get(key) ?? new Set()).add(debtorId));
  }
  const numberKeys = new Map<string, ReadonlySet<string>>();
  const keysOfNumber = (number: string): ReadonlySet<string> => {
    const keys = numberKeys.get(number) ?? new Set(invoiceNumberKeys(number));
    numberKeys.set(number, keys);
    return keys;
  };
  return {
    byReference: (key) => byReference.at(key),
    byNumber: (key) => byFigures.at(figuresOf(key)).filter(({ number }) => keysOfNumber(number).has(key)),
    byAmount: (cents) => byAmount.at(cents),
    ofDebtor: (debtorId) => byDebtor.at(debtorId),
    debtorsByIban: (iban) => [...(debtorsByIban.get(ibanKey(iban)) ?? [])],
    debtorsByName: (key) => [...(debtorsByName.get(key) ?? [])],
  };
}

/** What all keys of an invoice number have in common: its figures without zeros. */
function figuresOf(numberOrKey: string): string {
  return numberOrKey.replace(/[^1-9]+/gu, "");
}

/** Items by key, in the order they came. */
class Shelf<Key> {
  private readonly items = new Map<Key, OpenItem | OpenItem[]>();

  put(key: Key, item: OpenItem): void {
    const there = this.items.get(key);
    if (there === undefined) this.items.set(key, item);
    else if (!Array.isArray(there)) {
      if (there !== item) this.items.set(key, [there, item]);
    } else if (there.at(-1) !== item) there.push(item);
  }

  at(key: Key): readonly OpenItem[] {
    const there = this.items.get(key);
    if (there === undefined) return NONE;
    return Array.isArray(there) ? there : [there];
  }
}

const NONE: readonly OpenItem[] = [];
