import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { importBankFile } from "../src/app/import-bank-file";
import { upsertDebtor } from "../src/features/debtors/upsert-debtor";
import { issueInvoice } from "../src/features/invoices/issue-invoice";
import { verify } from "../src/features/ledger/verify";
import { startTestProduct, type StaffCaller, type TestProduct } from "./harness";

/** One product for a test file about bank lines; its books are held against their rules at the end. */
export let product: TestProduct;
export let collector: StaffCaller;

/** Called once at the top of a test file. */
export function startBank(): void {
  beforeAll(async () => {
    product = await startTestProduct({ today: "2026-11-20" });
    collector = await product.staff("collector");
  });
  afterAll(async () => {
    const breaches = await product.read(verify);
    await product.stop();
    expect(breaches).toEqual([]);
  });
}

const ACCOUNT = "NL91ABNA0417164300";
/** Numbers and names that come once. */
let counter = 0;
export const next = (): number => (counter += 1);
let balance = 100_000;

/** An invoice of a debtor of its own, or of one that is there. */
export async function invoiceOf(totalCents: number, options: { name?: string; number?: string; reference?: string; debtorId?: string; iban?: string } = {}): Promise<{ debtorId: string; invoiceId: string; number: string }> {
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

export const entry = (amount: number, more: Partial<Camt053Entry> = {}): Camt053Entry => {
  counter += 1;
  return { amount, bookedOn: "2026-11-19", name: "Iemand Anders", iban: `NL44RABO${String(counter).padStart(10, "0")}`, bankReference: `REF${counter}`, ...more };
};

/** One statement whose balances follow on the one before. */
export function statement(entries: Camt053Entry[], iban = ACCOUNT): string {
  counter += 1;
  const opening = balance;
  balance += entries.reduce((sum, { amount }) => sum + amount, 0);
  return writeCamt053({ createdAt: "2026-11-20T06:00:00", statements: [{ id: `S${counter}`, iban, opening: { amount: opening, on: "2026-11-18" }, closing: { on: "2026-11-19" }, entries }] });
}

export const drop = (bytes: string | Buffer, name = "bank.xml") =>
  importBankFile(product.product, { organisationId: product.organisationId, actor: { kind: "system" }, now: product.clock.now() }, { name, bytes: Buffer.from(bytes), cut: false });

export interface Line {
  id: string; state: string; reason: string | null; confidence: number | null; unallocatedCents: number; decidedBy: string | null;
  candidates: { debtorId: string; reasons: string[]; invoices: { invoiceId: string; cents: number; openCents: number }[] }[];
  allocations: { invoiceId: string; cents: number; openCents: number }[];
}
const FIELDS = `id state reason confidence unallocatedCents decidedBy candidates { debtorId debtorName score reasons invoices { invoiceId invoiceNumber cents openCents } }
  allocations { invoiceId invoiceNumber cents openCents }`;

export async function lineWith(search: string): Promise<Line> {
  const { data } = await collector.graphql(`query($s: String) { bank(search: $s) { rows { ${FIELDS} } } }`, { s: search });
  expect(data["bank"].rows).toHaveLength(1);
  return data["bank"].rows[0] as Line;
}

export const openOf = async (invoiceId: string): Promise<number | undefined> => (await product.read((reader) => reader.first<{ open: number }>(
  "select open_cents as open from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId])))?.open;

export const act = (caller: StaffCaller, name: "matchBankLine" | "ignoreBankLine" | "undoMatch", id: string, more: Record<string, unknown> = {}) => {
  const [types, args] = name === "matchBankLine" ? [", $allocations: [MatchInput!]!", ", allocations: $allocations"] : name === "ignoreBankLine" ? [", $reason: String!", ", reason: $reason"] : ["", ""];
  return caller.graphql<Record<string, Line>>(`mutation($id: ID!${types}) { ${name}(id: $id${args}) { ${FIELDS} } }`, { id, ...more });
};
