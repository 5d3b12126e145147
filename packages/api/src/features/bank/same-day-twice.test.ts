import { addDays } from "@tegemoet/domain";
import { writeCamt053, type BankMapping } from "@tegemoet/files";
import fc from "fast-check";
import { product, startBank } from "../../../test/bank";
import { importBankFile } from "../../app/import-bank-file";

startBank();

interface Real { day: number; cents: number; name: string; iban: string; text: string }
type Format = "camt053" | "mt940" | "csv";

const START = "2026-11-09";
const dayOf = (day: number): string => addDays(START, day);
const euros = (cents: number): string => (Math.abs(cents) / 100).toFixed(2).replace(".", ",");
const PAYERS = [{ name: "Bakkerij Blauw", iban: "NL44RABO0123456789" }, { name: "J. de Wit", iban: "NL20INGB0001234567" }] as const;

const camt = (account: string, entries: readonly Real[], opening: number, from: number, until: number): string =>
  writeCamt053({ createdAt: "2026-11-20T06:00:00", statements: [{
    id: `C${from}-${until}`, iban: account, opening: { amount: opening, on: dayOf(from) }, closing: { on: dayOf(until) },
    entries: entries.map(({ day, cents, name, iban, text }) => ({ amount: cents, bookedOn: dayOf(day), name, iban, remittance: text })),
  }] });

const mt940 = (account: string, entries: readonly Real[], opening: number, from: number, until: number): string => {
  const short = (day: number): string => dayOf(day).replaceAll("-", "").slice(2);
  const sign = (cents: number): string => (cents < 0 ? "D" : "C");
  const closing = entries.reduce((sum, { cents }) => sum + cents, opening);
  const lines = entries.map(({ day, cents, name, iban, text }) =>
    `:61:${short(day)}${short(day).slice(2)}${sign(cents)}${euros(cents)}NTRFNONREF\n:86:/CNTP/${iban}/INGBNL2A/${name}///REMI/USTD//${text}/`);
  return [`:20:M${from}`, `:25:${account}`, ":28C:1/1", `:60F:${sign(opening)}${short(from)}EUR${euros(opening)}`, ...lines, `:62F:${sign(closing)}${short(until)}EUR${euros(closing)}`, ""].join("\n");
};

/** A bank whose export has no counter account beside the name, and no balances. */
const MAPPING: BankMapping = { columns: { bookedOn: "Dag", amount: "Bedrag", account: "Rekening", name: "Wie", remittance: "Tekst" }, decimal: "comma" };
const csv = (account: string, entries: readonly Real[]): string =>
  ["Dag;Rekening;Wie;Bedrag;Tekst", ...entries.map(({ day, cents, name, text }) => [dayOf(day), account, name, `${cents < 0 ? "-" : ""}${euros(cents)}`, text.toUpperCase()].join(";")), ""].join("\n");

interface Delivery { format: Format; from: number; until: number }

async function deliver(account: string, real: readonly Real[], { format, from, until }: Delivery): Promise<void> {
  const within = real.filter(({ day }) => day >= from && day <= until);
  const opening = real.filter(({ day }) => day < from).reduce((sum, { cents }) => sum + cents, 500_000);
  if (format === "csv" && within.length === 0) return;
  const text = format === "csv" ? csv(account, within) : (format === "mt940" ? mt940 : camt)(account, within, opening, from, until);
  const act = { organisationId: product.organisationId, actor: { kind: "system" as const }, now: product.clock.now() };
  const results = await importBankFile(product.product, act, { name: `f.${format === "csv" ? "csv" : "txt"}`, bytes: Buffer.from(text), cut: false }, format === "csv" ? MAPPING : undefined);
  expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([[expect.stringMatching(/^(created|unchanged)$/), null]]);
}

const stored = async (account: string) => product.read((reader) => reader.query<{ day: string; cents: number; count: number }>(
  "select booked_on as day, amount_cents as cents, count(*) as count from bank_line where organisation_id = $1 and account = $2 group by 1, 2 order by 1, 2", [reader.organisationId, account]));

let accounts = 0;
const newAccount = (): string => `NL91ABNA${String((accounts += 1) + 417_160_000).padStart(10, "0")}`;

const realEntry = fc.record({ day: fc.integer({ min: 0, max: 2 }), cents: fc.constantFrom(450, 12_500, -450), payer: fc.constantFrom(...PAYERS), text: fc.constantFrom("factuur 2026-1", "koffie met taart") })
  .map(({ payer, ...entry }): Real => ({ ...entry, ...payer }));
