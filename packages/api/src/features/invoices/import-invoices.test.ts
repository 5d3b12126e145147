import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { centsFromDecimal } from "@tegemoet/domain";
import { writeUbl } from "@tegemoet/files";
import supertest from "supertest";
import { zipOf } from "../../../../files/src/test-xlsx";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";

let product: TestProduct;
let collector: StaffCaller;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());

interface ImportAnswer { state: string; created: number; unchanged: number; failed: number; changed: number; results: { label: string; outcome: string; code: string | null; details: string | null; invoiceId: string | null; debtorId: string | null; warnings: string[] }[] }

async function drop(files: { name: string; bytes: Buffer | string }[], cookie = collector.cookie): Promise<ImportAnswer> {
  const request = supertest(product.app).post("/admin/imports/invoices").set("x-tegemoet", "admin").set("cookie", cookie);
  for (const { name, bytes } of files) request.attach("files", Buffer.from(bytes), name);
  const response = await request;
  expect(response.status).toBe(202);
  for (;;) {
    const { data } = await collector.graphql("query($id: ID!) { import(id: $id) { state created changed unchanged failed results { label outcome code details invoiceId debtorId warnings } } }", { id: (response.body as { id: string }).id });
    const answer = data["import"] as ImportAnswer;
    if (answer.state !== "running") return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function invoice(number: string, change: Record<string, unknown> = {}): string {
  return writeUbl({
    number, issuedOn: "2026-10-06", dueOn: "2026-10-20",
    supplier: { name: "IJsvogel Installatie B.V.", kvk: "12345678", vat: "NL001234567B01", address: { street: "Kade 12", postalCode: "3511 AB", city: "Utrecht", country: "NL" } },
    buyer: {
      name: "Mevrouw A. Hendriks", address: { street: "Lindelaan 4", postalCode: "3721 AA", city: "Bilthoven", country: "NL" },
      contact: { name: "Anna Hendriks", phone: "06-12345678", email: "a.hendriks@example.nl" },
    },
    lines: [{ description: "Onderhoud ketel", quantity: "1", unitPrice: "153.72", amount: 15_372, vatRateBasisPoints: 2_100 }],
    paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: "2026-0417" }],
    ...change,
  } as never);
}

