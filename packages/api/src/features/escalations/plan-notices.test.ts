import { startTestProduct, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { endPlans } from "../payment-plans/end-plans";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
let counter = 0;
beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-17", minute: 600 });
  await product.write(async (tx) => {
    await tx.query("update organisation set street = 'Werfkade', house_number = '1', postal_code = '3511 AB', city = 'Utrecht' where id = $1", [tx.organisationId]);
    await tx.query(
      `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
       values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-16', '2026-11-16', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]);
  });
});
afterEach(() => product.stop());

const AT_HOME = { street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" };

/** A debtor who pays € 300,00 in three terms from 20 November on, and how they can be reached. */
async function paysInTerms(reach: { email?: string } & Partial<typeof AT_HOME>): Promise<string> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", phone: "0612345678", ...reach });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number: `2026-${counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-15", totalCents: 30_000, source: "test", lines: [{ description: "Werk", amountCents: 30_000 }] });
    const planId = newId();
    await tx.query(
      `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on, accepted_by) values ($1, $2, $3, 'debtor', '2026-11-02', '2026-11-09', 30000, '{"graceDays":3}', '2026-11-02', 'staff')`,
      [tx.organisationId, planId, debtorId]);
    await tx.query("insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) values ($1, $2, $3, $4, 30000, true)", [tx.organisationId, newId(), planId, invoiceId]);
    for (const [number, dueOn] of [[1, "2026-11-20"], [2, "2026-12-21"], [3, "2027-01-20"]] as const) {
      await tx.query("insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents) values ($1, $2, $3, $4, $5, 10000)", [tx.organisationId, newId(), planId, number, dueOn]);
    }
    return debtorId;
  });
}

const night = (day: string) => {
  product.clock.set(day, 600);
  return product.write((tx) => endPlans(tx, day, momentAt(day, 600)));
};
const heard = (debtorId: string) => product.read((reader) => reader.query<{ kind: string; channel: string }>(
  "select kind, channel from message where organisation_id = $1 and debtor_id = $2 order by queued_at, id", [reader.organisationId, debtorId]));
const callsFor = (debtorId: string) => product.read((reader) => reader.query<{ reason: string; note: string }>(
  "select reason, note from call_task where organisation_id = $1 and debtor_id = $2 and closed_at is null", [reader.organisationId, debtorId]));

test("a term that is coming, missed and the end of a plan are told by mail, by post to who has no mail address, and by a call to who has neither; each once", async () => {
  const [byMail, byPost, nowhere] = [await paysInTerms({ email: "a@example.nl", ...AT_HOME }), await paysInTerms(AT_HOME), await paysInTerms({})];
  expect(await night("2026-11-17")).toMatchObject({ told: 3 });
  expect(await night("2026-11-18")).toMatchObject({ told: 0 });
  expect(await heard(byMail)).toEqual([{ kind: "instalment-coming", channel: "mail" }]);
  expect(await heard(byPost)).toEqual([{ kind: "instalment-coming", channel: "letter" }]);
  expect(await heard(nowhere)).toEqual([]);
  expect(await callsFor(nowhere)).toEqual([{ reason: "by-hand", note: "instalment-coming" }]);
  expect([await callsFor(byMail), await callsFor(byPost)]).toEqual([[], []]);

  await night("2026-11-21");
  const ended = await night("2026-12-28");
  expect(ended.broken).toBe(3);
  expect((await heard(byPost)).map(({ kind, channel }) => `${kind} by ${channel}`)).toEqual(["instalment-coming by letter", "instalment-missed by letter", "plan-broken by letter"]);
  expect(await callsFor(nowhere)).toEqual([{ reason: "by-hand", note: "plan-broken" }]);
});

test("the letter about a term leaves with its own amount of € 100,00, and a bounced mail address is no address: then it is told by post", async () => {
  const byPost = await paysInTerms(AT_HOME);
  const bounced = await paysInTerms({ email: "weg@example.nl", ...AT_HOME });
  await product.write((tx) => tx.query(
    "insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, found_at) values ($1, $2, $3, 'mail', 'weg@example.nl', 'bounce', $4)", [tx.organisationId, newId(), bounced, tx.now]));
  await night("2026-11-17");
  expect(await heard(bounced)).toEqual([{ kind: "instalment-coming", channel: "letter" }]);
  const { source, config, outside } = product.product;
  expect(await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() })).toMatchObject({ sent: 2, cancelled: 0 });
  const [kept] = await product.read((reader) => reader.query<{ text: string }>("select body_text as text from message where organisation_id = $1 and debtor_id = $2", [reader.organisationId, byPost]));
  expect(kept?.text.replace(/\u00a0/g, " ")).toMatch(/Termijn 1 van 3 komt eraan[\s\S]*€ 100,00[\s\S]*Bedrag:\s+€ 100,00/);
  expect(kept?.text).not.toContain("300,00");
});

test("a plan of which nothing is open any more, by a payment of before it was agreed, is finished and not broken, and nobody is asked for € 0,00", async () => {
  const debtorId = await paysInTerms({ email: "a@example.nl" });
  await product.write(async (tx) => {
    const invoice = await tx.first<{ id: string }>("select id from invoice where organisation_id = $1 and debtor_id = $2", [tx.organisationId, debtorId]);
    await receivePayment(tx, { source: "bank", debtorId, amountCents: 30_000, receivedOn: "2026-10-30", allocations: [{ invoiceId: invoice?.id ?? "", cents: 30_000 }] });
  });
  expect(await night("2026-12-28")).toEqual({ finished: 1, broken: 0, told: 0 });
  expect(await heard(debtorId)).toEqual([]);
});

test("control: when the mail address works again the next word goes by mail, so the route is looked at each time", async () => {
  const debtorId = await paysInTerms(AT_HOME);
  await night("2026-11-17");
  await product.write((tx) => tx.query("update debtor set email = 'nieuw@example.nl' where organisation_id = $1 and id = $2", [tx.organisationId, debtorId]));
  await night("2026-11-21");
  expect((await heard(debtorId)).map(({ channel }) => channel)).toEqual(["letter", "mail"]);
});

test("a letter about a term that is coming is asked for a week ahead, and isn't printed when it would come after the day; a mail that was held up neither", async () => {
  const [byPost, byMail] = [await paysInTerms(AT_HOME), await paysInTerms({ email: "a@example.nl", ...AT_HOME })];
  await night("2026-11-12");
  expect([await heard(byPost), await heard(byMail)]).toEqual([[{ kind: "instalment-coming", channel: "letter" }], []]);
  await night("2026-11-17");
  expect(await heard(byMail)).toEqual([{ kind: "instalment-coming", channel: "mail" }]);
  const { source, config, outside } = product.product;
  const sendOn = async (day: string) => {
    product.clock.set(day, 600);
    return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
  };
  const states = () => product.read((reader) => reader.query("select state, state_reason as because from message where organisation_id = $1 order by channel", [reader.organisationId]));
  await product.write((tx) => tx.query("update message set send_after = $2 where organisation_id = $1 and channel = 'mail'", [tx.organisationId, momentAt("2026-11-21", 600)]));
  expect(await sendOn("2026-11-19")).toMatchObject({ sent: 0, cancelled: 1 });
  expect(await sendOn("2026-11-21")).toMatchObject({ sent: 0, cancelled: 1 });
  expect(await states()).toEqual([{ state: "cancelled", because: "day passed" }, { state: "cancelled", because: "day passed" }]);
});
