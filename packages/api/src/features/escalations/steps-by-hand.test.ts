import type { PlainDate } from "@tegemoet/domain";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { runNight } from "./run-night";
import { sendDueMessages } from "./send-due-messages";

const DAY: PlainDate = "2026-11-09";
let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

async function lateInvoice(options: { dueOn?: PlainDate; debtorId?: string } = {}): Promise<{ debtorId: string; invoiceId: string; number: string }> {
  counter += 1;
  const { dueOn = "2026-11-02" } = options;
  const [email, number] = [`debiteur${counter}@example.nl`, `2026-${1000 + counter}`];
  return product.write(async (tx) => {
    const debtorId = options.debtorId ?? (await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" })).debtorId;
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number, issuedOn: "2026-10-19", dueOn, totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
      delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId, number };
  });
}

async function night(day: PlainDate): Promise<void> {
  product.clock.set(day, 120);
  await runNight(product.product.source, { organisationId: product.organisationId, day, now: product.clock.now() });
  product.clock.set(day, 520);
}

function send() {
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
}

const rows = <Row>(sql: string, ...values: unknown[]) => product.read((reader) => reader.query<Row>(sql, [reader.organisationId, ...values]));
const messages = (debtorId: string) => rows<{ id: string; kind: string; state: string; reason: string | null }>(
  "select id, kind, state, state_reason as reason from message where organisation_id = $1 and debtor_id = $2 order by queued_at, id", debtorId);
const ask = async (query: string, variables: Record<string, unknown> = {}) => collector.graphql<any>(query, variables);
const RUN = "mutation($i: ID, $c: ID) { runStep(invoiceId: $i, caseId: $c) { messages calls tasks messageIds } }";

beforeEach(async () => {
  product = await startTestProduct({ today: DAY });
  collector = await product.staff("collector");
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-17', '2026-11-17', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]));
});
afterEach(() => product.stop());

describe("run now", () => {
  test("an invoice one day late gets its first reminder now, which leaves at once; a second run the same day is refused with why", async () => {
    const { debtorId, invoiceId } = await lateInvoice({ dueOn: "2026-11-08" });
    expect((await ask(RUN, { i: invoiceId })).data.runStep).toMatchObject({ messages: 1, calls: 0 });
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await messages(debtorId)).toMatchObject([{ kind: "reminder-1", state: "handed-over" }]);
    const again = await ask(RUN, { i: invoiceId });
    expect(again.code).toBe("STEP_NOT_DUE");
    expect(again.errors?.[0]?.extensions.details).toMatchObject({ reason: "step not yet due", until: "2026-11-17" });
  });

  test("the brake, a paid invoice and an invoice that isn't late are refused, each with its reason", async () => {
    const braked = await lateInvoice();
    await ask(`mutation($d: ID!) { pullEmergencyBrake(debtorId: $d, reason: "x") { id } }`, { d: braked.debtorId });
    expect((await ask(RUN, { i: braked.invoiceId })).errors?.[0]?.extensions.details).toMatchObject({ reason: "emergency brake" });
    const paid = await lateInvoice();
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId: paid.debtorId, amountCents: 18_600, receivedOn: DAY, allocations: [{ invoiceId: paid.invoiceId, cents: 18_600 }] }));
    expect((await ask(RUN, { i: paid.invoiceId })).code).toBe("NOTHING_OPEN");
    const early = await lateInvoice({ dueOn: "2026-11-16" });
    expect((await ask(RUN, { i: early.invoiceId })).errors?.[0]?.extensions.details).toMatchObject({ reason: "step not yet due", until: "2026-11-13" });
  });

  test("of a case with two late invoices one message goes that bundles both, and a fault of our own check stops it", async () => {
    const first = await lateInvoice();
    await lateInvoice({ debtorId: first.debtorId });
    await night(DAY);
    await product.write((tx) => tx.query("update message set state = 'cancelled' where organisation_id = $1", [tx.organisationId]));
    await product.write((tx) => tx.query("delete from step_taken where organisation_id = $1", [tx.organisationId]));
    const [{ id: caseId } = { id: "" }] = await rows<{ id: string }>("select id from collection_case where organisation_id = $1");
    expect((await ask(RUN, { c: caseId })).data.runStep).toMatchObject({ messages: 1 });
    const lines = await rows("select 1 from message_invoice line join message on message.organisation_id = $1 and message.id = line.message_id and message.state = 'queued' where line.organisation_id = $1");
    expect(lines).toHaveLength(2);
    const bounced = await lateInvoice();
    await product.write((tx) => tx.query("update invoice_delivery set delivered_at = null, bounced_at = $3 where organisation_id = $1 and invoice_id = $2", [tx.organisationId, bounced.invoiceId, momentAt("2026-10-19", 602)]));
    expect((await ask(RUN, { i: bounced.invoiceId })).errors?.[0]?.extensions.details).toMatchObject({ reason: "self-check failed" });
  });
});

