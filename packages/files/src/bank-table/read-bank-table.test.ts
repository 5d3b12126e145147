import { readTable } from "../table/read-table";
import type { BankFileEvent, EntryEvent, StatementEndEvent } from "../statements/statement-events";
import { missingBankFields, suggestBankMapping, type BankMapping } from "./bank-mapping";
import { readBankTable } from "./read-bank-table";

async function eventsOf(text: string, more: Partial<BankMapping> = {}): Promise<BankFileEvent[]> {
  const table = await readTable(Buffer.from(text), "csv");
  const events: BankFileEvent[] = [];
  for await (const event of readBankTable(table, { ...suggestBankMapping(table.columns), ...more })) events.push(event);
  return events;
}
const entriesOf = (events: readonly BankFileEvent[]): EntryEvent[] => events.filter((event) => event.type === "entry");
const endOf = (events: readonly BankFileEvent[]) => events.find((event): event is StatementEndEvent => event.type === "statement-end");

/** As ING makes it: newest first, a side in words, an amount without sign. */
const NEWEST_FIRST = `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie"
"20261120";"J. de Boer";"NL91ABNA0417164300";"NL44RABO0123456789";"OV";"Bij";"1.186,00";"Overschrijving";"factuur 2026-0417";"2.286,00"
"20261119";"Koffie";"NL91ABNA0417164300";"";"BA";"Af";"4,50";"Betaalautomaat";"";"1.100,00"
"20261119";"Koffie";"NL91ABNA0417164300";"";"BA";"Af";"4,50";"Betaalautomaat";"";"1.104,50"
`;
/** As Rabobank makes it: signed amounts, three columns of words, a number of its own for every row. */
const SIGNED = `"IBAN/BBAN","Munt","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Code","Machtigingskenmerk","Betalingskenmerk","Omschrijving-1","Omschrijving-2"
"NL44RABO0123456789","EUR","000000000000000101","2026-11-19","2026-11-18","+186,00","+1186,00","NL91ABNA0417164300","P. Smit","cb","","8000002026000001","deel een","deel twee"
"NL44RABO0123456789","EUR","000000000000000102","2026-11-20","2026-11-20","-121,00","+1065,00","NL20INGB0001234567","K. Vos","ei","M-0042","","STORNO incasso",""
"NL39RABO0300065264","EUR","000000000000000007","2026-11-20","2026-11-20","+5,00","+5,00","","Rente","rb","","","",""
`;

describe("a bank's own export", () => {
  test("newest first with Af and Bij: three entries from old to new, € 1.109,00 to € 2.286,00, two equal ones kept apart", async () => {
    const events = await eventsOf(NEWEST_FIRST);
    expect(events[0]).toMatchObject({ type: "statement", format: "csv", account: "NL91ABNA0417164300", opening: { amount: 110_900 } });
    const entries = entriesOf(events);
    expect(entries.map(({ amount, bookedOn, ordinal }) => [amount, bookedOn, ordinal])).toEqual([[-450, "2026-11-19", 1], [-450, "2026-11-19", 2], [118_600, "2026-11-20", 1]]);
    expect(entries[0]?.contentHash).toBe(entries[1]?.contentHash);
    expect(entries[2]).toMatchObject({ remittance: "factuur 2026-0417", counterparty: { name: "J. de Boer", iban: "NL44RABO0123456789" } });
    expect(endOf(events)?.sumCheck).toMatchObject({ outcome: "balanced", expected: 228_600 });
  });

  test("signed amounts of two accounts: a statement for each, value days, betalingskenmerk, and a storno that came back", async () => {
    const events = await eventsOf(SIGNED);
    expect(events.filter(({ type }) => type === "statement")).toHaveLength(2);
    const [first, second] = entriesOf(events);
    expect(first).toMatchObject({ amount: 18_600, valueOn: "2026-11-18", structuredReference: { value: "8000002026000001" }, remittance: "deel een deel twee" });
    expect(second).toMatchObject({ amount: -12_100, mandateId: "M-0042", returned: "direct-debit" });
  });

  test("a row that was left out shows: the balances are € 4,50 apart", async () => {
    const without = NEWEST_FIRST.split("\n").filter((_, index) => index !== 2).join("\n");
    expect(endOf(await eventsOf(without))?.sumCheck).toMatchObject({ outcome: "different", difference: -450 });
  });

  test("the same rows in a longer file have the same identity", async () => {
    const [short, long] = [entriesOf(await eventsOf(NEWEST_FIRST)), entriesOf(await eventsOf(NEWEST_FIRST.replace('"20261120"', '"20261121"') + '"20261118";"Vroeg";"NL91ABNA0417164300";"";"OV";"Bij";"9,00";"";"";"1.109,00"\n'))];
    expect(long.slice(1, 3).map(({ contentHash, ordinal }) => [contentHash, ordinal])).toEqual(short.slice(0, 2).map(({ contentHash, ordinal }) => [contentHash, ordinal]));
  });

  test.each([
    ["an amount that is none", NEWEST_FIRST.replace("1.186,00", "1.186,0O"), { line: 2, field: "amount", column: "Bedrag (EUR)", value: "1.186,0O", fault: "AMOUNT_UNREADABLE" }],
    ["30 February", NEWEST_FIRST.replace("20261120", "20260230"), { line: 2, field: "bookedOn", column: "Datum", fault: "DAY_NOT_THERE" }],
    ["a side that is neither", NEWEST_FIRST.replace('"Bij"', '"Dwars"'), { field: "debitCredit", value: "Dwars", fault: "SIDE_UNREADABLE" }],
  ])("%s is refused with its line and column", async (_what, text, details) => {
    await expect(eventsOf(text)).rejects.toMatchObject({ code: "FILE_FIELD_INVALID", details });
  });

  test("without account a person names it; without day or amount the file says what is missing", async () => {
    const text = "Datum;Credit;Debet;Omschrijving\n20-11-2026;12,50;;factuur\n21-11-2026;;2,00;kosten\n";
    await expect(eventsOf(text)).rejects.toMatchObject({ code: "FILE_COLUMN_MISSING", details: { fields: ["account"] } });
    expect(entriesOf(await eventsOf(text, { account: "NL91 ABNA 0417 1643 00" })).map(({ amount }) => amount)).toEqual([1_250, -200]);
    expect(missingBankFields({ columns: {} })).toEqual(["bookedOn", "amount", "account"]);
  });
});
