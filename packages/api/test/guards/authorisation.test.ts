import { extendSchema, parse } from "graphql";
import { ADMIN, PARTNER, PORTAL, type AgencyScope, type DebtorEntry, type StaffEntry } from "../../src/app/authorisation";
import { guardSchema, staleEntries, type Door } from "../../src/app/guard";
import { schemaOf } from "../../src/app/schemas";
import { createApiKey } from "../../src/features/agencies/create-api-key";
import { newId } from "../../src/platform/ids";
import { startTestProduct, type TestProduct } from "../harness";
import { call, openedBy, type Caller } from "./callers";
import { fillOrganisation, type Rows } from "./fill-organisation";
import { argumentsOf, operationsOf, type Operation } from "./operations";

const TODAY = "2026-11-20";
const DOORS = ["admin", "portal", "partner"] as const;
const MATRIX = { admin: ADMIN, portal: PORTAL, partner: PARTNER } as const;
const ROLES = ["viewer", "collector", "manager", "admin"] as const;
/** What the guard says when it keeps the door shut. */
const SHUT = new Set(["NOT_SIGNED_IN", "NOT_ALLOWED", "SESSION_ENDED", "CHECK_NEEDED"]);
/** These end the caller's session, so they come last. */
const LAST: readonly string[] = ["signOut", "endSession"];

let product: TestProduct;
let rows: Rows;
const callers = new Map<string, Caller>();

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  const staff = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await product.staff(role)] as const)));
  for (const role of ROLES) callers.set(role, { name: role, headers: { cookie: staff[role]?.cookie ?? "" } });
  rows = await product.write((tx) => fillOrganisation(tx, { staffId: staff["collector"]?.staffId ?? "", otherStaffId: staff["manager"]?.staffId ?? "", number: 1001 }));
  await product.write((tx) => tx.query("update organisation set portal_check = true where id = $1", [tx.organisationId]));
  callers.set("anonymous", { name: "anonymous", headers: {} });
  callers.set("debtor unchecked", { name: "debtor unchecked", headers: { cookie: await openedBy(product, rows.linkToken) } });
  callers.set("debtor checked", { name: "debtor checked", headers: { cookie: await openedBy(product, rows.linkToken) } });
  await product.write((tx) => tx.query(
    `update portal_session set checked_at = $2 where organisation_id = $1 and id = (select id from portal_session where organisation_id = $1 order by id desc limit 1)`, [tx.organisationId, tx.now]));
  const { secret } = await product.write((tx) => createApiKey(tx, { agencyId: rows.agency, scopes: ["cases:read"], expiresOn: "2027-01-31", today: TODAY }));
  callers.set("agency reading", { name: "agency reading", headers: { authorization: `Bearer ${secret}` } });
  callers.set("agency writing", { name: "agency writing", headers: { authorization: `Bearer ${rows.agencyKey}` } });
});
afterAll(() => product.stop());

/** Whether the matrix lets this caller in. */
function may(door: Door, entry: StaffEntry | DebtorEntry | AgencyScope, caller: string): boolean {
  if (entry === "public") return true;
  if (door === "admin") return (entry as readonly string[]).includes(caller);
  if (door === "portal") return caller === "debtor checked" || (caller === "debtor unchecked" && entry === "link");
  return caller === "agency writing" || (caller === "agency reading" && entry === "cases:read");
}

const ordered = (operations: readonly Operation[]): Operation[] => [...operations].sort((a, b) => LAST.indexOf(a.field) - LAST.indexOf(b.field));

describe("the authorisation matrix (T-1)", () => {
  test.each(DOORS)("every operation of the %s door answers to every caller as the matrix says, and never with INTERNAL", async (door) => {
    const wrong: string[] = [];
    for (const caller of callers.values()) {
      for (const operation of ordered(operationsOf(schemaOf(door)))) {
        const entry = (MATRIX[door] as Record<string, StaffEntry | DebtorEntry | AgencyScope>)[operation.name];
        if (entry === undefined) throw new Error(`${operation.name} has no entry`);
        const { code, status } = await call(product, door, caller, operation.document, argumentsOf(operation, () => newId()));
        const expected = may(door, entry, caller.name);
        const shut = code !== undefined && SHUT.has(code);
        if (code === "INTERNAL" || status >= 500 || code?.startsWith("GRAPHQL") || code === "BAD_REQUEST" || shut === expected) {
          wrong.push(`${caller.name} → ${operation.name}: ${code ?? "done"}, expected to be ${expected ? "let in" : "kept out"}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 180_000);

  test.each(DOORS)("no entry of the %s door is left over", (door) => {
    expect(staleEntries(schemaOf(door), door)).toEqual([]);
  });

  test("an operation without an entry does not start", () => {
    const more = extendSchema(schemaOf("portal"), parse("extend type Query { everybodysMoney: Int }"));
    expect(() => guardSchema(more, "portal")).toThrow("no entry in app/authorisation.ts for portal: Query.everybodysMoney");
  });
});
