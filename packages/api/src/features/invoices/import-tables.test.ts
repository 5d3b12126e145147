import supertest from "supertest";
import { takeTables } from "../../app/take-tables";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { statingBytes, xlsxOf, zipOf, type TestCell } from "../../../../files/src/test-xlsx";

let product: TestProduct;
let collector: StaffCaller;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());

async function upload(name: string, bytes: Buffer | string, headers: Record<string, string> = {}): Promise<{ status: number; id: string; code?: string; details?: any }> {
  const request = supertest(product.app).post("/admin/imports/invoices").set("x-tegemoet", "admin").set("cookie", collector.cookie);
  for (const [header, value] of Object.entries(headers)) request.set(header, value);
  const { status, body } = await request.attach("files", Buffer.from(bytes), name);
  return { status, ...body };
}

const PREVIEW = `query($id: ID!, $language: Language!, $mapping: ImportMappingInput) { importPreview(id: $id, language: $language, mapping: $mapping) {
  columns mapping { field label needed column } decimal remembered missing separator encoding sheet headerLine total created changed unchanged refused
  rows { line outcome kind number debtorName issuedOn dueOn totalCents faults { field column code text } notices } faulty { line faults { code text } } } }`;

async function preview(id: string, mapping?: object, language = "nl"): Promise<any> {
  const { data, errors } = await collector.graphql(PREVIEW, { id, language, mapping });
  expect(errors).toBeUndefined();
  return data["importPreview"];
}

/** Takes a file in with the columns its preview suggests, as the wizard does when nobody changes them. */
async function takeIn(id: string, decimal?: string): Promise<any> {
  const { mapping } = await preview(id);
  const columns = mapping.flatMap(({ field, column }: any) => (column ? [{ field, column }] : []));
  const { errors } = await collector.graphql(`mutation($id: ID!, $m: ImportMappingInput!) { startImport(id: $id, mapping: $m) { state total } }`, { id, m: { columns, decimal } });
  expect(errors).toBeUndefined();
  await takeTables(product.product, product.organisationId);
  return standing(id);
}

async function standing(id: string): Promise<any> {
  const { data } = await collector.graphql("query($id: ID!) { import(id: $id) { state total done created changed unchanged failed results { label line outcome code invoiceId warnings } } }", { id });
  return data["import"];
}

const refusedCsv = async (id: string, language = "nl", cookie = collector.cookie) =>
  supertest(product.app).get(`/admin/imports/${id}/refused.csv?language=${language}`).set("cookie", cookie).buffer(true).parse((response, done) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (piece: string) => { text += piece; });
    response.on("end", () => done(null, text));
  });

const counts = () => product.read((reader) => reader.first(
  "select (select count(*) from invoice where organisation_id = $1) as invoices, (select count(*) from debtor where organisation_id = $1) as debtors, (select count(*) from ledger_entry where organisation_id = $1) as entries", [reader.organisationId]));

const HEADER = "Factuurnummer;Factuurdatum;Vervaldatum;Debiteurnummer;Naam;E-mail;Bedrag incl. btw";