describe("invoices by UBL", () => {
  test("a dropped file makes debtor, contact, lines, due day and claim; the same file again changes nothing", async () => {
    const file = { name: "2026-0417.xml", bytes: invoice("2026-0417") };
    const first = await drop([file]);
    expect(first).toMatchObject({ state: "done", created: 1, failed: 0 });
    expect(await drop([file])).toMatchObject({ state: "done", created: 0, unchanged: 1, failed: 0 });
    const { data } = await collector.graphql(`query($s: String) { invoices(filter: { search: $s }) { totalCount openCents rows { number debtorName dueOn openCents } } }`, { s: "2026-0417" });
    expect(data["invoices"]).toEqual({ totalCount: 1, openCents: 18_600, rows: [{ number: "2026-0417", debtorName: "Mevrouw A. Hendriks", dueOn: "2026-10-20", openCents: 18_600 }] });
  });

  test("the same number with another amount is refused and says what stands there", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0500") }]);
    const again = await drop([{ name: "b.xml", bytes: invoice("2026-0500", { lines: [{ description: "Anders", quantity: "1", unitPrice: "100.00", amount: 10_000, vatRateBasisPoints: 2_100 }] }) }]);
    expect(again).toMatchObject({ state: "failed", results: [{ outcome: "refused", code: "INVOICE_EXISTS_DIFFERENTLY" }] });
  });

  test.each([
    ["a text that is no XML", "hallo", /FILE_(NOT_XML|UNKNOWN_KIND)/],
    ["an empty file", "", /FILE_EMPTY/],
    ["a file cut in half", invoice("2026-0601").slice(0, 900), /FILE_CUT_OFF|FILE_NOT_XML/],
    ["a DOCTYPE", invoice("2026-0602").replace("?>", "?><!DOCTYPE x [<!ENTITY a 'b'>]>"), /FILE_HAS_DOCTYPE/],
    ["another currency", invoice("2026-0603").replaceAll("EUR", "DKK"), /CURRENCY_UNSUPPORTED/],
    ["no amount to pay", invoice("2026-0604").replace(/<[\w:]*PayableAmount[^>]*>[^<]*<\/[\w:]*PayableAmount>/, ""), /FILE_FIELD_MISSING/],
    ["the day 2026-02-30", invoice("2026-0605").replaceAll("2026-10-06", "2026-02-30"), /FILE_FIELD_INVALID/],
  ])("%s is refused with a clear code, and nothing is half done", async (_what, bytes, code) => {
    const counts = () => product.read((reader) => reader.first("select (select count(*) from invoice where organisation_id = $1) as invoices, (select count(*) from debtor where organisation_id = $1) as debtors", [reader.organisationId]));
    const before = await counts();
    const answer = await drop([{ name: "fout.xml", bytes }]);
    expect(answer.results[0]?.code).toMatch(code);
    expect(await counts()).toEqual(before);
  });

  test("a file of 21 MB is refused by its size", async () => {
    const answer = await drop([{ name: "groot.xml", bytes: Buffer.alloc(21 * 1024 * 1024, " ") }]);
    expect(answer.results[0]).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  test("a viewer may not drop files, and without the header nobody may", async () => {
    const viewer = await product.staff("viewer");
    const refused = await supertest(product.app).post("/admin/imports/invoices").set("x-tegemoet", "admin").set("cookie", viewer.cookie).attach("files", Buffer.from("x"), "x.xml");
    const headerless = await supertest(product.app).post("/admin/imports/invoices").set("cookie", collector.cookie).attach("files", Buffer.from("x"), "x.xml");
    expect([refused.status, headerless.status]).toEqual([403, 400]);
  });

  const facts = (number: string) => product.read((reader) => reader.first(
    `select invoice.kind, invoice.total_cents as total, standing.open_cents as open, invoice.payment_reference as reference,
       (select json_agg(json_build_array(description, amount_cents) order by position) from invoice_line where organisation_id = $1 and invoice_id = invoice.id) as lines,
       (select size from document where organisation_id = $1 and id = invoice.document_id) as pdf
     from invoice left join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id where invoice.organisation_id = $1 and invoice.number = $2`, [reader.organisationId, number]));

  test("a prepaid € 86,00 of € 186,00 leaves a claim of € 100, and the line says so", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0701", { prepaid: 8_600 }) }]);
    expect(await facts("2026-0701")).toMatchObject({ total: 10_000, open: 10_000, lines: [["Onderhoud ketel", 15_372], ["Vooruitbetaald", -8_600]] });
  });

  test("of two means of payment the transfer's reference is the one that a debtor will name", async () => {
    const paymentMeans = [{ code: "59", paymentId: "INCASSO-1", iban: "NL91ABNA0417164300", mandateId: "M1" }, { code: "58", paymentId: "RF18539007547034", iban: "NL91ABNA0417164300" }];
    await drop([{ name: "a.xml", bytes: invoice("2026-0702", { paymentMeans }) }]);
    expect(await facts("2026-0702")).toMatchObject({ reference: "RF18539007547034" });
  });

  test("a credit note lowers what it names; one that names an unknown invoice stands as a credit, and says so", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0703") }]);
    const credit = (number: string, credits: string) => invoice(number, { kind: "credit-note", credits: [credits], lines: [{ description: "Korting", quantity: "1", amount: 5_000, vatRateBasisPoints: 2_100 }] });
    const { results } = await drop([{ name: "c.xml", bytes: credit("2026-C1", "2026-0703") }, { name: "d.xml", bytes: credit("2026-C2", "2025-9999") }]);
    expect(await facts("2026-0703")).toMatchObject({ open: 18_600 - 6_050 });
    expect(await facts("2026-C1")).toMatchObject({ kind: "credit-note", total: 6_050, lines: [["Korting", 5_000]] });
    expect(results.map(({ warnings }) => warnings.filter((warning) => warning.startsWith("CREDITED")))).toEqual([[], ["CREDITED_UNKNOWN: 2025-9999"]]);
  });

  test("an invoice of type 381 with positive amounts, and one with a negative amount, are credit notes with positive lines", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0704").replace(">380<", ">381<") }]);
    expect(await facts("2026-0704")).toMatchObject({ kind: "credit-note", total: 18_600, lines: [["Onderhoud ketel", 15_372]] });
    await drop([{ name: "b.xml", bytes: invoice("2026-0705", { lines: [{ description: "Retour", quantity: "-1", amount: -10_000, vatRateBasisPoints: 2_100 }] }) }]);
    expect(await facts("2026-0705")).toMatchObject({ kind: "credit-note", total: 12_100, lines: [["Retour", 10_000]] });
  });

  test("a correction (384) stands beside what it corrects, with a warning: only a credit note takes a claim away", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0706") }]);
    const { results } = await drop([{ name: "b.xml", bytes: invoice("2026-0707", { credits: ["2026-0706"] }).replace(">380<", ">384<") }]);
    expect(results[0]?.warnings).toContain("CORRECTION_BESIDE: 2026-0706");
    expect([await facts("2026-0706"), await facts("2026-0707")]).toMatchObject([{ open: 18_600 }, { open: 18_600 }]);
  });

  test("a PDF of 10 MB inside is kept; one of a byte more is refused", async () => {
    const pdf = Buffer.alloc(10 * 1024 * 1024, "x");
    pdf.write("%PDF-1.7");
    await drop([{ name: "a.xml", bytes: invoice("2026-0708", { documents: [{ fileName: "factuur.pdf", bytes: pdf }] }) }]);
    expect(await facts("2026-0708")).toMatchObject({ pdf: 10 * 1024 * 1024 });
    const { results } = await drop([{ name: "b.xml", bytes: invoice("2026-0709", { documents: [{ fileName: "factuur.pdf", bytes: Buffer.concat([pdf, Buffer.from("x")]) }] }) }]);
    expect(results[0]).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  test("a zip of two invoices and a text is two invoices; one that is broken holds up neither", async () => {
    const zip = zipOf({ "map/a.xml": invoice("2026-0710"), "lees.txt": "x", "b.xml": invoice("2026-0711"), "c.xml": "<Invoice>" });
    expect(await drop([{ name: "facturen.zip", bytes: zip }])).toMatchObject({ state: "done", created: 2, failed: 1 });
  });

  test("a due day that moved is changed in the books", async () => {
    await drop([{ name: "a.xml", bytes: invoice("2026-0712") }]);
    const moved = await drop([{ name: "b.xml", bytes: invoice("2026-0712", { dueOn: "2026-11-30" }) }]);
    expect(moved).toMatchObject({ state: "done", changed: 1, results: [{ outcome: "changed" }] });
  });

  test.each([
    { means: "a SEPA direct debit", number: "2026-0720", paymentMeans: [{ code: "59", iban: "NL91ABNA0417164300", mandateId: "  M-2026  17 " }], collected: [{ mandate: "M-2026 17" }] },
    { means: "a direct debit with a mandate that no bank takes", number: "2026-0721", paymentMeans: [{ code: "49", mandateId: "ü".repeat(40) }], collected: [{ mandate: null }] },
    { means: "two ways to pay, one of them a direct debit", number: "2026-0722", paymentMeans: [{ code: "30", iban: "NL91ABNA0417164300" }, { code: "49", mandateId: "M-3" }], collected: [{ mandate: "M-3" }] },
    { means: "a transfer", number: "2026-0723", paymentMeans: [{ code: "58", iban: "NL91ABNA0417164300" }], collected: [] },
  ])("$means", async ({ number, paymentMeans, collected }) => {
    expect(await drop([{ name: `${number}.xml`, bytes: invoice(number, { paymentMeans }) }])).toMatchObject({ created: 1 });
    expect(await product.read((reader) => reader.query(
      "select direct_debit.mandate from direct_debit join invoice using (organisation_id) where organisation_id = $1 and direct_debit.invoice_id = invoice.id and invoice.number = $2", [reader.organisationId, number]))).toEqual(collected);
  });

  const samples = join(__dirname, "../../../../../../shared/samples/ubl");
  (existsSync(samples) ? test : test.skip)("real files: each is taken or refused with a reason, twice alike", async () => {
    const files = readdirSync(samples).filter((name) => name.endsWith(".xml")).map((name) => ({ name, bytes: readFileSync(join(samples, name)) }));
    const first = await drop(files);
    expect(first.results).toHaveLength(files.length);
    expect(first.results.every(({ code }) => code !== "INTERNAL")).toBe(true);
    const expected = JSON.parse(readFileSync(join(samples, "EXPECTED.json"), "utf8")) as Record<string, { id: string; payable: string }>;
    const created = first.results.filter(({ outcome }) => outcome === "created");
    expect(created.length).toBeGreaterThanOrEqual(4);
    for (const { label } of created) {
      const { id, payable } = expected[label.split(": ")[0] ?? ""] ?? { id: "", payable: "" };
      expect(await facts(id)).toMatchObject({ total: Math.abs(centsFromDecimal(payable)) });
    }
    expect(await drop(files)).toMatchObject({ created: 0 });
  });
});
