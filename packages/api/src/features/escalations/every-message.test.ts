import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MESSAGE_KINDS } from "@tegemoet/messages";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { newCodeNonce } from "../communications/portal-code";
import { queueMessage, type QueuedFacts } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20", minute: 600 });
});
afterAll(() => product.stop());

const send = () => {
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
};

/** A debtor of its own with an invoice that is late or still coming, and a promise, plan, dispute, payment and call for the text to tell of. */
const debtorWith = (kind: string) => product.write(async (tx) => {
  const org = tx.organisationId;
  const { debtorId } = await upsertDebtor(tx, { name: `Joost de Boer ${kind}`, kind: kind === "business-notice" ? "legal-person" : "consumer", email: `${kind}@example.nl` });
  const dueOn = kind === "note-before-due" || kind === "invoice" ? "2026-11-23" : "2026-10-20";
  const { invoiceId } = await issueInvoice(tx, { debtorId, number: `2026-${kind}`, issuedOn: "2026-10-06", dueOn, totalCents: 30_000, source: "test", lines: [{ description: "Werk", amountCents: 30_000 }] });
  const [promiseId, agreementId, planId, disputeId] = [newId(), newId(), newId(), newId()];
  await tx.query("insert into promise (organisation_id, id, debtor_id, source, amount_cents, by_day, made_on) values ($1, $2, $3, 'call', 30000, '2026-11-27', '2026-11-19')", [org, promiseId, debtorId]);
  await tx.query("insert into promise_invoice (organisation_id, id, promise_id, invoice_id, open_cents, settled_on) values ($1, $2, $3, $4, 30000, '2026-11-20')", [org, newId(), promiseId, invoiceId]);
  await tx.query(
    "insert into agreement (organisation_id, id, debtor_id, promise_id, language, sentence, sha256, made_at) values ($1, $2, $3, $4, 'nl', 'U betaalt € 300,00 uiterlijk op vrijdag 27 november.', '\\x00', $5)",
    [org, agreementId, debtorId, promiseId, tx.now]);
  const planned = kind.startsWith("plan-") || kind.startsWith("instalment-");
  if (planned) {
    await tx.query(
      `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on) values ($1, $2, $3, $4, '2026-11-16', '2026-11-24', 30000, '{"graceDays":3}', $5)`,
      [org, planId, debtorId, kind === "plan-offered" ? "staff" : "debtor", kind === "plan-offered" || kind === "plan-declined" ? null : "2026-11-16"]);
    await tx.query("insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) values ($1, $2, $3, $4, 30000, true)", [org, newId(), planId, invoiceId]);
    for (const [number, dueDay] of [[1, "2026-11-19"], [2, "2026-12-19"], [3, "2027-01-19"]] as const) {
      await tx.query("insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents) values ($1, $2, $3, $4, $5, 10000)", [org, newId(), planId, number, dueDay]);
    }
    if (kind === "plan-broken" || kind === "plan-finished") await tx.query("update plan set ended_on = '2026-11-20', ended_because = $3 where organisation_id = $1 and id = $2", [org, planId, kind.slice(5)]);
  }
  if (kind.startsWith("dispute-")) {
    await tx.query(
      `insert into dispute (organisation_id, id, debtor_id, invoice_id, amount_cents, reason, body_text, raised_on, raised_via, deadline_on, decided_on, outcome, decision)
       values ($1, $2, $3, $4, 30000, 'quality', 'De kraan lekt nog.', '2026-11-18', 'portal', '2026-11-25', $5, $6, $7)`,
      [org, disputeId, debtorId, invoiceId, kind === "dispute-decided" ? "2026-11-20" : null, kind === "dispute-decided" ? "rejected" : null, kind === "dispute-decided" ? "Wij kwamen op 12 oktober langs en de kraan was dicht." : null]);
  }
  await tx.query(
    "insert into call_log (organisation_id, id, debtor_id, direction, started_at, outcome, logged_at) values ($1, $2, $3, 'out', $4, $5, $4)",
    [org, newId(), debtorId, momentAt("2026-10-30", 600), kind === "call-confirmation" ? "promiseFull" : "noAnswer"]);
  // Money without a place would rightly stop whatever asks for more.
  const { paymentId } = kind === "thanks" ? await receivePayment(tx, { source: "bank", debtorId, amountCents: 5_000, receivedOn: "2026-11-19" }) : { paymentId: undefined };
  const facts: QueuedFacts = {
    ...(kind === "call-confirmation" || kind === "promise-broken" ? { agreementId, promiseId } : {}), ...(planned ? { planId } : {}),
    ...(kind.startsWith("instalment-") ? { instalment: kind === "instalment-missed" ? 1 : 2 } : {}), ...(kind === "plan-declined" ? { reason: "De termijnen duren langer dan wij kunnen wachten." } : {}),
    ...(kind.startsWith("dispute-") ? { disputeId } : {}), ...(kind === "thanks" ? { paymentId } : {}), ...(kind === "hardship" ? { pausedUntil: "2026-12-20" } : {}),
    ...(kind === "portal-code" ? { sessionId: newId(), codeNonce: newCodeNonce() } : {}),
  };
  const bare = kind === "thanks" || kind === "portal-code" || kind === "plan-finished" || kind === "plan-declined";
  return { debtorId, facts, invoices: bare ? [] : [{ invoiceId, openCents: 30_000 }] };
});

