import { schemaOf } from "../../src/app/schemas";
import type { Door } from "../../src/app/guard";
import { newId } from "../../src/platform/ids";
import { startTestProduct, type TestProduct } from "../harness";
import { call, openedBy, type Caller } from "./callers";
import { fillOrganisation, type RowKind, type Rows } from "./fill-organisation";
import { argumentsOf, idPathsOf, operationsOf, type Operation } from "./operations";

let product: TestProduct;
let own: Rows;
let other: Rows;
/** Another debtor with another agency, of the caller's own organisation. */
let neighbour: Rows;
const callers = new Map<Door, Caller>();

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  const [admin, manager] = [await product.staff("admin"), await product.staff("manager")];
  const [foreign, foreigner] = [await product.staff("collector", product.otherOrganisationId), await product.staff("manager", product.otherOrganisationId)];
  own = await product.write((tx) => fillOrganisation(tx, { staffId: admin.staffId, otherStaffId: manager.staffId, number: 1001 }));
  neighbour = await product.write((tx) => fillOrganisation(tx, { staffId: admin.staffId, otherStaffId: manager.staffId, number: 1002 }));
  other = await product.write((tx) => fillOrganisation(tx, { staffId: foreign.staffId, otherStaffId: foreigner.staffId, number: 1001 }), { organisationId: product.otherOrganisationId });
  callers.set("admin", { name: "admin", headers: { cookie: admin.cookie } });
  callers.set("portal", { name: "debtor", headers: { cookie: await openedBy(product, own.linkToken) } });
  callers.set("partner", { name: "agency", headers: { authorization: `Bearer ${own.agencyKey}` } });
});
afterAll(() => product.stop());

const BY_ARGUMENT: Readonly<Record<string, RowKind>> = {
  messageId: "message", ids: "message", leftOut: "message", rows: "case",
  debtorId: "debtor", invoiceId: "invoice", invoiceIds: "invoice", caseId: "case", agencyId: "agency", taskId: "callTask", staffId: "staff", organisationId: "organisation",
  holdId: "hold", callLogId: "callLog", correctsId: "callLog", owner: "staff",
  paymentId: "payment", creditNoteId: "creditNote", entryId: "ledgerEntry", importId: "import",
  ladderId: "ladder", toLadderId: "ladder", copyOf: "ladder", fromVersionId: "ladderVersion", versionId: "ladderVersion", ownerId: "staff",
};
/** What `id` means, by the operation that asks for it. */
const BY_OPERATION: Readonly<Record<string, RowKind>> = {
  activateTemplate: "template", retireTemplate: "template",
  ladder: "ladder", saveLadderDraft: "ladder", proposeLadder: "ladder", publishLadder: "ladder", discardLadderDraft: "ladder", setLadderRules: "ladder", archiveLadder: "ladder", proposeDefaultLadder: "ladder", makeDefaultLadder: "ladder", withdrawDefaultLadder: "ladder",
  bulkAction: "bulkAction", bulkRows: "bulkAction", startBulkAction: "bulkAction", retryBulkAction: "bulkAction", undoBulkAction: "bulkAction",
  case: "case", debtor: "debtor", invoice: "invoice", import: "import", importPreview: "import", startImport: "import", message: "message", liftHold: "hold", endStatus: "status", endDirectDebit: "directDebit", liftPostponement: "postponement", sendTask: "task", finishTask: "task", skipTask: "task",
  messageWords: "message", editMessage: "message", skipMessage: "message", postponeMessage: "message", sendMessageNow: "message", releaseParkedMessage: "message", markReplyRead: "inbound", inboundMessage: "inbound", assignInbound: "inbound", postLetterBatch: "letterBatch", giveUpLetterBatch: "letterBatch", acceptPlan: "plan",
  declinePlan: "plan", cancelPlan: "plan", decideDispute: "dispute", matchBankLine: "bankLine", bankLine: "bankLine", ignoreBankLine: "bankLine", undoMatch: "bankLine", approveHandOver: "handOver",
  rejectHandOver: "handOver", recallHandOver: "handOver", revokeApiKey: "apiKey", updateDebtor: "debtor", checkout: "checkout", agreement: "agreement", confirmAgreement: "agreement",
  contradictAgreement: "agreement", acceptCase: "handOver", declineCase: "handOver", reportEvent: "handOver", closeCase: "handOver",
};

