import type { Camt053Entry } from "@tegemoet/files";
import { act, collector, drop, entry, invoiceOf, lineWith, next, openOf, product, startBank, statement } from "../../../test/bank";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";

startBank();

describe("candidates as they are today", () => {
  test("of two alike one is paid by other money: the other one leads, and the paid one says that it was paid already", async () => {
    const [one, other] = [await invoiceOf(63_210, { name: "P. Dubbelganger" }), await invoiceOf(63_210, { name: "P. Dubbelganger" })];
    await drop(statement([entry(63_210, { name: "P. Dubbelganger", remittance: "monteur" })]));
    const pay = () => product.write((tx) => receivePayment(tx, { source: "psp", debtorId: one.debtorId, amountCents: 63_210, receivedOn: "2026-11-20", allocations: [{ invoiceId: one.invoiceId, cents: 63_210 }] }));
    expect((await lineWith("P. Dubbelganger")).candidates).toHaveLength(2);
    await pay();
    const { candidates } = await lineWith("P. Dubbelganger");
    expect(candidates[0]).toMatchObject({ invoices: [{ invoiceId: other.invoiceId, cents: 63_210, openCents: 63_210 }] });
    expect(candidates[1]).toMatchObject({ reasons: ["paidAlready"], invoices: [{ invoiceId: one.invoiceId, cents: 63_210, openCents: 0 }] });
  });

  test("an invoice that came in after the money is found when the page is opened", async () => {
    await drop(statement([entry(51_234, { name: "Vooruit Betaald", remittance: "aanbetaling" })]));
    expect((await lineWith("Vooruit Betaald")).candidates).toEqual([]);
    const { invoiceId } = await invoiceOf(51_234);
    expect((await lineWith("Vooruit Betaald")).candidates).toMatchObject([{ invoices: [{ invoiceId, cents: 51_234 }] }]);
  });
});

describe("a credit note that the payer took off", () => {
  async function withCredit(totalCents: number, creditCents: number): Promise<{ debtorId: string; invoiceId: string; number: string; creditId: string; creditNumber: string }> {
    const invoice = await invoiceOf(totalCents);
        const creditNumber = `C2026-${9000 + next()}`;
    const { invoiceId: creditId } = await product.write((tx) => issueInvoice(tx, {
      debtorId: invoice.debtorId, kind: "credit-note", number: creditNumber, issuedOn: "2026-10-20", dueOn: "2026-10-20", totalCents: creditCents, source: "test", lines: [],
    }));
    return { ...invoice, creditId, creditNumber };
  }
  const creditLeft = async (creditId: string) => (await product.read((reader) => reader.first<{ left: number }>(
    "select -sum(amount_cents)::bigint as left from posting where organisation_id = $1 and invoice_id = $2 and account = 'receivable'", [reader.organisationId, creditId])))?.left;

  test("€ 600 with € 121 off, both named: € 479 pays it, the credit note is used, and undone both are as before", async () => {
    const { invoiceId, creditId, number, creditNumber } = await withCredit(60_000, 12_100);
    await drop(statement([entry(47_900, { name: "Rekent Zelf", remittance: `${number} minus ${creditNumber}` })]));
    const line = await lineWith("Rekent Zelf");
    expect(line).toMatchObject({ state: "auto", allocations: [{ invoiceId, cents: 47_900, openCents: 0 }] });
    expect([await openOf(invoiceId), await creditLeft(creditId)]).toEqual([0, 0]);
    await act(collector, "undoMatch", line.id);
    expect([await openOf(invoiceId), await creditLeft(creditId)]).toEqual([60_000, 12_100]);
  });

  test("by a person: € 200 less € 50, and no more credit than there is", async () => {
    const { invoiceId, creditId } = await withCredit(20_000, 5_000);
    await drop(statement([entry(15_000, { name: "Met de Hand" })]));
    const { id } = await lineWith("Met de Hand");
    const match = (credit: number) => act(collector, "matchBankLine", id, { allocations: [{ invoiceId, cents: 20_000 }, { invoiceId: creditId, cents: credit }] });
    expect((await match(-5_001)).code).toBe("AMOUNT_TOO_LARGE");
    expect((await match(-5_000)).data["matchBankLine"]).toMatchObject({ state: "byHand", unallocatedCents: 0, allocations: [{ invoiceId, cents: 15_000, openCents: 0 }] });
    expect([await openOf(invoiceId), await creditLeft(creditId)]).toEqual([0, 0]);
  });
});