describe("invoices by CSV", () => {
  test("a file in Windows letters waits, is understood with its columns suggested, and nothing is written by looking", async () => {
    const before = await counts();
    const { status, id } = await upload("export.csv", Buffer.from(`${HEADER}\r\nW-1;20-10-2026;19-11-2026;D1;Café Zon B.V.;zon@example.nl;1.234,56\r\nW-2;2026-10-21;;D2;Jansen;geen;12,-\r\nW-3;20 okt 2026;29-02-2027;D2;Jansen;;1.234,56-\r\n`, "latin1"));
    expect(status).toBe(202);
    const seen = await preview(id);
    expect(seen).toMatchObject({ separator: ";", encoding: "windows-1252", headerLine: 1, total: 3, created: 2, refused: 1, missing: [], remembered: false });
    expect(seen.mapping.filter((one: any) => one.column).map(({ field }: any) => field)).toEqual(["number", "issuedOn", "dueOn", "amount", "debtorName", "debtorNumber", "email"]);
    expect(seen.rows).toMatchObject([
      { line: 2, outcome: "created", kind: "invoice", number: "W-1", debtorName: "Café Zon B.V.", issuedOn: "2026-10-20", dueOn: "2026-11-19", totalCents: 123_456, faults: [], notices: [] },
      { line: 3, outcome: "created", dueOn: "2026-11-20", totalCents: 1_200, notices: ["Zonder vervaldatum in het bestand: vervalt op vrijdag 20 november 2026.", "geen is geen e-mailadres en wordt overgeslagen."] },
      { line: 4, outcome: "refused", faults: [{ field: "dueOn", column: "Vervaldatum", code: "DAY_NOT_THERE", text: "Vervaldatum bestaat niet op de kalender (29-02-2027). Kijk de dag na." }] },
    ]);
    expect(await standing(id)).toMatchObject({ state: "waiting", done: 0 });
    expect(await counts()).toEqual(before);
  });

  test("taken in: two new and one refused; the same file again changes nothing and remembers its columns", async () => {
    const file = `${HEADER}\nT-1;20-10-2026;19-11-2026;D11;Zon B.V.;zon@example.nl;1.000,00\nT-2;20-10-2026;19-11-2026;D12;Maan;maan@example.nl;50,00\nT-3;morgen;;D12;Maan;;5,00\n`;
    const first = await upload("a.csv", file);
    expect(await takeIn(first.id)).toMatchObject({
      state: "done", total: 3, done: 3, created: 2, failed: 1,
      results: [{ label: "T-3 morgen D12", line: 4, outcome: "refused", code: "ROW_FAULTY" }, { label: "T-1 Zon B.V.", line: 2, outcome: "created" }, { outcome: "created" }],
    });
    const again = await upload("b.csv", file);
    expect(await preview(again.id)).toMatchObject({ remembered: true, created: 0, unchanged: 2, refused: 1 });
    const before = await counts();
    expect(await takeIn(again.id)).toMatchObject({ state: "done", created: 0, changed: 0, unchanged: 2, failed: 1 });
    expect(await counts()).toEqual(before);
    const { data } = await collector.graphql(`{ invoices(filter: { search: "T-1" }) { rows { number debtorName dueOn openCents } } }`);
    expect(data["invoices"]).toEqual({ rows: [{ number: "T-1", debtorName: "Zon B.V.", dueOn: "2026-11-19", openCents: 100_000 }] });
  });

  test("a source says another day and another address: the invoice changes and the amount may not", async () => {
    await takeIn((await upload("a.csv", `${HEADER}\nV-1;20-10-2026;19-11-2026;D21;Ster;ster@example.nl;75,00\nV-2;20-10-2026;19-11-2026;D21;Ster;ster@example.nl;25,00\n`)).id);
    const changed = await upload("b.csv", `${HEADER}\nV-1;20-10-2026;03-12-2026;D21;Ster;nieuw@example.nl;75,00\nV-2;20-10-2026;19-11-2026;D21;Ster;nieuw@example.nl;24,00\n`);
    expect(await preview(changed.id)).toMatchObject({ changed: 1, refused: 1 });
    expect(await takeIn(changed.id)).toMatchObject({ changed: 1, failed: 1, results: [{ code: "INVOICE_EXISTS_DIFFERENTLY" }, { outcome: "changed" }] });
    const row = await product.read((reader) => reader.first(
      `select invoice.due_on as due, standing.due_on as standing, email, open_cents as open from invoice join invoice_standing standing on standing.organisation_id = $1 and invoice_id = invoice.id
       join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id where invoice.organisation_id = $1 and invoice.number = 'V-1'`, [reader.organisationId]));
    expect(row).toEqual({ due: "2026-12-03", standing: "2026-12-03", email: "nieuw@example.nl", open: 7_500 });
    expect((await refusedCsv(changed.id)).body).toContain("Een vordering wordt gecrediteerd, niet herschreven.");
  });

  test("what staff mended stays when the same rows come again in another file", async () => {
    const row = "M-1;20-10-2026;19-11-2026;D31;Regen;oud@example.nl;75,00";
    await takeIn((await upload("a.csv", `${HEADER}\n${row}\n`)).id);
    await product.write((tx) => tx.query("update debtor set email = 'gemaakt@example.nl' where organisation_id = $1 and name = 'Regen'", [tx.organisationId]));
    expect(await takeIn((await upload("b.csv", `${HEADER}\n${row}\nM-2;20-10-2026;19-11-2026;D32;Wind;wind@example.nl;5,00\n`)).id)).toMatchObject({ created: 1, unchanged: 1 });
    expect(await product.read((reader) => reader.first("select email from debtor where organisation_id = $1 and name = 'Regen'", [reader.organisationId]))).toEqual({ email: "gemaakt@example.nl" });
  });

  test("-60,00 and 60,00- are credit notes on the invoice they name", async () => {
    const file = `Factuurnummer;Factuurdatum;Naam;Bedrag;Crediteert factuur\nK-1;20-10-2026;Mist;100,00;\nK-2;21-10-2026;Mist;-60,00;K-1\nK-3;22-10-2026;Mist;30,00-;K-1\n`;
    const { id } = await upload("a.csv", file);
    expect((await preview(id)).rows[2]).toMatchObject({ kind: "creditNote", totalCents: 3_000, notices: expect.arrayContaining(["De min achter 30,00- is gelezen als een bedrag onder nul."]) });
    expect(await takeIn(id)).toMatchObject({ created: 3, failed: 0 });
    const open = await product.read((reader) => reader.query("select open_cents as cents from invoice_standing join invoice on invoice.organisation_id = $1 and invoice.id = invoice_id where invoice_standing.organisation_id = $1 and number = 'K-1'", [reader.organisationId]));
    expect(open).toEqual([{ cents: 1_000 }]);
  });

  test("two rows of one number that differ are both refused, with the line of the other; two alike are one invoice", async () => {
    const { id } = await upload("a.csv", `${HEADER}\nR-1;20-10-2026;;D41;Hagel;;10,00\nR-1;20-10-2026;;D41;Hagel;;11,00\nR-2;20-10-2026;;D41;Hagel;;12,00\nR-2;20-10-2026;;D41;Hagel;;12,00\n`);
    const { rows } = await preview(id, undefined, "en");
    expect(rows.map(({ outcome }: any) => outcome)).toEqual(["refused", "refused", "created", "unchanged"]);
    expect(rows[0].faults[0].text).toBe("This invoice number is in the file more than once (line 3), with different facts. Keep one row.");
    expect(await takeIn(id)).toMatchObject({ created: 1, unchanged: 1, failed: 2 });
  });

  test("a missing column is named, and starting without it is refused; chosen by hand it works", async () => {
    const { id } = await upload("a.csv", "Nr;Wanneer;Wie;Som\nH-1;20-10-2026;Dauw;10,00\n");
    const seen = await preview(id);
    expect(seen).toMatchObject({ missing: ["number", "issuedOn", "amount", "debtorName"], rows: [] });
    const start = (columns: object[]) => collector.graphql(`mutation($id: ID!, $m: ImportMappingInput!) { startImport(id: $id, mapping: $m) { state } }`, { id, m: { columns } });
    expect((await start([{ field: "number", column: "Nr" }])).errors?.[0]?.extensions).toMatchObject({ code: "FILE_COLUMN_MISSING", details: { fields: ["issuedOn", "amount", "debtorName"] } });
    const columns = [{ field: "number", column: "Nr" }, { field: "issuedOn", column: "Wanneer" }, { field: "amount", column: "Som" }, { field: "debtorName", column: "Wie" }];
    expect(await preview(id, { columns })).toMatchObject({ missing: [], created: 1 });
    await start(columns);
    await start(columns);
    await takeTables(product.product, product.organisationId);
    await takeTables(product.product, product.organisationId);
    expect(await standing(id)).toMatchObject({ state: "done", done: 1, created: 1 });
  });

  test("1.234 alone is unclear until somebody says how amounts are written", async () => {
    const { id } = await upload("a.csv", `${HEADER}\nU-1;20-10-2026;;D51;Rijp;;1.234\n`);
    expect((await preview(id)).rows[0].faults[0]).toMatchObject({ code: "AMOUNT_UNCLEAR", text: "Bedrag inclusief btw kan twee bedragen zijn (1.234). Kies hoe bedragen in dit bestand zijn geschreven." });
    const columns = (await preview(id)).mapping.flatMap(({ field, column }: any) => (column ? [{ field, column }] : []));
    expect((await preview(id, { columns, decimal: "comma" })).rows[0]).toMatchObject({ totalCents: 123_400, faults: [] });
  });

  test("what was refused comes back with line and reason in both languages, formulas made harmless, and comes in once mended", async () => {
    const { id } = await upload("a.csv", `${HEADER}\nF-1;20-10-2026;;D61;=HYPERLINK("http://x");;10,00\nF-2;29-02-2026;;+D62;IJs;;10,00\n`);
    expect(await takeIn(id)).toMatchObject({ state: "failed", created: 0, failed: 2 });
    const nl = String((await refusedCsv(id)).body);
    expect(nl).toContain("F-2;29-02-2026;;'+D62;IJs;;10,00;3;Factuurdatum bestaat niet op de kalender (29-02-2026). Kijk de dag na.");
    expect(nl).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(String((await refusedCsv(id, "en")).body)).toContain("Invoice day is not in the calendar (29-02-2026). Check the day.");
    const mended = nl.replace("29-02-2026", "28-02-2026");
    expect(await takeIn((await upload("geweigerd.csv", mended)).id)).toMatchObject({ created: 1, failed: 1 });
  });

  test("600 rows are taken in pieces, and a worker that comes twice takes none twice", async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `S-${at};20-10-2026;19-11-2026;S${at % 50};Rij ${at % 50};rij${at % 50}@example.nl;${at + 1},00`);
    const { id } = await upload("groot.csv", `${HEADER}\n${rows.join("\n")}\n`);
    const { mapping } = await preview(id);
    await collector.graphql(`mutation($id: ID!, $m: ImportMappingInput!) { startImport(id: $id, mapping: $m) { state } }`, { id, m: { columns: mapping.flatMap(({ field, column }: any) => (column ? [{ field, column }] : [])) } });
    await Promise.all([takeTables(product.product, product.organisationId), takeTables(product.product, product.organisationId)]);
    expect(await standing(id)).toMatchObject({ state: "done", total: 600, done: 600, created: 600, failed: 0 });
  });
});