/** Which kind of row an ID names. An argument that nobody wrote down here fails the test: it would go unwatched. */
function kindOf(door: Door, operation: Operation, path: string): RowKind {
  const argument = path.split(".").at(-1) ?? path;
  const kind = argument === "id" ? (door === "partner" && operation.field === "case" ? "handOver" : BY_OPERATION[operation.field]) : BY_ARGUMENT[argument];
  if (!kind) throw new Error(`${operation.name}(${path}) names a row of no known kind: write it down in foreign-ids.test.ts`);
  return kind;
}

/** The answer without what differs from call to call. */
const sameness = ({ code, data, status }: Awaited<ReturnType<typeof call>>): string => JSON.stringify({ code, status, data: code ? null : data });

/** Calls with one ID in one place, all others being the caller's own, and tells whether a foreign row answers as one that doesn't exist. */
async function leaks(door: Door, foreign: Rows): Promise<string[]> {
  const caller = callers.get(door) as Caller;
  const wrong: string[] = [];
  for (const operation of operationsOf(schemaOf(door))) {
    for (const path of idPathsOf(operation)) {
      const ask = (id: string) => call(product, door, caller, operation.document, argumentsOf(operation, (at) => (at === path ? id : own[kindOf(door, operation, at)])));
      const [unknown, theirs] = [await ask(newId()), await ask(foreign[kindOf(door, operation, path)])];
      if (unknown.code === "INTERNAL" || theirs.code === "INTERNAL" || sameness(unknown) !== sameness(theirs)) {
        wrong.push(`${operation.name}(${path}): ${unknown.code ?? "done"} for an unknown id, ${theirs.code ?? "done"} for a foreign one`);
      }
    }
  }
  return wrong;
}

describe("somebody else's id answers as one that doesn't exist (T-2)", () => {
  test("staff with the ids of another organisation", async () => {
    expect(await leaks("admin", other)).toEqual([]);
  }, 120_000);

  test("a debtor with the ids of another organisation and of another debtor", async () => {
    await product.write((tx) => tx.query("update portal_session set checked_at = $2 where organisation_id = $1", [tx.organisationId, tx.now]));
    expect([...(await leaks("portal", other)), ...(await leaks("portal", neighbour))]).toEqual([]);
  }, 60_000);

  test("an agency with the cases of another organisation and of another agency", async () => {
    expect([...(await leaks("partner", other)), ...(await leaks("partner", neighbour))]).toEqual([]);
  }, 60_000);

  test.each(["admin", "portal", "partner"] as const)("text in the place of an id is not found at the %s door, never INTERNAL", async (door) => {
    const wrong: string[] = [];
    for (const operation of operationsOf(schemaOf(door)).filter((found) => idPathsOf(found).length > 0)) {
      const { code } = await call(product, door, callers.get(door) as Caller, operation.document, argumentsOf(operation, () => "' or 1=1"));
      if (code === "INTERNAL") wrong.push(operation.name);
    }
    expect(wrong).toEqual([]);
  });

  test("the control: the same calls with the caller's own ids do find something", async () => {
    const found: string[] = [];
    for (const [door, caller] of callers) {
      for (const operation of operationsOf(schemaOf(door)).filter((one) => one.name.startsWith("Query.") && idPathsOf(one).length === 1)) {
        const { code } = await call(product, door, caller, operation.document, argumentsOf(operation, (path) => own[kindOf(door, operation, path)]));
        if (code === undefined) found.push(operation.name);
      }
    }
    expect(found).toEqual(expect.arrayContaining(["Query.debtor", "Query.invoice", "Query.case", "Query.message"]));
  });
});