describe("skip and postpone", () => {
  test("a skipped first reminder is shown with its reason, and the ladder goes on to the call", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    const skip = `mutation($i: ID!, $r: String!) { skipStep(invoiceId: $i, reason: $r) }`;
    expect((await ask(skip, { i: invoiceId, r: " " })).code).toBe("INPUT_INVALID");
    expect((await ask(skip, { i: invoiceId, r: "klant belde zelf" })).data.skipStep).toBe(1);
    await night(DAY);
    expect(await messages(debtorId)).toEqual([]);
    const { data } = await ask("query($d: ID!) { debtor(id: $d) { timeline { kind title text who } } }", { d: debtorId });
    expect(data.debtor.timeline).toContainEqual({ kind: "stepSkipped", title: "Stap overgeslagen: Herinnering 1", text: "klant belde zelf", who: "collector Jansen" });
    await night("2026-11-16");
    expect(await rows("select reason from call_task where organisation_id = $1 and debtor_id = $2", debtorId)).toEqual([{ reason: "step" }]);
  });

  test("skipping a step that stands in line cancels its message with the reason, and its step counts as skipped", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night(DAY);
    await ask(`mutation($i: ID!) { skipStep(invoiceId: $i, reason: "we spreken elkaar morgen") }`, { i: invoiceId });
    expect(await messages(debtorId)).toMatchObject([{ state: "cancelled", reason: "we spreken elkaar morgen" }]);
    expect(await rows("select step_key as step, skipped_reason as reason from step_taken where organisation_id = $1")).toEqual([{ step: "reminder-1", reason: "we spreken elkaar morgen" }]);
    expect(await send()).toMatchObject({ sent: 0 });
  });

  test("postponed from 9 to 16 November: no night before the 16th reminds, the 16th does", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    const postpone = `mutation($i: ID!, $u: Day!) { postponeStep(invoiceId: $i, until: $u, reason: "wacht op de creditnota") }`;
    expect((await ask(postpone, { i: invoiceId, u: DAY })).code).toBe("INPUT_INVALID");
    expect((await ask(postpone, { i: invoiceId, u: "2026-11-16" })).data.postponeStep).toBe(1);
    await night("2026-11-13");
    expect(await messages(debtorId)).toEqual([]);
    await night("2026-11-16");
    expect(await messages(debtorId)).toMatchObject([{ kind: "reminder-1", state: "queued" }]);
  });

  test("a message in line waits until the 11th by a person's word, and one that left can't be changed", async () => {
    const { debtorId } = await lateInvoice();
    await night(DAY);
    const [message] = await messages(debtorId);
    await ask(`mutation($id: ID!) { postponeMessage(id: $id, until: "2026-11-11", reason: "eerst bellen") { id } }`, { id: message?.id });
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await messages(debtorId)).toMatchObject([{ state: "queued", reason: "eerst bellen" }]);
    await ask("mutation($id: ID!) { sendMessageNow(id: $id) { id } }", { id: message?.id });
    expect(await send()).toMatchObject({ sent: 1 });
    expect((await ask(`mutation($id: ID!) { skipMessage(id: $id, reason: "te laat") { id } }`, { id: message?.id })).code).toBe("MESSAGE_LEFT");
  });
});

