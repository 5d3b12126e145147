import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { openCallTask } from "../calls/open-call-task";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { settlePromises } from "../promises/settle-promises";

let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

interface Setting { debtorId: string; invoiceId: string; taskId: string }

async function debtorToCall(organisationId?: string): Promise<Setting> {
  counter += 1;
  const email = `debiteur${counter}@example.nl`;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email, phone: "0612345678", contact: { name: "Sanne Hendriks", role: "eigenaar", phone: "0687654321" } });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${3000 + counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", totalCents: 35_000, source: "test", lines: [{ description: "Onderhoud ketel", amountCents: 35_000 }],
      delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-01", 600), deliveredAt: momentAt("2026-10-01", 601) },
    });
    const { taskId } = await openCallTask(tx, { debtorId, reason: "step", plannedOn: "2026-11-23" });
    return { debtorId, invoiceId, taskId };
  }, organisationId ? { organisationId } : {});
}

const LOG = `mutation($input: LogCallInput!) { logCall(input: $input) {
  call { id outcome canPay promise { amountCents byDay state } } agreement { id version sentence state hash } message { kind to state } nextTaskId } }`;

const log = (setting: Setting, input: Record<string, unknown>, caller = collector) =>
  caller.graphql(LOG, { input: { taskId: setting.taskId, debtorId: setting.debtorId, invoiceIds: [setting.invoiceId], ...input } });

const PROMISE = { outcome: "promiseFull", promiseCents: 35_000, promiseBy: "2026-11-27" };

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-23", minute: 600 });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());
beforeEach(() => product.clock.set("2026-11-23", 600));

