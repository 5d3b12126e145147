/** A bank entry as one kind of file tells it: what tells whether another kind of file tells of the same. */
export interface ToldEntry {
  readonly id: string;
  readonly iban?: string | null;
  readonly reference?: string | null;
  /** Name and description together, in whatever order the file has them. */
  readonly words: string;
}

/**
 * Which entries of a new file are known from a file of another kind, all of one account, one day and one amount. Each known entry
 * answers for one new entry at most, so of two equal real payments both count, and a third that only the new file has is new. Files
 * of different kinds tell the same entry in other words and with less or more beside it: only what contradicts keeps two apart,
 * another counter account, another reference, or words that have nothing in common.
 *
 * @returns For each new entry that is known, the known one.
 */
export function pairSameEntries(known: readonly ToldEntry[], fresh: readonly ToldEntry[]): Map<string, string> {
  const knownFacts = known.map(factsOf);
  const pairs = fresh.map(factsOf).flatMap((one, from) => knownFacts.map((other, to) => ({ from, to, alike: likenessOf(one, other) })));
  const pairedFrom = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to, alike } of pairs.sort((a, b) => b.alike - a.alike || a.from - b.from || a.to - b.to)) {
    if (alike < 0 || pairedFrom.has(from) || taken.has(to)) continue;
    pairedFrom.set(from, to);
    taken.add(to);
  }
  return new Map([...pairedFrom].map(([from, to]) => [(fresh[from] as ToldEntry).id, (known[to] as ToldEntry).id]));
}

interface Facts {
  readonly iban: string;
  readonly reference: string;
  readonly words: ReadonlySet<string>;
}

function factsOf({ iban, reference, words }: ToldEntry): Facts {
  return { iban: bare(iban), reference: bare(reference), words: new Set((words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])) };
}

function bare(text: string | null | undefined): string {
  return (text ?? "").replace(/[^\p{L}\p{N}]+/gu, "").toUpperCase();
}

/** Below zero they contradict; else the more, the more they have in common. */
function likenessOf(a: Facts, b: Facts): number {
  // Some files give an account its Dutch number only: the end of its IBAN.
  const iban = a.iban.length >= 7 && b.iban.length >= 7 && (a.iban.endsWith(b.iban) || b.iban.endsWith(a.iban)) ? 1 : agreement(a.iban, b.iban);
  const reference = agreement(a.reference, b.reference);
  if (iban < 0 || reference < 0) return -1;
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const fewest = Math.min(a.words.size, b.words.size);
  const share = fewest === 0 ? 0 : common / fewest;
  if (iban === 0 && reference === 0 && fewest >= 2 && common === 0) return -1;
  return 4 * iban + 4 * reference + share;
}

/** 1 when both say the same, 0 when one says nothing, −1 when they differ. */
function agreement(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  return a === b ? 1 : -1;
}