const delivery = fc.record({ format: fc.constantFrom<Format>("camt053", "mt940", "csv"), from: fc.integer({ min: 0, max: 2 }), days: fc.integer({ min: 0, max: 2 }) })
  .map(({ format, from, days }): Delivery => ({ format, from, until: Math.min(2, from + days) }));

describe("the same days delivered as CAMT.053, as MT940 and as the bank's own export (I-22)", () => {
  test("hold every real entry once, equal ones as often as they were: 40 runs of up to six deliveries in any order", async () => {
    await fc.assert(fc.asyncProperty(fc.array(realEntry, { minLength: 1, maxLength: 8 }), fc.array(delivery, { minLength: 1, maxLength: 6 }), async (unsorted, deliveries) => {
      const real = [...unsorted].sort((a, b) => a.day - b.day);
      const account = newAccount();
      for (const one of deliveries) await deliver(account, real, one);
      const covered = real.filter(({ day }) => deliveries.some(({ from, until }) => day >= from && day <= until));
      const wanted = new Map<string, number>();
      for (const { day, cents } of covered) wanted.set(`${dayOf(day)} ${cents}`, (wanted.get(`${dayOf(day)} ${cents}`) ?? 0) + 1);
      expect(Object.fromEntries((await stored(account)).map(({ day, cents, count }) => [`${day} ${cents}`, count]))).toEqual(Object.fromEntries(wanted));
    }), { numRuns: 40 });
  });

  const two: Real[] = [{ day: 0, cents: 450, ...PAYERS[0], text: "koffie" }, { day: 0, cents: 450, ...PAYERS[0], text: "koffie" }, { day: 0, cents: 12_500, ...PAYERS[1], text: "factuur 2026-7" }];
  const day = (format: Format): Delivery => ({ format, from: 0, until: 0 });

  test("control: when the kind of file is forgotten, two coffees and an invoice become six lines", async () => {
    const account = newAccount();
    await deliver(account, two, day("camt053"));
    await product.write((tx) => tx.query("update statement set format = 'csv' where organisation_id = $1 and account = $2", [tx.organisationId, account]));
    await deliver(account, two, day("csv"));
    expect((await stored(account)).map(({ count }) => count)).toEqual([4, 2]);
  });

  test("and a payment that only the later file has, of the same day and amount but another account, is new", async () => {
    const account = newAccount();
    await deliver(account, two, day("camt053"));
    await deliver(account, [...two, { day: 0, cents: 12_500, ...PAYERS[0], text: "factuur 2026-8" }], day("mt940"));
    expect((await stored(account)).map(({ count }) => count)).toEqual([2, 2]);
  });

  test("one that came with less beside it gains the counter account that the other file tells", async () => {
    const account = newAccount();
    await deliver(account, two, day("csv"));
    await deliver(account, two, day("camt053"));
    const ibans = await product.read((reader) => reader.query<{ iban: string }>("select counterparty_iban as iban from bank_line where organisation_id = $1 and account = $2 order by amount_cents", [reader.organisationId, account]));
    expect(ibans.map(({ iban }) => iban)).toEqual([PAYERS[0].iban, PAYERS[0].iban, PAYERS[1].iban]);
  });

  test("a batch that one kind of file tells as one amount and the other in parts counts once, by the balances", async () => {
    const account = newAccount();
    await deliver(account, [{ day: 0, cents: 12_950, name: "Verzamelincasso", iban: "", text: "3 posten" }], day("mt940"));
    await deliver(account, two.map((one) => ({ ...one, cents: one.cents === 450 ? 225 : 12_500 })), day("camt053"));
    expect((await stored(account)).map(({ cents, count }) => [cents, count])).toEqual([[12_950, 1]]);
  });

  test("a day whose entries cancel each other is new, although the balances before and after it are those of the file without it", async () => {
    const account = newAccount();
    const real: Real[] = [
      { day: 0, cents: 450, ...PAYERS[0], text: "koffie" }, { day: 0, cents: -450, ...PAYERS[0], text: "koffie" }, { day: 1, cents: 12_500, ...PAYERS[1], text: "factuur 2026-7" },
    ];
    await deliver(account, real, { format: "mt940", from: 1, until: 1 });
    await deliver(account, real, { format: "camt053", from: 0, until: 1 });
    expect((await stored(account)).map(({ day: on, cents, count }) => [on, cents, count])).toEqual([[START, -450, 1], [START, 450, 1], [dayOf(1), 12_500, 1]]);
  });

  test("MT940 that names the account without its IBAN is known too", async () => {
    const account = "NL02ABNA0400000001";
    await deliver(account, two, day("camt053"));
    await deliver("400000001", two, day("mt940"));
    expect([await stored("400000001"), (await stored(account)).map(({ count }) => count)]).toEqual([[], [2, 1]]);
  });
});
