import { DUTCH_LADDER, type LadderStep } from "@tegemoet/domain";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { ladderInForce } from "./create-default-ladder";
import { listDebtorLadderFacts } from "./ladder-choice.queries";
import { findLadderInForce, findLadderVersions, listLaddersInForce } from "./ladder.queries";

const TODAY = "2026-11-20";
let product: TestProduct;
let manager: StaffCaller;
let other: StaffCaller;
let collector: StaffCaller;
let counter = 0;
beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  [manager, other, collector] = [await product.staff("manager"), await product.staff("admin"), await product.staff("collector")];
});
afterAll(() => product.stop());

const VERSION = "id version rowVersion publishedOn proposedByMe invoices faults { code step } steps { key afterDays channel messageKind legal minimumCents payWithinDays ownerId }";
const LADDER = `id name isDefault rank rowVersion archivedAt conditions { kinds segments minimumOpenCents } inForce { ${VERSION} } draft { ${VERSION} } versions { id }`;
const given = (steps: readonly LadderStep[]) => steps.map(({ id, template, legal: _legal, ...step }) => ({ ...step, key: id, messageKind: template }));
const ask = async (caller: StaffCaller, document: string, variables: Record<string, unknown> = {}) => caller.graphql<any>(document, variables);
const create = async (name: string, copyOf?: string) => (await ask(manager, `mutation($n: String!, $c: ID) { createLadder(name: $n, copyOf: $c) { ${LADDER} } }`, { n: name, c: copyOf })).data.createLadder;
const save = (caller: StaffCaller, id: string, rowVersion: number, steps: readonly LadderStep[]) => ask(
  caller, `mutation($id: ID!, $v: Int!, $s: [LadderStepInput!]!) { saveLadderDraft(id: $id, rowVersion: $v, steps: $s) { ${LADDER} } }`, { id, v: rowVersion, s: given(steps) });
const act = (caller: StaffCaller, verb: "proposeLadder" | "publishLadder" | "discardLadderDraft", id: string, rowVersion: number) =>
  ask(caller, `mutation($id: ID!, $v: Int!) { ${verb}(id: $id, rowVersion: $v) { ${LADDER} } }`, { id, v: rowVersion });
const rules = (ladder: { id: string; rowVersion: number; name: string }, rank: number, conditions: object) => ask(
  manager, `mutation($id: ID!, $v: Int!, $n: String!, $r: Int!, $c: LadderConditionsInput!) { setLadderRules(id: $id, rowVersion: $v, name: $n, rank: $r, conditions: $c) { ${LADDER} } }`,
  { id: ladder.id, v: ladder.rowVersion, n: ladder.name, r: rank, c: conditions });

/** Saves, proposes and publishes steps by two people. */
async function publish(id: string, rowVersion: number, steps: readonly LadderStep[]): Promise<string> {
  const saved = await save(manager, id, rowVersion, steps);
  const proposed = await act(manager, "proposeLadder", id, saved.data.saveLadderDraft.draft.rowVersion);
  const published = await act(other, "publishLadder", id, proposed.data.proposeLadder.draft.rowVersion);
  expect(published.errors).toBeUndefined();
  return published.data.publishLadder.inForce.id;
}

async function invoiceOf(debtor: object = {}, more: { dueOn?: string; totalCents?: number } = {}): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `d${counter}@example.nl`, ...debtor });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number: `L-${counter}`, issuedOn: "2026-09-01", dueOn: "2026-10-01", totalCents: 35_000, source: "test", lines: [], ...more });
    return { debtorId, invoiceId };
  });
}

const take = (invoiceId: string, versionId: string, ...keys: string[]) => product.write(async (tx) => {
  for (const [index, key] of keys.entries()) {
    await tx.query("insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on) values ($1, $2, $3, $4, $5, $6)", [tx.organisationId, newId(), invoiceId, versionId, key, `2026-10-${10 + index}`]);
  }
});
const stepsOf = (invoiceId: string) => product.read((reader) => reader.query<{ key: string; version: string; skipped: string | null }>(
  `select step_key as key, ladder_version_id as version, skipped_reason as skipped from step_taken where organisation_id = $1 and invoice_id = $2 order by taken_on, id`, [reader.organisationId, invoiceId]));