describe("logging a call", () => {
  test("a promise of € 350,00 by Friday is kept with its sentence, mailed at once, and closes the task", async () => {
    const setting = await debtorToCall();
    const { data } = await log(setting, { ...PROMISE, canPay: "willNot", person: "Sanne Hendriks", seconds: 180 });
    expect(data.logCall).toMatchObject({
      call: { outcome: "promiseFull", canPay: "willNot", promise: { amountCents: 35_000, byDay: "2026-11-27", state: "open" } },
      agreement: { version: 1, state: "unsent", hash: expect.stringMatching(/^[0-9a-f]{64}$/) }, message: { kind: "call-confirmation", to: `debiteur${counter}@example.nl`, state: "queued" }, nextTaskId: null,
    });
    expect(data.logCall.agreement.sentence).toMatch(/^U betaalt €\s350,00 voor één factuur, in één keer, uiterlijk vrijdag 27 november\.$/);
    expect((await log(setting, PROMISE)).code).toBe("TASK_DONE");
  });

  test.each([
    ["no amount", { promiseBy: "2026-11-27" }, "PROMISE_NEEDS_AMOUNT"],
    ["no day", { promiseCents: 35_000 }, "PROMISE_NEEDS_DAY"],
    ["an amount of 0", { promiseCents: 0, promiseBy: "2026-11-27" }, "AMOUNT_NOT_POSITIVE"],
    ["an amount of 2^53", { promiseCents: 2 ** 53, promiseBy: "2026-11-27" }, "INPUT_INVALID"],
    ["more than is open", { promiseCents: 35_001, promiseBy: "2026-11-27" }, "AMOUNT_ABOVE_OPEN"],
    ["yesterday", { promiseCents: 35_000, promiseBy: "2026-11-22" }, "PROMISE_DAY_PAST"],
    ["31 days ahead", { promiseCents: 35_000, promiseBy: "2026-12-24" }, "PROMISE_DAY_TOO_LATE"],
    ["30 February", { promiseCents: 35_000, promiseBy: "2026-02-30" }, "INPUT_INVALID"],
  ])("a promise with %s is refused and leaves nothing behind", async (_, input, code) => {
    const setting = await debtorToCall();
    expect((await log(setting, { outcome: "promiseFull", ...input })).code).toBe(code);
    const rows = await product.read((reader) => reader.query("select 1 from call_log where organisation_id = $1 and debtor_id = $2", [reader.organisationId, setting.debtorId]));
    expect(rows).toEqual([]);
  });

  test("an invoice has one open promise; a broken one makes room and asks for a call the same day", async () => {
    const setting = await debtorToCall();
    await log(setting, PROMISE);
    expect((await log({ ...setting, taskId: null as never }, PROMISE)).code).toBe("PROMISE_OPEN_ALREADY");
    // Friday 27 November and two business days for banks: the night of 2 December knows.
    product.clock.set("2026-12-02", 120);
    expect((await product.write((tx) => settlePromises(tx, "2026-12-01"))).broken).toBe(0);
    expect((await product.write((tx) => settlePromises(tx, "2026-12-02"))).broken).toBeGreaterThan(0);
    const { data } = await collector.graphql("{ callList { rows { debtorId reasons } } }");
    expect(data.callList.rows.find((row: { debtorId: string }) => row.debtorId === setting.debtorId).reasons).toContain("justBroken");
    product.clock.set("2026-12-02", 600);
    expect((await log({ ...setting, taskId: null as never }, { ...PROMISE, promiseBy: "2026-12-04" })).errors).toBeUndefined();
  });

  test("a correction names the call it corrects, takes its promise back and makes version 2 of the agreement", async () => {
    const setting = await debtorToCall();
    const first = (await log(setting, PROMISE)).data.logCall;
    const second = await log({ ...setting, taskId: null as never }, { ...PROMISE, promiseCents: 20_000, outcome: "promisePart", correctsId: first.call.id });
    expect(second.data.logCall.agreement).toMatchObject({ version: 2, sentence: expect.stringContaining("Daarna staat nog €\u00a0150,00 open.") });
    expect((await log({ ...setting, taskId: null as never }, { outcome: "hungUp", correctsId: first.call.id })).code).toBe("CONFLICT");
  });

  test("nobody answered at ten: the next call is tomorrow in the afternoon window, and the debtor is mailed once", async () => {
    const setting = await debtorToCall();
    const { data } = await log(setting, { outcome: "noAnswer" });
    expect(data.logCall).toMatchObject({ message: { kind: "not-reached" } });
    const sheet = await collector.graphql("query($id: ID!) { callSheet(taskId: $id) { caseId calls { outcome } } }", { id: data.logCall.nextTaskId });
    expect(sheet.data.callSheet.calls).toEqual([{ outcome: "noAnswer" }]);
    const task = await product.read((reader) => reader.first(`select planned_on as day, planned_minute as minute from call_task where organisation_id = $1 and id = $2`, [reader.organisationId, data.logCall.nextTaskId]));
    expect(task).toEqual({ day: "2026-11-24", minute: 810 });
    const again = await log({ ...setting, taskId: data.logCall.nextTaskId }, { outcome: "noAnswer" });
    expect(again.data.logCall.message).toBeNull();
    const third = await log({ ...setting, taskId: again.data.logCall.nextTaskId }, { outcome: "noAnswer" });
    expect(third.data.logCall.nextTaskId).toBeNull();
  });

  test("who can't pay is left in peace until a human looked; who paid is waited for seven days", async () => {
    const cannot = await debtorToCall();
    expect((await log(cannot, { outcome: "cannotPay", canPay: "cannot" })).data.logCall.message).toMatchObject({ kind: "hardship" });
    const paid = await debtorToCall();
    await log(paid, { outcome: "paidAlready", paidOn: "2026-11-20" });
    const holds = await product.read((reader) => reader.query(
      `select kind, until_day as until from hold where organisation_id = $1 and debtor_id = any($2::uuid[]) order by kind`, [reader.organisationId, [cannot.debtorId, paid.debtorId]]));
    expect(holds).toEqual([{ kind: "hardship", until: null }, { kind: "paid-claim", until: "2026-11-30" }]);
  });

  test("a wrong number becomes a fault of the address, a call back stands on the list at its hour", async () => {
    const wrong = await debtorToCall();
    await log(wrong, { outcome: "wrongNumber", number: "+31612345678" });
    const faults = await product.read((reader) => reader.query("select kind, address from contact_fault where organisation_id = $1 and debtor_id = $2", [reader.organisationId, wrong.debtorId]));
    expect(faults).toEqual([{ kind: "wrong-number", address: "+31612345678" }]);
    const back = await debtorToCall();
    expect((await log(back, { outcome: "callBack", callBackOn: "2026-11-20" })).code).toBe("INPUT_INVALID");
    expect((await log(back, { outcome: "callBack", callBackOn: "2026-11-23", callBackMinute: 840 })).data.logCall.nextTaskId).not.toBeNull();
    const { data } = await collector.graphql("{ callList { goldenNow nextWindowMinute rows { debtorId reasons plannedMinute } } }");
    expect(data.callList).toMatchObject({ goldenNow: true, nextWindowMinute: 810 });
    expect(data.callList.rows[0]).toEqual({ debtorId: back.debtorId, reasons: expect.arrayContaining(["askedFor"]), plannedMinute: 840 });
  });

  test("an unknown outcome, excuse or id is refused with what to do about it, also when it belongs to another organisation", async () => {
    const setting = await debtorToCall();
    const foreign = await debtorToCall(product.otherOrganisationId);
    expect((await log(setting, { outcome: "hallo" })).code).toBe("INPUT_INVALID");
    expect((await log(setting, { outcome: "hungUp", excuse: "hond at factuur" })).code).toBe("INPUT_INVALID");
    expect((await log(setting, { outcome: "willNotPay" })).errors?.[0]?.extensions).toMatchObject({ code: "INPUT_INVALID", details: { fields: ["notes: may not be empty"] } });
    expect((await log(setting, { ...PROMISE, confirmTo: "geen adres" })).code).toBe("INPUT_INVALID");
    expect((await log(foreign, PROMISE)).code).toBe("NOT_FOUND");
    expect((await log({ ...setting, invoiceId: foreign.invoiceId }, PROMISE)).code).toBe("NOT_FOUND");
    expect((await log({ ...setting, taskId: foreign.taskId }, PROMISE)).code).toBe("NOT_FOUND");
    expect((await log({ ...setting, debtorId: "1; drop table call_log" }, PROMISE)).code).toBe("NOT_FOUND");
    expect((await collector.graphql("query($id: ID!) { callSheet(taskId: $id) { taskId } }", { id: foreign.taskId })).code).toBe("NOT_FOUND");
    expect((await log(setting, PROMISE, await product.staff("viewer"))).code).toBe("NOT_ALLOWED");
  });
});

