import { startTestProduct, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { bookCosts } from "../ledger/book-costs";
import { bookInterest } from "../ledger/book-interest";
import { claimOf } from "../ledger/claim-of";
import { reverseEntry } from "../ledger/reverse-entry";
import { verify } from "../ledger/verify";
import { allocateUnallocated } from "./allocate-unallocated";
import { chargeBack } from "./charge-back";
import { receivePayment } from "./receive-payment";
import { refundPayment } from "./refund-payment";

const TODAY = "2026-11-20";
let product: TestProduct;
let debtorId: string;
let counter = 0;
beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  ({ debtorId } = await product.write((tx) => upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" })));
});
afterEach(async () => expect(await product.read(verify)).toEqual([]));
afterAll(() => product.stop());

async function lateInvoice(): Promise<string> {
  counter += 1;
  return (await product.write((tx) => issueInvoice(tx, {
    debtorId, number: `2026-${2000 + counter}`, issuedOn: "2026-05-16", dueOn: "2026-06-15", totalCents: 100_000, source: "test", lines: [],
  }))).invoiceId;
}

const pay = (amountCents: number, receivedOn: string, allocations: { invoiceId: string; cents: number }[] = []) =>
  product.write(async (tx) => (await receivePayment(tx, { source: "bank", debtorId, amountCents, receivedOn, allocations })).paymentId);
const left = (paymentId: string) => product.read(async (reader) =>
  (await reader.first<{ cents: number }>("select unallocated_cents as cents from payment_standing where organisation_id = $1 and payment_id = $2", [reader.organisationId, paymentId]))?.cents);
const open = (invoiceId: string) => product.read((reader) => reader.first("select principal_cents as principal, interest_cents as interest, costs_cents as costs from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId]));
const interest = async (invoiceId: string) => (await product.read((reader) => claimOf(reader, { invoiceIds: [invoiceId], asOf: TODAY }))).interestCents;

describe("money that no invoice has taken", () => {
  test("€ 300 too much: € 200 goes back with a reason, € 100 stays, and not a cent more than is left can go", async () => {
    const paymentId = await pay(30_000, "2026-11-02");
    const back = (cents: number, on = TODAY, reason = "dubbel betaald") => product.write((tx) => refundPayment(tx, { paymentId, cents, on, reason }));
    const entryId = await back(20_000);
    expect(await left(paymentId)).toBe(10_000);
    await expect(back(10_001)).rejects.toMatchObject({ code: "AMOUNT_ABOVE_OPEN", details: { open: 10_000 } });
    await expect(back(100, "2026-11-21")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(back(100, "2026-11-01")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(back(100, TODAY, "")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(back(0)).rejects.toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    await product.write((tx) => reverseEntry(tx, { entryId, reason: "overboeking mislukt" }));
    expect(await left(paymentId)).toBe(30_000);
  });

  test("is given to an invoice later and counts from the day it came: interest asked for over the days after it is taken back", async () => {
    const invoiceId = await lateInvoice();
    const paymentId = await pay(101_000, "2026-07-15");
    await product.write((tx) => bookInterest(tx, { invoiceIds: [invoiceId], until: TODAY, bookedOn: TODAY }));
    expect(await open(invoiceId)).toEqual({ principal: 100_000, interest: 4_492, costs: 0 });
    const parts = await product.write((tx) => allocateUnallocated(tx, { paymentId, allocations: [{ invoiceId, cents: 101_000 }] }));
    // Thirty days until 15 July: € 8,45, and no day more.
    expect(parts.map(({ part, amount }) => [part, amount])).toEqual([["interest", 845], ["principal", 100_000]]);
    expect(await open(invoiceId)).toEqual({ principal: 0, interest: 0, costs: 0 });
    expect(await left(paymentId)).toBe(155);
    expect(await interest(invoiceId)).toBe(845);
  });

  test("is not given to another debtor's invoice, nor twice, nor beyond what is left or open", async () => {
    const invoiceId = await lateInvoice();
    const paymentId = await pay(5_000, TODAY);
    const { debtorId: other } = await product.write((tx) => upsertDebtor(tx, { name: "De Vries Holding B.V.", kind: "legal-person" }));
    const theirs = await product.write((tx) => issueInvoice(tx, { debtorId: other, number: "2026-3001", issuedOn: TODAY, dueOn: TODAY, totalCents: 5_000, source: "test", lines: [] }));
    const give = (to: string, cents: number) => product.write((tx) => allocateUnallocated(tx, { paymentId, allocations: [{ invoiceId: to, cents }] }));
    await expect(give(theirs.invoiceId, 100)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(give(invoiceId, 5_001)).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE", details: { most: 5_000 } });
    await expect(give(invoiceId, 100_001)).rejects.toMatchObject({ code: "AMOUNT_ABOVE_OPEN" });
    await expect(give(invoiceId, 0)).rejects.toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    const both = await Promise.allSettled([give(invoiceId, 5_000), give(invoiceId, 5_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await left(paymentId)).toBe(0);
  });
});

describe("a payment that is charged back", () => {
  test("reopens what it paid, part by part, leaves nothing unallocated, and the same news again changes nothing", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-07-20", reference: `notice:${invoiceId}` }));
    await product.write((tx) => bookInterest(tx, { invoiceIds: [invoiceId], until: "2026-07-20", bookedOn: "2026-07-20" }));
    const paymentId = await pay(120_000, "2026-08-01", [{ invoiceId, cents: 120_000 }]);
    expect(await open(invoiceId)).toEqual({ principal: 0, interest: 0, costs: 0 });
    expect(await left(paymentId)).toBe(3_671);
    const back = () => product.write((tx) => chargeBack(tx, { paymentId, on: "2026-08-11", reason: "MD06 terug op verzoek" }));
    expect(await back()).toEqual([invoiceId]);
    expect(await open(invoiceId)).toEqual({ principal: 100_000, interest: 1_329, costs: 15_000 });
    expect(await left(paymentId)).toBe(0);
    expect(await back()).toEqual([]);
  });

  test("bears no interest over the ten days that we had the money: 148 days instead of 158", async () => {
    const [kept, bounced] = [await lateInvoice(), await lateInvoice()];
    const paymentId = await pay(100_000, "2026-08-01", [{ invoiceId: bounced, cents: 100_000 }]);
    await product.write((tx) => chargeBack(tx, { paymentId, on: "2026-08-11", reason: "AM04" }));
    expect([await interest(kept), await interest(bounced)]).toEqual([4_492, 4_492 - 285]);
  });

  test("is not charged back before it came, nor after a part of it was refunded: then a person looks first", async () => {
    const paymentId = await pay(10_000, "2026-11-02");
    const back = (on: string) => product.write((tx) => chargeBack(tx, { paymentId, on, reason: "MD06" }));
    await expect(back("2026-11-01")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await product.write((tx) => refundPayment(tx, { paymentId, cents: 4_000, on: TODAY, reason: "te veel" }));
    await expect(back(TODAY)).rejects.toMatchObject({ code: "CONFLICT", details: { refunded: 4_000 } });
  });
});
