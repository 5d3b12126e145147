import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { makePaymentReference } from "@tegemoet/domain";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { importBankFile } from "../../app/import-bank-file";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { verify } from "../ledger/verify";

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
  return { amount, bookedOn: "2026-11-19", name: "Iemand Anders", iban: "NL44RABO0123456789", bankReference: `REF${counter}`, ...more };
};

/** One statement whose balances follow on the one before. */
function statement(entries: Camt053Entry[]): string {
  counter += 1;
  const opening = balance;
  balance += entries.reduce((sum, { amount }) => sum + amount, 0);
  return writeCamt053({ createdAt: "2026-11-20T06:00:00", statements: [{ id: `S${counter}`, iban: ACCOUNT, opening: { amount: opening, on: "2026-11-18" }, closing: { on: "2026-11-19" }, entries }] });
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