describe("every kind of message", () => {
  const ASKED = new Set(["call-confirmation", "plan-offered", "plan-accepted", "plan-declined", "dispute-received", "dispute-decided", "hardship", "thanks", "invoice-copy", "portal-code", "invoice", "plan-finished"]);

  test.each(MESSAGE_KINDS.map((kind) => ({ kind })))("$kind is written from what the tables hold and leaves by mail, in Dutch without an empty fact", async ({ kind }) => {
    const { debtorId, facts, invoices } = await debtorWith(kind);
    product.outside.mails.length = 0;
    await product.write((tx) => queueMessage(tx, { debtorId, kind, channel: "mail", invoices, sendAfter: tx.now, facts, byRequest: ASKED.has(kind), ...(kind === "own-words" ? { ownWords: { subject: "Over {{ invoice_phrase }}", body: "{{ greeting }},\n\nDank voor uw bericht." } } : {}) }));
    const counts = await send();
    const [kept] = await product.read((reader) => reader.query<{ reason: string | null; text: string }>(
      "select state_reason as reason, body_text as text from message where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]));
    expect({ reason: kept?.reason, ...counts }).toMatchObject({ reason: null, sent: 1 });
    const [mail] = product.outside.mails;
    expect(mail?.to).toBe(`${kind}@example.nl`);
    expect(`${mail?.subject}\n${mail?.text}`).not.toMatch(/undefined|null|NaN|\[object|\{\{|Invalid/);
    if (kind === "portal-code") {
      const code = /\b(\d{3})\s(\d{3})\b/.exec(mail?.text ?? "")?.slice(1).join("") ?? "none";
      expect(code).toMatch(/^\d{6}$/);
      expect(kept?.text.replace(/\s/g, "")).not.toContain(code);
    }
  });
});

// The days of the letter by the oracle that the project was given, when it is there: sent through the product, not by the domain alone.
const ORACLE = join(__dirname, "../../../../../../shared/oracles/fourteen-day-letter.json");
const cases = existsSync(ORACLE)
  ? (JSON.parse(readFileSync(ORACLE, "utf8")) as { cases: { posted: string; presumed_delivered: string; day15_atw: string; costs_from_safe: string }[] }).cases : [];

(cases.length > 0 ? describe : describe.skip)("the letter's days as the oracle has them", () => {
  test("each letter that may leave on the oracle's day has its delivery, last day and first day of costs", async () => {
    let posted = 0;
    for (const [index, { posted: day, presumed_delivered: delivered, day15_atw: lastDay, costs_from_safe: costsFrom }] of cases.entries()) {
      product.clock.set(day, 600);
      const messageId = await product.write(async (tx) => {
        const { debtorId } = await upsertDebtor(tx, { name: `Oracle ${index}`, kind: "consumer", street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
        const { invoiceId } = await issueInvoice(tx, { debtorId, number: `O-${index}`, issuedOn: "2023-01-02", dueOn: "2023-01-16", totalCents: 10_000, source: "test", lines: [] });
        return (await queueMessage(tx, { debtorId, kind: "fourteen-day-letter", channel: "letter", invoices: [{ invoiceId, openCents: 10_000, stepKey: "fourteen-day-letter" }], sendAfter: tx.now })).messageId;
      });
      if ((await send()).sent === 0) continue;
      posted += 1;
      const facts = await product.read((reader) => reader.first<Record<string, unknown>>(
        `select delivered_on as delivered, last_day as "lastDay", costs_from as "costsFrom", costs_cents as costs from fourteen_day_letter where organisation_id = $1 and message_id = $2`, [reader.organisationId, messageId]));
      expect({ day, ...facts }).toEqual({ day, delivered, lastDay, costsFrom, costs: 4_000 });
    }
    expect(posted).toBeGreaterThan(cases.length / 2);
  });
});
