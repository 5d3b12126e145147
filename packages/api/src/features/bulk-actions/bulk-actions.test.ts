import { Client } from "pg";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { ADMIN } from "../../app/authorisation";
import { resumeBulkActions, runBulkActions } from "../../app/run-bulk-actions";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { ladderInForce } from "../ladders/create-default-ladder";
import { BULK_ACTS } from "./bulk-order";

const TODAY = "2026-11-20";
let product: TestProduct;
let collector: StaffCaller;
let manager: StaffCaller;
let counter = 0;
beforeEach(async () => {
  product = await startTestProduct({ today: TODAY });
  [collector, manager] = [await product.staff("collector"), await product.staff("manager")];
});
afterEach(() => product.stop());

interface Chosen { debtorId: string; invoiceId: string; caseId: string }

async function lateDebtor(totalCents = 10_000, organisationId = product.organisationId): Promise<Chosen> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `d${counter}@example.nl` });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number: `B-${counter}`, issuedOn: "2026-09-01", dueOn: "2026-10-01", totalCents, source: "test", lines: [] });
    const caseId = newId();
    await tx.query("insert into collection_case (organisation_id, id, number, debtor_id, opened_on) values ($1, $2, $3, $4, '2026-10-05')", [tx.organisationId, caseId, counter, debtorId]);
    return { debtorId, invoiceId, caseId };
  }, { organisationId });
}

async function many(count: number): Promise<Chosen[]> {
  const made: Chosen[] = [];
  for (let at = 0; at < count; at += 1) made.push(await lateDebtor());
  return made;
}

const FIELDS = "id state total cents checked goes goesCents done doneCents refused mayUndo undoesId undoneById target";
const ask = (caller: StaffCaller, document: string, variables: Record<string, unknown>) => caller.graphql<any>(document, variables);
const prepare = (caller: StaffCaller, input: Record<string, unknown>) =>
  ask(caller, `mutation($i: BulkActionInput!) { prepareBulkAction(input: $i) { ${FIELDS} } }`, { i: { key: newId(), reason: "kantoor gesloten", ...input } });
const start = (caller: StaffCaller, id: string) => ask(caller, `mutation($id: ID!) { startBulkAction(id: $id) { ${FIELDS} } }`, { id });
const look = async (id: string) => (await ask(collector, `query($id: ID!) { bulkAction(id: $id) { ${FIELDS} } }`, { id })).data.bulkAction;
const rowsOf = async (id: string, which = "all") =>
  (await ask(collector, "query($id: ID!, $w: String!) { bulkRows(id: $id, which: $w, first: 100) { totalCount rows { subjectId label expected outcome code details } } }", { id, w: which })).data.bulkRows;
const work = () => runBulkActions(product.product, product.organisationId);
const sql = <Row>(text: string, ...values: unknown[]) => product.read((reader) => reader.query<Row>(text, [reader.organisationId, ...values]));
const holdsPerCase = () => sql<{ caseId: string; holds: number }>(`select case_id as "caseId", count(*)::int as holds from hold where organisation_id = $1 and case_id is not null group by case_id`);

/** Prepares, rehearses, starts and does it. */
async function doAll(caller: StaffCaller, input: Record<string, unknown>): Promise<string> {
  const { id } = (await prepare(caller, input)).data.prepareBulkAction;
  await work();
  expect((await start(caller, id)).errors).toBeUndefined();
  await work();
  return id;
}

