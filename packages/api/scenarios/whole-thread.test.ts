import { addDays, addMonths } from "@tegemoet/domain";
import { writeUbl } from "@tegemoet/files";
import { renderInvoicePdf } from "@tegemoet/messages";
import { callDoor, type StaffCaller } from "../test/harness";
import { ask, dropFiles, Thread, type PortalCaller } from "./thread";

jest.setTimeout(180_000);

const MAIL = "a.hendriks@example.nl";
const PORTAL_PLAN = "mutation($i: [PortalInstalmentInput!]!) { proposePlan(instalments: $i) { kind reference nextOn plan { id state } } }";
const PAY = "mutation($instalment: Boolean) { startPayment(instalment: $instalment) { id state amountCents url } }";
const CHECKOUT = "query($id: ID!) { checkout(id: $id) { state } }";

let thread: Thread;
let collector: StaffCaller;
let manager: StaffCaller;
let admin: StaffCaller;
let debtorId: string;
let invoiceId: string;
let caseId: string;
let portal: PortalCaller;
let planId: string;

beforeAll(async () => {
  thread = await Thread.begin("2026-09-01");
  [collector, manager, admin] = [await thread.product.staff("collector"), await thread.product.staff("manager"), await thread.product.staff("admin")];
  // Plans under € 100 a term are for a person to decide, so that this story has somebody decide.
  await ask(admin, `mutation { updateOrganisation(input: { portalCheck: true, planPolicy: { minInstalmentCents: 10000, maxInstalments: 6, maxMonths: 6, minTotalCents: 5000, firstWithinDays: 31, graceDays: 3, answerWithinDays: 2 } }) { id } }`);
});
afterAll(() => thread?.stop());

/** The invoice of € 186,00 as mevrouw Hendriks's installer's bookkeeping exports it, with its PDF inside. */
function invoiceFile(): string {
  const creditor = { name: "IJsvogel Installatie", iban: "NL91ABNA0417164300", email: "administratie@ijsvogel.example" };
  const pdf = renderInvoicePdf({
    number: "2026-0417", issuedOn: "2026-09-01", dueOn: "2026-09-15", lines: [{ description: "Onderhoud ketel", netCents: 15_372, vatPercent: 21 }],
    vat: [{ percent: 21, netCents: 15_372, vatCents: 3_228 }], netCents: 15_372, vatCents: 3_228, totalCents: 18_600, creditor, debtor: { name: "Mevrouw A. Hendriks" },
  });
  return writeUbl({
    number: "2026-0417", issuedOn: "2026-09-01", dueOn: "2026-09-15",
    supplier: { name: "IJsvogel Installatie B.V.", kvk: "12345678", vat: "NL001234567B01", address: { street: "Kade 12", postalCode: "3511 AB", city: "Utrecht", country: "NL" } },
    buyer: {
      name: "Mevrouw A. Hendriks", address: { street: "Lindelaan 4", postalCode: "3721 AA", city: "Bilthoven", country: "NL" },
      contact: { name: "Anna Hendriks", phone: "06-12345678", email: MAIL },
    },
    lines: [{ description: "Onderhoud ketel", quantity: "1", unitPrice: "153.72", amount: 15_372, vatRateBasisPoints: 2_100 }],
    paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: "2026-0417" }],
    documents: [{ fileName: "factuur-2026-0417.pdf", mimeType: "application/pdf", bytes: pdf }],
  } as never);
}

