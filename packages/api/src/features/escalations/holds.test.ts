import type { PlainDate } from "@tegemoet/domain";
import { callDoor, startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";
import { addAgency } from "../agencies/add-agency";
import { createApiKey } from "../agencies/create-api-key";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { runNight } from "./run-night";
import { sendDueMessages } from "./send-due-messages";

const DAY: PlainDate = "2026-11-09";
let product: TestProduct;
let collector: StaffCaller;
let manager: StaffCaller;
let counter = 0;

async function lateInvoice(segment?: string): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  const email = `debiteur${counter}@example.nl`;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    if (segment) await tx.query("update debtor set segment = $3 where organisation_id = $1 and id = $2", [tx.organisationId, debtorId, segment]);
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${1000 + counter}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
      delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId };
  });
}

async function night(): Promise<void> {
  product.clock.set(DAY, 120);
  await runNight(product.product.source, { organisationId: product.organisationId, day: DAY, now: product.clock.now() });
  product.clock.set(DAY, 520);
}

function send() {
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
}

const rows = <Row>(sql: string, ...values: unknown[]) => product.read((reader) => reader.query<Row>(sql, [reader.organisationId, ...values]));
const queued = async (debtorId: string) => (await rows<{ state: string; reason: string | null }>("select state, state_reason as reason from message where organisation_id = $1 and debtor_id = $2 order by queued_at, id", debtorId));
const PLACE = `mutation($k: String!, $d: ID, $i: ID, $c: ID, $s: String, $u: Day, $o: ID) { placeHold(kind: $k, reason: "afgesproken aan de telefoon", debtorId: $d, invoiceId: $i, caseId: $c, stops: $s, until: $u, ownerId: $o) { id scope kind stops until ownerName caseNumber invoiceNumber } }`;

beforeAll(async () => {
  product = await startTestProduct({ today: DAY });
  [collector, manager] = [await product.staff("collector"), await product.staff("manager")];
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-06', '2026-11-06', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]));
});
afterAll(() => product.stop());

describe("holds of every scope", () => {
  test("a case, an invoice, a debtor and a segment rest, the fifth debtor is reminded: 1 message of 5", async () => {
    const [ofCase, ofInvoice, ofDebtor, ofSegment, free] = [await lateInvoice(), await lateInvoice(), await lateInvoice(), await lateInvoice("zorg"), await lateInvoice()];
    const caseId = newId();
    await product.write((tx) => tx.query("insert into collection_case (organisation_id, id, number, debtor_id, opened_on) values ($1, $2, 900, $3, '2026-11-03')", [tx.organisationId, caseId, ofCase.debtorId]));
    expect((await collector.graphql(PLACE, { k: "pause", c: caseId, o: manager.staffId })).data["placeHold"]).toMatchObject({ scope: "case", stops: "everything", ownerName: "manager Jansen", caseNumber: "D-900" });
    expect((await collector.graphql(PLACE, { k: "never", i: ofInvoice.invoiceId })).data["placeHold"]).toMatchObject({ scope: "invoice", kind: "never" });
    expect((await collector.graphql(PLACE, { k: "pause", d: ofDebtor.debtorId, s: "reminders", u: "2026-11-20" })).data["placeHold"]).toMatchObject({ scope: "debtor", stops: "reminders", until: "2026-11-20" });
    const wide = `mutation { placeWideHold(segment: "zorg", reason: "contract loopt af") { id scope segment } }`;
    expect((await collector.graphql(wide)).code).toBe("NOT_ALLOWED");
    expect((await manager.graphql(wide)).data["placeWideHold"]).toMatchObject({ scope: "segment", segment: "zorg" });
    await night();
    expect(await Promise.all([ofCase, ofInvoice, ofDebtor, ofSegment, free].map(async ({ debtorId }) => (await queued(debtorId)).length))).toEqual([0, 0, 0, 0, 1]);
  });

  test("without a reason, with an end in the past, for an unknown segment or an owner from elsewhere there is no hold", async () => {
    const { debtorId } = await lateInvoice();
    const other = await product.staff("collector", product.otherOrganisationId);
    expect((await collector.graphql(PLACE.replace("afgesproken aan de telefoon", " "), { k: "pause", d: debtorId })).code).toBe("INPUT_INVALID");
    expect((await collector.graphql(PLACE, { k: "pause", d: debtorId, u: "2026-11-08" })).code).toBe("INPUT_INVALID");
    expect((await collector.graphql(PLACE, { k: "brake", d: debtorId })).code).toBe("INPUT_INVALID");
    expect((await collector.graphql(PLACE, { k: "pause", d: debtorId, o: other.staffId })).code).toBe("NOT_FOUND");
    expect((await manager.graphql(`mutation { placeWideHold(segment: "onbekend", reason: "x") { id } }`)).code).toBe("INPUT_INVALID");
  });

  test("lifting asks why, once, and a collector doesn't lift what rests for a segment", async () => {
    const { debtorId } = await lateInvoice();
    const placed = await collector.graphql(PLACE, { k: "pause", d: debtorId });
    const lift = `mutation($id: ID!, $r: String!) { liftHold(id: $id, reason: $r) { id } }`;
    const id = placed.data["placeHold"].id;
    expect((await collector.graphql(lift, { id, r: " " })).code).toBe("INPUT_INVALID");
    expect((await collector.graphql(lift, { id, r: "creditnota is er" })).errors).toBeUndefined();
    expect((await collector.graphql(lift, { id, r: "nog eens" })).code).toBe("HOLD_ENDED");
    const [{ id: wideId } = { id: "" }] = (await manager.graphql("{ wideHolds { id scope } }")).data["wideHolds"];
    expect((await collector.graphql(lift, { id: wideId, r: "klaar" })).code).toBe("NOT_ALLOWED");
    const { data } = await collector.graphql("query($d: ID!) { debtor(id: $d) { timeline { kind text } } }", { d: debtorId });
    expect(data["debtor"].timeline).toContainEqual({ kind: "holdLifted", text: "creditnota is er" });
  });
});