describe("drafts and versions", () => {
  test("the ready Dutch ladder is there once, also when two nights begin at the same moment", async () => {
    expect(await product.read(findLadderInForce)).toBeUndefined();
    const both = await Promise.all([product.write(ladderInForce), product.write(ladderInForce)]);
    expect(both[0].versionId).toBe(both[1].versionId);
    expect(both[0]).toMatchObject({ name: "Nederlands", version: 1, isDefault: true, ladder: DUTCH_LADDER, conditions: {} });
    expect(await product.read(listLaddersInForce)).toHaveLength(1);
  });

  test("a new ladder is a draft of the ready one; a second person publishes it, the proposer can't, a collector may nothing", async () => {
    const made = await create("Zakelijk");
    expect(made).toMatchObject({ isDefault: false, inForce: null, draft: { version: 1, rowVersion: 1, faults: [] } });
    expect(made.draft.steps.map(({ key }: { key: string }) => key)).toEqual(DUTCH_LADDER.steps.map(({ id }) => id));
    expect((await act(other, "publishLadder", made.id, 1)).code).toBe("ALREADY_DECIDED");
    expect((await act(manager, "proposeLadder", made.id, 9)).code).toBe("CONFLICT");
    const proposed = (await act(manager, "proposeLadder", made.id, 1)).data.proposeLadder;
    expect(proposed.draft).toMatchObject({ rowVersion: 2, proposedByMe: true });
    expect((await ask(other, "{ approvals { kind subjectId askedByMe } }")).data.approvals).toEqual([{ kind: "ladder", subjectId: made.id, askedByMe: false }]);
    expect((await act(manager, "publishLadder", made.id, 2)).code).toBe("SECOND_PERSON_NEEDED");
    expect((await act(collector, "publishLadder", made.id, 2)).code).toBe("NOT_ALLOWED");
    expect((await act(other, "publishLadder", made.id, 1)).code).toBe("CONFLICT");
    const published = (await act(other, "publishLadder", made.id, 2)).data.publishLadder;
    expect(published).toMatchObject({ draft: null, inForce: { version: 1, publishedOn: TODAY } });
    // The database has the last word, should the code ever forget.
    await expect(product.write((tx) => tx.query("update ladder_version set published_by = proposed_by where organisation_id = $1 and id = $2", [tx.organisationId, published.inForce.id])))
      .rejects.toMatchObject({ constraint: "published_by_a_second_person" });
    await expect(product.write((tx) => tx.query("update ladder_version set steps = '[]' where organisation_id = $1 and id = $2", [tx.organisationId, published.inForce.id])))
      .rejects.toMatchObject({ constraint: "published_steps_stay" });
  });

  test("two people on one draft: the second save is refused with both values, and nothing is lost", async () => {
    const made = await create("Met zijn tweeen");
    const day = (id: string, afterDays: number) => DUTCH_LADDER.steps.map((step) => (step.id === id ? { ...step, afterDays } : step));
    expect((await save(manager, made.id, 1, day("reminder-2", 19))).data.saveLadderDraft.draft.rowVersion).toBe(2);
    const refused = await save(other, made.id, 1, day("reminder-2", 21));
    expect(refused.code).toBe("CONFLICT");
    expect(refused.errors?.[0]?.extensions.details).toEqual({ rowVersion: 2, by: "manager Jansen", differences: ["reminder-2|afterDays|19|21"] });
    const kept = (await ask(other, `query($id: ID!) { ladder(id: $id) { ${LADDER} } }`, { id: made.id })).data.ladder;
    expect(kept.draft.steps.find(({ key }: { key: string }) => key === "reminder-2").afterDays).toBe(19);
    expect((await save(other, made.id, 2, day("reminder-2", 21))).data.saveLadderDraft.draft.rowVersion).toBe(3);
  });

  test("a draft with faults is kept but can't be proposed; a change takes a proposal back", async () => {
    const made = await create("Met fouten");
    const broken = DUTCH_LADDER.steps.filter(({ id }) => id !== "fourteen-day-letter");
    const saved = (await save(manager, made.id, 1, broken)).data.saveLadderDraft.draft;
    expect(saved.faults).toEqual([{ code: "no letter before hand-over", step: "hand-over" }]);
    const refused = await act(manager, "proposeLadder", made.id, 2);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "INPUT_INVALID", details: { fields: ["hand-over: no letter before hand-over"] } });
    await save(manager, made.id, 2, DUTCH_LADDER.steps);
    expect((await act(manager, "proposeLadder", made.id, 3)).errors).toBeUndefined();
    expect((await save(other, made.id, 4, DUTCH_LADDER.steps)).data.saveLadderDraft.draft).toMatchObject({ rowVersion: 5, proposedByMe: false });
    expect((await act(other, "publishLadder", made.id, 5)).code).toBe("ALREADY_DECIDED");
  });

  test("steps are read strictly: an unknown channel, a strange key and a colleague who isn't one are named", async () => {
    const made = await create("Invoer");
    const one = { key: "Herinnering 1", afterDays: 5, channel: "pigeon", automatic: true };
    const document = "mutation($id: ID!, $s: [LadderStepInput!]!) { saveLadderDraft(id: $id, rowVersion: 1, steps: $s) { id } }";
    const refused = await ask(manager, document, { id: made.id, s: [one] });
    const fields = (refused.errors?.[0]?.extensions.details?.["fields"] ?? []) as string[];
    expect(fields.map((line) => line.split(":")[0])).toEqual(["steps.1.channel", "steps.1.key"]);
    const stranger = await product.staff("collector", product.otherOrganisationId);
    expect((await ask(manager, document, { id: made.id, s: [{ ...one, key: "call", channel: "call", ownerId: stranger.staffId }] })).code).toBe("INPUT_INVALID");
    const mine = await ask(manager, `mutation($id: ID!, $s: [LadderStepInput!]!) { saveLadderDraft(id: $id, rowVersion: 1, steps: $s) { ${LADDER} } }`, {
      id: made.id, s: [{ ...one, key: "call", channel: "call", messageKind: "reminder-1", ownerId: collector.staffId }, { ...one, key: "letter", afterDays: 40, channel: "letter", messageKind: "fourteen-day-letter", onlyFor: "consumer", payWithinDays: 9 }],
    });
    // A call sends no text, and the letter of the law is legal whether or not somebody says so, with a term of its own.
    expect(mine.data.saveLadderDraft.draft.steps).toMatchObject([{ messageKind: null, ownerId: collector.staffId }, { legal: true, payWithinDays: null }]);
  });

  test("a draft is thrown away: of a ladder in force the version stays, a ladder that never was goes with it", async () => {
    const made = await create("Nooit geweest");
    expect((await act(manager, "discardLadderDraft", made.id, 1)).data.discardLadderDraft).toBeNull();
    expect((await ask(manager, "query($id: ID!) { ladder(id: $id) { id } }", { id: made.id })).code).toBe("NOT_FOUND");
    const standing = (await ask(manager, `{ ladders { ${LADDER} } }`)).data.ladders.find(({ name }: { name: string }) => name === "Zakelijk");
    const saved = (await save(manager, standing.id, 0, DUTCH_LADDER.steps.slice(0, 2))).data.saveLadderDraft;
    expect(saved.draft.version).toBe(2);
    expect((await act(manager, "discardLadderDraft", standing.id, saved.draft.rowVersion)).data.discardLadderDraft).toMatchObject({ draft: null, inForce: { version: 1 } });
  });
});

