import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { daysSalesOutstanding } from "./days-sales-outstanding";
import { amountIn } from "./search.queries";

let product: TestProduct;
let viewer: StaffCaller;
let debtorId: string;
let caseId: string;

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  viewer = await product.staff("viewer");
  await product.write(async (tx) => {
    ({ debtorId } = await upsertDebtor(tx, { name: "Bakkerij Van der Meer", number: "20017", email: "jo@meer.example", phone: "0612345678", contact: { name: "Jo Smit" } }));
    await tx.query("insert into debtor_iban (organisation_id, id, debtor_id, iban, learned_on) values ($1, $2, $3, 'NL44RABO0123456789', '2026-01-01')", [tx.organisationId, newId(), debtorId]);
    caseId = newId();
    await tx.query("insert into collection_case (organisation_id, id, number, debtor_id, opened_on) values ($1, $2, 4711, $3, '2026-10-01')", [tx.organisationId, caseId, debtorId]);
    const issue = async (number: string, issuedOn: string, dueOn: string, totalCents: number) => (await issueInvoice(tx, { debtorId, number, issuedOn, dueOn, totalCents, paymentReference: `RF-${number}`, source: "test", lines: [] })).invoiceId;
    const paid = await issue("2026-0100", "2026-07-01", "2026-07-31", 30_000);
    await issue("2026-0200", "2026-09-01", "2026-09-30", 41_250);
    await issue("2026-0300", "2026-11-10", "2026-12-10", 20_000);
    await receivePayment(tx, { source: "bank", debtorId, amountCents: 30_000, receivedOn: "2026-10-15", allocations: [{ invoiceId: paid, cents: 30_000 }] });
  });
});
afterAll(() => product.stop());

const search = async (text: string) => (await viewer.graphql<any>("query($t: String!) { search(text: $t) { kind id title cents } }", { t: text })).data.search;

describe("searching", () => {
  test.each(["bakkerij van", "20017", "jo@meer.example", "06-12345678", "NL44 RABO 0123 4567 89", "jo smit", "MEER"])("%s finds the debtor", async (text) => {
    expect(await search(text)).toContainEqual({ kind: "debtor", id: debtorId, title: "Bakkerij Van der Meer", cents: 61_250 });
  });

  test.each(["2026-0200", "412,50", "€ 412,50", "rf-2026-0200".toUpperCase()])("%s finds the invoice", async (text) => {
    expect(await search(text)).toContainEqual(expect.objectContaining({ kind: "invoice", title: "2026-0200", cents: 41_250 }));
  });

  test("4711 and D-4711 find the case", async () => {
    for (const text of ["4711", "D-4711"]) expect(await search(text)).toContainEqual({ kind: "case", id: caseId, title: "4711", cents: 61_250 });
  });

  test("one letter, a percent sign and another organisation's name find nothing", async () => {
    await product.write((tx) => upsertDebtor(tx, { name: "Geheime Klant" }), { organisationId: product.otherOrganisationId });
    expect([await search("b"), await search("%%"), await search("Geheime"), await search(" ")]).toEqual([[], [], [], []]);
  });

  test("at most 20 hits, the one that starts with it first", async () => {
    await product.write(async (tx) => { for (let at = 0; at < 25; at += 1) await upsertDebtor(tx, { name: `Nog een slagerij ${at}` }); });
    await product.write((tx) => upsertDebtor(tx, { name: "Slagerij Bos" }));
    const hits = await search("slagerij");
    expect([hits.length, hits[0].title]).toEqual([20, "Slagerij Bos"]);
  });

  test.each([["412,50", 41_250], ["412.50", 41_250], ["€ 1.234,56", 123_456], ["1.234", 123_400], ["412", 41_200], ["412,5", undefined], ["F-412", undefined]])("%s is %s cents", (text, cents) => {
    expect(amountIn(text)).toBe(cents);
  });
});

describe("ageing as of a day", () => {
  const ageing = async (asOf?: string) => {
    const { data } = await viewer.graphql<any>("query($d: Day) { ageing(asOf: $d) { asOf buckets { key cents count } dso } }", { d: asOf });
    return { ...data.ageing, buckets: Object.fromEntries(data.ageing.buckets.map(({ key, cents }: any) => [key, cents])) };
  };

  test("today: € 412,50 is 51 days late, € 200 isn't due", async () => {
    expect(await ageing()).toMatchObject({ asOf: "2026-11-20", buckets: { notDue: 20_000, d1_30: 0, d31_60: 41_250, d61_90: 0, d90plus: 0 } });
  });

  test("on 14 October, before the payment of the 15th, € 300 was still open and 75 days late", async () => {
    expect((await ageing("2026-10-14")).buckets).toEqual({ notDue: 0, d1_30: 41_250, d31_60: 0, d61_90: 30_000, d90plus: 0 });
    expect((await ageing("2026-06-30")).buckets).toEqual({ notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0 });
  });
});

describe("days of sales outstanding, by counting back", () => {
  const sales = [{ day: "2026-11-10", cents: 20_000 }, { day: "2026-10-10", cents: 40_000 }, { day: "2026-09-10", cents: 40_000 }];

  test.each([
    { open: 20_000, days: 31, why: "just the sales of the last month" },
    { open: 40_000, days: 46, why: "that month and half of the 30 days before it" },
    { open: 0, days: 0, why: "nothing is open" },
    { open: 500_000, days: null, why: "more is open than was ever sold" },
  ])("€ $open cents is $days days: $why", ({ open, days }) => {
    expect(daysSalesOutstanding(open, sales, "2026-11-20")).toBe(days);
  });
});
