import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import supertest from "supertest";
import { callDoor, startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { ladderInForce } from "../ladders/create-default-ladder";
import { placeHold } from "../escalations/place-hold";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { canonicalJson } from "./take-snapshot";

const TODAY = "2026-11-20";
let product: TestProduct;
let collector: StaffCaller;
let manager: StaffCaller;
let admin: StaffCaller;
let counter = 0;

interface Ready { debtorId: string; invoiceId: string; caseId: string; number: string }

/** A case that the ladder brought to the hand-over: reminded on 10 September, the letter of the law on 1 October, its term long past. */
async function readyCase(options: { kind?: DebtorKind; cents?: number; letter?: boolean; street?: string } = {}): Promise<Ready> {
  counter += 1;
  const { kind = "consumer", cents = 48_500, letter = kind === "consumer", street = "Dorpsstraat" } = options;
  const number = `2026-${1000 + counter}`;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind, email: `d${counter}@example.nl`, street, houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number, issuedOn: "2026-08-03", dueOn: "2026-08-31", totalCents: cents, source: "test", lines: [{ description: "Onderhoud", amountCents: cents }],
      delivery: { channel: "mail", address: `d${counter}@example.nl`, sentAt: momentAt("2026-08-03", 600) },
    });
    const { versionId } = await ladderInForce(tx);
    const caseId = newId();
    await tx.query("insert into collection_case (organisation_id, id, number, debtor_id, opened_on) values ($1, $2, $3, $4, '2026-09-01')", [tx.organisationId, caseId, 1000 + counter, debtorId]);
    const sent = async (kindOf: string, on: PlainDate, channel: "mail" | "letter"): Promise<string> => {
      const id = newId();
      await tx.query(
        `insert into message (organisation_id, id, debtor_id, kind, channel, language, subject, body_text, state, queued_on, queued_at, send_after, handed_over_at, to_address)
         values ($1, $2, $3, $4, $5, 'nl', 'Factuur ' || $6, 'De tekst van de brief', 'handed-over', $7, $8, $8, $8, 'iemand')`,
        [tx.organisationId, id, debtorId, kindOf, channel, number, on, momentAt(on, 510)]);
      await tx.query("insert into message_invoice (organisation_id, message_id, invoice_id, open_cents) values ($1, $2, $3, $4)", [tx.organisationId, id, invoiceId, cents]);
      return id;
    };
    await sent("reminder-1", "2026-09-10", "mail");
    if (letter) {
      const messageId = await sent("fourteen-day-letter", "2026-10-01", "letter");
      const letterId = newId();
      await tx.query(
        `insert into fourteen_day_letter (organisation_id, id, debtor_id, message_id, principal_cents, costs_cents, channel, sent_on, delivered_on, presumed, last_day, costs_from)
         values ($1, $2, $3, $4, $5, 7275, 'letter', '2026-10-01', '2026-10-03', true, '2026-10-19', '2026-10-20')`, [tx.organisationId, letterId, debtorId, messageId, cents]);
      await tx.query("insert into letter_invoice (organisation_id, id, letter_id, invoice_id, principal_cents) values ($1, $2, $3, $4, $5)", [tx.organisationId, newId(), letterId, invoiceId, cents]);
    }
    await tx.query("insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on) values ($1, $2, $3, $4, 'hand-over', $5)", [tx.organisationId, newId(), invoiceId, versionId, "2026-11-18"]);
    return { debtorId, invoiceId, caseId, number };
  });
}

async function agencyWithKey(options: { wki?: string; expires?: PlainDate; scopes?: string[] } = {}): Promise<{ agencyId: string; key: string; keyId: string }> {
  const { wki = "WKI-123", expires = "2027-06-30", scopes = ["cases:read", "cases:write"] } = options;
  const added = await manager.graphql<any>("mutation($w: String, $e: Day) { addAgency(name: \"Incasso Zuid\", email: \"zuid@example.nl\", wkiNumber: $w, wkiExpiresOn: $e) { id } }", { w: wki || null, e: expires });
  const agencyId = added.data.addAgency.id as string;
  const made = await admin.graphql<any>("mutation($a: ID!, $s: [String!]!) { createApiKey(agencyId: $a, scopes: $s, expiresOn: \"2027-11-19\") { secret key { id prefix scopes } } }", { a: agencyId, s: scopes });
  return { agencyId, key: made.data.createApiKey.secret, keyId: made.data.createApiKey.key.id };
}

