import supertest from "supertest";
import { callDoor, startTestProduct, type Answer, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { createLink } from "../communications/create-link";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { listClaimFacts } from "./claim-facts.queries";

let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

interface Setting {
  debtorId: string;
  /** € 186,00 and € 164,00, both due on 31 October. */
  invoiceIds: [string, string];
  numbers: [string, string];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer<any>>;
}

/** A debtor with two late invoices and a session; the link came with a message about the first of them. */
async function debtor(): Promise<Setting> {
  counter += 1;
  const numbers: [string, string] = [`2026-${4000 + counter * 2}`, `2026-${4001 + counter * 2}`];
  const { debtorId, invoiceIds, token } = await product.write(async (tx) => {
    const person = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `debiteur${counter}@example.nl`, postalCode: "3511AB", houseNumber: "1", street: "Kade", city: "Utrecht" });
    const invoice = async (number: string, totalCents: number): Promise<string> => (await issueInvoice(tx, {
      debtorId: person.debtorId, number, issuedOn: "2026-10-01", dueOn: "2026-10-31", totalCents, source: "test", lines: [{ description: "Onderhoud", amountCents: totalCents }],
      delivery: { channel: "mail", address: "a@example.nl", sentAt: momentAt("2026-10-01", 600), deliveredAt: momentAt("2026-10-01", 601) },
    })).invoiceId;
    const ids: [string, string] = [await invoice(numbers[0], 18_600), await invoice(numbers[1], 16_400)];
    const { messageId } = await queueMessage(tx, { debtorId: person.debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId: ids[0], openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now });
    await tx.query("update message set state = 'delivered', handed_over_at = $3, pay_by = '2026-11-30' where organisation_id = $1 and id = $2", [tx.organisationId, messageId, momentAt("2026-11-20", 510)]);
    return { debtorId: person.debtorId, invoiceIds: ids, token: await createLink(tx, product.product.config.SECRET_KEY, { debtorId: person.debtorId, messageId }) };
  });
  return { debtorId, invoiceIds, numbers, ask: await opened(token) };
}

async function opened(token: string): Promise<Setting["ask"]> {
  const response = await supertest(product.app).post(`/portal/l/${token}`).set("x-tegemoet", "portal");
  const cookie = (response.headers["set-cookie"] as unknown as string[])[0]?.split(";")[0] ?? "";
  return (query, variables) => callDoor(product.app, "portal", { cookie }, query, variables);
}

const askForChecks = (asked: boolean) => product.write((tx) => tx.query("update organisation set portal_check = $2 where id = $1", [tx.organisationId, asked]));
const messagesOf = async (debtorId: string) => (await product.read((reader) => reader.query<{ kind: string; byRequest: boolean }>(
  `select kind, by_request as "byRequest" from message where organisation_id = $1 and debtor_id = $2 and kind <> 'reminder-1' order by queued_at, id`, [reader.organisationId, debtorId])));

const CONFIRMATION = "reference kind nextOn amountCents plan { id state nextOn instalments { dueOn cents state } }";
const PROPOSE = `mutation($i: [PortalInstalmentInput!]!) { proposePlan(instalments: $i) { ${CONFIRMATION} } }`;
const THREE = [{ dueOn: "2026-12-01", cents: 11_667 }, { dueOn: "2027-01-01", cents: 11_667 }, { dueOn: "2027-02-01", cents: 11_666 }];
const SEVEN = Array.from({ length: 7 }, (_, index) => ({ dueOn: `2026-12-0${index + 1}`, cents: 5_000 }));

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-23", minute: 600 });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());
beforeEach(async () => {
  product.clock.set("2026-11-23", 600);
  await askForChecks(false);
});

