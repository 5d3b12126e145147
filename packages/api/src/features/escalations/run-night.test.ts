import type { PlainDate } from "@tegemoet/domain";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { placeHold } from "./place-hold";
import { runNight } from "./run-night";

let product: TestProduct;
let counter = 0;

/** An organisation whose bank data is of today, as the self-check wants it. */
async function bankReadUntil(day: PlainDate): Promise<void> {
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', $3, $4, $4, 0, 0, $5)`, [tx.organisationId, newId(), `s-${day}`, day, tx.now]));
}

async function lateInvoice(options: { kind?: "consumer" | "legal-person"; email?: string; dueOn?: PlainDate; totalCents?: number } = {}): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  const { kind = "consumer", dueOn = "2026-11-02", totalCents = 18_600 } = options;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind, email: options.email ?? `debiteur${counter}@example.nl`, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${1000 + counter}`, issuedOn: "2026-10-19", dueOn, totalCents, source: "test", lines: [{ description: "Onderhoud", amountCents: totalCents }],
      delivery: { channel: "mail", address: options.email ?? `debiteur${counter}@example.nl`, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId };
  });
}

const night = (day: PlainDate) => {
  product.clock.set(day, 120);
  return runNight(product.product.source, { organisationId: product.organisationId, day, now: product.clock.now() });
};

/** Sends by hand what is queued, as the sender would. */
const letGo = (day: PlainDate) => product.write((tx) => tx.query(
  "update message set state = 'delivered', handed_over_at = $2, delivered_at = $2 where organisation_id = $1 and state = 'queued'", [tx.organisationId, momentAt(day, 510)]));

const messagesOf = (debtorId: string) => product.read((reader) => reader.query<{ kind: string; cents: number; state: string }>(
  "select kind, total_cents as cents, state from message where organisation_id = $1 and debtor_id = $2 order by queued_at, id", [reader.organisationId, debtorId]));

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
  await bankReadUntil("2026-11-06");
});
afterEach(() => product.stop());

describe("the night", () => {
  test("an invoice seven days late gets its first reminder once, however often the night runs", async () => {
    const { debtorId } = await lateInvoice();
    expect(await night("2026-11-09")).toMatchObject({ messages: 1, failures: [] });
    expect(await night("2026-11-09")).toBeUndefined();
    expect(await messagesOf(debtorId)).toEqual([{ kind: "reminder-1", cents: 18_600, state: "queued" }]);
  });

  test("two late invoices of one debtor go in one message with their sum, and each keeps its own step", async () => {
    const { debtorId } = await lateInvoice();
    await product.write((tx) => issueInvoice(tx, {
      debtorId, number: "2026-2000", issuedOn: "2026-10-20", dueOn: "2026-11-03", totalCents: 16_400, source: "test", lines: [{ description: "Ketel", amountCents: 16_400 }],
      delivery: { channel: "mail", address: "a@example.nl", sentAt: momentAt("2026-10-20", 600), deliveredAt: momentAt("2026-10-20", 601) },
    }));
    await night("2026-11-09");
    expect(await messagesOf(debtorId)).toEqual([{ kind: "reminder-1", cents: 35_000, state: "queued" }]);
    const steps = await product.read((reader) => reader.query("select 1 from step_taken where organisation_id = $1", [reader.organisationId]));
    expect(steps).toHaveLength(2);
  });

  test("after five days without a night one message goes out, not five", async () => {
    const { debtorId } = await lateInvoice();
    await bankReadUntil("2026-11-13");
    await night("2026-11-16");
    expect(await messagesOf(debtorId)).toHaveLength(1);
  });

  test("a call follows the first reminder, then the second reminder, never before the one before it left", async () => {
    const { debtorId } = await lateInvoice();
    await night("2026-11-09");
    await bankReadUntil("2026-11-17");
    expect(await night("2026-11-18")).toMatchObject({ calls: 0, messages: 0 });
    await letGo("2026-11-09");
    expect(await night("2026-11-19")).toMatchObject({ calls: 1, messages: 0 });
    const tasks = await product.read((reader) => reader.query<{ reason: string }>("select reason from call_task where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]));
    expect(tasks).toEqual([{ reason: "step" }]);
  });

  test("money that came in before the night wins: the case closes and nothing is queued", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night("2026-11-09");
    await letGo("2026-11-09");
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 18_600, receivedOn: "2026-11-12", allocations: [{ invoiceId, cents: 18_600 }] }));
    expect(await night("2026-11-19")).toMatchObject({ messages: 0, calls: 0 });
    const cases = await product.read((reader) => reader.query<{ closedOn: string }>(`select closed_on as "closedOn" from collection_case where organisation_id = $1`, [reader.organisationId]));
    expect(cases).toEqual([{ closedOn: "2026-11-19" }]);
  });

  test("a hold on the debtor holds everything of theirs and nothing of others", async () => {
    const held = await lateInvoice();
    const free = await lateInvoice();
    await product.write((tx) => placeHold(tx, { debtorId: held.debtorId, kind: "pause", reason: "wacht op creditnota" }));
    await night("2026-11-09");
    expect([(await messagesOf(held.debtorId)).length, (await messagesOf(free.debtorId)).length]).toEqual([0, 1]);
  });

  test("an invoice whose mail bounced is not reminded: a fault for us stands in its place", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await product.write((tx) => tx.query(
      "update invoice_delivery set delivered_at = null, bounced_at = $3 where organisation_id = $1 and invoice_id = $2", [tx.organisationId, invoiceId, momentAt("2026-10-19", 602)]));
    expect(await night("2026-11-09")).toMatchObject({ messages: 0, stopped: 1 });
    expect(await messagesOf(debtorId)).toEqual([]);
    const faults = await product.read((reader) => reader.query("select 1 from self_check where organisation_id = $1 and not passed and resolved_at is null", [reader.organisationId]));
    expect(faults).toHaveLength(1);
  });

  test("with bank data of three weeks ago nobody is reminded", async () => {
    await lateInvoice();
    expect(await night("2026-11-30")).toMatchObject({ messages: 0, stopped: 1 });
  });
});