describe("stop codes", () => {
  test("debt help on 9 November takes the queued reminder out of the line, and ends with why", async () => {
    const { debtorId } = await lateInvoice();
    product.clock.set("2026-11-10", 120);
    await runNight(product.product.source, { organisationId: product.organisationId, day: "2026-11-10", now: product.clock.now() });
    expect(await queued(debtorId)).toEqual([{ state: "queued", reason: null }]);
    const record = `mutation($d: ID!, $e: String!) { recordStatus(debtorId: $d, kind: "debt-help", evidence: $e, reviewOn: "2026-12-01") { id kind evidence by } }`;
    expect((await collector.graphql(record, { d: debtorId, e: "" })).code).toBe("INPUT_INVALID");
    const done = await collector.graphql(record, { d: debtorId, e: "brief van de gemeente van 3 november" });
    expect(done.data["recordStatus"]).toMatchObject({ kind: "debt-help", by: "collector Jansen" });
    expect((await collector.graphql(record, { d: debtorId, e: "nog eens" })).code).toBe("CONFLICT");
    expect(await queued(debtorId)).toEqual([{ state: "cancelled", reason: "stop code" }]);
    const end = `mutation($id: ID!) { endStatus(id: $id, reason: "traject afgerond") { ended } }`;
    expect((await collector.graphql(end, { id: done.data["recordStatus"].id })).data["endStatus"]).toEqual({ ended: true });
    expect((await collector.graphql(end, { id: done.data["recordStatus"].id })).code).toBe("HOLD_ENDED");
    product.clock.set(DAY, 520);
  });
});