describe("own words", () => {
  const WORDS = "query($id: ID!, $s: String, $b: String) { messageWords(id: $id, subject: $s, body: $b) { subject body own mayEdit shownSubject text fault toneMarks { rule text } } }";
  const EDIT = "mutation($id: ID!, $s: String!, $b: String!) { editMessage(id: $id, subject: $s, body: $b) { id } }";

  test("the edited reminder leaves in a person's words, with the amount of now: € 86,00 after € 100 came in (I-34)", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    await night(DAY);
    const [message] = await messages(debtorId);
    const { data } = await ask(WORDS, { id: message?.id });
    expect(data.messageWords).toMatchObject({ own: false, mayEdit: true, fault: null });
    expect(data.messageWords.body).toContain("{{ pay_by }}");
    expect(data.messageWords.body).not.toContain("{%");
    const body = `Beste klant,\n\nWe spraken elkaar vanmorgen. Er staat nog € 186,00 open.\n\n@button pay Betaal`;
    expect((await ask(EDIT, { id: message?.id, s: "Ons gesprek van vanmorgen", b: body })).errors).toBeUndefined();
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 10_000, receivedOn: DAY, allocations: [{ invoiceId, cents: 10_000 }] }));
    expect(await send()).toMatchObject({ sent: 1 });
    const [mail] = product.outside.mails;
    expect(mail?.subject).toBe("Ons gesprek van vanmorgen");
    expect(mail?.text.replace(/\u00a0/g, " ")).toContain("Er staat nog € 86,00 open.");
    expect(mail?.text).not.toContain("186,00");
  });

  test("two colleagues edit one message: the second is told, with the words of the first, and nothing is lost (I-70)", async () => {
    const { debtorId } = await lateInvoice();
    await night(DAY);
    const [message] = await messages(debtorId);
    const edit = "mutation($id: ID!, $b: String!, $was: String) { editMessage(id: $id, subject: \"Even overleggen\", body: $b, began: $was) { id } }";
    expect((await ask(edit, { id: message?.id, b: "Beste klant, wij belden u.", was: null })).errors).toBeUndefined();
    const second = await ask(edit, { id: message?.id, b: "Beste klant, tot morgen.", was: null });
    expect([second.code, second.errors?.[0]?.extensions.details]).toEqual(["CONFLICT", { subject: "Even overleggen", body: "Beste klant, wij belden u." }]);
    expect((await ask(edit, { id: message?.id, b: "Beste klant, tot morgen.", was: "Beste klant, wij belden u." })).errors).toBeUndefined();
  });

  test("hard words are marked, unknown variables refused, and the fourteen-day letter has fixed words", async () => {
    const { debtorId } = await lateInvoice();
    await night(DAY);
    const [message] = await messages(debtorId);
    const hard = await ask(WORDS, { id: message?.id, s: "Betalen", b: "U moet nu betalen." });
    expect(hard.data.messageWords.toneMarks.map(({ text }: { text: string }) => text)).toContain("moet");
    const wrong = await ask(EDIT, { id: message?.id, s: "x", b: "Beste {{ voornaam }}," });
    expect([wrong.code, JSON.stringify(wrong.errors?.[0]?.extensions.details)]).toEqual(["INPUT_INVALID", expect.stringContaining("UNKNOWN_VARIABLE")]);
    await product.write((tx) => tx.query("update message set kind = 'fourteen-day-letter' where organisation_id = $1", [tx.organisationId]));
    expect((await ask(EDIT, { id: message?.id, s: "x", b: "Beste klant," })).code).toBe("WORDS_OF_THE_LAW");
  });
});