describe("from an unpaid invoice to a case at the agency", () => {
  test("1 September: a UBL file is dropped, and debtor, contact, lines, due day and PDF appear; the same file again changes nothing", async () => {
    const file = { name: "2026-0417.xml", bytes: invoiceFile() };
    const first = await dropFiles(thread.product, collector, "invoices", [file]);
    expect(first).toMatchObject({ state: "done", created: 1 });
    expect(await dropFiles(thread.product, collector, "invoices", [file])).toMatchObject({ created: 0, unchanged: 1 });
    ({ debtorId, invoiceId } = first.results[0]);
    const data = await ask(collector, "query($d: ID!, $i: ID!) { debtor(id: $d) { debtor { name email kind address { postalCode } } contacts { name phone } } invoice(id: $i) { invoice { dueOn totalCents } lines { description } documents { fileName } } }", { d: debtorId, i: invoiceId });
    expect(data).toMatchObject({
      debtor: { debtor: { name: "Mevrouw A. Hendriks", email: MAIL, kind: "unknown", address: { postalCode: "3721 AA" } }, contacts: [{ name: "Anna Hendriks", phone: "+31612345678" }] },
      invoice: { invoice: { dueOn: "2026-09-15", totalCents: 18_600 }, lines: [{ description: "Onderhoud ketel" }], documents: [{ fileName: "factuur-2026-0417.pdf" }] },
    });
  });

  test("days pass, the night runs, and the first reminder lies in the mailbox: Dutch, kind, with the invoice and one personal link", async () => {
    await thread.untilTrue("the first reminder", async () => (await thread.mail(MAIL, /2026-0417/)) !== undefined && thread.day > "2026-09-18");
    await thread.untilTrue("the first reminder", async () => (await thread.mails(MAIL)).some(({ attachments }) => attachments.some(({ filename }) => filename.includes("2026-0417"))));
    const [mail] = await thread.mails(MAIL);
    expect(mail?.subject).toContain("IJsvogel Installatie");
    expect(mail?.text).toMatch(/€\s186,00/);
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/\bmoet(en)?\b/i);
    expect(mail?.html).toContain("/portal/l/");
    expect(mail?.attachments.map(({ contentType }) => contentType)).toContain("application/pdf");
  });

  test("still unpaid: a call task stands on the list; the collector calls and logs a promise; the confirmation asks klopt or klopt niet; the debtor presses klopt", async () => {
    const callList = async () => (await ask(collector, "{ callList { rows { taskId debtorId debtorName overdueCents reasons } } }")).callList.rows;
    await thread.untilTrue("a call task", async () => (await callList()).length === 1);
    const [row] = await callList();
    expect(row).toMatchObject({ debtorName: "Mevrouw A. Hendriks", overdueCents: 18_600 });
    await ask(collector, "mutation($t: ID!) { claimCallTask(taskId: $t) { taskId claimedBy } }", { t: row.taskId });
    const { callSheet } = await ask(collector, "query($t: ID!) { callSheet(taskId: $t) { caseId totalCents invoices { openCents reminders deliveries { address } } openingLine question limits { latestDay } } }", { t: row.taskId });
    expect(callSheet).toMatchObject({ totalCents: 18_600, invoices: [{ openCents: 18_600, deliveries: [{ address: MAIL }] }] });
    caseId = callSheet.caseId;
    const noDay = await collector.graphql("mutation($i: LogCallInput!) { logCall(input: $i) { call { id } } }", { i: { taskId: row.taskId, debtorId, outcome: "promiseFull", invoiceIds: [invoiceId], promiseCents: 18_600 } });
    expect(noDay.code).toBe("PROMISE_NEEDS_DAY");
    const byDay = addDays(thread.day, 4);
    const { logCall } = await ask(collector, "mutation($i: LogCallInput!) { logCall(input: $i) { call { outcome promise { amountCents byDay } } agreement { sentence state } } }", {
      i: { taskId: row.taskId, debtorId, number: "+31612345678", person: "mevrouw Hendriks", outcome: "promiseFull", invoiceIds: [invoiceId], promiseCents: 18_600, promiseBy: byDay, notes: "Betaalt na het salaris." },
    });
    expect(logCall).toMatchObject({ call: { promise: { amountCents: 18_600, byDay } } });
    await thread.sendNow();
    await thread.untilTrue("the confirmation", async () => (await thread.mail(MAIL, /Ja, dit klopt/)) !== undefined, 1);
    const mail = await thread.mail(MAIL, /Ja, dit klopt/);
    expect(mail?.text).toMatch(/Nee, dit klopt niet/);
    const session = await thread.open(mail!);
    const preview = await session.ask("query($t: String!) { linkPreview(token: $t) { destination agreementId } }", { t: session.token });
    expect(preview.linkPreview.destination).toBe("agreement");
    await session.ask("mutation($id: ID!) { confirmAgreement(id: $id) { kind reference } }", { id: preview.linkPreview.agreementId });
    const { case: seen } = await ask(collector, "query($id: ID!) { case(id: $id) { promises { state } timeline { kind } ladder { waiting } } }", { id: caseId });
    expect(seen.promises).toEqual([{ state: "open" }]);
    expect(seen.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(["agreementConfirmed", "promiseMade", "call", "message", "invoiceSent"]));
    expect(seen.ladder.waiting).toBe("promise open");
  });

  test("the promise is broken: the next night knows, and the second reminder says that we called and offers terms", async () => {
    const work = async () => (await ask(collector, "{ today { work { kind } } }")).today.work.map(({ kind }: { kind: string }) => kind);
    await thread.untilTrue("the broken promise", async () => (await work()).includes("promiseBroken"), 14);
    await thread.untilTrue("the second reminder", async () => (await thread.mail(MAIL, /gebeld|belden|telefoon/i)) !== undefined && (await thread.mails(MAIL))[0]!.text.includes("termijn"), 25);
    const [mail] = await thread.mails(MAIL);
    expect(mail?.text).toMatch(/termijn/i);
    expect(mail?.text).toMatch(/€\s186,00/);
  });

  test("the debtor opens the link, passes the check, and proposes three instalments; staff accept, once", async () => {
    const [mail] = await thread.mails(MAIL);
    portal = await thread.open(mail!);
    const three = (first: string) => [0, 1, 2].map((month) => ({ dueOn: addMonths(first, month), cents: 6_200 }));
    expect((await portal.try(PORTAL_PLAN, { i: three(addDays(thread.day, 2)) })).code).toBe("CHECK_NEEDED");
    expect((await portal.try(`mutation { passCheck(postalCode: "1234AB", houseNumber: "4") { checkNeeded } }`)).code).toBe("CHECK_FAILED");
    expect(await portal.ask(`mutation { passCheck(postalCode: "3721 aa", houseNumber: "4") { checkNeeded } }`)).toEqual({ passCheck: { checkNeeded: false } });
    const { overview } = await portal.ask("{ overview { outstandingCents invoices { number openCents } claim { costsCents } } }");
    expect(overview).toMatchObject({ outstandingCents: 18_600, invoices: [{ number: "2026-0417", openCents: 18_600 }], claim: { costsCents: 0 } });
    expect((await portal.ask(PORTAL_PLAN, { i: three(addDays(thread.day, 2)) })).proposePlan.kind).toBe("planProposed");
    const { plans } = await ask(collector, "{ plans(state: proposed) { id outside totalCents } }");
    planId = plans[0].id;
    expect(plans).toMatchObject([{ totalCents: 18_600, outside: expect.arrayContaining(["instalmentTooSmall"]) }]);
    const [one, other] = await Promise.all([collector, manager].map((caller) => caller.graphql("mutation($id: ID!) { acceptPlan(id: $id) { state } }", { id: planId })));
    expect([one, other].filter((answer) => !answer?.errors)).toHaveLength(1);
    expect([one?.code, other?.code].filter(Boolean)).toEqual(["ALREADY_DECIDED"]);
  });

  test("a payment that is cancelled changes nothing; the first instalment is paid by iDEAL, its webhook comes twice, and it is booked once", async () => {
    const bank = (url: string, choice: string, webhook = "once") =>
      fetch(url, { method: "POST", redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ choice, webhook }) });
    const cancelled = (await portal.ask(PAY, { instalment: true })).startPayment;
    expect(cancelled).toMatchObject({ state: "open", amountCents: 6_200 });
    await bank(cancelled.url, "canceled", "never");
    expect((await portal.ask(CHECKOUT, { id: cancelled.id })).checkout.state).toBe("canceled");
    const paid = (await portal.ask(PAY, { instalment: true })).startPayment;
    const answer = await bank(paid.url, "paid", "twice");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, expect.stringContaining(`/portal/terug/${paid.id}`)]);
    for (let turns = 0; turns < 50 && (await portal.ask(CHECKOUT, { id: paid.id })).checkout.state !== "paid"; turns += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { overview } = await portal.ask("{ overview { outstandingCents plan { state paidCents } } }");
    expect(overview).toEqual({ outstandingCents: 12_400, plan: { state: "running", paidCents: 6_200 } });
  });

  test("the second instalment arrives as a line in a CAMT.053 file, is matched by its reference and booked", async () => {
    await thread.untilTrue("the second instalment's day", async () => (await portalPlan()).nextOn <= addDays(thread.day, 1), 40);
    await thread.bankFile([{ amount: 6_200, name: "A. HENDRIKS", iban: "NL20INGB0001234567", remittance: "factuur 2026-0417 termijn 2" }], collector);
    const { bank } = await ask(collector, "{ bank(state: auto) { rows { amountCents counterpartyName state reason allocations { invoiceNumber cents } } } }");
    expect(bank.rows[0]).toMatchObject({ amountCents: 6_200, state: "auto", allocations: [{ invoiceNumber: "2026-0417", cents: 6_200 }] });
    expect((await portalPlan()).paidCents).toBe(12_400);
  });

  test("the third is never paid: after the grace the plan is broken and the case goes on where it was", async () => {
    await thread.untilTrue("the broken plan", async () => (await portalPlan()).state === "broken", 60);
    const { case: seen } = await ask(collector, "query($id: ID!) { case(id: $id) { plans { state } ladder { steps { key state } } claim { principalCents paidCents costsLawful costsCents } } }", { id: caseId });
    expect(seen.ladder.steps.filter(({ state }: { state: string }) => state === "done").map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(["reminder-1", "call", "reminder-2"]));
    expect(seen.claim).toMatchObject({ costsLawful: false, costsCents: 0 });
  });

  test("the fourteen-day letter goes by post and by mail with the exact costs: € 40,00 on € 62,00", async () => {
    await thread.untilTrue("the letter", async () => ((await (await fetch(`${thread.sandboxUrl}/api/letters`)).json()) as { total?: number; letters: unknown[] }).letters.length > 0, 60);
    await thread.untilTrue("the mail of the letter", async () => (await thread.mail(MAIL, /vijftien dagen/)) !== undefined, 3);
    const mail = await thread.mail(MAIL, /vijftien dagen/);
    expect(mail?.text.replace(/\s+/g, " ")).toContain("binnen vijftien dagen nadat deze brief bij u is bezorgd");
    expect(mail?.text).toMatch(/€\s40,00/);
    expect(mail?.text).toMatch(/€\s62,00/);
    const { case: seen } = await ask(collector, "query($id: ID!) { case(id: $id) { letter { sentOn lastDay costsFrom costsCents principalCents } claim { costsCents } ladder { waiting } } }", { id: caseId });
    expect(seen).toMatchObject({ letter: { costsCents: 4_000, principalCents: 6_200 }, claim: { costsCents: 0 }, ladder: { waiting: "letter term running" } });
  });

  test("its term passes unpaid, the costs are booked, and a case goes to the agency only with a second person", async () => {
    await thread.untilTrue("the costs", async () => (await ask(collector, "query($id: ID!) { case(id: $id) { claim { costsCents } } }", { id: caseId })).case.claim.costsCents === 4_000, 40);
    await thread.untilTrue("the hand-over step", async () => (await ask(collector, "{ handOvers { candidates { caseId faults } } }")).handOvers.candidates.length > 0, 40);
    const { addAgency } = await ask(manager, `mutation { addAgency(name: "Incasso Zuid", email: "zuid@example.nl", wkiNumber: "WKI-12345", wkiExpiresOn: "2028-01-01") { id } }`);
    const { proposeHandOver } = await ask(manager, "mutation($c: ID!, $a: ID!) { proposeHandOver(caseId: $c, agencyId: $a) { id state } }", { c: caseId, a: addAgency.id });
    const same = await manager.graphql("mutation($id: ID!) { approveHandOver(id: $id) { state } }", { id: proposeHandOver.id });
    expect(same.code).toBe("SECOND_PERSON_NEEDED");
    const { approveHandOver } = await ask(admin, "mutation($id: ID!) { approveHandOver(id: $id) { state principalCents costsCents snapshotHash } }", { id: proposeHandOver.id });
    expect(approveHandOver).toMatchObject({ state: "approved", principalCents: 6_200, costsCents: 4_000, snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const key = async (agencyId: string) => (await ask(admin, `mutation($a: ID!) { createApiKey(agencyId: $a, scopes: ["cases:read", "cases:write"], expiresOn: "2027-06-01") { secret } }`, { a: agencyId })).createApiKey.secret;
    const own = { authorization: `Bearer ${await key(addAgency.id)}` };
    const otherAgency = (await ask(manager, `mutation { addAgency(name: "Incasso Noord", wkiNumber: "WKI-99999", wkiExpiresOn: "2028-01-01") { id } }`)).addAgency.id;
    const other = { authorization: `Bearer ${await key(otherAgency)}` };
    const CASES = "{ cases { nodes { id number state debtor { name city } claim { principalCents interestCents costsCents outstandingCents } timeline { kind } documents { kind fileName url } letter { text } } } }";
    const { data } = await callDoor(thread.product.app, "partner", own, CASES);
    const [handed] = data.cases.nodes;
    expect(handed).toMatchObject({ state: "approved", debtor: { name: "Mevrouw A. Hendriks", city: "Bilthoven" }, claim: { costsCents: 4_000 } });
    expect(handed.claim.outstandingCents).toBe(6_200 + 4_000 + handed.claim.interestCents);
    expect(handed.timeline.length).toBeGreaterThan(5);
    expect(handed.documents.map(({ fileName }: { fileName: string }) => fileName)).toContain("factuur-2026-0417.pdf");
    expect(handed.letter.text).toContain("vijftien dagen");
    expect((await callDoor(thread.product.app, "partner", other, CASES)).data.cases.nodes).toEqual([]);
    expect((await callDoor(thread.product.app, "partner", other, "query($id: ID!) { case(id: $id) { id } }", { id: handed.id })).code).toBe("NOT_FOUND");
  });
});

async function portalPlan(): Promise<{ state: string; nextOn: string; paidCents: number }> {
  const { plans } = await ask(collector, "{ plans { id state nextOn paidCents } }");
  return plans.find(({ id }: { id: string }) => id === planId);
}
