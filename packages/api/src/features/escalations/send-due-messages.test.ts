import type { PlainDate } from "@tegemoet/domain";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { MailRefused } from "../../platform/outside";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { parkStuck } from "./park-stuck";
import { pullEmergencyBrake } from "./pull-emergency-brake";
import { placeHold } from "./place-hold";
import { runNight } from "./run-night";
import { sendDueMessages } from "./send-due-messages";

const DAY: PlainDate = "2026-11-09";
let product: TestProduct;
let counter = 0;

async function lateInvoice(options: { debtorId?: string; totalCents?: number; dueOn?: PlainDate; kind?: "consumer" | "legal-person" } = {}): Promise<{ debtorId: string; invoiceId: string; number: string }> {
  counter += 1;
  const number = `2026-${1000 + counter}`;
  const { totalCents = 18_600, dueOn = "2026-11-02", kind = "consumer" } = options;
  return product.write(async (tx) => {
    const email = `debiteur${counter}@example.nl`;
    const debtorId = options.debtorId ?? (await upsertDebtor(tx, {
      name: `Sanne Hendriks ${counter}`, kind, email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht",
    })).debtorId;
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number, issuedOn: "2026-10-19", dueOn, totalCents, source: "test", lines: [{ description: "Onderhoud", amountCents: totalCents }],
      delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId, number };
  });
}

async function night(day: PlainDate = DAY): Promise<void> {
  product.clock.set(day, 120);
  await runNight(product.product.source, { organisationId: product.organisationId, day, now: product.clock.now() });
}

function send(day: PlainDate = DAY, minute = 520, options: { outside?: TestProduct["outside"] } = {}) {
  product.clock.set(day, minute);
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside: options.outside ?? outside }, { organisationId: product.organisationId, now: product.clock.now() });
}

const pay = (debtorId: string, invoiceId: string, cents: number) => product.write((tx) =>
  receivePayment(tx, { source: "bank", debtorId, amountCents: cents, receivedOn: DAY, allocations: [{ invoiceId, cents }] }));

const rows = <Row>(sql: string) => product.read((reader) => reader.query<Row>(sql, [reader.organisationId]));
const messages = () => rows<{ kind: string; channel: string; state: string; reason: string | null; cents: number }>(
  "select kind, channel, state, state_reason as reason, total_cents as cents from message where organisation_id = $1 order by queued_at, id");
const steps = () => rows<{ step: string }>("select step_key as step from step_taken where organisation_id = $1 order by id");

beforeEach(async () => {
  product = await startTestProduct({ today: DAY });
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-06', '2026-11-06', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]));
});
afterEach(() => product.stop());