describe("the autopilot off", () => {
  const off = () => product.write((tx) => tx.query("update organisation set autopilot = false where id = $1", [tx.organisationId]));
  const TASKS = "{ tasks { id kind stepKey channel messageId invoiceNumbers cents } }";

  test("a reminder that was in line doesn't leave and becomes a task; sent by a person it leaves once", async () => {
    const { debtorId, number } = await lateInvoice();
    await night(DAY);
    await off();
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await messages(debtorId)).toMatchObject([{ state: "parked", reason: "autopilot off" }]);
    const [task, ...more] = (await ask(TASKS)).data.tasks;
    expect([task, more]).toMatchObject([{ kind: "autopilot", stepKey: "reminder-1", channel: "mail", invoiceNumbers: [number], cents: 18_600 }, []]);
    expect((await ask("mutation($id: ID!) { sendTask(id: $id) }", { id: task.id })).errors).toBeUndefined();
    expect(await send()).toMatchObject({ sent: 1 });
    expect((await ask("mutation($id: ID!) { sendTask(id: $id) }", { id: task.id })).code).toBe("TASK_DONE");
    expect((await ask(TASKS)).data.tasks).toEqual([]);
  });

  test("a night with the autopilot off makes tasks and no messages; sending one writes its message, paid since it is cancelled", async () => {
    const [first, second] = [await lateInvoice(), await lateInvoice()];
    await off();
    await night(DAY);
    expect(await rows("select 1 from message where organisation_id = $1")).toEqual([]);
    const tasks = (await ask(TASKS)).data.tasks;
    expect(tasks).toHaveLength(2);
    for (const { id } of tasks) await ask("mutation($id: ID!) { sendTask(id: $id) }", { id });
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId: second.debtorId, amountCents: 18_600, receivedOn: DAY, allocations: [{ invoiceId: second.invoiceId, cents: 18_600 }] }));
    expect(await send()).toMatchObject({ sent: 1, cancelled: 1 });
    expect([await messages(first.debtorId), await messages(second.debtorId)]).toMatchObject([[{ state: "handed-over" }], [{ state: "cancelled", reason: "settled" }]]);
  });

  test("done by a person: the message never leaves, the step counts as taken that day and the call comes next", async () => {
    const { debtorId } = await lateInvoice();
    await night(DAY);
    await off();
    await send();
    const [task] = (await ask(TASKS)).data.tasks;
    await ask(`mutation($id: ID!) { finishTask(id: $id, note: "gebeld in plaats van gemaild") }`, { id: task.id });
    expect(await messages(debtorId)).toMatchObject([{ state: "cancelled", reason: "done by a person" }]);
    await night("2026-11-16");
    expect(await rows("select reason from call_task where organisation_id = $1 and debtor_id = $2", debtorId)).toEqual([{ reason: "step" }]);
  });

  test("skipped with a reason the step is passed by; switched on again the rest goes by itself", async () => {
    const [one, other] = [await lateInvoice(), await lateInvoice()];
    await night(DAY);
    await off();
    await send();
    const tasks = (await ask(TASKS)).data.tasks;
    const ofOne = tasks.find(({ invoiceNumbers }: { invoiceNumbers: string[] }) => invoiceNumbers.includes(one.number));
    await ask(`mutation($id: ID!) { skipTask(id: $id, reason: "afspraak gemaakt") }`, { id: ofOne.id });
    const manager = await product.staff("manager");
    await manager.graphql(`mutation { setAutopilot(on: true, reason: "team is terug") { autopilot } }`);
    expect(await send()).toMatchObject({ sent: 1 });
    expect([await messages(one.debtorId), await messages(other.debtorId)]).toMatchObject([[{ state: "cancelled", reason: "afspraak gemaakt" }], [{ state: "handed-over" }]]);
  });
});