const propose = (by: StaffCaller, caseId: string, agencyId: string) =>
  by.graphql<any>("mutation($c: ID!, $a: ID!) { proposeHandOver(caseId: $c, agencyId: $a) { id state proposedByMe principalCents interestCents costsCents } }", { c: caseId, a: agencyId });
const approve = (by: StaffCaller, id: string) =>
  by.graphql<any>("mutation($id: ID!) { approveHandOver(id: $id) { id state snapshotHash principalCents interestCents costsCents decidedBy } }", { id });
const handedOver = async (ready: Ready, agencyId: string): Promise<string> => {
  const { data } = await propose(collector, ready.caseId, agencyId);
  const approved = await approve(manager, data.proposeHandOver.id);
  expect(approved.errors).toBeUndefined();
  return data.proposeHandOver.id;
};
const asAgency = (key: string, query: string, variables: Record<string, unknown> = {}) => callDoor(product.app, "partner", { authorization: `Bearer ${key}` }, query, variables);

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  [collector, manager, admin] = [await product.staff("collector"), await product.staff("manager"), await product.staff("admin")];
});
afterAll(() => product.stop());

describe("proposing and approving a hand-over (I-61)", () => {
  test("a complete case is a candidate without faults; one without a letter or an address says what is missing", async () => {
    const whole = await readyCase();
    const bare = await readyCase({ letter: false, street: "" });
    const { data } = await collector.graphql<any>("{ handOvers { candidates { caseId openCents daysOverdue faults } } }");
    const of = (caseId: string) => data.handOvers.candidates.find((found: any) => found.caseId === caseId);
    expect(of(whole.caseId)).toEqual({ caseId: whole.caseId, openCents: 48_500, daysOverdue: 81, faults: [] });
    expect(of(bare.caseId).faults).toEqual(["letter missing", "address incomplete"]);
  });

  test("an incomplete case is refused with the faults, in proposing and again in approving", async () => {
    const { agencyId } = await agencyWithKey();
    const ready = await readyCase();
    const proposed = await propose(collector, ready.caseId, agencyId);
    expect(proposed.data.proposeHandOver).toMatchObject({ state: "proposed", proposedByMe: true, principalCents: 48_500, costsCents: 0 });
    await product.write((tx) => placeHold(tx, { debtorId: ready.debtorId, kind: "pause", reason: "creditnota onderweg" }));
    const refused = await approve(manager, proposed.data.proposeHandOver.id);
    expect(refused.errors?.[0]?.extensions).toEqual({ code: "HAND_OVER_INCOMPLETE", details: { faults: ["on hold"] } });
    const check = await collector.graphql<any>("query($c: ID!, $a: ID!) { handOverCheck(caseId: $c, agencyId: $a) }", { c: ready.caseId, a: agencyId });
    expect(check.data.handOverCheck).toEqual(["handed over already", "on hold"]);
  });

  test("a natural person goes only to an agency whose registration runs; a company goes anyway", async () => {
    const { agencyId } = await agencyWithKey({ wki: "", expires: "2027-01-01" });
    const lapsed = await agencyWithKey({ expires: "2026-11-19" });
    const person = await readyCase();
    const company = await readyCase({ kind: "legal-person" });
    expect((await propose(collector, person.caseId, agencyId)).code).toBe("AGENCY_NOT_REGISTERED");
    expect((await propose(collector, person.caseId, lapsed.agencyId)).code).toBe("AGENCY_NOT_REGISTERED");
    expect((await propose(collector, company.caseId, agencyId)).code).toBeUndefined();
  });

  test("proposed twice is refused, and who proposed can't approve", async () => {
    const { agencyId } = await agencyWithKey();
    const ready = await readyCase();
    const { data } = await propose(manager, ready.caseId, agencyId);
    expect((await propose(collector, ready.caseId, agencyId)).code).toBe("HAND_OVER_EXISTS");
    expect((await approve(manager, data.proposeHandOver.id)).code).toBe("SECOND_PERSON_NEEDED");
    expect((await approve(collector, data.proposeHandOver.id)).code).toBe("NOT_ALLOWED");
  });

  test("two managers approving at once: one does, the other is told it is decided", async () => {
    const { agencyId } = await agencyWithKey();
    const second = await product.staff("manager");
    const ready = await readyCase();
    const { data } = await propose(collector, ready.caseId, agencyId);
    const answers = await Promise.all([approve(manager, data.proposeHandOver.id), approve(second, data.proposeHandOver.id)]);
    expect(answers.map(({ code }) => code ?? "done").sort()).toEqual(["ALREADY_DECIDED", "done"]);
    const costs = await product.read((reader) => reader.query("select 1 from ledger_entry where organisation_id = $1 and kind = 'costs' and reference like 'costs:letter:%'", [reader.organisationId]));
    expect(costs.length).toBeGreaterThan(0);
  });

  test("a consumer's € 485 goes with € 72,75 of costs by its letter and interest from 1 September; the file's hash is that of the file", async () => {
    const { agencyId } = await agencyWithKey();
    const ready = await readyCase();
    const { messageId } = await product.write((tx) => queueMessage(tx, { debtorId: ready.debtorId, kind: "reminder-3", channel: "mail", sendAfter: tx.now, invoices: [{ invoiceId: ready.invoiceId, openCents: 48_500 }] }));
    const id = await handedOver(ready, agencyId);
    const row = await product.read((reader) => reader.first<any>(
      `select snapshot, snapshot_sha256 as hash, principal_cents as principal, interest_cents as interest, costs_cents as costs from hand_over where organisation_id = $1 and id = $2`, [reader.organisationId, id]));
    expect(row).toMatchObject({ principal: 48_500, costs: 7_275 });
    expect(row.interest).toBeGreaterThan(0);
    expect(sha256(canonicalJson(row.snapshot))).toEqual(row.hash);
    expect(row.snapshot).toMatchObject({
      asOf: TODAY, totals: { principalCents: 48_500, costsCents: 7_275 }, letter: { costsCents: 7_275, text: "De tekst van de brief" },
      costs: { cents: 7_275, brackets: [{ rateBasisPoints: 1_500 }] }, documents: [{ kind: "invoice" }], messages: [{ kind: "reminder-1" }, { kind: "fourteen-day-letter" }],
    });
    expect(row.snapshot.claims[0].limitation.lastDay).toBe("2031-10-01");
    const message = await product.read((reader) => reader.first<any>("select state, state_reason as reason from message where organisation_id = $1 and id = $2", [reader.organisationId, messageId]));
    expect(message).toEqual({ state: "cancelled", reason: "handed over" });
  });

  test("a company's costs are claimed at the hand-over, once", async () => {
    const { agencyId } = await agencyWithKey();
    const ready = await readyCase({ kind: "legal-person", cents: 100_000 });
    const id = await handedOver(ready, agencyId);
    const rows = await product.read((reader) => reader.query<any>("select reference from ledger_entry where organisation_id = $1 and reference = $2", [reader.organisationId, `costs:handover:${id}`]));
    expect(rows).toHaveLength(1);
    const { data } = await collector.graphql<any>("{ handOvers { handOvers { id costsCents state } } }");
    expect(data.handOvers.handOvers).toContainEqual({ id, costsCents: 15_000, state: "approved" });
  });

  test("a rejected proposal leaves the case a candidate, and it waits for nobody any more", async () => {
    const { agencyId } = await agencyWithKey();
    const ready = await readyCase();
    const { data } = await propose(collector, ready.caseId, agencyId);
    const asked = await manager.graphql<any>("{ approvals { kind subjectId askedByMe cents } }");
    expect(asked.data.approvals).toContainEqual(expect.objectContaining({ kind: "hand-over", subjectId: data.proposeHandOver.id, askedByMe: false }));
    const rejected = await manager.graphql<any>("mutation($id: ID!) { rejectHandOver(id: $id, reason: \"eerst nog bellen\") { state } }", { id: data.proposeHandOver.id });
    expect(rejected.data.rejectHandOver.state).toBe("rejected");
    expect((await approve(manager, data.proposeHandOver.id)).code).toBe("ALREADY_DECIDED");
    const after = await manager.graphql<any>("{ approvals { subjectId } handOvers { candidates { caseId } } }");
    expect(after.data.approvals).not.toContainEqual({ subjectId: data.proposeHandOver.id });
    expect(after.data.handOvers.candidates).toContainEqual({ caseId: ready.caseId });
  });
});