describe("sending", () => {
  test("the reminder of the night leaves at half past eight, with the invoice attached and one personal link", async () => {
    const { number } = await lateInvoice();
    await night();
    expect(await send(DAY, 500)).toMatchObject({ sent: 0 });
    expect(await send(DAY, 510)).toMatchObject({ sent: 1 });
    const [mail] = product.outside.mails;
    expect(mail?.subject).toContain(number);
    expect(mail?.attachments.map(({ mimeType }) => mimeType)).toContain("application/pdf");
    expect(mail?.messageId).toMatch(new RegExp(`^[0-9a-f-]{36}\\.${product.organisationId}@localhost$`));
    const tokens = new Set([...(mail?.html.matchAll(/\/portal\/l\/([A-Za-z0-9_-]{64})/g) ?? [])].map(([, token]) => token));
    expect(tokens.size).toBe(1);
    expect(mail?.text).toContain([...tokens][0]);
  });

  test("what is kept of a mail has no token in it, so a copy of the database opens nothing (T-20)", async () => {
    await lateInvoice();
    await night();
    await send();
    const token = /\/portal\/l\/([A-Za-z0-9_-]{64})/.exec(product.outside.mails[0]?.html ?? "")?.[1] ?? "none";
    const [kept] = await rows<{ html: string; text: string }>("select html, body_text as text from message where organisation_id = $1");
    expect(kept?.html).toContain("/portal/l/----");
    expect(kept?.html).not.toContain(token);
    expect(kept?.text).not.toContain(token);
    const dump = await rows<{ row: string }>("select row_to_json(link)::text || (select string_agg(row_to_json(m)::text, '') from message m where m.organisation_id = $1) as row from debtor_link link where organisation_id = $1");
    expect(dump[0]?.row).not.toContain(token);
  });

  test("paid after the night: nothing leaves, the reason is kept and the step never was", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night();
    await pay(debtorId, invoiceId, 18_600);
    expect(await send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(product.outside.mails).toHaveLength(0);
    expect(await messages()).toMatchObject([{ state: "cancelled", reason: "settled" }]);
    expect(await steps()).toEqual([]);
  });

  test("€ 100 of € 186 paid after the night: the mail asks for € 86,00 and not for € 186,00 (I-34)", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night();
    await pay(debtorId, invoiceId, 10_000);
    await send();
    const text = product.outside.mails[0]?.text.replace(/\u00a0/g, " ") ?? "";
    expect(text).toContain("€ 86,00");
    expect(await messages()).toMatchObject([{ state: "handed-over", cents: 8_600 }]);
  });

  test("one of two invoices paid: the other is asked for alone, and only its step stands", async () => {
    const first = await lateInvoice();
    const second = await lateInvoice({ debtorId: first.debtorId, totalCents: 5_000 });
    await night();
    await pay(first.debtorId, first.invoiceId, 18_600);
    expect(await send()).toMatchObject({ sent: 1 });
    const text = product.outside.mails[0]?.text ?? "";
    expect(text).toContain(second.number);
    expect(text).not.toContain(first.number);
    expect(await steps()).toHaveLength(1);
  });

  test("a hold between night and morning cancels; when it is lifted the next night comes back to the step", async () => {
    const { debtorId } = await lateInvoice();
    await night();
    const { holdId } = await product.write((tx) => placeHold(tx, { debtorId, kind: "pause", reason: "belt morgen" }));
    expect(await send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await messages()).toMatchObject([{ state: "cancelled", reason: "on hold" }]);
    await product.write((tx) => tx.query("update hold set lifted_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, holdId, tx.now]));
    await night("2026-11-10");
    expect(await send("2026-11-10")).toMatchObject({ sent: 1 });
  });

  test("a dispute between night and morning cancels", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night();
    await product.write((tx) => tx.query(
      `insert into dispute (organisation_id, id, debtor_id, invoice_id, amount_cents, reason, raised_on, raised_via, deadline_on) values ($1, $2, $3, $4, 100, 'quality', $5, 'portal', $5)`,
      [tx.organisationId, newId(), debtorId, invoiceId, DAY]));
    expect(await send()).toMatchObject({ cancelled: 1 });
    expect(await messages()).toMatchObject([{ reason: "disputed" }]);
  });

  test("an unread reply holds, and so does the emergency brake, whatever was queued", async () => {
    const { debtorId } = await lateInvoice();
    await lateInvoice();
    await night();
    await product.write((tx) => tx.query(
      `insert into inbound_message (organisation_id, id, debtor_id, kind, received_at) values ($1, $2, $3, 'reply', $4)`, [tx.organisationId, newId(), debtorId, tx.now]));
    await product.write((tx) => placeHold(tx, { kind: "brake", reason: "fout in het boekhoudpakket" }));
    expect(await send()).toMatchObject({ sent: 0, cancelled: 2 });
    expect((await messages()).map(({ reason }) => reason)).toEqual(["emergency brake", "emergency brake"]);
  });

  test("a copy that the debtor asked for goes out on a Sunday night and under the brake", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    product.clock.set("2026-11-08", 1_380);
    await product.write((tx) => placeHold(tx, { kind: "brake", reason: "noodrem" }));
    await product.write((tx) => queueMessage(tx, {
      debtorId, kind: "invoice-copy", channel: "mail", invoices: [{ invoiceId, openCents: 18_600 }], sendAfter: tx.now, byRequest: true,
    }));
    expect(await send("2026-11-08", 1_381)).toMatchObject({ sent: 1 });
  });

  test("a reminder that is late in the evening waits until eight the next morning", async () => {
    await lateInvoice();
    await night();
    expect(await send(DAY, 1_300)).toMatchObject({ sent: 0, postponed: 1 });
    expect(await send("2026-11-10", 479)).toMatchObject({ sent: 0, postponed: 0 });
    expect(await send("2026-11-10", 480)).toMatchObject({ sent: 1 });
  });

  test("two senders at once send twelve mails twelve times", async () => {
    for (let index = 0; index < 12; index += 1) await lateInvoice();
    await night();
    product.clock.set(DAY, 520);
    const { source, config, outside } = product.product;
    const run = () => sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
    const [one, two] = await Promise.all([run(), run()]);
    expect(one.sent + two.sent).toBe(12);
    expect(new Set(product.outside.mails.map(({ messageId }) => messageId)).size).toBe(12);
    expect(product.outside.mails).toHaveLength(12);
  });

  test("cut off while sending: parked after ten minutes for a person, never sent again by itself", async () => {
    await lateInvoice();
    await night();
    await product.write((tx) => tx.query("update message set state = 'sending', sending_at = $2 where organisation_id = $1", [tx.organisationId, momentAt(DAY, 520)]));
    product.clock.set(DAY, 525);
    expect(await product.write((tx) => parkStuck(tx))).toBe(0);
    product.clock.set(DAY, 531);
    expect(await product.write((tx) => parkStuck(tx))).toBe(1);
    expect(await send(DAY, 540)).toMatchObject({ sent: 0 });
    expect(await messages()).toMatchObject([{ state: "parked" }]);
  });

  test("the mail server is down for a minute: the mail goes later, once, with the same Message-ID", async () => {
    await lateInvoice();
    await lateInvoice();
    await night();
    product.outside.failing = new Error("connect ECONNREFUSED");
    expect(await send(DAY, 520)).toMatchObject({ sent: 0 });
    expect((await messages()).map(({ state }) => state)).toEqual(["queued", "queued"]);
    product.outside.failing = undefined;
    await send(DAY, 525);
    expect(product.outside.mails).toHaveLength(2);
    expect(await send(DAY, 530)).toMatchObject({ sent: 0 });
  });

  test("down after the first of eight mails: what was tried counts its try, the others keep their place without one, and all eight leave once", async () => {
    for (let debtor = 0; debtor < 8; debtor += 1) await lateInvoice();
    await night();
    let handed = 0;
    const { outside } = product;
    await send(DAY, 520, { outside: Object.assign(Object.create(outside) as typeof outside, {
      mail: { send: async (mail: Parameters<typeof outside.mail.send>[0]) => {
        if ((handed += 1) > 1) throw new Error("connect ECONNREFUSED");
        await outside.mail.send(mail);
      } },
    }) });
    const tries = await rows<{ state: string; tries: number | null }>("select state, (facts ->> 'tries')::int as tries from message where organisation_id = $1");
    expect(tries.filter(({ state }) => state === "handed-over")).toHaveLength(1);
    expect(tries.filter(({ state }) => state === "queued")).toHaveLength(7);
    expect(tries.filter((message) => message.state === "queued" && message.tries === null).length).toBeGreaterThanOrEqual(4);
    expect(await send(DAY, 525)).toMatchObject({ failed: 0 });
    expect(new Set(outside.mails.map(({ messageId }) => messageId)).size).toBe(8);
    expect(outside.mails).toHaveLength(8);
  });

  test("an address that is refused for good: bounced, a fault of the address, and nothing more goes there", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night();
    product.outside.failing = new MailRefused("550 5.1.1 no such mailbox");
    expect(await send()).toMatchObject({ bounced: 1 });
    product.outside.failing = undefined;
    expect(await messages()).toMatchObject([{ state: "bounced" }]);
    expect(await rows("select 1 from contact_fault where organisation_id = $1 and resolved_at is null")).toHaveLength(1);
    await product.write((tx) => queueMessage(tx, { debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now }));
    expect(await send(DAY, 530)).toMatchObject({ cancelled: 1 });
  });
});

