import { centsFromDecimal } from "@tegemoet/domain";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { bookCosts } from "../ledger/book-costs";
import { bookInterest } from "../ledger/book-interest";
import { claimOf } from "../ledger/claim-of";
import { receivePayment } from "./receive-payment";
import { undoAllocations } from "./undo-allocation";

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({ today: "2026-06-01" }); });
afterAll(() => product.stop());

let counter = 0;
async function invoiceOf(kind: "consumer" | "legal-person", totalCents: number, dueOn: string): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${counter}`, issuedOn: "2026-05-16", dueOn, totalCents, source: "test",
      lines: [{ description: "Werk", amountCents: totalCents, vatBasisPoints: 0 }],
    });
    return { debtorId, invoiceId };
  });
}

const standing = (invoiceId: string) =>
  product.read((reader) => reader.first<{ principal: number; interest: number; costs: number }>(
    "select principal_cents as principal, interest_cents as interest, costs_cents as costs from invoice_standing where organisation_id = $1 and invoice_id = $2",
    [reader.organisationId, invoiceId]));

describe("receiving money (BW 6:43, 6:44)", () => {
  test("€ 400 on € 1.000 with € 150 costs pays € 150 costs, € 8,45 interest and € 241,55 principal", async () => {
    const { debtorId, invoiceId } = await invoiceOf("legal-person", 100_000, "2026-06-15");
    product.clock.set("2026-07-15");
    await product.write(async (tx) => {
      await bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-07-14", reference: `notice:${invoiceId}` });
      await bookInterest(tx, { invoiceIds: [invoiceId], until: "2026-07-14", bookedOn: "2026-07-14" });
      const { parts } = await receivePayment(tx, {
        source: "bank", debtorId, amountCents: 40_000, receivedOn: "2026-07-15", allocations: [{ invoiceId, cents: 40_000 }],
      });
      expect(parts.map(({ part, amount }) => [part, amount])).toEqual([["costs", 15_000], ["interest", 845], ["principal", 24_155]]);
    });
    expect(await standing(invoiceId)).toEqual({ principal: centsFromDecimal("758.45"), interest: 0, costs: 0 });
    const claim = await product.read((reader) => claimOf(reader, { invoiceIds: [invoiceId], asOf: "2026-11-22" }));
    expect(claim.outstandingCents).toBe(centsFromDecimal("786.54"));
  });

  test("€ 120 on an invoice of € 100 leaves € 20 unallocated, and nothing below zero", async () => {
    const { debtorId, invoiceId } = await invoiceOf("consumer", 10_000, "2026-06-01");
    const received = await product.write((tx) =>
      receivePayment(tx, { source: "psp", debtorId, amountCents: 12_000, receivedOn: "2026-06-05", allocations: [{ invoiceId, cents: 12_000 }] }));
    expect(received).toMatchObject({ allocatedCents: 10_000, unallocatedCents: 2_000 });
    expect(await standing(invoiceId)).toEqual({ principal: 0, interest: 0, costs: 0 });
  });

  test("undoing what a payment paid opens the invoice again and leaves the money unallocated", async () => {
    const { debtorId, invoiceId } = await invoiceOf("consumer", 10_000, "2026-06-01");
    const { paymentId } = await product.write((tx) =>
      receivePayment(tx, { source: "bank", debtorId, amountCents: 10_000, receivedOn: "2026-06-05", allocations: [{ invoiceId, cents: 10_000 }] }));
    expect(await product.write((tx) => undoAllocations(tx, { paymentId, reason: "wrong invoice" }))).toBe(1);
    expect(await standing(invoiceId)).toEqual({ principal: 10_000, interest: 0, costs: 0 });
    const left = await product.read((reader) => reader.first<{ left: number }>(
      "select unallocated_cents as left from payment_standing where organisation_id = $1 and payment_id = $2", [reader.organisationId, paymentId]));
    expect(left).toEqual({ left: 10_000 });
  });

  test("costs for a consumer without a fourteen-day letter are refused by the database", async () => {
    const { invoiceId } = await invoiceOf("consumer", 10_000, "2026-06-01");
    await expect(product.write((tx) => bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-07-20", reference: `letter:${invoiceId}` })))
      .rejects.toMatchObject({ constraint: "consumer_costs_after_letter" });
    expect(await standing(invoiceId)).toMatchObject({ costs: 0 });
  });

  test("a posting can't be changed, not even by the owner of the tables", async () => {
    await expect(product.write((tx) => tx.query("update posting set amount_cents = 1"))).rejects.toMatchObject({ code: "42501" });
  });

  test("twenty payments at once on one invoice of € 100 allocate exactly € 100", async () => {
    const { debtorId, invoiceId } = await invoiceOf("legal-person", 10_000, "2026-06-01");
    const results = await Promise.all(Array.from({ length: 20 }, () =>
      product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 1_500, receivedOn: "2026-06-05", allocations: [{ invoiceId, cents: 1_500 }] }))));
    expect(results.reduce((sum, { allocatedCents }) => sum + allocatedCents, 0)).toBe(10_000);
    expect(await standing(invoiceId)).toMatchObject({ principal: 0 });
  });
});
