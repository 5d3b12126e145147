import type { Cents } from "../money";
import type { KnownAccount, LineToMatch, OpenItem, OpenItemIndex } from "./match-item";
import { nameKey } from "./match-name";
import { invoiceNumberKeys, numbersInText, referenceKey, referencesInText } from "./match-text";

/** What to fetch for a line before it can be matched. */
export interface LookupKeys {
  readonly references: readonly string[];
  readonly numbers: readonly string[];
  readonly iban: string | null;
  readonly nameKey: string | null;
  readonly cents: Cents;
}

/** The keys of one line; gather those of a chunk, fetch the items they name in one query each, and index them. */
export function lookupKeys(line: LineToMatch): LookupKeys {
  const text = [
    line.reference, line.endToEndId === "NOTPROVIDED" ? null : line.endToEndId, line.text,
  ].filter(Boolean).join(" ");
  const written = line.reference ? [referenceKey(line.reference)] : [];
  return {
    references: [...new Set([...written, ...referencesInText(text)])],
    numbers: numbersInText(text).map(({ key }) => key),
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
 * administration.
 */
export function openItemIndex(items: readonly OpenItem[], accounts: readonly KnownAccount[] = []): OpenItemIndex {
  const byReference = new Map<string, OpenItem[]>();
  const byNumber = new Map<string, OpenItem[]>();
  const byAmount = new Map<Cents, OpenItem[]>();
  const byDebtor = new Map<string, OpenItem[]>();
  const debtorsByIban = new Map<string, Set<string>>();
  const debtorsByName = new Map<string, Set<string>>();
  for (const item of items) {
    for (const reference of item.references ?? []) add(byReference, referenceKey(reference), item);
    if (item.kind !== "instalment") for (const key of invoiceNumberKeys(item.number)) add(byNumber, key, item);
    if (item.openCents > 0) add(byAmount, item.openCents, item);
    add(byDebtor, item.debtorId, item);
    const name = nameKey(item.debtorName);
    if (name) debtorsByName.set(name, (debtorsByName.get(name) ?? new Set()).add(item.debtorId));
  }
  for (const { iban, debtorId } of accounts) {
    const key = ibanKey(iban);
    debtorsByIban.set(key, (debtorsByIban.get(key) ?? new Set()).add(debtorId));
  }
  return {
    byReference: (key) => byReference.get(key) ?? [],
    byNumber: (key) => byNumber.get(key) ?? [],
    byAmount: (cents) => byAmount.get(cents) ?? [],
    ofDebtor: (debtorId) => byDebtor.get(debtorId) ?? [],
    debtorsByIban: (iban) => [...(debtorsByIban.get(ibanKey(iban)) ?? [])],
    debtorsByName: (key) => [...(debtorsByName.get(key) ?? [])],
  };
}

function add<Key>(map: Map<Key, OpenItem[]>, key: Key, item: OpenItem): void {
  const items = map.get(key);
  if (!items) map.set(key, [item]);
  else if (items.at(-1) !== item) items.push(item);
}
