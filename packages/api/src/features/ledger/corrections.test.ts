import { startTestProduct, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { bookCosts } from "./book-costs";
import { bookInterest } from "./book-interest";
import { claimOf } from "./claim-of";
import { refundCredit } from "./refund-credit";
import { reverseEntry } from "./reverse-entry";
import { setOffCredit } from "./set-off-credit";
import { verify } from "./verify";
import { waive } from "./waive";
import { writeOff } from "./write-off";

const TODAY = "2026-11-20";
let product: TestProduct;
let debtorId: string;
let strangerId: string;
let counter = 0;
beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  await product.write(async (tx) => {
    ({ debtorId } = await upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" }));
    ({ debtorId: strangerId } = await upsertDebtor(tx, { name: "De Vries Holding B.V.", kind: "legal-person" }));
  });
});
afterEach(async () => expect(await product.read(verify)).toEqual([]));
afterAll(() => product.stop());

/** An invoice of € 1.000 that fell due on 15 June 2026: 158 days late today, € 44,92 interest (BW 6:119a). */
async function lateInvoice(owner = debtorId): Promise<string> {
  counter += 1;
  const { invoiceId } = await product.write((tx) => issueInvoice(tx, {
    debtorId: owner, number: `2026-${1000 + counter}`, issuedOn: "2026-05-16", dueOn: "2026-06-15", totalCents: 100_000, source: "test", lines: [],
  }));
  return invoiceId;
}

const creditNote = (totalCents: number, issuedOn = "2026-08-01") => product.write(async (tx) => {
  counter += 1;
  return (await issueInvoice(tx, { debtorId, kind: "credit-note", number: `C-${1000 + counter}`, issuedOn, dueOn: issuedOn, totalCents, source: "test", lines: [] })).invoiceId;
});

const claim = async (invoiceId: string, interest: "accrued" | "claimed" | "if-paid" = "accrued", asOf = TODAY) =>
  product.read(async (reader) => {
    const { principalCents, interestCents, costsCents, paidCents, forgivenCents, outstandingCents } = await claimOf(reader, { invoiceIds: [invoiceId], asOf, interest });
    return { principalCents, interestCents, costsCents, paidCents, forgivenCents, outstandingCents };
  });
