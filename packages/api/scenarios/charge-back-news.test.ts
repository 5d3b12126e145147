import { Thread } from "./thread";
import { upsertDebtor } from "../src/features/debtors/upsert-debtor";
import { issueInvoice } from "../src/features/invoices/issue-invoice";
import { verify } from "../src/features/ledger/verify";
import { startCheckout } from "../src/features/payments/start-checkout";

let thread: Thread;
let debtorId: string;
let counter = 0;
beforeAll(async () => {
  thread = await Thread.begin("2026-11-19");
  ({ debtorId } = await thread.product.write((tx) => upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" })));
});
afterEach(async () => expect(await thread.product.read(verify)).toEqual([]));
afterAll(() => thread.stop());

interface Online { invoiceId: string; checkoutId: string; providerId: string }

/** € 100,00 that was paid online; as the portal does it, with the provider asked over its own protocol. */
async function paidOnline(settle: object = { status: "paid" }): Promise<Online> {
  const { product, sandboxUrl } = thread;
  const number = `2026-${4000 + (counter += 1)}`;
  const made = await product.write(async (tx) => {
    const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-10-01", dueOn: "2026-10-15", totalCents: 10_000, source: "test", lines: [] });
    const { checkoutId } = await startCheckout(tx, { debtorId, lines: [{ invoiceId, openCents: 10_000 }], reference: number, realNow: product.clock.realNow() });
    return { invoiceId, checkoutId };
  });
  const webhookUrl = `${product.product.config.PUBLIC_URL}/webhooks/mollie?organisation=${product.organisationId}`;
  const { providerId } = await product.product.outside.payments.create({
    reference: made.checkoutId, amountCents: 10_000, description: number, returnUrl: "http://localhost/portal", webhookUrl, language: "nl" });
  await product.write((tx) => tx.query("update checkout set provider_id = $3 where organisation_id = $1 and id = $2", [tx.organisationId, made.checkoutId, providerId]));
  await fetch(`${sandboxUrl}/control/payments/${providerId}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(settle) });
  return { ...made, providerId };
}

const press = (providerId: string, choice: string) =>
  fetch(`${thread.sandboxUrl}/bank/${providerId}`, { method: "POST", redirect: "manual", body: new URLSearchParams({ choice }) });
const openOf = async ({ invoiceId }: Online) => (await thread.product.read((reader) => reader.first<{ cents: number }>(
  "select open_cents as cents from invoice_standing where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId])))?.cents;
const chargeBacks = async ({ checkoutId }: Online) => (await thread.product.read((reader) => reader.first<{ count: number }>(
  `select count(distinct entry.id) as count from payment join posting on posting.organisation_id = $1 and posting.payment_id = payment.id
   join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'chargeback' where payment.organisation_id = $1 and payment.checkout_id = $2`,
  [reader.organisationId, checkoutId])))?.count;
const webhook = ({ providerId }: Online) => fetch(`${thread.product.product.config.PUBLIC_URL}/webhooks/mollie?organisation=${thread.product.organisationId}`, { method: "POST", body: new URLSearchParams({ id: providerId }) });

async function becomes<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await look()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(await look()).toBe(wanted);
}

describe("a payment that the payer's bank takes back, told by the payment provider", () => {
  test("reopens its invoice of € 100,00 once, however often the news comes; given back, the money waits for a person", async () => {
    const online = await paidOnline();
    await becomes(() => openOf(online), 0);
    expect((await press(online.providerId, "charge-back")).status).toBe(303);
    await becomes(() => openOf(online), 10_000);
    await press(online.providerId, "charge-back");
    const answers = await Promise.all(Array.from({ length: 6 }, () => webhook(online)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await chargeBacks(online)).toBe(1);
    await press(online.providerId, "give-back");
    await becomes(async () => (await thread.product.read((reader) => reader.first<{ left: number }>(
      `select standing.unallocated_cents as left from payment join payment_standing standing on standing.organisation_id = $1 and standing.payment_id = payment.id
       where payment.organisation_id = $1 and payment.checkout_id = $2`, [reader.organisationId, online.checkoutId])))?.left, 10_000);
    await webhook(online);
    expect([await openOf(online), await chargeBacks(online)]).toEqual([10_000, 1]);
  });

  test("and paid and taken back before we heard of either: booked in and out, the invoice open, and no thanks sent", async () => {
    const online = await paidOnline({ webhook: "never", status: "paid", chargeback: "100.00" });
    expect(await openOf(online)).toBe(10_000);
    expect((await webhook(online)).status).toBe(200);
    expect([await openOf(online), await chargeBacks(online)]).toEqual([10_000, 1]);
    const thanks = await thread.product.read((reader) => reader.first<{ count: number }>(
      "select count(*) as count from message where organisation_id = $1 and debtor_id = $2 and kind = 'thanks'", [reader.organisationId, debtorId]));
    expect(thanks?.count).toBe(1);
  });

  test("in part, € 40,00 of € 100,00, is written in the trail once and left to a person; the control that it is heard", async () => {
    const online = await paidOnline();
    await becomes(() => openOf(online), 0);
    await fetch(`${thread.sandboxUrl}/control/payments/${online.providerId}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ chargeback: "40.00" }) });
    const told = async () => (await thread.product.read((reader) => reader.first<{ count: number }>(
      `select count(*) as count from audit join payment on payment.organisation_id = $1 and payment.id = audit.subject_id and payment.checkout_id = $2
       where audit.organisation_id = $1 and audit.action = 'charge-back-refused'`, [reader.organisationId, online.checkoutId])))?.count;
    await becomes(told, 1);
    await webhook(online);
    expect([await told(), await openOf(online), await chargeBacks(online)]).toEqual([1, 0, 0]);
  });
});