describe("the emergency brake", () => {
  async function handedOver(debtorId: string, invoiceId: string): Promise<string> {
    return product.write(async (tx) => {
      const agencyId = await addAgency(tx, { name: "Incasso Noord", wkiNumber: "1", wkiExpiresOn: "2027-12-31" });
      const { secret } = await createApiKey(tx, { agencyId, scopes: ["cases:read", "cases:write"], expiresOn: "2027-01-31", today: DAY });
      const [caseId, handOverId] = [newId(), newId()];
      await tx.query("insert into collection_case (organisation_id, id, number, debtor_id, opened_on) values ($1, $2, 950, $3, '2026-11-03')", [tx.organisationId, caseId, debtorId]);
      await tx.query(
        `insert into hand_over (organisation_id, id, case_id, debtor_id, agency_id, proposed_by, proposed_at, approved_by, approved_at, principal_cents, interest_cents, costs_cents, snapshot, snapshot_sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 18600, 0, 0, '{}', $9)`,
        [tx.organisationId, handOverId, caseId, debtorId, agencyId, collector.staffId, momentAt("2026-11-05", 600), manager.staffId, sha256("{}")]);
      await tx.query("insert into hand_over_invoice (organisation_id, id, hand_over_id, invoice_id, open_cents) values ($1, $2, $3, $4, 18600)", [tx.organisationId, newId(), handOverId, invoiceId]);
      return secret;
    });
  }

  test("one click: the queued mail is cancelled, its step open again, the claimed call closed, an offer rests until the review, and the agency reads it without the reason", async () => {
    const { debtorId, invoiceId } = await lateInvoice();
    const agencyKey = await handedOver(debtorId, invoiceId);
    const { invoiceId: second } = await product.write((tx) => issueInvoice(tx, { debtorId, number: "2026-2000", issuedOn: "2026-10-20", dueOn: "2026-11-03", totalCents: 5_000, source: "test", lines: [{ description: "Filter", amountCents: 5_000 }] }));
    const [messageId, stepId, callId, planId] = [newId(), newId(), newId(), newId()];
    await product.write(async (tx) => {
      const [{ id: versionId } = { id: "" }] = await tx.query<{ id: string }>("select id from ladder_version where organisation_id = $1 limit 1", [tx.organisationId]);
      await tx.query(
        `insert into message (organisation_id, id, debtor_id, kind, channel, language, queued_on, queued_at, send_after) values ($1, $2, $3, 'reminder-1', 'mail', 'nl', $4, $5, $5)`, [tx.organisationId, messageId, debtorId, DAY, tx.now]);
      await tx.query("insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on, message_id) values ($1, $2, $3, $4, 'reminder-1', $5, $6)", [tx.organisationId, stepId, second, versionId, DAY, messageId]);
      await tx.query(
        `insert into call_task (organisation_id, id, debtor_id, reason, planned_on, created_at, claimed_by, claimed_until) values ($1, $2, $3, 'promise-broken', $4, $5, $6, $7)`,
        [tx.organisationId, callId, debtorId, DAY, tx.now, collector.staffId, momentAt(DAY, 700)]);
      await tx.query(
        `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy) values ($1, $2, $3, 'staff', '2026-11-06', '2026-11-13', 5000, '{"graceDays":3}')`, [tx.organisationId, planId, debtorId]);
    });
    const { data } = await collector.graphql(`mutation($d: ID!) { pullEmergencyBrake(debtorId: $d, reason: "ziekenhuisopname van de partner") { id kind reviewOn ownerName } }`, { d: debtorId });
    expect(data["pullEmergencyBrake"]).toMatchObject({ kind: "brake", reviewOn: "2026-11-23", ownerName: "collector Jansen" });
    expect(await queued(debtorId)).toEqual([{ state: "cancelled", reason: "emergency brake" }]);
    expect(await rows("select 1 from step_taken where organisation_id = $1 and id = $2", stepId)).toEqual([]);
    expect(await rows(`select closed_because as because, claimed_until as until from call_task where organisation_id = $1 and id = $2`, callId)).toEqual([{ because: "emergency brake", until: null }]);
    expect(await rows(`select answer_by as "answerBy" from plan where organisation_id = $1 and id = $2`, planId)).toEqual([{ answerBy: "2026-11-23" }]);
    const read = () => callDoor(product.app, "partner", { authorization: `Bearer ${agencyKey}` }, "{ cases { nodes { standstillSince timeline { kind title text day } } } }");
    const braked = (await read()).data.cases.nodes[0];
    expect(braked.standstillSince).toBe(DAY);
    expect(braked.timeline).toContainEqual({ kind: "standstill", title: "Alles ligt stil: neem nu geen contact op", text: "op 23-11-2026 kijken wij opnieuw", day: "2026-11-23" });
    expect(JSON.stringify(braked)).not.toContain("ziekenhuis");
    await collector.graphql(`mutation($id: ID!) { liftHold(id: $id, reason: "overlegd") { id } }`, { id: data["pullEmergencyBrake"].id });
    const after = (await read()).data.cases.nodes[0];
    expect(after.standstillSince).toBeNull();
    expect(after.timeline.map(({ kind }: { kind: string }) => kind)).toContain("standstill-ended");
  });

  test("for everybody: all queued mails are cancelled, nothing is sent, and only a manager may", async () => {
    const debtors = [await lateInvoice(), await lateInvoice(), await lateInvoice()];
    await product.write((tx) => tx.query("update night_run set finished_at = null where organisation_id = $1", [tx.organisationId]));
    await night();
    const before = await Promise.all(debtors.map(async ({ debtorId }) => (await queued(debtorId))[0]?.state));
    expect(before).toEqual(["queued", "queued", "queued"]);
    const pull = `mutation { pullWideBrake(reason: "verkeerde bedragen") { id scope kind } }`;
    expect((await collector.graphql(pull)).code).toBe("NOT_ALLOWED");
    const { data } = await manager.graphql(pull);
    expect(data["pullWideBrake"]).toMatchObject({ scope: "organisation", kind: "brake" });
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await Promise.all(debtors.map(async ({ debtorId }) => (await queued(debtorId))[0]))).toEqual(debtors.map(() => ({ state: "cancelled", reason: "emergency brake" })));
    await manager.graphql(`mutation($id: ID!) { liftHold(id: $id, reason: "hersteld") { id } }`, { id: data["pullWideBrake"].id });
  });
});
