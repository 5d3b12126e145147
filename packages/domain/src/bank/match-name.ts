import { slipsBetween, withoutAccents } from "../spelling";

/** Words that say what somebody is, not who. */
const IDLE_WORDS = new Set([
  "bv", "nv", "vof", "cv", "eo", "dhr", "mevr", "mw", "hr", "heer", "mevrouw", "de", "het", "van", "der", "den", "ter",
  "ten", "en", "of", "te",
  "gmbh", "ltd", "sa", "stichting", "holding", "the", "and", "by", "vd", "cj", "fam", "familie", "inzake", "via",
]);

/**
 * A name as banks and invoices may both write it: without accents, legal forms and initials, in the order of the
 * alphabet.
 */
export function nameKey(name: string): string {
  return wordsOf(name).filter((word) => word.length > 1).sort().join(" ");
}

/**
 * "equal": the same words that say something, at least two of them. "like": the longest word is the same, or nearly.
 * Else null.
 */
export function nameLikeness(payer: string, debtor: string): "equal" | "like" | null {
  const payerKey = nameKey(payer);
  const debtorKey = nameKey(debtor);
  if (payerKey === "" || debtorKey === "") return null;
  const same = payerKey === debtorKey || payerKey.replaceAll(" ", "") === debtorKey.replaceAll(" ", "");
  if (same) return sameInitials(payer, debtor, payerKey.includes(" ") ? 0 : 1) ? "equal" : "like";
  const longest = debtorKey.split(" ").reduce((far, word) => (word.length > far.length ? word : far), "");
  if (longest.length < 4) return null;
  const found = payerKey.split(" ").some(
    (word) => word === longest || (longest.length >= 6 && slipsBetween(word, longest, 1) <= 1),
  );
  return found ? "like" : null;
}

/** A chunk of bank lines asks for the words of the same few names again and again. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, readonly string[]>();

function wordsOf(name: string): readonly string[] {
  const known = remembered.get(name);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const words = splitWords(name);
  remembered.set(name, words);
  return words;
}

function splitWords(name: string): string[] {
  const plain = withoutAccents(name)
    .replace(/\b([bncv])\.? ?([vof])\.?(?: ?(f)\.?)?(?![a-z])/gu, "$1$2$3")
    .replace(/\be\/o\b/gu, "eo");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !IDLE_WORDS.has(word));
}

/** Whether the first initials that both give agree: "J. Smit" is not "P. Smit". A name of one word asks both to give one. */
function sameInitials(a: string, b: string, least: 0 | 1): boolean {
  const initialOf = (name: string) => wordsOf(name).find((word) => word.length === 1);
  const [first, other] = [initialOf(a), initialOf(b)];
  if (first === undefined || other === undefined) return least === 0;
  return first === other;
}