/** 200 cases of which three have closed since they were on screen. */
async function twoHundred(): Promise<{ cases: Chosen[]; closed: string[] }> {
  const cases = await many(200);
  const closed = [cases[3], cases[77], cases[150]].flatMap((one) => one?.caseId ?? []);
  await product.write((tx) => tx.query("update collection_case set closed_on = '2026-11-19' where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, closed]));
  return { cases, closed };
}

describe("200 rows of which 3 are refused", () => {
  test("the rehearsal says which 3 and why and does nothing; then 197 are paused, each with its audit row, and the 3 stay for a second try", async () => {
    const { cases, closed } = await twoHundred();
    const { data } = await prepare(collector, { list: "cases", act: "pause", rows: cases.map(({ caseId }) => caseId), until: "2026-12-01" });
    const { id } = data.prepareBulkAction;
    expect(data.prepareBulkAction).toMatchObject({ state: "checking", total: 200, cents: 200 * 10_000 });
    expect((await start(collector, id)).code).toBe("CHECK_NEEDED");
    await work();
    expect(await look(id)).toMatchObject({ state: "ready", checked: 200, goes: 197, goesCents: 1_970_000, done: 0, refused: 0 });
    const refused = await rowsOf(id, "refused");
    expect(refused.totalCount).toBe(3);
    expect(refused.rows.map((row: any) => [row.subjectId, row.expected, row.code]).toSorted()).toEqual(closed.map((caseId) => [caseId, "refused", "CASE_CLOSED"]).toSorted());
    expect(await holdsPerCase()).toEqual([]);
    expect(await sql("select 1 from audit where organisation_id = $1 and action = 'place-hold'")).toEqual([]);

    await start(collector, id);
    await work();
    expect(await look(id)).toMatchObject({ state: "done", done: 197, doneCents: 1_970_000, refused: 3 });
    expect((await holdsPerCase()).map(({ holds }) => holds)).toEqual(Array.from({ length: 197 }, () => 1));
    const audited = await sql<{ count: number; staff: number }>(
      "select count(*)::int as count, count(distinct actor_id)::int as staff from audit where organisation_id = $1 and action = 'place-hold' and request_id = $2 and actor_id = $3", id, collector.staffId);
    expect(audited).toEqual([{ count: 197, staff: 1 }]);

    // Two of the three are open again when somebody tries once more.
    await product.write((tx) => tx.query("update collection_case set closed_on = null where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, closed.slice(0, 2)]));
    await ask(collector, "mutation($id: ID!) { retryBulkAction(id: $id) { id } }", { id });
    await work();
    expect(await look(id)).toMatchObject({ state: "done", done: 199, refused: 1 });
    expect((await holdsPerCase()).every(({ holds }) => holds === 1)).toBe(true);
  }, 120_000);

  test("cut off in the middle and begun again nothing is done twice; the control: with its results or its key forgotten it is", async () => {
    const { cases } = await twoHundred();
    const input = { key: "een sleutel", list: "cases", act: "pause", rows: cases.map(({ caseId }) => caseId) };
    const { id } = (await prepare(collector, input)).data.prepareBulkAction;
    await work();
    await start(collector, id);
    const cut = work().then(() => "ended", () => "cut off");
    const owner = new Client({ connectionString: product.product.config.DATABASE_URL });
    await owner.connect();
    while ((await look(id)).done < 40) await new Promise((resolve) => setTimeout(resolve, 5));
    await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    await owner.end();
    expect(await cut).toBe("cut off");
    const middle = await look(id);
    expect(middle.state).toBe("running");
    expect(middle.done).toBeGreaterThanOrEqual(40);
    expect(middle.done).toBeLessThan(197);
    // Each row that is done has its hold, and no other has.
    expect(await holdsPerCase()).toHaveLength(middle.done);
    await work();
    expect(await look(id)).toMatchObject({ state: "done", done: 197, refused: 3 });
    expect((await holdsPerCase()).map(({ holds }) => holds)).toEqual(Array.from({ length: 197 }, () => 1));

    // The key again, prepared and started again, does nothing.
    expect((await prepare(collector, input)).data.prepareBulkAction).toMatchObject({ id, state: "done" });
    await start(collector, id);
    await work();
    expect((await holdsPerCase()).every(({ holds }) => holds === 1)).toBe(true);

    // Controls: the count above sees it when the key is another, or when what was written down is forgotten.
    await doAll(collector, { ...input, key: "een andere sleutel", rows: [cases[0]?.caseId] });
    expect((await holdsPerCase()).filter(({ holds }) => holds === 2)).toHaveLength(1);
    await product.write(async (tx) => {
      await tx.query("update bulk_action_row set outcome = null, undo = null where organisation_id = $1 and bulk_action_id = $2 and position = 2", [tx.organisationId, id]);
      await tx.query("update bulk_action set state = 'running', finished_at = null where organisation_id = $1 and id = $2", [tx.organisationId, id]);
    });
    await work();
    expect((await holdsPerCase()).filter(({ holds }) => holds === 2)).toHaveLength(2);
  }, 120_000);

  test("two starts of one key at once are one action, and two workers at once do each row once", async () => {
    const rows = (await many(60)).map(({ caseId }) => caseId);
    const input = { key: "tegelijk", list: "cases", act: "pause", rows };
    const prepared = await Promise.all([prepare(collector, input), prepare(collector, input)]);
    const ids = prepared.map(({ data }) => data.prepareBulkAction.id);
    expect(ids[0]).toBe(ids[1]);
    await Promise.all([work(), work()]);
    const started = await Promise.all([start(collector, ids[0]), start(collector, ids[0])]);
    expect(started.map(({ data }) => data.startBulkAction.state)).toEqual(["running", "running"]);
    await Promise.all([work(), work(), work()]);
    expect(await look(ids[0])).toMatchObject({ state: "done", done: 60, refused: 0 });
    expect((await holdsPerCase()).map(({ holds }) => holds)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(await sql("select 1 from audit where organisation_id = $1 and action = 'start-bulk-action'")).toHaveLength(1);
  }, 120_000);
});

describe("who may, and whose rows", () => {
  test("rows of another organisation aren't there, in no list; nor is another organisation's action", async () => {
    const theirs = await lateDebtor(10_000, product.otherOrganisationId);
    const ours = await lateDebtor();
    for (const [list, row, own] of [["cases", theirs.caseId, ours.caseId], ["invoices", theirs.invoiceId, ours.invoiceId], ["debtors", theirs.debtorId, ours.debtorId]] as const) {
      expect((await prepare(collector, { list, act: "pause", rows: [own, row] })).code).toBe("NOT_FOUND");
    }
    const id = await doAll(collector, { list: "cases", act: "pause", rows: [ours.caseId] });
    const stranger = await product.staff("admin", product.otherOrganisationId);
    for (const verb of ["startBulkAction", "retryBulkAction"]) expect((await ask(stranger, `mutation($id: ID!) { ${verb}(id: $id) { id } }`, { id })).code).toBe("NOT_FOUND");
    expect((await ask(stranger, `mutation($id: ID!) { undoBulkAction(id: $id, reason: "x") { id } }`, { id })).code).toBe("NOT_FOUND");
    expect((await ask(stranger, "query($id: ID!) { bulkRows(id: $id) { totalCount } }", { id })).code).toBe("NOT_FOUND");
    expect((await ask(stranger, "{ bulkActions { id } }", {})).data.bulkActions).toEqual([]);
  });

  test("what is a manager's one by one is a manager's for many, also when the role went in between", async () => {
    const single = { pause: "placeHold", lift: "liftHold", postpone: "postponeStep", skip: "skipStep", "choose-ladder": "putDebtorOnLadder", "write-off": "writeOff" } as const;
    for (const [act, field] of Object.entries(single)) expect([act, BULK_ACTS[act as keyof typeof single].roles]).toEqual([act, ADMIN[`Mutation.${field}`]]);
    const { invoiceId } = await lateDebtor(300);
    const order = { list: "invoices", act: "write-off", rows: [invoiceId], maximumCents: 500 };
    expect((await prepare(collector, order)).code).toBe("NOT_ALLOWED");
    const { id } = (await prepare(manager, order)).data.prepareBulkAction;
    await work();
    expect((await start(collector, id)).code).toBe("NOT_ALLOWED");
    await start(manager, id);
    await product.write((tx) => tx.query("update membership set role = 'viewer' where organisation_id = $1 and staff_id = $2", [tx.organisationId, manager.staffId]));
    await work();
    expect((await rowsOf(id)).rows).toMatchObject([{ outcome: "refused", code: "NOT_ALLOWED" }]);
  });

  test("an act that the list hasn't, no reason, a day that passed and a key of another act are refused by name", async () => {
    const { caseId, debtorId } = await lateDebtor();
    const fields = async (input: Record<string, unknown>) => (await prepare(manager, input)).errors?.[0]?.extensions.details?.["fields"];
    expect(await fields({ list: "cases", act: "write-off", rows: [caseId] })).toEqual(["act: pause, lift, assign, postpone, skip"]);
    expect(await fields({ list: "cases", act: "pause", rows: [caseId], reason: " " })).toEqual(["reason: may not be empty"]);
    expect(await fields({ list: "cases", act: "pause", rows: [caseId], until: "2026-11-19" })).toEqual(["until: today or later"]);
    expect(await fields({ list: "cases", act: "postpone", rows: [caseId], until: TODAY })).toEqual(["until: after today"]);
    await prepare(manager, { key: "k", list: "cases", act: "pause", rows: [caseId] });
    expect((await prepare(manager, { key: "k", list: "debtors", act: "pause", rows: [debtorId] })).code).toBe("CONFLICT");
  });
});

describe("the filter, the acts and the way back", () => {
  test("everything that the filter shows, across pages, with the exact sum: 121 invoices, and not the one that came after the choice", async () => {
    const chosen = await many(120);
    await lateDebtor(999);
    const search = { invoices: { state: "open", search: "B-" } };
    const listed = (await ask(collector, `{ invoices(filter: { state: "open" }) { totalCount openCents } }`, {})).data.invoices;
    const { id, total, cents } = (await prepare(collector, { list: "invoices", act: "pause", ...search })).data.prepareBulkAction;
    expect([total, cents]).toEqual([listed.totalCount, listed.openCents]);
    await lateDebtor();
    await work();
    await start(collector, id);
    await work();
    // What came after the choice isn't in it.
    expect(await look(id)).toMatchObject({ total: 121, done: 121 });
    expect((await sql("select 1 from hold where organisation_id = $1 and scope = 'invoice'"))).toHaveLength(121);
    expect(chosen).toHaveLength(120);
  }, 60_000);

  test("a pause of 3 is taken back in one press, and lifting finds nothing left; a brake isn't lifted by the way", async () => {
    const chosen = await many(3);
    const id = await doAll(collector, { list: "debtors", act: "pause", rows: chosen.map(({ debtorId }) => debtorId) });
    expect(await look(id)).toMatchObject({ mayUndo: true });
    const undo = `mutation($id: ID!) { undoBulkAction(id: $id, reason: "vergissing") { ${FIELDS} } }`;
    const undone = (await ask(collector, undo, { id })).data.undoBulkAction;
    expect(undone).toMatchObject({ undoesId: id, total: 3, state: "running" });
    expect((await ask(collector, undo, { id })).data.undoBulkAction.id).toBe(undone.id);
    await work();
    expect(await look(undone.id)).toMatchObject({ state: "done", done: 3, mayUndo: false });
    expect(await look(id)).toMatchObject({ mayUndo: false, undoneById: undone.id });
    expect(await sql("select 1 from hold where organisation_id = $1 and lifted_at is null")).toEqual([]);
    await ask(collector, `mutation($d: ID!) { pullEmergencyBrake(debtorId: $d, reason: "x") { id } }`, { d: chosen[0]?.debtorId });
    const lifted = await doAll(collector, { list: "cases", act: "lift", rows: chosen.map(({ caseId }) => caseId) });
    expect((await rowsOf(lifted)).rows.map(({ code }: any) => code)).toEqual(["NO_PAUSE", "NO_PAUSE", "NO_PAUSE"]);
    expect(await sql("select kind from hold where organisation_id = $1 and lifted_at is null")).toEqual([{ kind: "brake" }]);
  });

  test("an owner, a ladder, a postponement and a small rest go and come back; a large rest and a credit note are refused", async () => {
    const [one, two] = [await lateDebtor(300), await lateDebtor(90_000)];
    const { ladderId } = await product.write(ladderInForce);
    await product.write((tx) => tx.query("update ladder set is_default = false where organisation_id = $1", [tx.organisationId]));
    await product.write(async (tx) => {
      const id = newId();
      await tx.query("insert into ladder (organisation_id, id, name, is_default) values ($1, $2, 'Anders', true)", [tx.organisationId, id]);
      await tx.query("insert into ladder_version (organisation_id, id, ladder_id, version, steps, published_on) select organisation_id, $2, $3, 1, steps, published_on from ladder_version where organisation_id = $1", [tx.organisationId, newId(), id]);
    });
    const undo = async (id: string) => {
      await ask(manager, `mutation($id: ID!) { undoBulkAction(id: $id, reason: "terug") { id } }`, { id });
      await work();
    };
    const assigned = await doAll(collector, { list: "cases", act: "assign", rows: [one.caseId, two.caseId], ownerId: collector.staffId });
    expect(await look(assigned)).toMatchObject({ done: 2, target: "collector Jansen" });
    expect(await sql("select owner_id as owner from collection_case where organisation_id = $1")).toEqual([{ owner: collector.staffId }, { owner: collector.staffId }]);
    await undo(assigned);
    expect(await sql("select owner_id as owner from collection_case where organisation_id = $1")).toEqual([{ owner: null }, { owner: null }]);
    const laddered = await doAll(manager, { list: "debtors", act: "choose-ladder", rows: [one.debtorId], ladderId });
    expect(await sql("select 1 from debtor where organisation_id = $1 and ladder_id = $2", ladderId)).toHaveLength(1);
    await undo(laddered);
    expect(await sql("select 1 from debtor where organisation_id = $1 and ladder_id is not null")).toEqual([]);
    const postponed = await doAll(collector, { list: "invoices", act: "postpone", rows: [one.invoiceId, two.invoiceId], until: "2026-12-01" });
    expect(await sql("select 1 from step_postponement where organisation_id = $1 and lifted_at is null")).toHaveLength(2);
    await undo(postponed);
    expect(await sql("select 1 from step_postponement where organisation_id = $1 and lifted_at is null")).toEqual([]);
    const skipped = await doAll(collector, { list: "cases", act: "skip", rows: [two.caseId] });
    expect(await look(skipped)).toMatchObject({ done: 1, mayUndo: false });
    const credit = await product.write((tx) => issueInvoice(tx, { debtorId: two.debtorId, kind: "credit-note", number: "C-1", issuedOn: TODAY, dueOn: TODAY, totalCents: 100, source: "test", lines: [] }));
    const given = await doAll(manager, { list: "invoices", act: "write-off", rows: [one.invoiceId, two.invoiceId, credit.invoiceId], maximumCents: 500 });
    expect((await rowsOf(given)).rows.map(({ outcome, code }: any) => [outcome, code]).toSorted()).toEqual([["done", null], ["refused", "NOTHING_OPEN"], ["refused", "REST_TOO_LARGE"]]);
    const open = () => sql<{ open: number }>("select open_cents as open from invoice_standing where organisation_id = $1 and invoice_id = $2", one.invoiceId);
    expect(await open()).toEqual([{ open: 0 }]);
    await undo(given);
    expect(await open()).toEqual([{ open: 300 }]);
  });

  test("what a process left behind is found after a minute and given to a worker; what goes on isn't", async () => {
    const { caseId } = await lateDebtor();
    await prepare(collector, { list: "cases", act: "pause", rows: [caseId] });
    const owner = new Client({ connectionString: product.product.config.DATABASE_URL });
    await owner.connect();
    const jobs = async () => (await owner.query<{ count: number }>("select count(*)::int as count from graphile_worker.jobs where task_identifier = 'run-bulk-actions'")).rows[0]?.count;
    await owner.query("select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))");
    await resumeBulkActions(product.product, product.organisationId);
    expect(await jobs()).toBe(0);
    await product.write((tx) => tx.query("update bulk_action set touched_at = touched_at - interval '2 minutes' where organisation_id = $1", [tx.organisationId]));
    await resumeBulkActions(product.product, product.organisationId);
    expect(await jobs()).toBe(1);
    await owner.end();
  });
});