const WHOLE = `query($id: ID!) { case(id: $id) {
  id number state version handedOverAt snapshotHash debtor { name kind email contactName } creditor { name iban vatDeductible }
  claim { asOf principalCents interestCents costsCents paidCents outstandingCents interestArticle } claims { invoiceNumber principalCents payments { cents part } }
  timeline { at kind title text cents } documents { id kind sha256 url mimeType } letter { sentOn text costsFrom } } }`;

describe("what an agency sees (I-60)", () => {
  test("the case it was given, by part, with its story and documents; another agency and a wrong key get nothing", async () => {
    const mine = await agencyWithKey();
    const other = await agencyWithKey();
    const ready = await readyCase();
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId: ready.debtorId, amountCents: 5_000, receivedOn: "2026-10-30", reference: "deel", allocations: [{ invoiceId: ready.invoiceId, cents: 5_000 }] }));
    const id = await handedOver(ready, mine.agencyId);
    const { data, errors } = await asAgency(mine.key, WHOLE, { id });
    expect(errors).toBeUndefined();
    expect(data.case).toMatchObject({
      id, state: "approved", debtor: { kind: "consumer" }, creditor: { name: "IJsvogel Installatie", vatDeductible: true },
      claim: { asOf: TODAY, principalCents: 48_500, paidCents: 5_000, costsCents: 6_525, interestArticle: "BW 6:119" },
      claims: [{ invoiceNumber: ready.number, payments: [{ cents: 5_000, part: "principal" }] }], letter: { sentOn: "2026-10-01", text: "De tekst van de brief" },
    });
    expect(data.case.timeline.map(({ kind }: any) => kind)).toEqual(["invoice", "reminder", "letter", "payment"]);
    const document = await product.read((reader) => reader.first<any>("select sha256, bytes from document where organisation_id = $1 and id = $2", [reader.organisationId, data.case.documents[0].id]));
    expect(data.case.documents[0]).toMatchObject({ kind: "invoice", url: `/documents/${data.case.documents[0].id}`, sha256: sha256(document.bytes).toString("hex") });
    const fetched = (key: string) => supertest(product.app).get(data.case.documents[0].url).set("authorization", `Bearer ${key}`);
    const [got, foreign] = [await fetched(mine.key), await fetched(other.key)];
    expect([got.status, got.get("content-type"), foreign.status]).toEqual([200, "application/pdf", 404]);
    expect(sha256(got.body as Buffer).toString("hex")).toBe(data.case.documents[0].sha256);
    expect((await asAgency(other.key, WHOLE, { id })).code).toBe("NOT_FOUND");
    expect((await asAgency(mine.key, WHOLE, { id: newId() })).code).toBe("NOT_FOUND");
    expect((await asAgency(`${mine.key.slice(0, -1)}${mine.key.endsWith("x") ? "y" : "x"}`, WHOLE, { id })).code).toBe("NOT_SIGNED_IN");
    expect((await asAgency(other.key, "{ cases { nodes { id } } }")).data.cases.nodes).toEqual([]);
  });

  test("after a recall: its number, state and hash, and nothing else", async () => {
    const { agencyId, key } = await agencyWithKey();
    const id = await handedOver(await readyCase(), agencyId);
    const documentId = (await asAgency(key, WHOLE, { id })).data.case.documents[0].id;
    expect((await manager.graphql("mutation($id: ID!) { recallHandOver(id: $id, reason: \"betaald bij ons\") { state } }", { id })).data).toEqual({ recallHandOver: { state: "recalled" } });
    const { data } = await asAgency(key, WHOLE, { id });
    expect((await supertest(product.app).get(`/documents/${documentId}`).set("authorization", `Bearer ${key}`)).status).toBe(404);
    expect(data.case).toMatchObject({ id, state: "recalled", version: 3, debtor: null, creditor: null, claim: null, claims: [], timeline: [], documents: [], letter: null });
    expect((await asAgency(key, "mutation($id: ID!) { acceptCase(id: $id, version: 3) { id } }", { id })).code).toBe("CASE_CLOSED");
  });

  test("it accepts, reports and closes by version; an old version is refused with the new one (I-64)", async () => {
    const { agencyId, key } = await agencyWithKey();
    const id = await handedOver(await readyCase(), agencyId);
    const accepted = await asAgency(key, "mutation($id: ID!) { acceptCase(id: $id, version: 2) { state version } }", { id });
    expect(accepted.data.acceptCase).toEqual({ state: "accepted", version: 3 });
    const old = await asAgency(key, "mutation($id: ID!) { reportEvent(id: $id, version: 2, kind: \"call\", text: \"gebeld\") { version } }", { id });
    expect(old.errors?.[0]?.extensions).toEqual({ code: "CONFLICT", details: { version: 3, state: "accepted" } });
    const told = await asAgency(key, "mutation($id: ID!) { reportEvent(id: $id, version: 3, kind: \"payment\", text: \"contant\", cents: 2500, on: \"2026-11-20\") { version timeline { kind title cents } } }", { id });
    expect(told.data.reportEvent.version).toBe(4);
    expect(told.data.reportEvent.timeline).toContainEqual({ kind: "agency", title: "payment", cents: 2_500 });
    await asAgency(key, "mutation($id: ID!) { closeCase(id: $id, version: 4, code: \"paid\") { state } }", { id });
    const { data } = await manager.graphql<any>("{ handOvers { handOvers { id state events { kind text cents } } } }");
    expect(data.handOvers.handOvers.find((row: any) => row.id === id)).toEqual({
      id, state: "closed", events: [{ kind: "accepted", text: null, cents: null }, { kind: "payment", text: "contant", cents: 2_500 }, { kind: "closed", text: "paid", cents: null }],
    });
  });

  test("a key that only reads can't write; a revoked one is a stranger's at once", async () => {
    const { agencyId, key, keyId } = await agencyWithKey({ scopes: ["cases:read"] });
    const id = await handedOver(await readyCase(), agencyId);
    expect((await asAgency(key, "mutation($id: ID!) { acceptCase(id: $id, version: 2) { id } }", { id })).code).toBe("NOT_ALLOWED");
    const { data } = await admin.graphql<any>("{ agencies { id keys { id lastUsedAt } } }");
    expect(data.agencies.find((agency: any) => agency.id === agencyId).keys[0].lastUsedAt).not.toBeNull();
    await admin.graphql("mutation($id: ID!) { revokeApiKey(id: $id) { revokedAt } }", { id: keyId });
    expect((await asAgency(key, WHOLE, { id })).code).toBe("NOT_SIGNED_IN");
  });

  test("walking 7 cases by 2 while cases come and go gives each that was there all along once (I-63)", async () => {
    const { agencyId, key } = await agencyWithKey();
    const ids: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      product.clock.set(TODAY, 600 + at);
      ids.push(await handedOver(await readyCase(), agencyId));
    }
    const seen: string[] = [];
    for (let after: string | null = null, page = 0; ; page += 1) {
      const answer: any = await asAgency(key, "query($a: String) { cases(first: 2, after: $a) { nodes { id } endCursor hasNextPage } }", { a: after });
      seen.push(...answer.data.cases.nodes.map(({ id }: any) => id));
      if (page === 1) {
        await manager.graphql("mutation($id: ID!) { recallHandOver(id: $id, reason: \"terug\") { state } }", { id: ids[0] });
        await handedOver(await readyCase(), agencyId);
      }
      if (!answer.data.cases.hasNextPage) break;
      after = answer.data.cases.endCursor;
    }
    product.clock.set(TODAY);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a key's scopes and last day are checked, and only its hash is kept", async () => {
    const { agencyId, key, keyId } = await agencyWithKey();
    const make = (scopes: string[], on: string) => admin.graphql("mutation($a: ID!, $s: [String!]!, $d: Day!) { createApiKey(agencyId: $a, scopes: $s, expiresOn: $d) { secret } }", { a: agencyId, s: scopes, d: on });
    expect((await make(["cases:delete"], "2027-01-01")).code).toBe("INPUT_INVALID");
    expect((await make(["cases:read"], "2027-12-26")).code).toBe("INPUT_INVALID");
    expect((await make(["cases:read"], "2026-11-19")).code).toBe("INPUT_INVALID");
    const row = await product.read((reader) => reader.first<any>("select prefix, key_hash as hash, audit.after from api_key join audit on audit.subject_id = api_key.id where api_key.organisation_id = $1 and api_key.id = $2", [reader.organisationId, keyId]));
    expect(row.hash).toEqual(sha256(key.slice(4)));
    expect(key.slice(4)).toContain(row.prefix);
    expect(JSON.stringify(row)).not.toContain(key.slice(40));
  });
});
