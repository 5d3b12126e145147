import { addDays, isBusinessDay, weekday, type PlainDate } from "@tegemoet/domain";
import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { importBankFile } from "../import-bank-file";
import { Chance } from "./chance";
import type { DemoDebtor } from "./demo-debtors";
import { actOn, isLeftOpen, SYSTEM, type DemoWorld } from "./demo-world";
import { madeUpIban, madeUpPerson } from "./made-up-people";

/** A transfer on its way to the account of the organisation. */
export interface Transfer {
  readonly debtor: DemoDebtor;
  readonly cents: number;
  readonly numbers: readonly string[];
  readonly reference: string | null;
}

const FIRST_BALANCE_CENTS = 4_318_655;

/** Without money a statement comes on these days of the week only, so that nobody wonders whether the bank still speaks to us. */
const STATEMENT_ANYHOW: readonly number[] = [1, 4];

/**
 * The bank's statement of a day, read as staff would drop it on the bank page.
 *
 * @param openingCents What the last statement closed with, null for the first.
 */
export async function bringBankFile(world: DemoWorld, day: PlainDate, transfers: readonly Transfer[], openingCents: number | null): Promise<void> {
  const { creditor, span, product } = world;
  const chance = new Chance(span.seed, creditor.letter, "bank", day);
  const entries = [...transfers.map((transfer, index) => entryOf(transfer, day, `${day.replaceAll("-", "")}${String(index + 1).padStart(4, "0")}`)), ...others(world, day, chance)];
  if (entries.length === 0 && !STATEMENT_ANYHOW.includes(weekday(day))) return;
  const number = day.slice(2).replaceAll("-", "");
  const text = writeCamt053({
    messageId: `${creditor.letter}${number}`, createdAt: `${day}T20:15:00`,
    statements: [{
      id: `${creditor.letter}-${number}`, iban: creditor.organisation.iban, number, opening: { amount: openingCents ?? FIRST_BALANCE_CENTS, on: before(day) }, closing: { on: day }, entries,
    }],
  });
  await importBankFile(product, actOn(world, day, 90, SYSTEM), { name: `afschrift-${day}.xml`, bytes: Buffer.from(text), cut: false });
}

function before(day: PlainDate): PlainDate {
  let found = addDays(day, -1);
  while (!isBusinessDay(found)) found = addDays(found, -1);
  return found;
}

function entryOf({ debtor, cents, numbers, reference }: Transfer, day: PlainDate, bankReference: string): Camt053Entry {
  const single = numbers.length === 1 && reference !== null;
  const named = `factuur ${numbers.join(" ")}`;
  const name = (debtor.details.contact?.role === "eigenaar" ? debtor.details.contact.name : debtor.details.name).toUpperCase();
  const how = debtor.style === "reference" && single
    ? debtor.index % 3 === 0 ? { remittance: `betalingskenmerk ${reference}` } : { structuredReference: { value: reference, issuer: "CUR" } }
    : debtor.style === "name" ? { remittance: debtor.index % 2 === 0 ? "betaling" : "" } : { remittance: named };
  return { amount: cents, bookedOn: day, bankReference, name, iban: debtor.iban, ...how };
}

/** What else goes over an account, and on the last days some money that nobody knows the reason of. */
function others(world: DemoWorld, day: PlainDate, chance: Chance): Camt053Entry[] {
  const entries: Camt053Entry[] = [];
  const bankReference = (number: number): string => `X${day.replaceAll("-", "")}${number}`;
  if (isLeftOpen(world, day, 3) && day <= world.span.until) {
    entries.push({
      amount: chance.between(4_000, 26_000), bookedOn: day, bankReference: bankReference(1), name: madeUpPerson(chance).toUpperCase(), iban: madeUpIban(chance.between(5_000_000, 5_999_999)),
      remittance: chance.pick(["voor de monteur", "zoals afgesproken", "rest van vorige keer", "bedankt"]),
    });
  }
  return entries;
}