describe("the overview", () => {
  const OVERVIEW = `{ overview { debtorName outstandingCents payBy paymentReference promiseLatestDay invoices { number openCents description documentUrl state daysOverdue }
    claim { principalCents interestCents costsCents outstandingCents lines { kind cents } } paused { reason until } plan { id } promise { byDay } agreements { id } history { kind text }
    planPolicy { maxInstalments } helpLinks { name } } }`;

  test("shows everything that is open, € 350,00 without interest or costs that nobody asked for, and what happened", async () => {
    const { ask, numbers } = await debtor();
    const { overview } = (await ask(OVERVIEW)).data;
    expect(overview).toMatchObject({
      debtorName: `Debiteur ${counter}`, outstandingCents: 35_000, payBy: "2026-11-30", promiseLatestDay: "2026-12-23", paused: null, plan: null,
      claim: { principalCents: 35_000, interestCents: 0, costsCents: 0, lines: [{ kind: "principal", cents: 18_600 }, { kind: "principal", cents: 16_400 }] },
      planPolicy: { maxInstalments: 6 },
    });
    expect(overview.invoices.map(({ number }: { number: string }) => number)).toEqual(numbers);
    expect(overview.history.map(({ text }: { text: string }) => text)).toContain("Herinnering gemaild");
    expect(overview.paymentReference).toMatch(/^\d{16}$/);
  });

  test("before the check it holds the one invoice the mail stated: no name, no history, no document (T-23)", async () => {
    await askForChecks(true);
    const { ask, numbers } = await debtor();
    const { overview } = (await ask(OVERVIEW)).data;
    expect(overview).toMatchObject({
      debtorName: null, outstandingCents: 18_600, invoices: [{ number: numbers[0], openCents: 18_600, description: null, documentUrl: null, state: "open" }],
      paused: null, plan: null, promise: null, agreements: [], history: [],
    });
    expect(JSON.stringify(overview)).not.toContain(numbers[1]);
    expect((await ask(PROPOSE, { i: THREE })).code).toBe("CHECK_NEEDED");
  });

  test("without a session it says that the session ended", async () => {
    expect((await callDoor(product.app, "portal", {}, OVERVIEW)).code).toBe("SESSION_ENDED");
  });
});