const open = (invoiceId: string) => product.read((reader) => reader.first("select principal_cents as principal, interest_cents as interest, costs_cents as costs from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId]));

describe("writing off and waiving", () => {
  test("€ 400 of € 1.000 is written off with a reason: € 600 stays, and interest runs on over that alone", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => writeOff(tx, { invoiceId, parts: { principal: 40_000 }, reason: "faillissement, uitkering 60%" }));
    expect(await open(invoiceId)).toEqual({ principal: 60_000, interest: 0, costs: 0 });
    const today = await claim(invoiceId);
    expect(today).toMatchObject({ principalCents: 100_000, paidCents: 40_000, forgivenCents: 40_000 });
    const later = await claim(invoiceId, "accrued", "2026-12-20");
    // Thirty days at 10,40% over € 600.
    expect(later.interestCents - today.interestCents).toBe(513);
  });

  test("without a reason, with nothing, or with more than is open it is refused", async () => {
    const invoiceId = await lateInvoice();
    const off = (principal: number, reason: string) => product.write((tx) => writeOff(tx, { invoiceId, parts: { principal }, reason }));
    await expect(off(100, "  ")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(off(0, "oninbaar")).rejects.toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    await expect(off(-5, "oninbaar")).rejects.toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    await expect(off(100_001, "oninbaar")).rejects.toMatchObject({ code: "AMOUNT_ABOVE_OPEN", details: { open: 100_000 } });
    await expect(product.write((tx) => tx.query(
      "insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at) values ($1, gen_random_uuid(), 'write-off', $2, $2, 'x', $3)", [tx.organisationId, TODAY, tx.now])),
    ).rejects.toMatchObject({ constraint: "reason_given" });
  });

  test("costs of € 150 are waived in two parts, each with its reason; a third has nothing left", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: TODAY, reference: `notice:${invoiceId}` }));
    const give = (costsCents: number) => product.write((tx) => waive(tx, { invoiceId, costsCents, reason: "betaalde dezelfde dag" }));
    await give(10_000);
    await give(5_000);
    expect(await open(invoiceId)).toEqual({ principal: 100_000, interest: 0, costs: 0 });
    expect(await claim(invoiceId, "claimed")).toMatchObject({ costsCents: 15_000, forgivenCents: 15_000, outstandingCents: 100_000 });
    await expect(give(1)).rejects.toMatchObject({ code: "AMOUNT_ABOVE_OPEN" });
  });

  test("interest that was never asked for is waived whole: € 44,92 is gone today, and a later payment doesn't ask for it", async () => {
    const invoiceId = await lateInvoice();
    const { interestCents } = await claim(invoiceId);
    await expect(product.write((tx) => waive(tx, { invoiceId, interestCents: 1_000, reason: "deel" }))).rejects.toMatchObject({ code: "AMOUNT_DIFFERS", details: { open: interestCents } });
    await product.write((tx) => waive(tx, { invoiceId, interestCents, reason: "goede klant" }));
    expect(await claim(invoiceId)).toMatchObject({ interestCents, forgivenCents: interestCents, outstandingCents: 100_000 });
    expect(await claim(invoiceId, "if-paid", "2027-01-20")).toMatchObject({ outstandingCents: 100_000 });
    await product.write((tx) => receivePayment(tx, { source: "by-hand", debtorId, amountCents: 100_000, receivedOn: TODAY, allocations: [{ invoiceId, cents: 100_000 }] }));
    expect(await open(invoiceId)).toEqual({ principal: 0, interest: 0, costs: 0 });
  });

  test("a waiver is taken back once, and costs that were paid are not", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: TODAY, reference: `notice:${invoiceId}` }));
    const entryId = await product.write((tx) => waive(tx, { invoiceId, costsCents: 15_000, reason: "vergissing" }));
    await product.write((tx) => reverseEntry(tx, { entryId, reason: "verkeerd dossier" }));
    expect(await open(invoiceId)).toMatchObject({ costs: 15_000 });
    expect(await claim(invoiceId, "claimed")).toMatchObject({ costsCents: 15_000, forgivenCents: 0, paidCents: 0, outstandingCents: 115_000 });
    await expect(product.write((tx) => reverseEntry(tx, { entryId, reason: "nog eens" }))).rejects.toMatchObject({ code: "CONFLICT" });
    const costs = await product.read((reader) => reader.first<{ id: string }>("select id from ledger_entry where organisation_id = $1 and reference = $2", [reader.organisationId, `costs:notice:${invoiceId}`]));
    await product.write((tx) => receivePayment(tx, { source: "by-hand", debtorId, amountCents: 10_000, receivedOn: TODAY, allocations: [{ invoiceId, cents: 10_000 }] }));
    await expect(product.write((tx) => reverseEntry(tx, { entryId: costs?.id ?? "", reason: "geen brief" }))).rejects.toMatchObject({ code: "AMOUNT_ABOVE_OPEN", details: { part: "costs", open: 5_000 } });
  });

  test("the invoice itself is not taken back: for that there is a credit note", async () => {
    const invoiceId = await lateInvoice();
    const entry = await product.read((reader) => reader.first<{ id: string }>("select id from ledger_entry where organisation_id = $1 and reference = $2", [reader.organisationId, `invoice:${invoiceId}`]));
    await expect(product.write((tx) => reverseEntry(tx, { entryId: entry?.id ?? "", reason: "fout" }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a credit note", () => {
  test("of € 250 set off against an invoice with € 150 costs pays the costs first, then principal, from the day both stood", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-07-20", reference: `notice:${invoiceId}` }));
    const creditNoteId = await creditNote(25_000);
    const parts = await product.write((tx) => setOffCredit(tx, { creditNoteId, allocations: [{ invoiceId, cents: 20_000 }] }));
    expect(parts.map(({ part, amount }) => [part, amount])).toEqual([["costs", 15_000], ["principal", 5_000]]);
    expect(await open(invoiceId)).toEqual({ principal: 95_000, interest: 0, costs: 0 });
    // From 2 August on interest runs over € 950: 111 days at 10,40% over € 50 less.
    const { interestCents } = await claim(invoiceId);
    const { interestCents: untouched } = await claim(await lateInvoice());
    expect(untouched - interestCents).toBe(158);
    await product.write((tx) => refundCredit(tx, { creditNoteId, cents: 5_000, on: TODAY, reason: "op verzoek" }));
    await expect(product.write((tx) => refundCredit(tx, { creditNoteId, cents: 1, on: TODAY, reason: "nog een cent" }))).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE", details: { most: 0 } });
  });

  test("ends interest that was already asked for on its own day, as far as nobody paid it", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookInterest(tx, { invoiceIds: [invoiceId], until: TODAY, bookedOn: TODAY }));
    expect((await open(invoiceId)) as object).toMatchObject({ interest: 4_492 });
    const creditNoteId = await creditNote(101_330, "2026-08-01");
    // 47 days until 1 August: € 13,29.
    await product.write((tx) => setOffCredit(tx, { creditNoteId, allocations: [{ invoiceId, cents: 101_329 }] }));
    expect(await open(invoiceId)).toEqual({ principal: 0, interest: 0, costs: 0 });
    expect(await claim(invoiceId)).toMatchObject({ interestCents: 1_329, outstandingCents: 0 });
  });

  test("found after interest was asked for and paid: what the law doesn't give of it goes to the principal", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookInterest(tx, { invoiceIds: [invoiceId], until: "2026-07-20", bookedOn: "2026-07-20" }));
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 10_000, receivedOn: TODAY, allocations: [{ invoiceId, cents: 10_000 }] }));
    expect(await open(invoiceId)).toEqual({ principal: 94_492, interest: 0, costs: 0 });
    const creditNoteId = await creditNote(25_000);
    await product.write((tx) => setOffCredit(tx, { creditNoteId, allocations: [{ invoiceId, cents: 25_000 }] }));
    // From 2 August on 111 days over € 750 instead of € 1.000: € 7,91 less interest, which the payment now gave to the principal.
    expect(await open(invoiceId)).toEqual({ principal: 94_492 - 25_000 - 791, interest: 0, costs: 0 });
    expect(await claim(invoiceId)).toMatchObject({ interestCents: 4_492 - 791, paidCents: 35_000, outstandingCents: 94_492 - 25_000 - 791 });
  });

  test("that names its invoice and counts from before the day interest was asked up to takes off what the law doesn't give", async () => {
    const invoiceId = await lateInvoice();
    await product.write((tx) => bookInterest(tx, { invoiceIds: [invoiceId], until: TODAY, bookedOn: TODAY }));
    await product.write((tx) => issueInvoice(tx, {
      debtorId, kind: "credit-note", number: `C-${1000 + counter}-of`, creditsNumber: `2026-${1000 + counter}`, issuedOn: "2026-08-01", dueOn: "2026-08-01", totalCents: 25_000, source: "test", lines: [],
    }));
    // From 2 August on 111 days over € 750 instead of € 1.000: € 7,91 less interest than the € 44,92 that was asked for.
    expect(await open(invoiceId)).toEqual({ principal: 75_000, interest: 4_492 - 791, costs: 0 });
  });

  test("is not used twice, not for another debtor's invoice, and not for more than is open", async () => {
    const invoiceId = await lateInvoice();
    const creditNoteId = await creditNote(10_000);
    const off = (to: string, cents: number, times = 1) =>
      product.write((tx) => setOffCredit(tx, { creditNoteId, allocations: Array.from({ length: times }, () => ({ invoiceId: to, cents })) }));
    await expect(off(invoiceId, 10_001)).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE", details: { most: 10_000 } });
    await expect(off(await lateInvoice(strangerId), 100)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(off(invoiceId, 100, 2)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(off(invoiceId, 0)).rejects.toMatchObject({ code: "AMOUNT_NOT_POSITIVE" });
    const both = await Promise.allSettled([off(invoiceId, 10_000), off(invoiceId, 10_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await open(invoiceId)).toMatchObject({ principal: 90_000 });
    // The control: the database itself refuses a credit note that is used beyond itself.
    await expect(product.write(async (tx) => {
      const [row] = await tx.query<{ id: string }>("select entry_id as id from posting where organisation_id = $1 and invoice_id = $2 limit 1", [tx.organisationId, creditNoteId]);
      await tx.query("insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, amount_cents) values ($1, gen_random_uuid(), $2, 'receivable', 'principal', $3, $4, 1)", [tx.organisationId, row?.id, debtorId, creditNoteId]);
    })).rejects.toMatchObject({ constraint: "credit_within_note" });
  });
});