describe("rules", () => {
  test("a rule takes who fits, the hand wins over the rule, and who falls where is counted", async () => {
    const before = new Map<string, any>((await ask(manager, "{ ladderReach { ladderId byRule byHand } }")).data.ladderReach.map((reach: any) => [reach.ladderId, reach]));
    const [business] = (await ask(manager, `{ ladders { ${LADDER} } }`)).data.ladders.filter(({ name }: { name: string }) => name === "Zakelijk");
    await invoiceOf({ kind: "legal-person" });
    await invoiceOf({ kind: "legal-person" });
    const { debtorId } = await invoiceOf();
    expect((await rules(business, 10, { kinds: ["legalPerson"] })).data.setLadderRules).toMatchObject({ rank: 10, rowVersion: 2, conditions: { kinds: ["legalPerson"] } });
    expect((await rules(business, 20, {})).code).toBe("CONFLICT");
    await ask(manager, `mutation($d: ID!, $l: ID!) { putDebtorOnLadder(debtorId: $d, ladderId: $l, reason: "afgesproken", moveRunning: false) { moved } }`, { d: debtorId, l: business.id });
    const reach = (await ask(manager, "{ ladderReach { ladderId byRule byHand } }")).data.ladderReach;
    expect(reach.find(({ ladderId }: any) => ladderId === business.id)).toEqual({ ladderId: business.id, byRule: (before.get(business.id)?.byRule ?? 0) + 2, byHand: 1 });
    const refused = await ask(manager, `mutation($id: ID!) { archiveLadder(id: $id) { id } }`, { id: business.id });
    expect(refused.code).toBe("INPUT_INVALID");
  });

  test("how somebody paid is only read when it is asked: 20 days late twice is late, a payment taken back is a risk", async () => {
    const { debtorId, invoiceId } = await invoiceOf({}, { dueOn: "2026-10-01" });
    const { invoiceId: second } = await product.write((tx) => issueInvoice(tx, { debtorId, number: `L-${counter}-b`, issuedOn: "2026-09-01", dueOn: "2026-10-05", totalCents: 10_000, source: "test", lines: [] }));
    await product.write(async (tx) => {
      await receivePayment(tx, { source: "bank", debtorId, amountCents: 35_000, receivedOn: "2026-10-21", allocations: [{ invoiceId, cents: 35_000 }] });
      await receivePayment(tx, { source: "bank", debtorId, amountCents: 10_000, receivedOn: "2026-10-26", allocations: [{ invoiceId: second, cents: 10_000 }] });
      await tx.query("update debtor set segment = 'zorg' where organisation_id = $1 and id = $2", [tx.organisationId, debtorId]);
    });
    const facts = (withBehaviour: boolean) => product.read((reader) => listDebtorLadderFacts(reader, [debtorId], TODAY, withBehaviour));
    expect(await facts(true)).toEqual([{ debtorId, ladderId: null, kind: "consumer", language: "nl", segment: "zorg", openCents: 0, history: "late", risks: [] }]);
    expect(await facts(false)).toMatchObject([{ history: "new", risks: [] }]);
    await product.write((tx) => tx.query(
      "insert into call_task (organisation_id, id, debtor_id, reason, planned_on, created_at) values ($1, $2, $3, 'promise-broken', $4, $5)", [tx.organisationId, newId(), debtorId, TODAY, tx.now]));
    expect(await facts(true)).toMatchObject([{ risks: ["broken-agreement"] }]);
  });

  test("a ladder that is archived hands its rule and its debtors to another; the default can't be", async () => {
    const [business] = (await ask(manager, `{ ladders { ${LADDER} } }`)).data.ladders.filter(({ name }: { name: string }) => name === "Zakelijk");
    const heir = await create("Opvolger", business.id);
    await publish(heir.id, 1, DUTCH_LADDER.steps);
    const archive = (id: string, to?: string) => ask(manager, `mutation($id: ID!, $to: ID) { archiveLadder(id: $id, toLadderId: $to) { ${LADDER} } }`, { id, to });
    const standard = await product.read(findLadderInForce);
    expect((await archive(standard?.ladderId ?? "")).errors?.[0]?.extensions).toMatchObject({ code: "ALREADY_DECIDED", details: { state: "default" } });
    const gone = await archive(business.id, heir.id);
    expect(gone.data.archiveLadder.archivedAt).not.toBeNull();
    const taken = (await ask(manager, `query($id: ID!) { ladder(id: $id) { debtorsByHand ${LADDER} } }`, { id: heir.id })).data.ladder;
    expect(taken).toMatchObject({ debtorsByHand: 1, conditions: { kinds: ["legalPerson"] } });
    expect((await product.read(listLaddersInForce)).map(({ ladderId }) => ladderId)).not.toContain(business.id);
    expect(await product.read((reader) => findLadderVersions(reader, [business.inForce.id]))).toHaveLength(1);
  });
});

