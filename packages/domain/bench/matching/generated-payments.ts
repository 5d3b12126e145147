import type { LineToMatch, OpenItem } from "../../src/bank/match-item";
import { dice, type Administration, type LabelledPayment } from "./labelled-payment";

/** Every way in which people write the number of an invoice. */
const WRITINGS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  (number) => number.replace(/[-/]/gu, ""),
  (number) => number.replace(/[-/]/gu, " "),
  (number) => number.replace(/[-/]/gu, "."),
  (number) => number.replaceAll("-", "/"),
  (number) => number.replace(/([-/ ])0+(?=\d)/gu, "$1"),
  (number) => number.replace(/^[A-Z]+\/?/u, ""),
  (number) => `nr:${number}`,
  (number) => `${number}/${number}`,
];
const SENTENCES: readonly ((written: string) => string)[] = [
  (written) => `betaling factuur ${written} van 12-10-2026`,
  (written) => written,
  (written) => `fact.nr. ${written} dank u wel`,
  (written) => `factuurnummer${written}`,
  (written) => `${written} klantnr 4411 betaald 03.11`,
  (written) => `Invoice ${written}`,
  (written) => `/ROC/${written}/`,
  (written) => `Rekening ${written} (te laat, sorry)`,
];

/** So many payments over an administration, drawn with a seed. */
export function generatePayments({ items, accounts }: Administration, size: number, seed: number): LabelledPayment[] {
  const roll = dice(seed);
  const known = new Map(accounts.map(({ debtorId, iban }) => [debtorId, iban]));
  // Of a plan the amount decides which term is meant; those stand among the hard ones.
  const inPlan = new Set(items.flatMap(({ kind, debtorId }) => (kind === "instalment" ? [debtorId] : [])));
  const invoices = items.filter(({ kind, debtorId }) => kind === "invoice" && !inPlan.has(debtorId));
  return Array.from({ length: size }, () => {
    const item = invoices[roll(invoices.length)] as OpenItem;
    const own = items.filter(({ debtorId }) => debtorId === item.debtorId);
    return onePayment(item, own, items, known.get(item.debtorId) ?? null, roll);
  });
}

function onePayment(item: OpenItem, own: readonly OpenItem[], all: readonly OpenItem[], iban: string | null, roll: (sides: number) => number): LabelledPayment {
  const base: LineToMatch = { cents: item.openCents, bookedOn: "2026-11-20", name: asTheBankWrites(item.debtorName, roll), iban, text: "" };
  const line = (kind: string, more: Partial<LineToMatch>, meant: LabelledPayment["meant"] | readonly OpenItem[]): LabelledPayment =>
    ({ kind, line: { ...base, ...more }, meant: typeof meant === "string" ? meant : meant.map((one) => (typeof one === "string" ? one : one.id)) });
  const written = (WRITINGS[roll(WRITINGS.length)] ?? String)(item.number);
  const sentence = (SENTENCES[roll(SENTENCES.length)] ?? String)(written);
  const digits = item.number.replace(/\D+/gu, "");
  const [reference] = item.references ?? [];
  const spouse = { name: `${"PSTMK"[roll(5)]}. van Elders`, iban: `NL00ELSE${String(roll(1_000_000)).padStart(10, "0")}` };
  const invoicesOfOwn = own.filter(({ kind }) => kind === "invoice");
  const credit = own.find(({ kind }) => kind === "creditNote");
  switch (roll(20)) {
    case 0: case 1: return reference ? line("reference in its field", { reference }, [item]) : line("number", { text: sentence }, [item]);
    case 2: return reference ? line("reference in the text", { text: `kenmerk ${inGroups(reference)} bedankt`, ...spouse }, [item]) : line("number", { text: sentence }, [item]);
    case 3: case 4: case 5: return line("number", { text: sentence }, [item]);
    case 6: return line("number, account of the spouse", { text: sentence, ...spouse }, [item]);
    case 7: return line("number in the end-to-end reference", { endToEndId: item.number }, [item]);
    case 8: return line("part of it", { text: `${item.number} deelbetaling`, cents: Math.max(1, Math.floor(item.openCents / 3)) }, [item]);
    case 9: return credit ? line("the credit note taken off", { text: `${item.number} -/- ${credit.number}`, cents: item.openCents - credit.openCents }, item.openCents > credit.openCents ? [credit, item] : "person")
      : line("everything at once", { text: "alle facturen", cents: sumOf(own) }, own);
    case 10: return iban ? line("everything at once", { text: "alle openstaande facturen", cents: sumOf(own) }, own) : line("number", { text: sentence }, [item]);
    case 11: case 12: return invoicesOfOwn.length < 2 ? line("number", { text: sentence }, [item])
      : line("two numbers", { text: `${invoicesOfOwn[0]?.number} + ${invoicesOfOwn[1]?.number}`, cents: sumOf(invoicesOfOwn.slice(0, 2)) }, invoicesOfOwn.slice(0, 2));
    case 13: return line("only name, account and amount", {}, own.filter(({ openCents }) => openCents === item.openCents).length === 1 ? [item] : "person");
    case 14: return line("a figure mistyped", { text: `factuur ${digits.slice(0, -2)}${(Number(digits.at(-2)) + 1) % 10}${digits.at(-1)}` }, [item]);
    case 15: return line("a figure missing", { text: `factuur ${digits.slice(0, -1)}` }, [item]);
    case 16: return line("too much", { text: item.number, cents: item.openCents + 1_000 }, "person");
    case 17: return line("wrong amount, no number", { text: "betaling", cents: item.openCents - 137, ...spouse }, "person");
    case 18: return line("a stranger", { text: `huur ${roll(12) + 1}-2026`, cents: 1_000 + roll(400_000), name: "K. Vreemd", iban: null }, "person");
    default: return line("an invoice that isn't open", { text: `factuur ${all.length + 500 + roll(400)}-2026`, iban: null, name: "A. Dubbel" }, "person");
  }
}

/** Banks write names in capitals, without accents and dots, and sometimes cut off. */
function asTheBankWrites(name: string, roll: (sides: number) => number): string {
  const plain = name.toUpperCase().replace("B.V.", "BV").normalize("NFD").replace(/\p{M}/gu, "");
  return [name, plain, plain.replace(/[.']/gu, ""), name.replace("B.V.", "bv")][roll(4)] ?? name;
}

function inGroups(reference: string): string {
  return reference.replace(/(.{4})(?=.)/gu, "$1 ");
}

function sumOf(items: readonly OpenItem[]): number {
  return items.reduce((all, { openCents, kind }) => all + (kind === "creditNote" ? -openCents : openCents), 0);
}