test("a line is found by its id, on whatever pile it lies and however many came after it", async () => {
  const { number } = await invoiceOf(6_060);
  await drop(statement([entry(6_060, { name: "Diep In De Stapel", remittance: number })]));
  const { id } = await lineWith("Diep In De Stapel");
  const { data } = await collector.graphql("query($id: ID!) { bankLine(id: $id) { id state counterpartyName } }", { id });
  expect(data["bankLine"]).toEqual({ id, state: "auto", counterpartyName: "Diep In De Stapel" });
  expect((await collector.graphql("query($id: ID!) { bankLine(id: $id) { id } }", { id: id.replace(/.$/, (last) => (last === "0" ? "1" : "0")) })).code).toBe("NOT_FOUND");
});

describe("a collection that bounces", () => {
  async function collected(name: string, cents: number, more: Partial<Camt053Entry>): Promise<{ invoiceId: string; number: string }> {
    const invoice = await invoiceOf(cents);
    await drop(statement([entry(cents, { name, remittance: invoice.number, ...more })]));
    expect(await openOf(invoice.invoiceId)).toBe(0);
    return invoice;
  }
  const debtorOf = async (invoiceId: string): Promise<string> => (await product.read((reader) => reader.first<{ id: string }>("select debtor_id as id from invoice where organisation_id = $1 and id = $2", [reader.organisationId, invoiceId])))?.id ?? "";
  const bounce = (cents: number, more: Partial<Camt053Entry>): Camt053Entry =>
    entry(-cents, { returnReason: { code: "AM04", text: "onvoldoende saldo" }, transactionCode: "PMNT/IDDT/UPDD", reversal: true, ...more });

  test.each([
    ["end-to-end reference", { endToEndId: "E2E-4711" }, { endToEndId: "E2E-4711" }],
    ["mandate", { mandateId: "M-0042" }, { mandateId: "M-0042" }],
    ["account and amount", { iban: "NL55RABO0300065264" }, { iban: "NL55RABO0300065264" }],
  ])("of € 121,00 found by its %s: the invoice is open again for € 121,00, and it stays so when the file comes twice", async (how, first, back) => {
    const { invoiceId } = await collected(`Incasso op ${how}`, 12_100, first);
    const file = statement([bounce(12_100, { name: `Storno op ${how}`, ...back })]);
    await drop(file);
    expect(await lineWith(`Storno op ${how}`)).toMatchObject({ state: "ignored", reason: "charged-back" });
    expect(await openOf(invoiceId)).toBe(12_100);
    await drop(file);
    expect(await openOf(invoiceId)).toBe(12_100);
    const entries = await product.read((reader) => reader.query<{ kind: string; reason: string }>(
      `select entry.kind, entry.reason from ledger_entry entry join posting on posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'bank'
       where entry.organisation_id = $1 and posting.payment_id in (select payment_id from posting where organisation_id = $1 and invoice_id = $2) order by entry.id`, [reader.organisationId, invoiceId]));
    expect(entries).toEqual([{ kind: "payment", reason: null }, { kind: "chargeback", reason: "AM04 onvoldoende saldo" }]);
    const { id } = await lineWith(`Incasso op ${how}`);
    expect((await act(collector, "undoMatch", id)).code).toBe("CONFLICT");
  });

  test("inside a batch: € 300 collected of three debtors as one amount, of which two come back in one amount of € 220, each told apart: their two invoices are open again", async () => {
    const invoices = [await invoiceOf(10_000), await invoiceOf(8_000), await invoiceOf(12_000)] as const;
    await drop(statement([entry(30_000, { name: "Verzamelincasso Een Bedrag" })]));
    const { id } = await lineWith("Verzamelincasso Een Bedrag");
    const allocations = invoices.map(({ invoiceId }, index) => ({ invoiceId, cents: [10_000, 8_000, 12_000][index] }));
    await collector.graphql("mutation($id: ID!, $a: [MatchInput!]!) { matchBankLine(id: $id, allocations: $a) { id } }", { id, a: allocations });
    const back = (index: 0 | 2, cents: number) => ({ amount: -cents, name: `Storno In Een Keer ${index}`, endToEndId: invoices[index].number, returnReason: { code: "AM04", text: "onvoldoende saldo" } });
    await drop(statement([bounce(22_000, { name: undefined, iban: undefined, returnReason: undefined, parts: [back(0, 10_000), back(2, 12_000)] })]));
    expect(await Promise.all(invoices.map(({ invoiceId }) => openOf(invoiceId)))).toEqual([10_000, 0, 12_000]);
    for (const index of [0, 2]) expect(await lineWith(`Storno In Een Keer ${index}`)).toMatchObject({ state: "ignored", reason: "charged-back" });
  });

  test("of an account that is known of a debtor, but that the money did not come from: the one payment of € 43,21 of that debtor", async () => {
    const known = await collected("Bekende Rekening", 1_700, { iban: "NL12RABO0300065299" });
    const other = await invoiceOf(4_321, { debtorId: await debtorOf(known.invoiceId) });
    await drop(statement([entry(4_321, { name: "Incasso Via Een Ander", remittance: other.number, iban: "NL66INGB0001111111" })]));
    expect(await openOf(other.invoiceId)).toBe(0);
    await drop(statement([bounce(4_321, { name: "Storno Bekende Rekening", iban: "NL12RABO0300065299" })]));
    expect([await openOf(known.invoiceId), await openOf(other.invoiceId)]).toEqual([0, 4_321]);
  });

  test("of a payment that is not there, of another amount, or of two that could be: for a person, and nothing moves", async () => {
    const { invoiceId } = await collected("Twee Keer", 7_700, { iban: "NL09INGB0002445599" });
    const second = await collected("Twee Keer Ook", 7_700, { iban: "NL09INGB0002445599" });
    await drop(statement([
      bounce(7_700, { name: "Welke van de twee", iban: "NL09INGB0002445599" }), bounce(7_701, { name: "Ander bedrag", iban: "NL09INGB0002445599" }), bounce(900, { name: "Nooit geweest" }),
    ]));
    for (const name of ["Welke van de twee", "Ander bedrag", "Nooit geweest"]) expect(await lineWith(name)).toMatchObject({ state: "unknown", reason: "returned" });
    expect([await openOf(invoiceId), await openOf(second.invoiceId)]).toEqual([0, 0]);
  });

  test("taken back by a person: the money of € 33,00 is unallocated again, and the same bounce can't be found twice", async () => {
    const { invoiceId } = await collected("Toch Betaald", 3_300, { endToEndId: "E2E-33" });
    await drop(statement([bounce(3_300, { name: "Verkeerde Storno", endToEndId: "E2E-33" }), bounce(3_300, { name: "Nog een Storno", endToEndId: "E2E-33" })]));
    expect([(await lineWith("Verkeerde Storno")).reason, (await lineWith("Nog een Storno")).reason].sort()).toEqual(["charged-back", "returned"]);
    const { id } = (await lineWith("Verkeerde Storno")).reason === "charged-back" ? await lineWith("Verkeerde Storno") : await lineWith("Nog een Storno");
    expect((await act(collector, "undoMatch", id)).data["undoMatch"]).toMatchObject({ state: "undone" });
    expect(await openOf(invoiceId)).toBe(3_300);
    expect(await lineWith("Toch Betaald")).toMatchObject({ state: "auto", unallocatedCents: 3_300 });
  });
});