describe("proposing terms", () => {
  test("three terms within the policy are accepted at once by the policy, and cover both invoices", async () => {
    const { ask, debtorId } = await debtor();
    const { data } = await ask(PROPOSE, { i: THREE });
    expect(data.proposePlan).toMatchObject({ kind: "plan", nextOn: "2026-12-01", amountCents: 35_000, plan: { state: "running" }, reference: expect.stringMatching(/^R-2026-[2-9A-Z]{6}$/) });
    expect(await messagesOf(debtorId)).toEqual([{ kind: "plan-accepted", byRequest: true }]);
    const plan = await product.read((reader) => reader.first(`select accepted_by as by, accepted_by_staff as staff from plan where organisation_id = $1 and debtor_id = $2`, [reader.organisationId, debtorId]));
    expect(plan).toEqual({ by: "policy", staff: null });
    expect((await ask(PROPOSE, { i: THREE })).code).toBe("PLAN_EXISTS");
    const facts = await product.read((reader) => listClaimFacts(reader, [debtorId], "2026-11-23", product.clock.realNow()));
    expect(facts.map((row) => row.plan?.acceptedOn)).toEqual(["2026-11-23", "2026-11-23"]);
  });

  test.each([
    ["of 0", [{ dueOn: "2026-12-01", cents: 0 }, { dueOn: "2027-01-01", cents: 35_000 }], "AMOUNT_NOT_POSITIVE"],
    ["that don't add up", [{ dueOn: "2026-12-01", cents: 34_999 }], "AMOUNT_DIFFERS"],
    ["in the past", [{ dueOn: "2026-11-22", cents: 35_000 }], "INPUT_INVALID"],
    ["in the wrong order", [{ dueOn: "2027-01-01", cents: 17_500 }, { dueOn: "2026-12-01", cents: 17_500 }], "INPUT_INVALID"],
    ["on 30 February", [{ dueOn: "2027-02-30", cents: 35_000 }], "INPUT_INVALID"],
    ["of 2^53", [{ dueOn: "2026-12-01", cents: 2 ** 53 }], "INPUT_INVALID"],
    ["that aren't there", [], "INPUT_INVALID"],
  ])("terms %s are refused", async (_, instalments, code) => {
    const { ask, debtorId } = await debtor();
    expect((await ask(PROPOSE, { i: instalments })).code).toBe(code);
    expect(await product.read((reader) => reader.query("select 1 from plan where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]))).toEqual([]);
  });

  test("outside the policy it waits for a human, changes nothing, and of two who say yes at once one is second", async () => {
    const { ask, debtorId } = await debtor();
    const proposed = (await ask(PROPOSE, { i: SEVEN })).data.proposePlan;
    expect(proposed).toMatchObject({ kind: "planProposed", nextOn: "2026-11-25", plan: { state: "proposed" } });
    const { data } = await collector.graphql("{ plans(state: proposed) { id debtorId outside answerBy totalCents } }");
    expect(data.plans).toEqual([{ id: proposed.plan.id, debtorId, outside: ["tooManyInstalments"], answerBy: "2026-11-25", totalCents: 35_000 }]);
    const accept = "mutation($id: ID!) { acceptPlan(id: $id) { state acceptedOn nextOn nextCents } }";
    const manager = await product.staff("manager");
    const answers = await Promise.all([collector, manager].map((person) => person.graphql(accept, { id: proposed.plan.id })));
    expect(answers.map(({ code }) => code ?? "accepted").sort()).toEqual(["ALREADY_DECIDED", "accepted"]);
    expect((await messagesOf(debtorId)).filter(({ kind }) => kind === "plan-accepted")).toHaveLength(1);
    expect((await manager.graphql("mutation($id: ID!) { cancelPlan(id: $id, reason: \"op verzoek\") { state } }", { id: proposed.plan.id })).data.cancelPlan).toEqual({ state: "cancelled" });
    expect((await ask(PROPOSE, { i: THREE })).errors).toBeUndefined();
  });

  test("a payment between proposal and yes makes it differ: € 250,00 is open, not € 350,00", async () => {
    const { ask, debtorId, invoiceIds } = await debtor();
    const { plan } = (await ask(PROPOSE, { i: SEVEN })).data.proposePlan;
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 10_000, receivedOn: "2026-11-23", allocations: [{ invoiceId: invoiceIds[0], cents: 10_000 }] }));
    const answer = await collector.graphql("mutation($id: ID!) { acceptPlan(id: $id) { state } }", { id: plan.id });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "AMOUNT_DIFFERS", details: { openCents: 25_000, plannedCents: 35_000 } });
    const declined = await collector.graphql("mutation($id: ID!) { declinePlan(id: $id, reason: \"Er is al iets betaald.\") { state } }", { id: plan.id });
    expect(declined.data.declinePlan).toEqual({ state: "declined" });
    expect(await messagesOf(debtorId)).toEqual([{ kind: "plan-declined", byRequest: true }]);
  });

  test("what staff offer the debtor accepts by pressing klopt, once", async () => {
    const { ask, debtorId, invoiceIds } = await debtor();
    const offer = "mutation($d: ID!, $i: [ID!]!, $t: [InstalmentInput!]!) { offerPlan(debtorId: $d, invoiceIds: $i, instalments: $t) { id state invoiceNumbers } }";
    const offered = await collector.graphql(offer, { d: debtorId, i: invoiceIds, t: THREE });
    expect(offered.data.offerPlan).toMatchObject({ state: "offered" });
    expect((await collector.graphql(offer, { d: debtorId, i: invoiceIds, t: SEVEN })).code).toBe("PLAN_OUTSIDE_POLICY");
    expect((await collector.graphql("mutation($id: ID!) { acceptPlan(id: $id) { state } }", { id: offered.data.offerPlan.id })).code).toBe("PLAN_NOT_PROPOSED");
    const [agreement] = (await ask("{ overview { agreements { id sentence state } } }")).data.overview.agreements;
    expect(agreement.sentence).toContain("in drie termijnen");
    const confirm = `mutation($id: ID!) { confirmAgreement(id: $id) { ${CONFIRMATION} } }`;
    const yes = await ask(confirm, { id: agreement.id });
    expect(yes.data.confirmAgreement).toMatchObject({ kind: "agreementConfirmed", plan: { state: "running" }, nextOn: "2026-12-01" });
    expect((await ask(confirm, { id: agreement.id })).data.confirmAgreement).toEqual(yes.data.confirmAgreement);
  });
});

