import type { KnownAccount, OpenItem } from "../../src/bank/match-item";
import { makeCreditorReference, makePaymentReference } from "../../src/bank/payment-reference";
import { addDays } from "../../src/plain-date";
import { dice, type Administration } from "./labelled-payment";

const SURNAMES = [
  "Jansen", "de Vries", "van den Berg", "Bakker", "Smit", "Visser", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker", "Kok",
  "Yılmaz", "Çelik", "El Amrani", "Nowak", "Müller", "Nguyễn", "Kowalski", "Öztürk", "Ó Briain", "Sørensen", "d'Hondt", "Łukaszewicz",
];
const TRADES = ["Bouw", "Installatie", "Schilders", "Transport", "Advies", "Techniek", "Tuinen", "Media", "Horeca", "Zorg"];
/** Amounts that many invoices have: subscriptions and call-out charges. */
const COMMON_CENTS = [4_995, 12_500, 25_000];

/** How a number is printed: one administration has had several programs over the years. */
const NUMBERS: readonly ((sequence: number) => string)[] = [
  (sequence) => `2026-${String(sequence).padStart(4, "0")}`,
  (sequence) => `F26${String(sequence).padStart(5, "0")}`,
  (sequence) => `VF/2026/${String(sequence).padStart(5, "0")}`,
  (sequence) => String(260_000 + sequence),
];

/** The kinds of reference that stand on invoices: 7 figures, 9 to 14 with their length, 16, and RF. */
function referenceOf(sequence: number): string[] {
  if (sequence % 6 === 0) return [String(7_000_000 + sequence)];
  if (sequence % 6 === 1) return [makePaymentReference(sequence, [9, 10, 11, 12, 13, 14][sequence % 5] as 9)];
  if (sequence % 6 === 2) return [makeCreditorReference(`TG${sequence}`)];
  if (sequence % 6 === 3) return [];
  return [makePaymentReference(2_026_000_000 + sequence)];
}

/**
 * 320 debtors with one to five open invoices each: two in three with an account we know, one invoice in six of an amount that many
 * have, namesakes among the people, and here and there a plan or a credit note.
 */
export function makeAdministration(seed: number): Administration {
  const roll = dice(seed);
  const items: OpenItem[] = [];
  const accounts: KnownAccount[] = [];
  for (let debtor = 0; debtor < 320; debtor += 1) {
    const surname = SURNAMES[roll(SURNAMES.length)] ?? "";
    const debtorName = debtor % 2 ? `${surname} ${TRADES[roll(TRADES.length)]}${debtor % 3 ? " B.V." : ""}` : `${String.fromCharCode(65 + roll(26))}. ${surname}`;
    const debtorId = `debtor ${debtor}`;
    const number = NUMBERS[debtor % NUMBERS.length] ?? String;
    if (roll(3) > 0) accounts.push({ iban: accountOf(debtor), debtorId });
    const count = 1 + roll(5);
    for (let place = 0; place < count; place += 1) {
      const sequence = items.length + 1;
      items.push({
        id: `item ${sequence}`, debtorId, debtorName, kind: "invoice", number: number(sequence), references: referenceOf(sequence), dueOn: addDays("2026-07-01", roll(120)),
        openCents: roll(6) === 0 ? (COMMON_CENTS[roll(3)] ?? 0) : 1_000 + roll(400_000),
      });
    }
    const first = items.at(-count);
    if (first && debtor % 16 === 5) items.push({ ...first, id: `item ${items.length + 1}`, kind: "creditNote", number: `C${first.number}`, references: [], openCents: 1_000 + roll(5_000) });
    // A plan of four terms over the first invoice; the term is named by that invoice.
    if (first && debtor % 16 === 9 && first.openCents > 8_000) {
      const references = [...(first.references ?? []), first.number.replace(/\D+/gu, "")];
      items.push({ ...first, references, id: `item ${items.length + 1}`, kind: "instalment", openCents: Math.ceil(first.openCents / 4), dueOn: "2026-11-25" });
      items[items.indexOf(first)] = { ...first, references };
    }
  }
  return { items, accounts };
}

export function accountOf(debtor: number): string {
  return `NL00TEST${String(debtor).padStart(10, "0")}`;
}
