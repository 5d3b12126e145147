import { createTransport, type SendMailOptions } from "nodemailer";
import { sendNow } from "../src/app/night-timetable";
import { queueMessage } from "../src/features/communications/queue-message";
import { upsertDebtor } from "../src/features/debtors/upsert-debtor";
import { issueInvoice } from "../src/features/invoices/issue-invoice";
import { momentAt } from "../src/platform/clock";
import { newId } from "../src/platform/ids";
import type { StaffCaller } from "../test/harness";
import { Thread } from "./thread";

let thread: Thread;
let clerk: StaffCaller;
let counter = 0;

beforeAll(async () => {
  thread = await Thread.begin("2026-11-09");
  thread.product.clock.set("2026-11-09", 600);
  // Each organisation reads its own mailbox: by its address a mail of a stranger finds the right one.
  await thread.product.write((tx) => tx.query("update organisation set email = 'post@andere.example' where id = $1", [tx.organisationId]), { organisationId: thread.product.otherOrganisationId });
  await thread.product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-06', '2026-11-13', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]));
  clerk = await thread.product.staff("collector");
}, 60_000);
afterAll(() => thread.stop());

interface Late { debtorId: string; invoiceId: string; number: string; name: string; email: string }

/** Somebody with an invoice of € 186,00 that is three weeks late. */
async function late(contact: { email?: string; phone?: string } = {}): Promise<Late> {
  counter += 1;
  const [name, number, email] = [`Klant ${counter}`, `2026-${2000 + counter}`, contact.email ?? `klant${counter}@klant.example`];
  return thread.product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name, kind: "consumer", email, ...(contact.phone ? { phone: contact.phone } : {}), street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }], delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-06", 600), deliveredAt: momentAt("2026-10-06", 601) } });
    return { debtorId, invoiceId, number, name, email };
  });
}

async function remind({ debtorId, invoiceId }: Late, channel: "mail" | "sms" = "mail"): Promise<string> {
  const { messageId } = await thread.product.write((tx) => queueMessage(tx, {
    debtorId, kind: "reminder-1", channel, invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now,
  }));
  await send();
  return messageId;
}

/** What is due leaves; no night runs in between. */
const send = () => sendNow(thread.product.product, thread.product.organisationId);
const first = <Row>(sql: string, ...values: unknown[]) => thread.product.read((reader) => reader.first<Row>(sql, [reader.organisationId, ...values]));
const stateOf = async (messageId: string) => (await first<{ state: string }>("select state from message where organisation_id = $1 and id = $2", messageId))?.state;
const inboxOf = async (pile: string, debtorId?: string) => (await clerk.graphql(
  "query($pile: InboxPile!, $debtorId: ID) { inbox(pile: $pile, debtorId: $debtorId) { totalCount unread unassigned rows { id kind channel from excerpt debtorId matchedBy files droppedFiles messageId } } }", { pile, debtorId })).data["inbox"];

async function until(what: string, look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it didn't come to this: ${what}`);
}

/** A mail by SMTP from a customer's own program, to the address that our mails name. */
async function write(mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: thread.smtpPort, ignoreTLS: true });
  await transport.sendMail({ to: "administratie@ijsvogel.example", subject: "Re: factuur", ...mail });
  transport.close();
}

