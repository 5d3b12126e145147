import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { ladderInForce } from "./create-default-ladder";

const TODAY = "2026-11-20";
let product: TestProduct;
let manager: StaffCaller;
let other: StaffCaller;
let readyId: string;
let businessId: string;
beforeEach(async () => {
  product = await startTestProduct({ today: TODAY });
  [manager, other] = [await product.staff("manager"), await product.staff("admin")];
  readyId = (await product.write(ladderInForce)).ladderId;
  businessId = await secondLadder("Zakelijk");
});
afterEach(() => product.stop());

const ask = async (caller: StaffCaller, document: string, variables: Record<string, unknown> = {}) => caller.graphql<any>(document, variables);
const propose = (caller: StaffCaller, id: string, reason = "bijna iedereen is een bedrijf") =>
  ask(caller, "mutation($id: ID!, $r: String!) { proposeDefaultLadder(id: $id, reason: $r) { isDefault defaultAskedBy defaultAskedByMe defaultReason } }", { id, r: reason });
const act = (caller: StaffCaller, verb: "makeDefaultLadder" | "withdrawDefaultLadder", id: string) => ask(caller, `mutation($id: ID!) { ${verb}(id: $id) { isDefault defaultAskedBy conditions { kinds } } }`, { id });
const defaults = async () => (await ask(manager, "{ ladders { id isDefault } }")).data.ladders.filter(({ isDefault }: any) => isDefault).map(({ id }: any) => id);

/** A ladder with one published version, for businesses. */
async function secondLadder(name: string): Promise<string> {
  const { id, draft } = (await ask(manager, "mutation($n: String!) { createLadder(name: $n) { id draft { rowVersion } } }", { n: name })).data.createLadder;
  await ask(manager, "mutation($id: ID!, $v: Int!) { proposeLadder(id: $id, rowVersion: $v) { id } }", { id, v: draft.rowVersion });
  await ask(other, "mutation($id: ID!, $v: Int!) { publishLadder(id: $id, rowVersion: $v) { id } }", { id, v: draft.rowVersion + 1 });
  await product.write((tx) => tx.query(`update ladder set conditions = '{"kinds":["legal-person"]}' where organisation_id = $1 and id = $2`, [tx.organisationId, id]));
  return id;
}

async function invoiceOf(number: string): Promise<{ debtorId: string; invoiceId: string }> {
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${number}`, kind: "consumer", email: `${number}@example.nl` });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-09-01", dueOn: "2026-10-01", totalCents: 35_000, source: "test", lines: [] });
    return { debtorId, invoiceId };
  });
}

test("one asks and another says yes: a debtor no rule takes begins on the new default, and the invoice that runs stays on version 1 of the old one", async () => {
  const running = await invoiceOf("A-1");
  const versionId = (await product.write(ladderInForce)).versionId;
  await product.write((tx) => tx.query("insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on) values ($1, $2, $3, $4, 'reminder-1', '2026-10-08')", [tx.organisationId, newId(), running.invoiceId, versionId]));
  expect((await propose(manager, businessId)).data.proposeDefaultLadder).toEqual({ isDefault: false, defaultAskedBy: "manager Jansen", defaultAskedByMe: true, defaultReason: "bijna iedereen is een bedrijf" });
  expect((await ask(other, "{ approvals { kind subjectId askedByMe } }")).data.approvals).toEqual([{ kind: "default-ladder", subjectId: businessId, askedByMe: false }]);
  expect((await act(manager, "makeDefaultLadder", businessId)).code).toBe("SECOND_PERSON_NEEDED");
  expect(await defaults()).toEqual([readyId]);
  expect((await act(other, "makeDefaultLadder", businessId)).data.makeDefaultLadder).toEqual({ isDefault: true, defaultAskedBy: null, conditions: { kinds: [] } });
  expect(await defaults()).toEqual([businessId]);
  const of = async (debtorId: string) => (await ask(manager, "query($d: ID!) { ladderOfDebtor(debtorId: $d) { ladderId running { ladderId version } } }", { d: debtorId })).data.ladderOfDebtor;
  expect(await of(running.debtorId)).toEqual({ ladderId: businessId, running: [{ ladderId: readyId, version: 1 }] });
  expect(await of((await invoiceOf("A-2")).debtorId)).toEqual({ ladderId: businessId, running: [] });
  const trail = await product.read((reader) => reader.query<any>("select action, actor_id as by, before, after from audit where organisation_id = $1 and subject_id = $2 and action like '%default%' order by at, id", [reader.organisationId, businessId]));
  expect(trail).toMatchObject([
    { action: "propose-default-ladder", by: manager.staffId }, { action: "make-default-ladder", by: other.staffId, before: { default: readyId, conditions: { kinds: ["legal-person"] } }, after: { default: businessId, askedBy: manager.staffId } },
  ]);
});

test("the database has the last word: whoever asked can't be who decided, and there is one default", async () => {
  await propose(manager, businessId);
  await expect(product.write((tx) => tx.query("update approval set decision = 'approved', decided_by = asked_by, decided_at = now() where organisation_id = $1", [tx.organisationId]))).rejects.toMatchObject({ constraint: "second_person_is_another" });
  await expect(product.write((tx) => tx.query("update ladder set is_default = true where organisation_id = $1", [tx.organisationId]))).rejects.toMatchObject({ constraint: "one_default_ladder" });
});

test("two proposals said yes to at the same moment end with one default; taken back, asked by nobody, archived or never published it is refused", async () => {
  const third = await secondLadder("Verenigingen");
  await propose(manager, businessId);
  await propose(manager, third);
  const both = await Promise.all([act(other, "makeDefaultLadder", businessId), act(other, "makeDefaultLadder", third)]);
  expect(both.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  expect(await defaults()).toHaveLength(1);
  expect((await propose(manager, readyId, " ")).code).toBe("INPUT_INVALID");
  await propose(manager, readyId);
  expect((await act(other, "withdrawDefaultLadder", readyId)).errors).toBeUndefined();
  expect((await act(other, "makeDefaultLadder", readyId)).code).toBe("ALREADY_DECIDED");
  expect((await act(other, "withdrawDefaultLadder", readyId)).code).toBe("ALREADY_DECIDED");
  const draft = (await ask(manager, `mutation { createLadder(name: "Nooit") { id } }`)).data.createLadder.id;
  expect((await propose(manager, draft)).code).toBe("ALREADY_DECIDED");
  expect((await propose(await product.staff("collector"), readyId)).code).toBe("NOT_ALLOWED");
  expect((await propose(await product.staff("manager", product.otherOrganisationId), readyId)).code).toBe("NOT_FOUND");
});