describe("running invoices and a new version (I-46)", () => {
  const changed = DUTCH_LADDER.steps
    .filter(({ id }) => id !== "note-before-due" && id !== "call")
    .map((step) => (step.id === "reminder-2" ? { ...step, id: "second", afterDays: 19 } : step));
  let ladderId: string;
  let first: string;
  let second: string;
  beforeAll(async () => {
    const made = await create("Verhuizen");
    ladderId = made.id;
    first = await publish(ladderId, 1, DUTCH_LADDER.steps);
  });

  test("publishing leaves them on their version; moving keeps what was done, and says how many stand where", async () => {
    const [begun, halfway, letter, fresh] = [await invoiceOf(), await invoiceOf(), await invoiceOf(), await invoiceOf()];
    await take(begun.invoiceId, first, "reminder-1");
    await take(halfway.invoiceId, first, "reminder-1", "call", "reminder-2");
    await take(letter.invoiceId, first, "reminder-1", "call", "reminder-2", "reminder-3", "fourteen-day-letter");
    second = await publish(ladderId, 0, changed);
    const counts = async () => Object.fromEntries((await ask(manager, `query($id: ID!) { ladder(id: $id) { versions { id version invoices } } }`, { id: ladderId })).data.ladder.versions.map((each: any) => [each.version, each.invoices]));
    expect(await counts()).toEqual({ 1: 3, 2: 0 });
    const preview = (await ask(manager, `query($a: ID!, $b: ID!) { ladderMove(fromVersionId: $a, versionId: $b) { invoices steps { step invoices continueAfter } } }`, { a: first, b: second })).data.ladderMove;
    expect(preview).toEqual({ invoices: 3, steps: [
      { step: "reminder-1", invoices: 1, continueAfter: "reminder-1" }, { step: "reminder-2", invoices: 1, continueAfter: "second" },
      { step: "fourteen-day-letter", invoices: 1, continueAfter: "fourteen-day-letter" },
    ] });
    const move = (more: object = {}) => ask(
      manager, `mutation($a: ID!, $b: ID!, $c: [ContinueAfterInput!]!, $i: [ID!]) { moveCases(fromVersionId: $a, versionId: $b, continueAfter: $c, invoiceIds: $i, reason: "nieuwe dagen") { moved } }`, { a: first, b: second, c: [], ...more });
    expect((await move({ c: [{ step: "reminder-1", continueAfter: "nergens" }] })).code).toBe("INPUT_INVALID");
    expect((await move({ i: [halfway.invoiceId, fresh.invoiceId] })).data.moveCases).toEqual({ moved: 1 });
    expect(await counts()).toEqual({ 1: 2, 2: 1 });
    // "second" was its second reminder under another name: passed by, so that it doesn't come again.
    expect(await stepsOf(halfway.invoiceId)).toEqual([
      { key: "reminder-1", version: first, skipped: null }, { key: "call", version: first, skipped: null }, { key: "reminder-2", version: first, skipped: null },
      { key: "second", version: second, skipped: "nieuwe dagen" },
    ]);
    expect((await move()).data.moveCases).toEqual({ moved: 2 });
    expect(await counts()).toEqual({ 1: 0, 2: 3 });
    expect((await stepsOf(begun.invoiceId)).map(({ key }) => key)).toEqual(["reminder-1"]);
    expect((await stepsOf(letter.invoiceId)).filter(({ skipped }) => skipped).map(({ key }) => key)).toEqual(["second"]);
    expect((await move()).data.moveCases).toEqual({ moved: 0 });
  });

  test("nobody is moved past a letter of the law that they didn't have, also when asked", async () => {
    const { invoiceId } = await invoiceOf();
    await take(invoiceId, first, "reminder-1");
    const moved = await ask(manager, `mutation($a: ID!, $b: ID!, $i: [ID!]) { moveCases(fromVersionId: $a, versionId: $b, continueAfter: [{ step: "reminder-1", continueAfter: "hand-over" }], invoiceIds: $i, reason: "sneller") { moved } }`, { a: first, b: second, i: [invoiceId] });
    expect(moved.data.moveCases).toEqual({ moved: 1 });
    expect((await stepsOf(invoiceId)).map(({ key }) => key)).toEqual(["reminder-1", "second", "reminder-3"]);
  });

  test("an invoice and a debtor are put on a ladder by hand; running ones of a debtor only when that is asked", async () => {
    const { debtorId, invoiceId } = await invoiceOf();
    await take(invoiceId, first, "reminder-1");
    const put = (moveRunning: boolean) => ask(manager, `mutation($d: ID!, $l: ID, $m: Boolean!) { putDebtorOnLadder(debtorId: $d, ladderId: $l, reason: "afspraak", moveRunning: $m) { moved } }`, { d: debtorId, l: ladderId, m: moveRunning });
    expect((await put(false)).data.putDebtorOnLadder).toEqual({ moved: 0 });
    expect((await put(true)).data.putDebtorOnLadder).toEqual({ moved: 1 });
    expect((await put(true)).data.putDebtorOnLadder).toEqual({ moved: 0 });
    const seen = async () => (await ask(collector, "query($d: ID!) { ladderOfDebtor(debtorId: $d) { name byHand segment running { ladderName version reason chosenBy } } }", { d: debtorId })).data.ladderOfDebtor;
    expect(await seen()).toEqual({ name: "Verhuizen", byHand: true, segment: null, running: [{ ladderName: "Verhuizen", version: 2, reason: "afspraak", chosenBy: "manager Jansen" }] });
    await ask(collector, `mutation($d: ID!) { setDebtorSegment(debtorId: $d, segment: " Zorg  en Welzijn ") { segment } }`, { d: debtorId });
    expect((await seen()).segment).toBe("zorg en welzijn");
    const standard = await product.read(findLadderInForce);
    const one = (reason: string) => ask(manager, `mutation($i: ID!, $l: ID!, $r: String!) { putInvoiceOnLadder(invoiceId: $i, ladderId: $l, reason: $r) }`, { i: invoiceId, l: standard?.ladderId, r: reason });
    expect((await one(" ")).code).toBe("INPUT_INVALID");
    expect((await one("toch gewoon")).data.putInvoiceOnLadder).toBe(true);
    const chosen = await product.read((reader) => reader.first<any>("select ladder_version_id as version, reason from invoice_ladder where organisation_id = $1 and invoice_id = $2", [reader.organisationId, invoiceId]));
    expect(chosen).toEqual({ version: standard?.versionId, reason: "toch gewoon" });
    const trail = await product.read((reader) => reader.query<any>("select action from audit where organisation_id = $1 and subject_id = any($2::uuid[]) order by at, id", [reader.organisationId, [debtorId, invoiceId]]));
    expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(["put-debtor-on-ladder", "put-invoice-on-ladder"]));
  });
});

