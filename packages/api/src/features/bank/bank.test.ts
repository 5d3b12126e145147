import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { makePaymentReference } from "@tegemoet/domain";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { importBankFile } from "../../app/import-bank-file";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { verify } from "../ledger/verify";
import { receivePayment } from "../payments/receive-payment";

let product: TestProduct;
let collector: StaffCaller;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  collector = await product.staff("collector");
});
afterAll(async () => {
  const breaches = await product.read(verify);
  await product.stop();
  expect(breaches).toEqual([]);
});

const ACCOUNT = "NL91ABNA0417164300";
let counter = 0;
let balance = 100_000;

/** An invoice of a debtor of its own, or of one that is there. */
async function invoiceOf(totalCents: number, options: { name?: string; number?: string; reference?: string; debtorId?: string; iban?: string } = {}): Promise<{ debtorId: string; invoiceId: string; number: string }> {
  counter += 1;
  const number = options.number ?? `2026-${4000 + counter * 7}`;
  return product.write(async (tx) => {
    const debtorId = options.debtorId ?? (await upsertDebtor(tx, { name: options.name ?? `Onbekende Firma ${counter}`, kind: "legal-person" })).debtorId;
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number, issuedOn: "2026-10-05", dueOn: "2026-10-19", totalCents, source: "test", paymentReference: options.reference,
      lines: [{ description: "Werk", amountCents: totalCents }],
    });
    return { debtorId, invoiceId, number };
  });
}

const entry = (amount: number, more: Partial<Camt053Entry> = {}): Camt053Entry => {
  counter += 1;
  return { amount, bookedOn: "2026-11-19", name: "Iemand Anders", iban: `NL44RABO${String(counter).padStart(10, "0")}`, bankReference: `REF${counter}`, ...more };
};

/** One statement whose balances follow on the one before. */
function statement(entries: Camt053Entry[], iban = ACCOUNT): string {
  counter += 1;
  const opening = balance;
  balance += entries.reduce((sum, { amount }) => sum + amount, 0);
  return writeCamt053({ createdAt: "2026-11-20T06:00:00", statements: [{ id: `S${counter}`, iban, opening: { amount: opening, on: "2026-11-18" }, closing: { on: "2026-11-19" }, entries }] });
}

const drop = (bytes: string | Buffer, name = "bank.xml") =>
  importBankFile(product.product, { organisationId: product.organisationId, actor: { kind: "system" }, now: product.clock.now() }, { name, bytes: Buffer.from(bytes), cut: false });

interface Line {
  id: string; state: string; reason: string | null; confidence: number | null; unallocatedCents: number; decidedBy: string | null;
  candidates: { debtorId: string; reasons: string[]; invoices: { invoiceId: string; cents: number; openCents: number }[] }[];
  allocations: { invoiceId: string; cents: number; openCents: number }[];
}
const FIELDS = `id state reason confidence unallocatedCents decidedBy candidates { debtorId debtorName score reasons invoices { invoiceId invoiceNumber cents openCents } }
  allocations { invoiceId invoiceNumber cents openCents }`;

async function lineWith(search: string): Promise<Line> {
  const { data } = await collector.graphql(`query($s: String) { bank(search: $s) { rows { ${FIELDS} } } }`, { s: search });
  expect(data["bank"].rows).toHaveLength(1);
  return data["bank"].rows[0] as Line;
}