describe("the emergency brake", () => {
  test("pulled for forty debtors while two senders, who have twenty in hand, work through them: no mail leaves after its brake", async () => {
    const debtors: { debtorId: string; number: string }[] = [];
    for (let index = 0; index < 40; index += 1) debtors.push(await lateInvoice());
    await night();
    product.clock.set(DAY, 520);
    const braked = new Set<string>();
    const late: string[] = [];
    let left = 0;
    const outside = { ...product.product.outside, mail: { close: async () => undefined, send: async ({ subject }: { subject: string }) => {
      const { debtorId } = debtors.find(({ number }) => subject.includes(number)) ?? { debtorId: "unknown" };
      // The mail server takes it at the end of the wait: the latest moment at which it can leave.
      await new Promise((resolve) => setTimeout(resolve, 15));
      left += 1;
      if (braked.has(debtorId)) late.push(debtorId);
    } } };
    const { source, config } = product.product;
    const run = () => sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
    const brakes = async () => {
      for (const { debtorId } of [...debtors].reverse()) {
        await product.write((tx) => pullEmergencyBrake(tx, { debtorId, reason: "noodrem" }));
        braked.add(debtorId);
      }
    };
    await Promise.all([run(), run(), brakes()]);
    expect(late).toEqual([]);
    expect(braked.size).toBe(40);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(40);
    expect((await messages()).filter(({ state }) => state === "handed-over")).toHaveLength(left);
  });
});