describe("invoices by XLSX", () => {
  const HEAD: TestCell[] = ["Invoice number", "Invoice date", "Due date", "Customer name", "Amount"];

  test("days as numbers and by their style, amounts as numbers, and a formula by the value beside it", async () => {
    const { id } = await upload("sheet.xlsx", xlsxOf([["Open invoices"], HEAD, ["X-1", { day: 46_316 }, 46_346, "Sneeuw Ltd", 1234.5599999999999], ["X-2", { day: 46_316 }, null, "Sneeuw Ltd", { formula: "E3*2", value: 2469.12 }]]));
    expect(await preview(id)).toMatchObject({ sheet: "Facturen", headerLine: 2, rows: [{ line: 3, issuedOn: "2026-10-21", dueOn: "2026-11-20", totalCents: 123_456 }, { line: 4, totalCents: 246_912 }] });
    expect(await takeIn(id)).toMatchObject({ created: 2, failed: 0 });
  });

  test("a formula without a value and an error of the sheet are named by cell", async () => {
    const { id } = await upload("sheet.xlsx", xlsxOf([HEAD, ["X-3", { error: "#REF!" }, null, "Vorst", { formula: "B2*2" }]]));
    expect((await preview(id)).rows[0].faults.map(({ text }: any) => text)).toEqual([
      "Bedrag inclusief btw bevat een formule zonder uitkomst (=B2*2). Bewaar het bestand met waarden in plaats van formules.",
      "Factuurdatum bevat een fout van het rekenblad (#REF!). Herstel de cel.",
    ]);
  });

  test.each([
    ["a merged header", () => xlsxOf([["Factuur", "Naam", null, "Bedrag"], ["1", "Jan", "x", 5]], { merged: ["B1:C1"] }), { code: "FILE_HEADER_MERGED", details: { range: "B1:C1" } }],
    ["a workbook cut in half", () => { const whole = xlsxOf([HEAD, ["1", "x", "y", "z", 5]]); return whole.subarray(0, whole.length - 200); }, { code: "FILE_CUT_OFF" }],
    ["a zip bomb", () => statingBytes(xlsxOf([HEAD, ["1", "x", "y", "z", 5]]), "xl/worksheets/sheet1.xml", 300_000_000), { code: "FILE_TOO_LARGE" }],
    ["a billion laughs", () => xlsxOf([], { sheet: `<!DOCTYPE x [<!ENTITY a "ha">]><worksheet/>` }), { code: "FILE_HAS_DOCTYPE" }],
    ["only a header", () => xlsxOf([HEAD]), { code: "FILE_FIELD_MISSING" }],
  ])("%s is refused before anything waits", async (_what, make, refusal) => {
    const before = (await collector.graphql(`{ imports(kind: "invoices") { id } }`)).data["imports"];
    expect(await upload("sheet.xlsx", make())).toMatchObject(refusal);
    expect((await collector.graphql(`{ imports(kind: "invoices") { id } }`)).data["imports"]).toEqual(before);
  });

  test("50 MB is refused by its size", async () => {
    const { id, code } = await upload("groot.csv", Buffer.alloc(50 * 1024 * 1024, "a;b\n"));
    if (code) expect(code).toBe("FILE_TOO_LARGE");
    else {
      for (let tries = 0; tries < 100 && (await standing(id)).state === "running"; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await standing(id)).toMatchObject({ state: "failed", results: [{ code: "FILE_TOO_LARGE" }] });
    }
  });

  test("two spreadsheets at once are refused with what to do, and a zip without invoices says what it expected", async () => {
    const two = await supertest(product.app).post("/admin/imports/invoices").set("x-tegemoet", "admin").set("cookie", collector.cookie)
      .attach("files", Buffer.from(`${HEADER}\n1;1;1;1;1;1;1\n`), "a.csv").attach("files", Buffer.from(`${HEADER}\n1;1;1;1;1;1;1\n`), "b.csv");
    expect(two.body).toMatchObject({ code: "INPUT_INVALID" });
    const { id } = await upload("leeg.zip", zipOf({ "lees.txt": "niets" }));
    for (let tries = 0; tries < 100 && (await standing(id)).state === "running"; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await standing(id)).toMatchObject({ state: "failed", results: [{ code: "FILE_UNKNOWN_KIND" }] });
  });
});