const openOf = async (invoiceId: string): Promise<number | undefined> => (await product.read((reader) => reader.first<{ open: number }>(
  "select open_cents as open from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId])))?.open;

const act = (caller: StaffCaller, name: "matchBankLine" | "ignoreBankLine" | "undoMatch", id: string, more: Record<string, unknown> = {}) => {
  const [types, args] = name === "matchBankLine" ? [", $allocations: [MatchInput!]!", ", allocations: $allocations"] : name === "ignoreBankLine" ? [", $reason: String!", ", reason: $reason"] : ["", ""];
  return caller.graphql<Record<string, Line>>(`mutation($id: ID!${types}) { ${name}(id: $id${args}) { ${FIELDS} } }`, { id, ...more });
};

describe("matched without a person", () => {
  test("a betalingskenmerk with the exact amount pays its invoice, and the account is remembered", async () => {
    const kenmerk = makePaymentReference("260000000000417");
    const { invoiceId, debtorId } = await invoiceOf(18_600, { reference: kenmerk });
    const [result] = await drop(statement([entry(18_600, { structuredReference: { value: kenmerk, issuer: "CUR" }, iban: "NL20INGB0001234567", name: "Kenmerkbetaler" })]));
    expect(result).toMatchObject({ outcome: "created", code: null, warnings: [] });
    expect(await lineWith("Kenmerkbetaler")).toMatchObject({ state: "auto", reason: "reference", unallocatedCents: 0, allocations: [{ invoiceId, cents: 18_600, openCents: 0 }] });
    const known = await product.read((reader) => reader.query("select 1 from debtor_iban where organisation_id = $1 and debtor_id = $2 and iban = 'NL20INGB0001234567'", [reader.organisationId, debtorId]));
    expect(known).toHaveLength(1);
  });

  test("an invoice number in free text, written without its line, pays it from a stranger's account too", async () => {
    const { invoiceId, number } = await invoiceOf(24_315);
    await drop(statement([entry(24_315, { remittance: `betreft factuur ${number.replace("-", "")} dank`, name: "Vrije Tekst" })]));
    expect(await lineWith("Vrije Tekst")).toMatchObject({ state: "auto", reason: "number", allocations: [{ invoiceId, cents: 24_315 }] });
    expect(await openOf(invoiceId)).toBe(0);
  });

  test("one payment of € 450,00 over two named invoices of € 150 and € 300 pays both", async () => {
    const first = await invoiceOf(15_000, { name: "Samen B.V." });
    const second = await invoiceOf(30_000, { debtorId: first.debtorId });
    await drop(statement([entry(45_000, { remittance: `${first.number} en ${second.number}`, name: "Samen BV" })]));
    expect((await lineWith("Samen BV")).allocations.map(({ cents }) => cents).sort()).toEqual([15_000, 30_000]);
  });

  test("two lines of one file that pay the same invoice: the second is left to a person", async () => {
    const { invoiceId, number } = await invoiceOf(9_990);
    await drop(statement([entry(9_990, { remittance: number, name: "Eerste Keer" }), entry(9_990, { remittance: number, name: "Tweede Keer" })]));
    expect([(await lineWith("Eerste Keer")).state, (await lineWith("Tweede Keer")).state]).toEqual(["auto", "proposed"]);
    expect(await openOf(invoiceId)).toBe(0);
  });
});

describe("a term of a plan", () => {
  async function planOf(invoiceId: string, debtorId: string, terms: number[]): Promise<void> {
    await product.write(async (tx) => {
      const planId = newId();
      const total = terms.reduce((sum, cents) => sum + cents, 0);
      await tx.query(
        `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on, accepted_by)
         values ($1, $2, $3, 'debtor', '2026-10-20', '2026-10-22', $4, '{"graceDays":3}', '2026-10-21', 'staff')`, [tx.organisationId, planId, debtorId, total]);
      await tx.query("insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) values ($1, $2, $3, $4, $5, true)", [tx.organisationId, newId(), planId, invoiceId, total]);
      for (const [index, cents] of terms.entries()) {
        await tx.query("insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents) values ($1, $2, $3, $4, $5, $6)",
          [tx.organisationId, newId(), planId, index + 1, `2026-1${index}-25`, cents]);
      }
    });
  }

  test("the second term of € 62, named by the invoice's number only, is booked by itself", async () => {
    const { debtorId, invoiceId, number } = await invoiceOf(18_600);
    await planOf(invoiceId, debtorId, [6_200, 6_200, 6_200]);
    await product.write((tx) => receivePayment(tx, { source: "psp", debtorId, amountCents: 6_200, receivedOn: "2026-10-25", allocations: [{ invoiceId, cents: 6_200 }] }));
    await drop(statement([entry(6_200, { remittance: `termijn 2 ${number}`, name: "Partner van Termijn" })]));
    expect(await lineWith("Partner van Termijn")).toMatchObject({ state: "auto", allocations: [{ invoiceId, cents: 6_200, openCents: 6_200 }] });
  });

  test("two terms in one file both find their place, and a third of the same amount does not", async () => {
    const { debtorId, invoiceId, number } = await invoiceOf(15_000);
    await planOf(invoiceId, debtorId, [7_500, 7_500]);
    await drop(statement(["Term Een", "Term Twee", "Term Drie"].map((name) => entry(7_500, { remittance: number, name }))));
    expect([(await lineWith("Term Een")).state, (await lineWith("Term Twee")).state, (await lineWith("Term Drie")).state]).toEqual(["auto", "auto", "proposed"]);
    expect(await openOf(invoiceId)).toBe(0);
  });
});

describe("left to a person", () => {
  test("a stranger with no word that we know is unknown and books nothing", async () => {
    await drop(statement([entry(31_337, { remittance: "bedankt voor alles", name: "Vreemde Vogel" })]));
    expect(await lineWith("Vreemde Vogel")).toMatchObject({ state: "unknown", reason: "no-candidate", candidates: [], allocations: [] });
  });

  test("a wrong amount without a number is proposed with its candidate; with the number too much is proposed too", async () => {
    const { invoiceId, number } = await invoiceOf(20_000, { name: "Te Veel B.V." });
    await drop(statement([entry(25_000, { remittance: number, name: "Te Veel BV" })]));
    const line = await lineWith("Te Veel BV");
    expect(line).toMatchObject({ state: "proposed", reason: "too-much", candidates: [{ invoices: [{ invoiceId, cents: 20_000, openCents: 20_000 }] }] });
  });

  test("two customers with the same amount and the same name: neither is booked (I-23)", async () => {
    await invoiceOf(77_110, { name: "J. Tweeling" });
    await invoiceOf(77_110, { name: "J. Tweeling" });
    await drop(statement([entry(77_110, { name: "J. Tweeling e/o", iban: "NL02ABNA0123456789" })]));
    expect(await lineWith("J. Tweeling")).toMatchObject({ state: "proposed", reason: "two-alike", allocations: [] });
  });

  test("money that went out, an own transfer and a bounced collection: ignored, ignored, for a person", async () => {
    await drop(statement([], "NL39RABO0300065264"));
    await drop(statement([
      entry(-4_200, { name: "De Leverancier" }), entry(5_000, { name: "Eigen Spaargeld", iban: "NL39RABO0300065264" }),
      entry(-12_100, { name: "Storno Klant", reversal: true, returnReason: { code: "MS03" }, transactionCode: "PMNT/IDDT/UPDD" }),
    ]));
    expect([(await lineWith("De Leverancier")).reason, (await lineWith("Eigen Spaargeld")).reason]).toEqual(["outgoing", "own-account"]);
    expect(await lineWith("Storno Klant")).toMatchObject({ state: "unknown", reason: "returned" });
  });

  test("a payout of € 150 by the provider clears what stands there, once, and undone it stands there again", async () => {
    const { debtorId, invoiceId } = await invoiceOf(15_000);
    const atProvider = async () => (await product.read((reader) => reader.first<{ cents: number }>(
      "select coalesce(sum(amount_cents), 0)::bigint as cents from posting where organisation_id = $1 and account = 'psp'", [reader.organisationId])))?.cents;
    await product.write((tx) => receivePayment(tx, { source: "psp", debtorId, amountCents: 15_000, receivedOn: "2026-11-18", allocations: [{ invoiceId, cents: 15_000 }] }));
    const before = (await atProvider()) ?? 0;
    await drop(statement([entry(before, { name: "Stichting Mollie Payments", iban: "NL30ABNA0524590958" })]));
    const line = await lineWith("Stichting Mollie");
    expect([line.state, line.reason, await atProvider()]).toEqual(["ignored", "provider-payout", 0]);
    await act(collector, "undoMatch", line.id);
    expect(await atProvider()).toBe(before);
  });
});

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
    counter += 1;
    const creditNumber = `C2026-${9000 + counter}`;
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

describe("a collection that bounces", () => {
  async function collected(name: string, cents: number, more: Partial<Camt053Entry>): Promise<{ invoiceId: string; number: string }> {
    const invoice = await invoiceOf(cents);
    await drop(statement([entry(cents, { name, remittance: invoice.number, ...more })]));
    expect(await openOf(invoice.invoiceId)).toBe(0);
    return invoice;
  }
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

describe("by hand", () => {
  test("€ 250 of which € 200 is owed: booked by hand, € 50 stays visible as unallocated", async () => {
    const { invoiceId } = await invoiceOf(20_000);
    await drop(statement([entry(25_000, { name: "Overbetaler" })]));
    const { id } = await lineWith("Overbetaler");
    const { data } = await act(collector, "matchBankLine", id, { allocations: [{ invoiceId, cents: 20_000 }] });
    expect(data["matchBankLine"]).toMatchObject({ state: "byHand", unallocatedCents: 5_000, decidedBy: "collector Jansen", allocations: [{ invoiceId, cents: 20_000, openCents: 0 }] });
  });

  test("a match is undone once: the invoice is open again, nothing is left over, and it can be matched to another", async () => {
    const [wrong, right] = [await invoiceOf(8_800), await invoiceOf(9_100)];
    await drop(statement([entry(8_800, { remittance: wrong.number, name: "Verkeerd Geboekt", iban: "NL86INGB0002445588" })]));
    const { id, state } = await lineWith("Verkeerd Geboekt");
    expect([state, await openOf(wrong.invoiceId)]).toEqual(["auto", 0]);
    const undone = await act(collector, "undoMatch", id);
    expect(undone.data["undoMatch"]).toMatchObject({ state: "undone", unallocatedCents: 0, allocations: [] });
    expect(await openOf(wrong.invoiceId)).toBe(8_800);
    expect((await act(collector, "undoMatch", id)).code).toBe("MATCH_NOT_OPEN");
    const again = await act(collector, "matchBankLine", id, { allocations: [{ invoiceId: right.invoiceId, cents: 8_800 }] });
    expect(again.data["matchBankLine"]).toMatchObject({ state: "byHand", allocations: [{ invoiceId: right.invoiceId, cents: 8_800, openCents: 300 }] });
    const facts = await product.read((reader) => reader.query<{ debtorId: string | null }>(
      `select debtor_id as "debtorId" from payment where organisation_id = $1 and bank_line_id = $2 order by id`, [reader.organisationId, id]));
    expect(facts).toEqual([{ debtorId: null }, { debtorId: right.debtorId }]);
    const accounts = await product.read((reader) => reader.query(
      `select debtor_id as "debtorId" from debtor_iban where organisation_id = $1 and iban = 'NL86INGB0002445588'`, [reader.organisationId]));
    expect(accounts).toEqual([{ debtorId: right.debtorId }]);
  });

  test("one line for two debtors makes a payment each; with something left nobody could say whose it is", async () => {
    const [one, two] = [await invoiceOf(4_000), await invoiceOf(5_000)];
    await drop(statement([entry(9_500, { name: "Werkgever Betaalt" })]));
    const { id } = await lineWith("Werkgever Betaalt");
    const both = [{ invoiceId: one.invoiceId, cents: 4_000 }, { invoiceId: two.invoiceId, cents: 5_000 }];
    expect((await act(collector, "matchBankLine", id, { allocations: both })).code).toBe("MATCH_AMBIGUOUS");
    const three = await invoiceOf(500, { debtorId: one.debtorId });
    await act(collector, "matchBankLine", id, { allocations: [...both, { invoiceId: three.invoiceId, cents: 500 }] });
    expect([await openOf(one.invoiceId), await openOf(two.invoiceId), await openOf(three.invoiceId)]).toEqual([0, 0, 0]);
  });

  test("two people at once: one books, the other hears that it was decided", async () => {
    const { invoiceId } = await invoiceOf(6_600);
    await drop(statement([entry(6_500, { name: "Samen Klikken" })]));
    const { id } = await lineWith("Samen Klikken");
    const other = await product.staff("manager");
    const answers = await Promise.all([collector, other].map((caller) => act(caller, "matchBankLine", id, { allocations: [{ invoiceId, cents: 6_500 }] })));
    expect(answers.map(({ code }) => code ?? "booked").sort()).toEqual(["MATCH_NOT_OPEN", "booked"]);
    expect(await openOf(invoiceId)).toBe(100);
  });

  test.each([
    ["more than the line has", 5_001, "AMOUNT_TOO_LARGE"], ["more than is open", 4_500, "AMOUNT_ABOVE_OPEN"], ["nothing", 0, "AMOUNT_NOT_POSITIVE"],
    ["2^53 cents", 2 ** 53, "INPUT_INVALID"], ["half a cent", 0.5, "INPUT_INVALID"],
  ])("%s is refused, and the line still waits", async (_what, cents, code) => {
    const { invoiceId } = await invoiceOf(4_000);
    counter += 1;
    const name = `Weigering ${counter}`;
    await drop(statement([entry(5_000, { name })]));
    const { id } = await lineWith(name);
    expect((await act(collector, "matchBankLine", id, { allocations: [{ invoiceId, cents }] })).code).toBe(code);
    expect(await lineWith(name)).toMatchObject({ state: "unknown", allocations: [] });
    expect((await act(collector, "matchBankLine", newId(), { allocations: [{ invoiceId, cents: 1 }] })).code).toBe("NOT_FOUND");
  });

  test("ignored with a reason, taken back, and the piles count along", async () => {
    await drop(statement([entry(1_234, { name: "Geen Debiteur" })]));
    const { id } = await lineWith("Geen Debiteur");
    const piles = async () => {
      const { data } = await collector.graphql("{ bank(first: 1) { piles { state count } lastBookedOn nextCursor statements { lineCount } } }");
      return Object.fromEntries((data["bank"].piles as { state: string; count: number }[]).map(({ state, count }) => [state, count]));
    };
    const before = await piles();
    expect((await act(collector, "ignoreBankLine", id, { reason: " " })).code).toBe("INPUT_INVALID");
    expect((await act(collector, "ignoreBankLine", id, { reason: "teruggave van de verzekeraar" })).data["ignoreBankLine"]).toMatchObject({ state: "ignored", reason: "teruggave van de verzekeraar" });
    expect((await piles())["ignored"]).toBe((before["ignored"] ?? 0) + 1);
    expect((await act(collector, "undoMatch", id)).data["undoMatch"]).toMatchObject({ state: "undone" });
    const viewer = await product.staff("viewer");
    expect((await act(viewer, "ignoreBankLine", id, { reason: "x" })).code).toBe("NOT_ALLOWED");
  });

  test("cash of € 30 is written down on an invoice of € 45, and tomorrow's is refused", async () => {
    const { debtorId, invoiceId } = await invoiceOf(4_500);
    const record = (cents: number, receivedOn: string, allocated = cents) => collector.graphql(
      `mutation($d: ID!, $c: Cents!, $on: Day!, $a: [MatchInput!]!) { recordPayment(debtorId: $d, cents: $c, receivedOn: $on, reference: "kas", allocations: $a) { paymentId cents part source reference article } }`,
      { d: debtorId, c: cents, on: receivedOn, a: [{ invoiceId, cents: allocated }] });
    expect((await record(3_000, "2026-11-20")).data["recordPayment"]).toMatchObject({ cents: 3_000, part: "principal", source: "by-hand", reference: "kas" });
    expect(await openOf(invoiceId)).toBe(1_500);
    expect([(await record(1_000, "2026-11-21")).code, (await record(1_600, "2026-11-20")).code, (await record(1_000, "2026-11-20", 1_001)).code])
      .toEqual(["INPUT_INVALID", "AMOUNT_ABOVE_OPEN", "AMOUNT_TOO_LARGE"]);
  });
});