describe("klopt or not", () => {
  async function promised(): Promise<Setting & { agreementId: string }> {
    const setting = await debtor();
    const { data } = await collector.graphql(`mutation($input: LogCallInput!) { logCall(input: $input) { agreement { id } } }`,
      { input: { debtorId: setting.debtorId, invoiceIds: setting.invoiceIds, outcome: "promiseFull", promiseCents: 35_000, promiseBy: "2026-11-27" } });
    return { ...setting, agreementId: data.logCall.agreement.id };
  }
  const CONFIRM = `mutation($id: ID!) { confirmAgreement(id: $id) { ${CONFIRMATION} } }`;
  const CONTRADICT = `mutation($id: ID!, $text: String!) { contradictAgreement(id: $id, text: $text) { ${CONFIRMATION} } }`;

  test("klopt is kept once and can be read back; saying afterwards that it is wrong is refused", async () => {
    const { ask, agreementId } = await promised();
    const first = await ask(CONFIRM, { id: agreementId });
    expect(first.data.confirmAgreement).toMatchObject({ kind: "agreementConfirmed", nextOn: "2026-11-27", amountCents: 35_000 });
    expect((await ask(CONFIRM, { id: agreementId })).data).toEqual(first.data);
    expect((await ask("query($id: ID!) { agreement(id: $id) { state byDay } }", { id: agreementId })).data.agreement).toEqual({ state: "confirmed", byDay: "2026-11-27" });
    expect((await ask(CONTRADICT, { id: agreementId, text: "toch niet" })).code).toBe("AGREEMENT_ANSWERED");
  });

  test("klopt niet puts a call on the list today with the debtor's words", async () => {
    const { ask, agreementId, debtorId } = await promised();
    expect((await ask(CONTRADICT, { id: agreementId, text: "  " })).code).toBe("INPUT_INVALID");
    expect((await ask(CONTRADICT, { id: agreementId, text: "Ik zei vier december." })).data.contradictAgreement).toMatchObject({ kind: "agreementContradicted", nextOn: "2026-11-23" });
    const { data } = await collector.graphql("{ callList { rows { debtorId stepNote } } }");
    expect(data.callList.rows).toContainEqual({ debtorId, stepNote: "Ik zei vier december." });
  });

  test("an agreement of another debtor isn't there, and before the check only the one of the link is shown", async () => {
    const [mine, other] = [await promised(), await promised()];
    expect((await mine.ask(CONFIRM, { id: other.agreementId })).code).toBe("NOT_FOUND");
    expect((await mine.ask(CONFIRM, { id: newId() })).code).toBe("NOT_FOUND");
    expect((await mine.ask(CONFIRM, { id: "niets" })).code).toBe("NOT_FOUND");
    await askForChecks(true);
    const token = await product.write((tx) => createLink(tx, product.product.config.SECRET_KEY, { debtorId: mine.debtorId, agreementId: mine.agreementId, destination: "agreement" }));
    const own = await opened(token);
    expect((await own(CONFIRM, { id: mine.agreementId })).data.confirmAgreement.kind).toBe("agreementConfirmed");
    expect((await mine.ask("query($id: ID!) { agreement(id: $id) { id } }", { id: mine.agreementId })).code).toBe("CHECK_NEEDED");
  });
});