describe("the fourteen-day letter (BW 6:96 lid 6)", () => {
  const letterFor = (debtorId: string, invoiceId: string, channel: "mail" | "letter") => product.write((tx) => queueMessage(tx, {
    debtorId, kind: "fourteen-day-letter", channel, sendAfter: tx.now, invoices: [{ invoiceId, openCents: 36_000, stepKey: "fourteen-day-letter" }],
  }));

  test("posted on 20 November 2026: presumed delivered on the 24th, free of costs until 9 December, € 54,00 costs on € 360,00", async () => {
    const { debtorId, invoiceId } = await lateInvoice({ totalCents: 36_000, dueOn: "2026-10-30" });
    product.clock.set("2026-11-20", 540);
    await letterFor(debtorId, invoiceId, "mail");
    await letterFor(debtorId, invoiceId, "letter");
    expect(await send("2026-11-20", 545)).toMatchObject({ sent: 2, parked: 0 });
    expect(product.outside.sentLetters).toHaveLength(1);
    expect(product.outside.mails[0]?.text.replace(/\u00a0/g, " ")).toContain("€ 54,00");
    const facts = await rows("select principal_cents, costs_cents, vat_cents, sent_on, delivered_on, presumed, last_day, costs_from from fourteen_day_letter where organisation_id = $1");
    expect(facts).toEqual([{
      principal_cents: 36_000, costs_cents: 5_400, vat_cents: 0, sent_on: "2026-11-20", delivered_on: "2026-11-24", presumed: true, last_day: "2026-12-09", costs_from: "2026-12-10",
    }]);
    const kept = await rows<{ text: string }>("select body_text as text from message where organisation_id = $1 and channel = 'letter'");
    expect(kept[0]?.text.replace(/\s+/g, " ")).toContain("binnen vijftien dagen nadat deze brief bij u is bezorgd");
  });

  test("a print service that is down writes no facts: no term runs for a letter that didn't leave", async () => {
    const { debtorId, invoiceId } = await lateInvoice({ totalCents: 36_000, dueOn: "2026-10-30" });
    product.clock.set("2026-11-20", 540);
    await letterFor(debtorId, invoiceId, "letter");
    product.outside.failing = new Error("the print service answered 503");
    expect(await send("2026-11-20", 545)).toMatchObject({ sent: 0, failed: 1 });
    expect(await rows("select 1 from fourteen_day_letter where organisation_id = $1")).toEqual([]);
    product.outside.failing = undefined;
    await product.write((tx) => tx.query("update statement set until_day = '2026-11-20' where organisation_id = $1", [tx.organisationId]));
    expect(await send("2026-11-23", 545)).toMatchObject({ sent: 1 });
    expect(await rows("select sent_on as on from fourteen_day_letter where organisation_id = $1")).toEqual([{ on: "2026-11-23" }]);
    expect(await rows("select 1 from document where organisation_id = $1 and kind = 'letter'")).toHaveLength(1);
  });

  test("without a postal address of the debtor it is parked with what is missing, and nothing leaves", async () => {
    const { debtorId, invoiceId } = await lateInvoice({ totalCents: 36_000, dueOn: "2026-10-30" });
    await product.write((tx) => tx.query("update debtor set street = null, house_number = null, postal_code = null where organisation_id = $1", [tx.organisationId]));
    product.clock.set("2026-11-20", 540);
    await letterFor(debtorId, invoiceId, "letter");
    expect(await send("2026-11-20", 545)).toMatchObject({ sent: 0, parked: 1 });
    const [message] = await messages();
    expect(message?.reason).toContain("LETTER_ELEMENT_MISSING: debtor.address");
  });

  test("one letter of three that can't be written is parked alone; the two beside it leave", async () => {
    product.clock.set("2026-11-20", 540);
    for (const [index, street] of ["Dorpsstraat", null, "Kerkweg"].entries()) {
      const { debtorId, invoiceId } = await lateInvoice({ totalCents: 36_000, dueOn: "2026-10-30" });
      if (!street) await product.write((tx) => tx.query("update debtor set street = null, house_number = null, postal_code = null where organisation_id = $1 and id = $2", [tx.organisationId, debtorId]));
      product.clock.set("2026-11-20", 540 + index);
      await letterFor(debtorId, invoiceId, "letter");
    }
    expect(await send("2026-11-20", 545)).toMatchObject({ sent: 2, parked: 1 });
    expect(product.outside.sentLetters).toHaveLength(2);
    expect(await rows("select 1 from fourteen_day_letter where organisation_id = $1")).toHaveLength(2);
  });
});