const answer = async (debtor: Late, body: object) => {
  const [mail] = await thread.mails(debtor.email);
  await fetch(`${thread.sandboxUrl}/api/mails/${mail?.id}/reply`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
};

describe("mail that goes and comes, by real SMTP", () => {
  test("a reminder says that a machine wrote it, names the mails before it, has no pixel and nothing to unsubscribe from; it is delivered, and opened by the link", async () => {
    const debtor = await late();
    const one = await remind(debtor);
    await until("delivered", async () => (await stateOf(one)) === "delivered");
    thread.product.clock.set("2026-11-12", 600);
    const two = await remind(debtor);
    const [newest] = await thread.mails(debtor.email);
    const { headers, html } = (await (await fetch(`${thread.sandboxUrl}/api/mails/${newest?.id}`)).json()) as { headers: { name: string; value: string }[]; html: string };
    const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value;
    const idOf = (id: string) => `<${id}.${thread.product.organisationId}@127.0.0.1>`;
    expect([header("auto-submitted"), header("message-id"), header("in-reply-to"), header("references"), header("reply-to")]).toEqual(
      ["auto-generated", idOf(two), idOf(one), idOf(one), "administratie@ijsvogel.example"]);
    expect(header("list-unsubscribe")).toBeUndefined();
    expect(html).not.toMatch(/<img[^>]+src="https?:/);
    await thread.open(newest as NonNullable<typeof newest>);
    expect(await first("select opened_at is not null as opened from message where organisation_id = $1 and id = $2", two)).toEqual({ opened: true });
    thread.product.clock.set("2026-11-09", 600);
  });

  test("an answer from a program of their own, with layout alone and a receipt, is found by In-Reply-To, holds the next reminder until it is read, and shows no markup", async () => {
    const debtor = await late();
    const messageId = await remind(debtor);
    await write({
      from: '"Boekhouder" <boekhouder@kantoor.example>', inReplyTo: `<${messageId}.${thread.product.organisationId}@127.0.0.1>`, html: "<p>Wij betaalden dit <b>vorige week</b>.</p><script>alert(1)</script>",
      attachments: [{ filename: "bewijs.pdf", content: Buffer.from("%PDF-1.7 bewijs") }, { filename: "kwaad.exe", content: Buffer.from("MZ program") }],
    });
    await until("in the inbox", async () => (await inboxOf("unread", debtor.debtorId)).totalCount === 1);
    const [row] = (await inboxOf("unread", debtor.debtorId)).rows;
    expect(row).toMatchObject({ kind: "reply", channel: "mail", from: "boekhouder@kantoor.example", excerpt: "Wij betaalden dit vorige week.", matchedBy: "message", files: 1, droppedFiles: 1, messageId });
    const detail = (await clerk.graphql("query($id: ID!) { inboundMessage(id: $id) { text documents { fileName url } } }", { id: row.id })).data["inboundMessage"];
    expect(detail.text).toBe("Wij betaalden dit vorige week.");
    expect(detail.documents).toEqual([{ fileName: "bewijs.pdf", url: expect.stringContaining("/documents/") }]);
    thread.product.clock.set("2026-11-12", 600);
    expect(await stateOf(await remind(debtor))).toBe("cancelled");
    await clerk.graphql("mutation($id: ID!) { markReplyRead(id: $id) }", { id: row.id });
    expect(await stateOf(await remind(debtor))).toMatch(/handed-over|delivered/);
    thread.product.clock.set("2026-11-09", 600);
  });

  test("who is away holds nothing and has written nothing; the mail counts as delivered", async () => {
    const debtor = await late({ email: "away-piet@klant.example" });
    const messageId = await remind(debtor);
    await until("the automatic answer", async () => (await inboxOf("automatic", debtor.debtorId)).totalCount === 1);
    expect((await inboxOf("unread", debtor.debtorId)).totalCount).toBe(0);
    await until("delivered", async () => (await stateOf(messageId)) === "delivered");
    thread.product.clock.set("2026-11-12", 600);
    expect(await stateOf(await remind(debtor))).toMatch(/handed-over|delivered/);
    thread.product.clock.set("2026-11-09", 600);
  });

  test("a mailbox that is gone: not delivered, a fault of the address, work for somebody, and nothing more goes there", async () => {
    const debtor = await late({ email: "bounce-weg@klant.example" });
    const messageId = await remind(debtor);
    await until("bounced", async () => (await stateOf(messageId)) === "bounced");
    expect(await first("select channel, kind, detail from contact_fault where organisation_id = $1 and debtor_id = $2", debtor.debtorId)).toEqual({ channel: "mail", kind: "bounce", detail: "550 5.1.1 The mailbox does not exist" });
    const { today } = (await clerk.graphql("{ today { work { kind debtorId } } }")).data;
    expect(today.work).toContainEqual(expect.objectContaining({ kind: "bounce", debtorId: debtor.debtorId }));
    thread.product.clock.set("2026-11-12", 600);
    expect(await stateOf(await remind(debtor))).toBe("cancelled");
    thread.product.clock.set("2026-11-09", 600);
  });

  test("a full mailbox is tried again after two days, and after the third time counts as gone", async () => {
    const debtor = await late({ email: "full-mies@klant.example" });
    const messageId = await remind(debtor);
    for (const day of ["2026-11-12", "2026-11-16"] as const) {
      await until(`back in line before ${day}`, async () => (await stateOf(messageId)) === "queued");
      expect(await first("select count(*) as faults from contact_fault where organisation_id = $1 and debtor_id = $2", debtor.debtorId)).toEqual({ faults: 0 });
      thread.product.clock.set(day, 600);
      await send();
    }
    await until("bounced", async () => (await stateOf(messageId)) === "bounced");
    expect(await first("select detail from contact_fault where organisation_id = $1 and debtor_id = $2", debtor.debtorId)).toEqual({ detail: "452 4.2.2 The mailbox is full" });
    thread.product.clock.set("2026-11-09", 600);
  });

  test("a stranger's mail is nobody's, until somebody sees whose it is by the invoice that it names; then it holds that debtor's reminders", async () => {
    const debtor = await late();
    await write({ from: "zus@elders.example", subject: `Over factuur ${debtor.number}`, text: "Mijn broer ligt in het ziekenhuis." });
    await until("unassigned", async () => (await inboxOf("unassigned")).totalCount === 1);
    const [row] = (await inboxOf("unassigned")).rows;
    const { inboundMessage } = (await clerk.graphql("query($id: ID!) { inboundMessage(id: $id) { suggestions { id because } } }", { id: row.id })).data;
    expect(inboundMessage.suggestions).toEqual([{ id: debtor.debtorId, because: "invoice" }]);
    await clerk.graphql("mutation($id: ID!, $debtorId: ID!) { assignInbound(id: $id, debtorId: $debtorId) { row { debtorId } } }", { id: row.id, debtorId: debtor.debtorId });
    expect((await inboxOf("unassigned")).totalCount).toBe(0);
    expect(await stateOf(await remind(debtor))).toBe("cancelled");
    const viewer = await thread.product.staff("viewer");
    expect((await viewer.graphql("mutation($id: ID!, $debtorId: ID!) { assignInbound(id: $id, debtorId: $debtorId) { row { id } } }", { id: row.id, debtorId: debtor.debtorId })).code).toBe("NOT_ALLOWED");
  });

  test("a mail of one debtor's own address is theirs without naming a mail; our own sender's mail goes round no second time", async () => {
    const debtor = await late();
    await write({ from: debtor.email, subject: "Vraag", text: "Waar is deze factuur voor?" });
    await until("in the inbox", async () => (await inboxOf("unread", debtor.debtorId)).totalCount === 1);
    expect((await inboxOf("unread", debtor.debtorId)).rows[0]).toMatchObject({ matchedBy: "sender", messageId: null });
    const before = (await inboxOf("all")).totalCount;
    await write({ from: "administratie@ijsvogel.example", subject: "kopie", text: "kopie" });
    await answer(await late().then(async (other) => { await remind(other); return other; }), { text: "Dank", receipt: true });
    await until("the answer", async () => (await inboxOf("all")).totalCount === before + 1);
  });
});

describe("text messages", () => {
  const phone = async (to: string) => ((await (await fetch(`${thread.sandboxUrl}/api/sms?to=${encodeURIComponent(to)}`)).json()) as { messages: { id: string; from: string; text: string }[] }).messages;

  test("goes to the mobile number, from the creditor, with the link that is kept hidden; it is delivered, and an answer holds the next one", async () => {
    const debtor = await late({ phone: "06 12 34 56 78" });
    const messageId = await remind(debtor, "sms");
    const [sms] = await phone("+31612345678");
    expect(sms).toMatchObject({ from: "IJsvogel In" });
    expect(sms?.text).toMatch(/186,00.*\/portal\/l\/[A-Za-z0-9_-]{64}/s);
    const kept = await first<{ channel: string; text: string; to: string }>(`select channel, body_text as text, to_address as "to" from message where organisation_id = $1 and id = $2`, messageId);
    expect(kept).toMatchObject({ channel: "sms", to: "+31612345678" });
    expect(kept?.text).toContain(`/portal/l/${"-".repeat(64)}`);
    await until("delivered", async () => (await stateOf(messageId)) === "delivered");
    await fetch(`${thread.sandboxUrl}/api/sms/${sms?.id}/reply`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: "Vrijdag!" }) });
    await until("the answer", async () => (await inboxOf("unread", debtor.debtorId)).totalCount === 1);
    expect((await inboxOf("unread", debtor.debtorId)).rows[0]).toMatchObject({ channel: "sms", excerpt: "Vrijdag!", from: "+31612345678" });
    expect(await first("select count(*) as mails from message where organisation_id = $1 and debtor_id = $2 and channel = 'mail'", debtor.debtorId)).toEqual({ mails: 0 });
  });

  test("counts as a contact: the day's second message waits for another day", async () => {
    const debtor = await late({ phone: "0612340011" });
    await remind(debtor, "sms");
    await thread.product.write((tx) => queueMessage(tx, { debtorId: debtor.debtorId, kind: "reminder-2", channel: "mail", invoices: [{ invoiceId: debtor.invoiceId, openCents: 18_600, stepKey: "reminder-2" }], sendAfter: tx.now }));
    await send();
    expect(await first("select state, state_reason as reason from message where organisation_id = $1 and debtor_id = $2 and kind = 'reminder-2'", debtor.debtorId)).toEqual({ state: "cancelled", reason: "contact cap" });
  });

  test("without a mobile number it goes by mail; after a number that failed too", async () => {
    const landline = await late({ phone: "030-2345678" });
    await remind(landline, "sms");
    expect((await thread.mails(landline.email)).length).toBe(1);
    const wrong = await late({ phone: "0612345000" });
    const messageId = await remind(wrong, "sms");
    await until("failed", async () => (await stateOf(messageId)) === "bounced");
    expect(await first("select channel, address, detail from contact_fault where organisation_id = $1 and debtor_id = $2", wrong.debtorId)).toEqual({ channel: "sms", address: "+31612345000", detail: "The number is not in use" });
    thread.product.clock.set("2026-11-12", 600);
    await remind(wrong, "sms");
    expect((await thread.mails(wrong.email)).length).toBe(1);
    thread.product.clock.set("2026-11-09", 600);
  });

  test("a gateway that is down keeps it in line, and it leaves once when the gateway is back", async () => {
    const debtor = await late({ phone: "0612340099" });
    const outage = (seconds: number) => fetch(`${thread.sandboxUrl}/control/outage`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ kind: "sms", seconds }) });
    await outage(60);
    const messageId = await remind(debtor, "sms");
    expect(await stateOf(messageId)).toBe("queued");
    await outage(0);
    thread.product.clock.set("2026-11-09", 605);
    await send();
    expect(await phone("+31612340099")).toHaveLength(1);
    expect(await stateOf(messageId)).toMatch(/handed-over|delivered/);
  });
});
