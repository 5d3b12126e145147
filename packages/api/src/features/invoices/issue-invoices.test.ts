import { startTestProduct, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoices, type NewInvoice } from "./issue-invoices";

let product: TestProduct;
let debtorId: string;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  ({ debtorId } = await product.write((tx) => upsertDebtor(tx, { name: "Jansen" })));
});
afterAll(() => product.stop());

const invoice = (number: string, totalCents: number, more: Partial<NewInvoice> = {}): NewInvoice => ({
  debtorId, number, totalCents, issuedOn: "2026-11-01", dueOn: "2026-11-15", source: "test", lines: [{ description: "Werk; \"los\" {werk}", amountCents: totalCents }], ...more,
});
const open = (number: string) => product.read(async (reader) => (await reader.first<{ cents: number }>(
  "select open_cents as cents from invoice_standing join invoice on invoice.organisation_id = $1 and invoice.id = invoice_id where invoice_standing.organisation_id = $1 and number = $2",
  [reader.organisationId, number]))?.cents);

describe("many invoices at once", () => {
  test("of five two are refused, each with its reason, and leave nothing behind; the other three stand with lines, entry and audit", async () => {
    const outcomes = await product.write((tx) => issueInvoices(tx, [
      invoice("A-1", 10_000), invoice("A-2", -1), invoice("A-1", 99), invoice("A-3", 0), invoice("A-4", 2_500, { delivery: { channel: "mail", address: "x@example.nl" } }),
    ]));
    expect(outcomes.map((outcome) => ("refusal" in outcome ? outcome.refusal.code : "taken"))).toEqual(["taken", "AMOUNT_NOT_POSITIVE", "INVOICE_EXISTS_DIFFERENTLY", "taken", "taken"]);
    const counts = await product.read((reader) => reader.first(
      `select (select count(*) from invoice where organisation_id = $1) as invoices, (select count(*) from invoice_line where organisation_id = $1) as lines,
         (select count(*) from ledger_entry where organisation_id = $1) as entries, (select count(*) from posting where organisation_id = $1) as postings,
         (select count(*) from invoice_delivery where organisation_id = $1) as deliveries, (select count(*) from audit where organisation_id = $1 and action = 'issue-invoice') as trail,
         (select description from invoice_line where organisation_id = $1 limit 1) as description`, [reader.organisationId]));
    expect(counts).toEqual({ invoices: 3, lines: 3, entries: 2, postings: 4, deliveries: 1, trail: 3, description: "Werk; \"los\" {werk}" });
    expect([await open("A-1"), await open("A-4")]).toEqual([10_000, 2_500]);
  });

  test("two credit notes of € 60 on an invoice of € 100 in one call take € 60 and € 40; the other € 20 stays a credit", async () => {
    await product.write((tx) => issueInvoices(tx, [
      invoice("C-1", 6_000, { kind: "credit-note", creditsNumber: "B-1" }), invoice("B-1", 10_000), invoice("C-2", 6_000, { kind: "credit-note", creditsNumber: "B-1" }),
    ]));
    expect(await open("B-1")).toBe(0);
    const rest = await product.read((reader) => reader.first(
      `select sum(amount_cents)::bigint as cents from posting join invoice on invoice.organisation_id = $1 and invoice.id = invoice_id
       where posting.organisation_id = $1 and account = 'receivable' and number = 'C-2'`, [reader.organisationId]));
    expect(rest).toEqual({ cents: -2_000 });
  });

  test("nothing at all is nothing", async () => {
    expect(await product.write((tx) => issueInvoices(tx, []))).toEqual([]);
  });
});