describe("trying a ladder", () => {
  test("on a chosen invoice: what comes as it is, beside what would come; a ladder with faults isn't walked", async () => {
    const { invoiceId } = await invoiceOf({}, { dueOn: "2026-11-16" });
    const standard = await product.read(findLadderInForce);
    const document = `query($l: ID!, $s: [LadderStepInput!]!, $i: [ID!]) { tryLadder(ladderId: $l, steps: $s, invoiceIds: $i) { invoiceId had now { step on } tried { step on } } }`;
    const later = DUTCH_LADDER.steps.map((step) => (step.id === "reminder-1" ? { ...step, afterDays: 8 } : step));
    const tried = await ask(collector, document, { l: standard?.ladderId, s: given(later), i: [invoiceId] });
    expect(tried.data.tryLadder).toHaveLength(1);
    expect(tried.data.tryLadder[0]).toMatchObject({ invoiceId, had: [] });
    expect(tried.data.tryLadder[0].now[0]).toEqual({ step: "reminder-1", on: "2026-11-23" });
    expect(tried.data.tryLadder[0].tried[0]).toEqual({ step: "reminder-1", on: "2026-11-24" });
    expect((await ask(collector, document, { l: standard?.ladderId, s: given(DUTCH_LADDER.steps.filter(({ id }) => id !== "fourteen-day-letter")), i: [invoiceId] })).code).toBe("INPUT_INVALID");
    const own = await ask(collector, document, { l: standard?.ladderId, s: given(later) });
    expect(own.data.tryLadder.length).toBeGreaterThan(0);
    expect(own.data.tryLadder.length).toBeLessThanOrEqual(5);
  });

  test("on last year: without the calls there are none, and invoices paid in time are spoken to by nobody", async () => {
    const standard = await product.read(findLadderInForce);
    const { debtorId, invoiceId } = await invoiceOf({}, { dueOn: "2026-10-30", totalCents: 8_000 });
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 8_000, receivedOn: "2026-10-20", allocations: [{ invoiceId, cents: 8_000 }] }));
    const silent = DUTCH_LADDER.steps.filter(({ id }) => id !== "call" && id !== "note-before-due");
    const { data } = await ask(collector, `query($l: ID!, $s: [LadderStepInput!]!) { tryLadderOnLastYear(ladderId: $l, steps: $s) { from until invoices allInvoices now { messages calls untouched } tried { messages calls untouched } } }`, { l: standard?.ladderId, s: given(silent) });
    const year = data.tryLadderOnLastYear;
    expect(year).toMatchObject({ from: "2025-11-20", until: "2026-11-19", tried: { calls: 0 } });
    expect(year.invoices).toBe(year.allInvoices);
    expect(year.now.calls).toBeGreaterThan(0);
    expect(year.tried.messages).toBeLessThan(year.now.messages);
    expect(year.tried.untouched).toBeGreaterThanOrEqual(1);
  });
});