describe("the call list", () => {
  test("of two who take a task at once one gets it, the other hears who has it until when; after fifteen minutes it is free", async () => {
    const setting = await debtorToCall();
    const colleague = await product.staff("manager");
    const claim = "mutation($id: ID!) { claimCallTask(taskId: $id) { claimedBy } }";
    const answers = await Promise.all([collector, colleague].map((person) => person.graphql(claim, { id: setting.taskId })));
    expect(answers.map(({ code }) => code ?? "taken").sort()).toEqual(["TASK_CLAIMED", "taken"]);
    const refused = answers.find(({ code }) => code)?.errors?.[0]?.extensions.details;
    expect(refused).toMatchObject({ by: expect.stringContaining("Jansen"), until: "2026-11-23T09:15:00.000Z" });
    product.clock.set("2026-11-23", 616);
    const loser = answers[0]?.code ? collector : colleague;
    expect((await loser.graphql(claim, { id: setting.taskId })).code).toBeUndefined();
    expect((await collector.graphql(claim, { id: newId() })).code).toBe("NOT_FOUND");
  });

  test("amounts are net of payments, and who paid everything is no longer called", async () => {
    const part = await debtorToCall();
    const whole = await debtorToCall();
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId: part.debtorId, amountCents: 10_000, receivedOn: "2026-11-20", allocations: [{ invoiceId: part.invoiceId, cents: 10_000 }] }));
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId: whole.debtorId, amountCents: 35_000, receivedOn: "2026-11-20", allocations: [{ invoiceId: whole.invoiceId, cents: 35_000 }] }));
    const { data } = await collector.graphql("{ callList { rows { debtorId overdueCents daysOverdue } } }");
    expect(data.callList.rows.find((row: { debtorId: string }) => row.debtorId === part.debtorId)).toMatchObject({ overdueCents: 25_000, daysOverdue: 23 });
    expect(data.callList.rows.find((row: { debtorId: string }) => row.debtorId === whole.debtorId)).toBeUndefined();
  });

  test("the sheet has the invoice with its delivery, evidence beside each excuse, limits of 30 days for a promise and six months for a plan, and asks for a day in the caller's language", async () => {
    const setting = await debtorToCall();
    const { data } = await collector.graphql(
      `query($id: ID!) { callSheet(taskId: $id) { goal openingLine question totalCents limits { latestDay maxInstalments lastInstalmentDay } contacts { name phone } outcomes { key needs }
         invoices { openCents daysOverdue reminders description deliveries { deliveredAt } } excuses { key evidence { text ok } } behaviour { paidInvoices } } }`, { id: setting.taskId });
    const sheet = data.callSheet;
    expect(sheet).toMatchObject({
      totalCents: 35_000, limits: { latestDay: "2026-12-23", maxInstalments: 6, lastInstalmentDay: "2027-05-23" }, contacts: [{ name: "Sanne Hendriks", phone: "+31687654321" }], behaviour: { paidInvoices: 0 },
      invoices: [{ openCents: 35_000, daysOverdue: 23, reminders: 0, description: "Onderhoud ketel", deliveries: [{ deliveredAt: "2026-10-01T08:01:00.000Z" }] }],
    });
    expect(sheet.openingLine).toMatch(/Spreek ik met Sanne Hendriks\? Ik bel over factuur 2026-\d+ voor Onderhoud ketel, €\s350,00\.$/);
    expect(`${sheet.openingLine} ${sheet.question} ${sheet.goal}`).not.toMatch(/moet|!|waarom/i);
    expect(sheet.excuses.find(({ key }: { key: string }) => key === "notReceived").evidence[0]).toEqual({ text: expect.stringMatching(/^Factuur 2026-\d+ bezorgd bij debiteur/), ok: true });
    expect(sheet.excuses.every(({ evidence }: { evidence: unknown[] }) => Array.isArray(evidence))).toBe(true);
  });

  test("a copy goes to any address that can be one, a planned call moves to its day, an evaluation is the caller's own", async () => {
    const setting = await debtorToCall();
    const copy = "mutation($d: ID!, $i: [ID!]!, $to: String!) { sendInvoiceCopy(debtorId: $d, invoiceIds: $i, to: $to) { kind to state } }";
    expect((await collector.graphql(copy, { d: setting.debtorId, i: [setting.invoiceId], to: "Boekhouding@Bedrijf.nl" })).data.sendInvoiceCopy).toEqual({ kind: "invoice-copy", to: "boekhouding@bedrijf.nl", state: "queued" });
    expect((await collector.graphql(copy, { d: setting.debtorId, i: [setting.invoiceId], to: "x@y\r\nBcc: z@z.nl" })).code).toBe("INPUT_INVALID");
    const plan = "mutation($d: ID!, $on: Day!, $m: Int) { planCall(debtorId: $d, on: $on, minute: $m) { taskId plannedFor plannedMinute } }";
    expect((await collector.graphql(plan, { d: setting.debtorId, on: "2026-11-26", m: 600 })).data.planCall).toEqual({ taskId: setting.taskId, plannedFor: "2026-11-26", plannedMinute: 600 });
    expect((await collector.graphql(plan, { d: setting.debtorId, on: "2026-11-26", m: 1440 })).code).toBe("INPUT_INVALID");
    const callLogId = (await log(setting, { outcome: "hungUp" })).data.logCall.call.id;
    const evaluate = "mutation($input: EvaluateCallInput!) { evaluateCall(input: $input) }";
    expect((await collector.graphql(evaluate, { input: { callLogId, wentWell: "Rustig gebleven" } })).data).toEqual({ evaluateCall: true });
    expect((await (await product.staff("manager")).graphql(evaluate, { input: { callLogId } })).code).toBe("NOT_FOUND");
  });
});
