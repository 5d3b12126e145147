import { createHash } from "node:crypto";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { recordDirectDebit } from "../invoices/record-direct-debit";
import type { SourceInvoice } from "../invoices/source-invoice";
import { takeInvoices } from "../invoices/take-invoices";
import { chargeBack } from "../payments/charge-back";
import { receivePayment } from "../payments/receive-payment";
import { decideChunk } from "./decide-chunk";
import { rulesToRead } from "./night-rules";
import { sendDueMessages } from "./send-due-messages";

const TODAY = "2026-11-10";
let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  collector = await product.staff("collector");
  // Bank data of yesterday, as the self-check wants it.
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-09', '2026-11-09', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]));
});
afterAll(() => product.stop());

async function debtor(): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter} B.V.`, kind: "legal-person", email: `d${counter}@example.nl` });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${1000 + counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", totalCents: 10_000, source: "test",
      lines: [{ description: "Werk", amountCents: 10_000 }], delivery: { channel: "mail", address: `d${counter}@example.nl`, sentAt: new Date("2026-10-01T10:00:00Z") },
    });
    return { debtorId, invoiceId };
  });
}

/** What the night decides for the invoices of a debtor, by number. */
const decisionOf = (debtorId: string): Promise<unknown> => product.write(async (tx) => {
  const night = await decideChunk(tx, [debtorId], TODAY, await rulesToRead(tx), tx.now);
  return night.decided[0]?.decision;
});

test("of two debtors ten days late the night reminds the one, and not the one whose invoice we collect, until the bank takes the collection back", async () => {
  const [plain, collected] = [await debtor(), await debtor()];
  await product.write((tx) => recordDirectDebit(tx, { debtorId: collected.debtorId, mandate: "MND-1", since: "2026-10-01" }));
  expect(await decisionOf(plain.debtorId)).toHaveProperty("take");
  expect(await decisionOf(collected.debtorId)).toEqual({ wait: "direct debit", detail: "2026-10-01" });

  await product.write(async (tx) => {
    const { paymentId } = await receivePayment(tx, { source: "bank", debtorId: collected.debtorId, amountCents: 10_000, receivedOn: "2026-11-02", allocations: [{ invoiceId: collected.invoiceId, cents: 10_000 }] });
    await chargeBack(tx, { paymentId, on: "2026-11-05", reason: "AM04 onvoldoende saldo" });
  });
  expect(await decisionOf(collected.debtorId)).toHaveProperty("take");
  // Tried once more, it is awaited again.
  await product.write((tx) => recordDirectDebit(tx, { debtorId: collected.debtorId, mandate: "MND-1" }));
  expect(await decisionOf(collected.debtorId)).toEqual({ wait: "direct debit", detail: TODAY });
});

test("a reminder that was queued before the mandate came doesn't leave; the one of a debtor without a mandate does", async () => {
  const [plain, collected] = [await debtor(), await debtor()];
  await product.write(async (tx) => {
    for (const { debtorId, invoiceId } of [plain, collected]) {
      await queueMessage(tx, { debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 10_000, stepKey: "reminder-1" }], sendAfter: tx.now });
    }
  });
  await product.write((tx) => recordDirectDebit(tx, collected));
  const { source, config, outside } = product.product;
  expect(await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() })).toMatchObject({ sent: 1, cancelled: 1 });
  const rows = await product.write((tx) => tx.query<{ state: string; reason: string | null }>(
    "select state, state_reason as reason from message where organisation_id = $1 and debtor_id = $2", [tx.organisationId, collected.debtorId]));
  expect(rows).toEqual([{ state: "cancelled", reason: "direct debit" }]);
});

test("staff record and end it on the debtor's page, with the mandate; among what rests it stands with its reason and age, and is forgotten 14 days after the last day to pay", async () => {
  const { debtorId, invoiceId } = await debtor();
  const record = `mutation($d: ID!, $i: ID, $m: String) { recordDirectDebit(debtorId: $d, invoiceId: $i, mandate: $m, since: "2026-10-05") { id invoiceNumber mandate since source by bouncedNumbers ended } }`;
  const made = (await collector.graphql<any>(record, { d: debtorId, i: invoiceId, m: " MND  7 " })).data.recordDirectDebit;
  expect(made).toMatchObject({ mandate: "MND 7", since: "2026-10-05", source: "staff", bouncedNumbers: [], ended: false });
  expect((await collector.graphql<any>(record, { d: debtorId, m: "x".repeat(36) })).errors?.[0]?.extensions.code).toBe("INPUT_INVALID");
  const viewer = await product.staff("viewer");
  expect((await viewer.graphql<any>(record, { d: debtorId })).errors?.[0]?.extensions.code).toBe("NOT_ALLOWED");

  const resting = async () => (await collector.graphql<any>(
    `{ exclusions(filter: { kind: "direct-debit" }) { rows { scope debtorId invoiceId reason since reviewOn cents forgotten } } }`)).data.exclusions.rows.filter((row: { debtorId: string }) => row.debtorId === debtorId);
  expect(await resting()).toEqual([{ scope: "invoice", debtorId, invoiceId, reason: "MND 7", since: "2026-10-05", reviewOn: "2026-11-14", cents: 10_000, forgotten: false }]);
  product.clock.set("2026-11-14");
  expect(await resting()).toMatchObject([{ forgotten: true }]);
  product.clock.set(TODAY);

  const list = `query($d: ID!) { directDebits(debtorId: $d) { id } }`;
  expect((await viewer.graphql<any>(list, { d: debtorId })).data.directDebits).toHaveLength(1);
  const end = `mutation($id: ID!) { endDirectDebit(id: $id, reason: "machtiging ingetrokken") { ended } }`;
  expect((await collector.graphql<any>(end, { id: made.id })).data.endDirectDebit).toEqual({ ended: true });
  expect((await collector.graphql<any>(end, { id: made.id })).errors?.[0]?.extensions.code).toBe("CONFLICT");
  expect(await resting()).toEqual([]);
  expect(await decisionOf(debtorId)).toHaveProperty("take");
});

test("a source that says direct debit makes the invoice collected once; the same file again doesn't begin what staff ended", async () => {
  counter += 1;
  const told: SourceInvoice = {
    kind: "invoice", number: `UBL-${counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", totalCents: 10_000, currency: "EUR", lines: [{ description: "Werk", amountCents: 10_000 }],
    debtor: { name: "Bakkerij Vos B.V.", kind: "legal-person", externalKey: `ubl:${counter}`, email: "vos@example.nl" }, source: "ubl",
    sourceHash: createHash("sha256").update("one").digest(), warnings: [], delivery: { channel: "mail", address: "vos@example.nl", sentAt: new Date("2026-10-01T10:00:00Z") },
    directDebit: { mandate: "M-59" },
  };
  const [taken] = await product.write((tx) => takeInvoices(tx, [told]));
  if (!taken || taken.outcome === "refused") throw new Error("refused");
  expect(await decisionOf(taken.debtorId)).toEqual({ wait: "direct debit", detail: "2026-10-01" });
  const debits = async () => (await collector.graphql<any>(`query($d: ID!) { directDebits(debtorId: $d) { id mandate source } }`, { d: taken.debtorId })).data.directDebits;
  const [debit] = await debits();
  expect(debit).toMatchObject({ mandate: "M-59", source: "ubl" });
  await collector.graphql(`mutation($id: ID!) { endDirectDebit(id: $id, reason: "klant maakt zelf over") { id } }`, { id: debit.id });
  await product.write((tx) => takeInvoices(tx, [told]));
  expect(await debits()).toEqual([]);
});

test("the API brings an invoice that is collected, and refuses a mandate that no bank takes", async () => {
  const manager = await product.staff("manager");
  const bring = `mutation($k: String!, $i: [InvoiceInput!]!) { bringInvoices(key: $k, invoices: $i) { id } }`;
  const invoice = (number: string, mandate: string) => ({ number, issuedOn: "2026-10-01", totalCents: 5_000, directDebit: true, mandate, debtor: { key: "K-1", name: "Klus B.V." } });
  expect((await manager.graphql<any>(bring, { k: "once", i: [invoice("API-1", "MND_\u20ac")] })).errors?.[0]?.extensions.code).toBe("INPUT_INVALID");
  expect((await manager.graphql<any>(bring, { k: "once", i: [invoice("API-1", "MND-API")] })).errors).toBeUndefined();
  const rows = await product.write((tx) => tx.query<{ mandate: string; source: string }>("select mandate, source from direct_debit where organisation_id = $1 and source = 'api'", [tx.organisationId]));
  expect(rows).toEqual([{ mandate: "MND-API", source: "api" }]);
});
