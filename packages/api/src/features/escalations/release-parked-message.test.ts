import { startTestProduct, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { ladderInForce } from "../ladders/create-default-ladder";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
});
afterAll(() => product.stop());

const RELEASE = "mutation($id: ID!, $send: Boolean!, $reason: String) { releaseParkedMessage(id: $id, send: $send, reason: $reason) { state reason } }";

const parked = (number: string) => product.write(async (tx) => {
  const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${number}`, kind: "consumer", email: `d${number}@example.nl` });
  const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [{ description: "Werk", amountCents: 18_600 }] });
  const { messageId } = await queueMessage(tx, { debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now });
  const { versionId } = await ladderInForce(tx);
  await tx.query(
    "insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on, message_id) values ($1, $2, $3, $4, 'reminder-1', '2026-11-09', $5)",
    [tx.organisationId, newId(), invoiceId, versionId, messageId]);
  await tx.query("update message set state = 'parked', state_reason = 'cut off while sending' where organisation_id = $1 and id = $2", [tx.organisationId, messageId]);
  return messageId;
});

test("a manager lets a parked message go once; a collector may not, and a second release is a conflict", async () => {
  const id = await parked("2026-1");
  const [collector, manager] = [await product.staff("collector"), await product.staff("manager")];
  expect((await collector.graphql(RELEASE, { id, send: true })).code).toBe("NOT_ALLOWED");
  expect((await manager.graphql(RELEASE, { id, send: true })).data.releaseParkedMessage).toEqual({ state: "queued", reason: null });
  expect((await manager.graphql(RELEASE, { id, send: true })).code).toBe("CONFLICT");
  const { source, config, outside } = product.product;
  await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
  expect(product.outside.mails).toHaveLength(1);
  const { data } = await manager.graphql("query($id: ID!) { message(id: $id) { row { state to } text invoiceNumbers documents { mimeType url } } }", { id });
  expect(data["message"]).toMatchObject({ row: { state: "handedOver", to: "d2026-1@example.nl" }, invoiceNumbers: ["2026-1"], documents: [{ mimeType: "application/pdf" }] });
});

test("not sent: the step counts as passed by a person with the reason, so that the ladder goes on", async () => {
  const id = await parked("2026-2");
  const manager = await product.staff("manager");
  expect((await manager.graphql(RELEASE, { id, send: false, reason: "staat in de postvak-uit" })).data.releaseParkedMessage).toEqual({ state: "cancelled", reason: "staat in de postvak-uit" });
  const step = await product.read((reader) => reader.first("select skipped_reason as reason, skipped_by as by from step_taken where organisation_id = $1 and message_id = $2", [reader.organisationId, id]));
  expect(step).toEqual({ reason: "staat in de postvak-uit", by: manager.staffId });
});

test("another organisation's message is not found", async () => {
  const id = await parked("2026-3");
  const stranger = await product.staff("admin", product.otherOrganisationId);
  expect((await stranger.graphql("query($id: ID!) { message(id: $id) { text } }", { id })).code).toBe("NOT_FOUND");
  expect((await stranger.graphql(RELEASE, { id, send: true })).code).toBe("NOT_FOUND");
});