describe("what a debtor tells us", () => {
  test("a promised day within thirty is kept for all that is open; later, past and twice are refused", async () => {
    const { ask } = await debtor();
    const day = `mutation($d: Day!) { promiseDay(byDay: $d) { ${CONFIRMATION} } }`;
    expect((await ask(day, { d: "2026-12-24" })).code).toBe("PROMISE_DAY_TOO_LATE");
    expect((await ask(day, { d: "2026-11-22" })).code).toBe("PROMISE_DAY_PAST");
    expect((await ask(day, { d: "2026-12-04" })).data.promiseDay).toMatchObject({ kind: "promise", nextOn: "2026-12-04", amountCents: 35_000 });
    expect((await ask(day, { d: "2026-12-05" })).code).toBe("PROMISE_OPEN_ALREADY");
    expect((await ask("{ overview { promise { amountCents byDay state } } }")).data.overview.promise).toEqual({ amountCents: 35_000, byDay: "2026-12-04", state: "open" });
  });

  test("al betaald stops reminders for ten business days; not found means a call, answered once", async () => {
    const { ask, debtorId } = await debtor();
    const paid = `mutation($on: Day!, $cents: Cents!) { claimPaid(paidOn: $on, amountCents: $cents, reference: "overboeking") { ${CONFIRMATION} } }`;
    expect((await ask(paid, { on: "2026-11-24", cents: 35_000 })).code).toBe("INPUT_INVALID");
    expect((await ask(paid, { on: "2026-11-20", cents: 0 })).code).toBe("AMOUNT_NOT_POSITIVE");
    expect((await ask(paid, { on: "2026-11-20", cents: 35_000 })).data.claimPaid).toMatchObject({ kind: "paidClaim", nextOn: "2026-12-07", amountCents: 35_000 });
    await ask(paid, { on: "2026-11-19", cents: 35_000 });
    expect((await ask("{ overview { paused { reason until } } }")).data.overview.paused).toEqual({ reason: "paidClaim", until: "2026-12-07" });
    const holds = await product.read((reader) => reader.query<{ id: string; facts: Record<string, unknown> }>("select id, facts from hold where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]));
    expect(holds).toMatchObject([{ facts: { paidOn: "2026-11-19", amountCents: 35_000, reference: "overboeking" } }]);
    const answer = "mutation($id: ID!) { answerPaidClaim(holdId: $id, found: false, note: \"niets gevonden\") { kind } }";
    expect((await collector.graphql(answer, { id: holds[0]?.id })).data.answerPaidClaim).toEqual({ kind: "paid-claim" });
    expect((await collector.graphql(answer, { id: holds[0]?.id })).code).toBe("HOLD_ENDED");
    expect((await collector.graphql(answer, { id: newId() })).code).toBe("NOT_FOUND");
    const { data } = await collector.graphql("{ callList { rows { debtorId stepNote } } }");
    expect(data.callList.rows).toContainEqual({ debtorId, stepNote: "niets gevonden" });
  });

  test("help holds everything until a human looked, with one mail, and a call when that was asked", async () => {
    const { ask, debtorId } = await debtor();
    const help = `mutation($w: String!) { askHelp(want: $w) { ${CONFIRMATION} } }`;
    expect((await ask(help, { w: "kwijtschelding" })).code).toBe("INPUT_INVALID");
    expect((await ask(help, { w: "pause" })).data.askHelp).toMatchObject({ kind: "help", nextOn: "2026-12-23" });
    expect((await ask(help, { w: "call" })).data.askHelp).toMatchObject({ nextOn: "2026-11-23" });
    expect(await messagesOf(debtorId)).toEqual([{ kind: "hardship", byRequest: true }]);
    expect((await ask("{ overview { paused { reason until } } }")).data.overview.paused).toEqual({ reason: "hardship", until: "2026-12-23" });
  });

  test("a dispute about a part, with the day of our answer; a second one, too much, and another's invoice are refused", async () => {
    const [mine, other] = [await debtor(), await debtor()];
    const dispute = `mutation($i: ID!, $c: Cents) { dispute(invoiceId: $i, amountCents: $c, reason: "delivery", text: "Eén filter ontbrak") { ${CONFIRMATION} } }`;
    expect((await mine.ask(dispute, { i: mine.invoiceIds[0], c: 18_601 })).code).toBe("AMOUNT_ABOVE_OPEN");
    expect((await mine.ask(dispute, { i: other.invoiceIds[0] })).code).toBe("NOT_FOUND");
    expect((await mine.ask(dispute, { i: mine.invoiceIds[0], c: 5_000 })).data.dispute).toMatchObject({ kind: "dispute", nextOn: "2026-11-30", amountCents: 5_000 });
    expect((await mine.ask(dispute, { i: mine.invoiceIds[0], c: 5_000 })).code).toBe("DISPUTE_EXISTS");
    const { data } = await collector.graphql("{ disputes { id debtorId cents deadlineOn text } }");
    const row = data.disputes.find(({ debtorId }: { debtorId: string }) => debtorId === mine.debtorId);
    expect(row).toMatchObject({ cents: 5_000, deadlineOn: "2026-11-30", text: "Eén filter ontbrak" });
    const decide = "mutation($id: ID!, $o: String!) { decideDispute(id: $id, outcome: $o, text: \"Wij sturen een creditnota.\") { outcome decidedOn } }";
    const manager = await product.staff("manager");
    expect((await collector.graphql(decide, { id: row.id, o: "agreed" })).code).toBe("NOT_ALLOWED");
    expect((await manager.graphql(decide, { id: row.id, o: "gelijk" })).code).toBe("INPUT_INVALID");
    expect((await manager.graphql(decide, { id: row.id, o: "partly" })).data.decideDispute).toEqual({ outcome: "partly", decidedOn: "2026-11-23" });
    expect((await manager.graphql(decide, { id: row.id, o: "partly" })).code).toBe("DISPUTE_DECIDED");
    expect((await messagesOf(mine.debtorId)).map(({ kind }) => kind)).toEqual(["dispute-received", "dispute-decided"]);
  });

  test("call me asks for a number that can be called; another mail address goes to staff and isn't applied", async () => {
    const { ask, debtorId } = await debtor();
    const call = `mutation($p: String!) { callMe(phone: $p, when: "na vieren", question: "Kan het later?") { ${CONFIRMATION} } }`;
    expect((await ask(call, { p: "12" })).code).toBe("INPUT_INVALID");
    expect((await ask(call, { p: "06 12345678" })).data.callMe).toMatchObject({ kind: "callMe", nextOn: "2026-11-23" });
    const details = `mutation($e: String, $p: String, $t: String) { updateMyDetails(email: $e, phone: $p, preferredTimes: $t) { kind } }`;
    expect((await ask(details, {})).code).toBe("INPUT_INVALID");
    expect((await ask(details, { e: "kaper@example.org", p: "030 1234567", t: "'s ochtends" })).data.updateMyDetails).toEqual({ kind: "details" });
    const row = await product.read((reader) => reader.first("select email, phone, preferred_times as times from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]));
    expect(row).toMatchObject({ email: `debiteur${counter}@example.nl`, phone: "+31301234567", times: "'s ochtends" });
    const questions = await product.read((reader) => reader.query<{ text: string }>("select body_text as text from inbound_message where organisation_id = $1 and debtor_id = $2 order by id", [reader.organisationId, debtorId]));
    expect(questions.map(({ text }) => text)).toEqual(["+31612345678 · na vieren · Kan het later?", expect.stringContaining("kaper@example.org")]);
  });
});

describe("staff of another organisation", () => {
  test("find nothing of ours by its id: no plan, invoice, dispute, claim or debtor", async () => {
    const { ask, debtorId, invoiceIds } = await debtor();
    const { plan } = (await ask(PROPOSE, { i: SEVEN })).data.proposePlan;
    const foreign = await product.staff("admin", product.otherOrganisationId);
    const answers = await Promise.all([
      foreign.graphql("mutation($id: ID!) { acceptPlan(id: $id) { id } }", { id: plan.id }),
      foreign.graphql("mutation($id: ID!) { declinePlan(id: $id, reason: \"nee\") { id } }", { id: plan.id }),
      foreign.graphql("mutation($id: ID!) { cancelPlan(id: $id, reason: \"nee\") { id } }", { id: plan.id }),
      foreign.graphql("mutation($id: ID!) { raiseDispute(invoiceId: $id, reason: \"other\") { id } }", { id: invoiceIds[0] }),
      foreign.graphql("mutation($id: ID!, $i: [ID!]!) { sendInvoiceCopy(debtorId: $id, invoiceIds: $i, to: \"a@example.nl\") { id } }", { id: debtorId, i: invoiceIds }),
      foreign.graphql("mutation($id: ID!) { planCall(debtorId: $id, on: \"2026-11-24\") { taskId } }", { id: debtorId }),
      foreign.graphql("mutation($id: ID!) { decideDispute(id: $id, outcome: \"agreed\", text: \"ja\") { id } }", { id: newId() }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(Array(7).fill("NOT_FOUND"));
    expect((await foreign.graphql("{ plans { id } disputes { id } callList { rows { taskId } } }")).data).toEqual({ plans: [], disputes: [], callList: { rows: [] } });
  });
});
