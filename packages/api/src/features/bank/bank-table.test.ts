import supertest from "supertest";
import { collector, product, startBank } from "../../../test/bank";
import type { StaffCaller } from "../../../test/harness";
import { takeBankTables } from "../../app/take-bank-tables";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";

startBank();

const HEADER = "Dag;Wie;Tegenrekening;Omschrijving;Bij/af;Hoeveel;Stand;Rekeningnr";
/** A row of a bank whose columns nobody has heard of. */
const row = (day: string, who: string, words: string, cents: number, balanceCents: number): string =>
  [day, who, "NL44RABO0123456789", words, cents < 0 ? "Af" : "Bij", euros(Math.abs(cents)), euros(balanceCents), "NL91 ABNA 0417 1643 00"].join(";");
const euros = (cents: number): string => (cents / 100).toFixed(2).replace(".", ",");
const csv = (...rows: string[]): string => [HEADER, ...rows, ""].join("\n");
const MAPPING = { columns: [
  { field: "bookedOn", column: "Dag" }, { field: "name", column: "Wie" }, { field: "iban", column: "Tegenrekening" }, { field: "remittance", column: "Omschrijving" },
  { field: "debitCredit", column: "Bij/af" }, { field: "amount", column: "Hoeveel" }, { field: "balanceAfter", column: "Stand" }, { field: "account", column: "Rekeningnr" },
] };

async function upload(text: string, name = "export.csv"): Promise<string> {
  const response = await supertest(product.app).post("/admin/imports/bank").set("x-tegemoet", "admin").set("cookie", collector.cookie).attach("files", Buffer.from(text), name);
  expect(response.status).toBe(202);
  return (response.body as { id: string }).id;
}

interface Import { state: string; created: number; unchanged: number; failed: number; results: { outcome: string; code: string | null; details: string | null; warnings: string[] }[] }
async function importOf(id: string): Promise<Import> {
  for (;;) {
    const { data } = await collector.graphql("query($id: ID!) { import(id: $id) { state created unchanged failed results { outcome code details warnings } } }", { id });
    const found = data["import"] as Import;
    if (found.state !== "running") return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const PREVIEW = `query($id: ID!, $m: BankMappingInput) { previewBankCsv(importId: $id, mapping: $m) { columns missing remembered total
  rows { line bookedOn cents account name remittance } faults { line field column value code } statements { account from until lines openingCents closingCents differenceCents } } }`;
const preview = async (id: string, mapping?: object) => (await collector.graphql(PREVIEW, { id, m: mapping })).data["previewBankCsv"];
const take = async (id: string, remember: boolean): Promise<Import> => {
  const answer = await collector.graphql("mutation($id: ID!, $m: BankMappingInput!, $r: Boolean) { importBankCsv(importId: $id, mapping: $m, remember: $r) { state } }", { id, m: MAPPING, r: remember });
  expect(answer.data["importBankCsv"]).toEqual({ state: "running" });
  await takeBankTables(product.product, product.organisationId);
  return importOf(id);
};
const lines = async (): Promise<number> => (await product.read((reader) => reader.query("select 1 from bank_line where organisation_id = $1", [reader.organisationId]))).length;

const FIRST = csv(row("18-11-2026", "Koffie", "", -450, 99_550), row("18-11-2026", "Koffie", "", -450, 99_100), row("19-11-2026", "P. Klant", "factuur 2026-7001", 18_600, 117_700));

describe("a bank's own export with columns nobody has heard of", () => {
  test("waits for its columns; named, it is shown before anything is written, and then pays its invoice", async () => {
    const { invoiceId } = await product.write(async (tx) => {
      const { debtorId } = await upsertDebtor(tx, { name: "P. Klant", kind: "consumer" });
      return issueInvoice(tx, { debtorId, number: "2026-7001", issuedOn: "2026-10-05", dueOn: "2026-10-19", totalCents: 18_600, source: "test", lines: [] });
    });
    const id = await upload(FIRST);
    expect((await importOf(id)).state).toBe("waiting");
    expect(await preview(id)).toMatchObject({ missing: ["bookedOn", "amount", "account"], remembered: false, total: 3, rows: [] });
    expect(await preview(id, MAPPING)).toMatchObject({
      missing: [], faults: [], rows: [{ line: 2, bookedOn: "2026-11-18", cents: -450 }, { line: 3 }, { cents: 18_600, account: "NL91ABNA0417164300", name: "P. Klant" }],
      statements: [{ from: "2026-11-18", until: "2026-11-19", lines: 3, openingCents: 100_000, closingCents: 117_700, differenceCents: 0 }],
    });
    expect(await lines()).toBe(0);
    expect(await take(id, true)).toMatchObject({ state: "done", created: 1, failed: 0 });
    expect(await lines()).toBe(3);
    const open = await product.read((reader) => reader.first("select open_cents as open from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId]));
    expect(open).toEqual({ open: 0 });
  });

  test("the next one with this header is taken in by itself: of an overlap the two equal coffees stay two, and only the new day comes", async () => {
    expect(await importOf(await upload(FIRST))).toMatchObject({ state: "done", created: 0, unchanged: 1 });
    const longer = csv(row("20-11-2026", "Nieuw", "", 500, 118_200), row("19-11-2026", "P. Klant", "factuur 2026-7001", 18_600, 117_700), row("18-11-2026", "Koffie", "", -450, 99_100), row("18-11-2026", "Koffie", "", -450, 99_550));
    expect(await importOf(await upload(longer))).toMatchObject({ state: "done", created: 1, results: [{ warnings: ["LINES_KNOWN"] }] });
    expect(await lines()).toBe(4);
  });

  test.each([
    ["an amount that is none", csv(row("20-11-2026", "Goed", "", 100, 118_300), row("20-11-2026", "Fout", "", 100, 118_400).replace(";1,00;", ";1,O0;")), "FILE_FIELD_INVALID", { line: 3, column: "Hoeveel", value: "1,O0" }],
    ["a row left out: € 1,00 between the balances", csv(row("20-11-2026", "Een", "", 100, 118_300), row("20-11-2026", "Drie", "", 100, 118_500)), "FILE_BALANCE_WRONG", { difference: 100 }],
  ])("%s: nothing of it is kept, and why is told", async (_what, text, code, details) => {
    const before = await lines();
    const { state, results } = await importOf(await upload(text));
    expect([state, results[0]?.code]).toEqual(["failed", code]);
    expect(JSON.parse(results[0]?.details ?? "{}")).toMatchObject(details);
    expect(await lines()).toBe(before);
  });

  test("a mapping that isn't remembered is asked for again; a viewer can't begin, another organisation finds nothing", async () => {
    const other = FIRST.replace("Stand", "Saldo daarna").replaceAll("Koffie", "Thee");
    const mapping = { columns: MAPPING.columns.map((one) => (one.column === "Stand" ? { ...one, column: "Saldo daarna" } : one)) };
    const id = await upload(other, "een.csv");
    const start = (caller: StaffCaller) => caller.graphql("mutation($id: ID!, $m: BankMappingInput!) { importBankCsv(importId: $id, mapping: $m, remember: false) { state } }", { id, m: mapping });
    expect((await start(await product.staff("viewer"))).code).toBe("NOT_ALLOWED");
    expect((await start(await product.staff("collector", product.otherOrganisationId))).code).toBe("NOT_FOUND");
    expect((await start(collector)).data["importBankCsv"]).toEqual({ state: "running" });
    await takeBankTables(product.product, product.organisationId);
    expect((await importOf(id)).state).toBe("done");
    expect((await importOf(await upload(other, "twee.csv"))).state).toBe("waiting");
  });
});