describe("the same door for programs", () => {
  const invoice = (number: string, more: object = {}) => ({ number, issuedOn: "2026-11-01", dueOn: "2026-11-15", totalCents: 10_000, debtor: { key: "P1", name: "Programma B.V.", kind: "legalPerson", email: "p@example.nl" }, ...more });
  const bring = (key: string, invoices: object[]) => collector.graphql(
    `mutation($key: String!, $invoices: [InvoiceInput!]!) { bringInvoices(key: $key, invoices: $invoices) { id state created changed unchanged failed results { label outcome code } } }`, { key, invoices });

  test("one key is one import, however often it is sent; the same invoice under another key changes nothing", async () => {
    const first = (await bring("nacht-1", [invoice("P-1"), invoice("P-2", { totalCents: -5 }), invoice("P-3", { kind: "creditNote", creditsNumber: "P-1", totalCents: 4_000 })])).data["bringInvoices"];
    expect(first).toMatchObject({ state: "done", created: 2, failed: 1 });
    expect((await bring("nacht-1", [invoice("P-9")])).data["bringInvoices"]).toEqual(first);
    expect((await bring("nacht-2", [invoice("P-1")])).data["bringInvoices"]).toMatchObject({ created: 0, unchanged: 1 });
  });

  test("an invoice is collected when its row says so: in a word, by the name of the way to pay, or by a mandate", async () => {
    const said: [said: string, mandate: string, collected: boolean][] = [
      ["ja", "", true], ["SEPA-incasso", "M-1", true], ["Direct debit", "", true], ["", "M-2", true],
      ["nee", "M-3", false], ["geen incasso", "", false], ["No direct debit", "M-4", false], ["overboeking", "", false], ["", "", false],
    ];
    const rows = said.map(([word, mandate], at) => `DD-${at};20-10-2026;;D${90 + at};Klant ${at};;10,00;${word};${mandate}`);
    const { id } = await upload("a.csv", `${HEADER};Betaalwijze;Machtigingskenmerk\n${rows.join("\n")}\n`);
    expect(await takeIn(id)).toMatchObject({ created: said.length, failed: 0 });
    const collected = await product.read((reader) => reader.query<{ number: string; mandate: string | null }>(
      `select invoice.number, mandate from direct_debit join invoice on invoice.organisation_id = direct_debit.organisation_id and invoice.id = direct_debit.invoice_id
        where direct_debit.organisation_id = $1 and invoice.number like 'DD-%' order by invoice.number`, [reader.organisationId]));
    expect(collected).toEqual(said.flatMap(([, mandate, yes], at) => (yes ? [{ number: `DD-${at}`, mandate: mandate || null }] : [])));
  });

  test("an upload with a key is one import too", async () => {
    const file = `${HEADER}\nI-1;20-10-2026;;D71;Sleutel;;10,00\n`;
    const [one, two] = [await upload("a.csv", file, { "idempotency-key": "upload-1" }), await upload("a.csv", file, { "idempotency-key": "upload-1" })];
    expect(one.id).toBe(two.id);
  });

  test("201 invoices, and a due day before the invoice day, are refused whole", async () => {
    expect((await bring("veel", Array.from({ length: 201 }, (_, at) => invoice(`Q-${at}`)))).errors?.[0]?.extensions.code).toBe("INPUT_INVALID");
    expect((await bring("fout", [invoice("Q-1", { dueOn: "2026-10-01" })])).errors?.[0]?.extensions.code).toBe("INPUT_INVALID");
  });

  test("an import of another organisation is not found, and a stranger gets nothing", async () => {
    const { id } = await upload("a.csv", `${HEADER}\nJ-1;20-10-2026;;D81;Vreemd;;10,00\n`);
    const other = await product.staff("admin", product.otherOrganisationId);
    expect((await other.graphql(PREVIEW, { id, language: "nl" })).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await refusedCsv(id, "nl", other.cookie)).status).toBe(404);
    expect((await refusedCsv(id, "nl", "")).status).toBe(401);
  });
});
