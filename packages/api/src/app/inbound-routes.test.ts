import supertest from "supertest";
import { startTestProduct, type TestProduct } from "../../test/harness";
import { upsertDebtor } from "../features/debtors/upsert-debtor";
import { issueInvoice } from "../features/invoices/issue-invoice";
import { queueMessage } from "../features/communications/queue-message";
import { sendDueMessages } from "../features/escalations/send-due-messages";

const SECRET = "inbound secret of the tests";
let product: TestProduct;
let debtorId: string;
let invoiceId: string;

const send = () => {
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
};
const remind = () => product.write((tx) => queueMessage(tx, {
  debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now,
}));
const tell = (notice: object, headers: Record<string, string> = { "x-sandbox-secret": SECRET }) =>
  supertest(product.app).post("/inbound/mail").set(headers).send({ to: "hendriks@example.nl", at: product.clock.now().toISOString(), ...notice });
const first = <Row>(sql: string) => product.read((reader) => reader.first<Row>(sql, [reader.organisationId]));
const mailId = () => `<${product.outside.mails.at(-1)?.messageId}>`;

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
  await product.write(async (tx) => {
    ({ debtorId } = await upsertDebtor(tx, { name: "Mevrouw Hendriks", kind: "consumer", email: "hendriks@example.nl" }));
    ({ invoiceId } = await issueInvoice(tx, { debtorId, number: "2026-0417", issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }] }));
  });
  await remind();
  await send();
});
afterEach(() => product.stop());

describe("what comes in about our mails", () => {
  test("a bounce marks the mail, the address and stops the next reminder; the same bounce again changes nothing (I-41)", async () => {
    const bounce = { kind: "bounce", messageId: mailId(), raw: "Action: failed\nDiagnostic-Code: smtp; 550 5.1.1 The mailbox does not exist\n" };
    expect((await tell(bounce)).status).toBe(204);
    expect((await tell(bounce)).status).toBe(204);
    expect(await first("select state, state_reason as reason from message where organisation_id = $1")).toEqual({ state: "bounced", reason: "550 5.1.1 The mailbox does not exist" });
    expect(await first("select count(*) as faults from contact_fault where organisation_id = $1 and address = 'hendriks@example.nl'")).toEqual({ faults: 1 });
    product.clock.set("2026-11-23");
    await remind();
    expect(await send()).toMatchObject({ sent: 0, cancelled: 1 });
  });

  test("a reply is kept once and holds the next reminder until it is read", async () => {
    const reply = { kind: "reply", messageId: mailId(), from: "hendriks@example.nl", subject: "Re: factuur", text: "Ik heb vorige week gebeld." };
    await tell(reply);
    await tell(reply);
    expect(await first("select count(*) as replies, max(body_text) as text from inbound_message where organisation_id = $1")).toEqual({ replies: 1, text: "Ik heb vorige week gebeld." });
    product.clock.set("2026-11-23");
    await remind();
    expect(await send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await first("select state_reason as reason from message where organisation_id = $1 and state = 'cancelled'")).toEqual({ reason: "reply unread" });
    const collector = await product.staff("collector");
    const row = await first<{ id: string }>("select id from inbound_message where organisation_id = $1");
    expect((await collector.graphql("mutation($id: ID!) { markReplyRead(id: $id) }", { id: row?.id })).data).toEqual({ markReplyRead: true });
    await remind();
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test("a delivery is written down, and never undoes a bounce", async () => {
    await tell({ kind: "delivered", messageId: mailId() });
    expect(await first("select state from message where organisation_id = $1")).toEqual({ state: "delivered" });
    await tell({ kind: "bounce", messageId: mailId() });
    await tell({ kind: "delivered", messageId: mailId() });
    expect(await first("select state from message where organisation_id = $1")).toEqual({ state: "bounced" });
  });

  test("without the secret 401, somebody else's mail 404, nonsense 422, and nothing is written", async () => {
    expect((await tell({ kind: "bounce", messageId: mailId() }, {})).status).toBe(401);
    expect((await tell({ kind: "bounce", messageId: mailId() }, { "x-sandbox-secret": "guess" })).status).toBe(401);
    expect((await tell({ kind: "bounce", messageId: mailId() }, { authorization: `Bearer ${SECRET}` })).status).toBe(204);
    expect((await tell({ kind: "bounce", messageId: "<x@example.com>" })).status).toBe(404);
    expect((await tell({ kind: "bounce", messageId: mailId().replace(product.organisationId, product.otherOrganisationId) })).status).toBe(404);
    expect((await tell({ kind: "explode", messageId: mailId() })).status).toBe(422);
  });
});
