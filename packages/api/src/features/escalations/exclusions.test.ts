import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { raiseDispute } from "../disputes/raise-dispute";
import { issueInvoice } from "../invoices/issue-invoice";
import { makePromise } from "../promises/make-promise";
import { EXCLUSION_KINDS } from "./exclusions.queries";
import { placeHold } from "./place-hold";
import { recordStatus } from "./record-status";

const TODAY = "2026-11-09";
let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

async function debtor(withAddress = true): Promise<{ debtorId: string; invoiceId: string; number: string }> {
  counter += 1;
  const number = `2026-${1000 + counter}`;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", ...(withAddress ? { email: `debiteur${counter}@example.nl` } : {}) });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-09-01", dueOn: "2026-09-30", totalCents: 10_000 * counter, source: "test", lines: [{ description: "Werk", amountCents: 10_000 * counter }] });
    return { debtorId, invoiceId, number };
  });
}

const LIST = `query($f: ExclusionFilter, $n: Int, $a: String) { exclusions(filter: $f, first: $n, after: $a) { totalCount totalCents forgottenCount nextCursor kinds { kind count }
  rows { kind scope debtorName invoiceNumber reason since until reviewOn ownerName cents forgotten } } }`;
const list = async (filter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => (await collector.graphql<any>(LIST, { f: filter, ...more })).data.exclusions;

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());

test("every way of being left in peace is one row with its reason, its age and its sum; what was forgotten stands first", async () => {
  const people = [];
  for (let made = 0; made < 12; made += 1) people.push(await debtor(made !== 10));
  const [paused, never, stopped, disputed, planned, promised, replied, checked, postponed, parked, , handedOver] = people as Required<typeof people>;
  if (!paused || !never || !stopped || !disputed || !planned || !promised || !replied || !checked || !postponed || !parked || !handedOver) throw new Error("twelve debtors");
  const manager = await product.staff("manager");
  await product.write(async (tx) => {
    await placeHold(tx, { debtorId: paused.debtorId, kind: "pause", reason: "wacht op creditnota", ownerId: manager.staffId });
    await tx.query("update hold set from_day = '2026-08-01', placed_at = $2 where organisation_id = $1", [tx.organisationId, momentAt("2026-08-01", 600)]);
    await placeHold(tx, { invoiceId: never.invoiceId, kind: "never", reason: "kleine klus voor de buren" });
    await placeHold(tx, { debtorId: never.debtorId, kind: "hardship", reason: "betalen lukt nu niet", reviewOn: "2026-11-20" });
    await recordStatus(tx, { debtorId: stopped.debtorId, kind: "insolvent", from: "2026-11-01", evidence: "faillissementsnummer 1" });
    await raiseDispute(tx, { debtorId: disputed.debtorId, invoiceId: disputed.invoiceId, reason: "not-good", text: "lekt nog", via: "staff", today: TODAY });
    const planId = newId();
    await tx.query(`insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on, accepted_by) values ($1, $2, $3, 'staff', '2026-10-01', '2026-10-08', 50000, '{"graceDays":3}', '2026-10-02', 'debtor')`, [tx.organisationId, planId, planned.debtorId]);
    await tx.query("insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents) values ($1, $2, $3, 1, '2026-12-01', 50000)", [tx.organisationId, newId(), planId]);
    await tx.query("insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) values ($1, $2, $3, $4, 50000, true)", [tx.organisationId, newId(), planId, planned.invoiceId]);
    await makePromise(tx, { debtorId: promised.debtorId, amountCents: 60_000, byDay: "2026-11-20", today: TODAY, source: "call", invoices: [{ invoiceId: promised.invoiceId, number: promised.number, openCents: 60_000 }] });
    await tx.query("insert into inbound_message (organisation_id, id, debtor_id, kind, subject, body_text, received_at) values ($1, $2, $3, 'reply', 'Vraag', 'Kan het later?', $4)", [tx.organisationId, newId(), replied.debtorId, tx.now]);
    await tx.query(`insert into self_check (organisation_id, id, invoice_id, checked_on, passed, results) values ($1, $2, $3, '2026-11-06', false, '[{"check": "invoice-sent", "ok": false}]')`, [tx.organisationId, newId(), checked.invoiceId]);
    await tx.query("insert into step_postponement (organisation_id, id, invoice_id, step_key, until_day, reason, placed_at, placed_by) values ($1, $2, $3, 'reminder-1', '2026-11-30', 'overleg', $4, $5)", [tx.organisationId, newId(), postponed.invoiceId, tx.now, manager.staffId]);
    await tx.query("insert into message (organisation_id, id, debtor_id, kind, channel, language, state, state_reason, queued_on, queued_at, send_after, total_cents) values ($1, $2, $3, 'reminder-1', 'mail', 'nl', 'parked', 'cut off while sending', '2026-11-08', $4, $4, 100000)", [tx.organisationId, newId(), parked.debtorId, tx.now]);
    await tx.query("update organisation set autopilot = false where id = $1", [tx.organisationId]);
  });
  const page = await list();
  const kinds = ["autopilot", "dispute", "hardship", "never", "no-address", "parked", "pause", "plan", "postponed", "promise", "reply", "self-check", "stop-code"];
  expect(page.kinds).toEqual(kinds.map((kind) => ({ kind, count: 1 })));
  expect([page.totalCount, page.forgottenCount]).toEqual([13, 2]);
  // Without an address since its due day of 30 September, and paused since 1 August, both without an end.
  expect(page.rows.slice(0, 2)).toMatchObject([
    { kind: "pause", debtorName: "Debiteur 1", reason: "wacht op creditnota", since: "2026-08-01", ownerName: "manager Jansen", cents: 10_000, forgotten: true },
    { kind: "no-address", debtorName: "Debiteur 11", since: "2026-09-30", cents: 110_000, forgotten: true },
  ]);
  expect(page.rows.find(({ kind }: { kind: string }) => kind === "plan")).toMatchObject({ since: "2026-10-02", until: "2026-12-01", cents: 50_000, forgotten: false });
  expect(page.rows.find(({ kind }: { kind: string }) => kind === "self-check")).toMatchObject({ invoiceNumber: checked.number, reason: "invoice-sent" });
  expect(kinds.every((kind) => (EXCLUSION_KINDS as readonly string[]).includes(kind))).toBe(true);
});

test("filters: by kind, by name, by age of 30 days, only what was forgotten; pages follow each other without a gap", async () => {
  expect(await list({ kind: "promise" })).toMatchObject({ totalCount: 1, totalCents: 60_000, rows: [{ kind: "promise", until: "2026-11-20" }] });
  expect((await list({ search: "buren" })).rows).toMatchObject([{ kind: "never", scope: "invoice" }]);
  expect((await list({ minDays: 30 })).rows.map(({ kind }: { kind: string }) => kind)).toEqual(["pause", "no-address", "plan"]);
  expect((await list({ forgottenOnly: true })).totalCount).toBe(2);
  expect((await list({ forgottenOnly: true, forgottenAfterDays: 60 })).rows).toMatchObject([{ kind: "pause" }]);
  const [first, all] = [await list({}, { n: 5 }), await list()];
  const second = await list({}, { n: 20, a: first.nextCursor });
  expect([...first.rows, ...second.rows]).toEqual(all.rows);
});

test("a hold past its review day is forgotten, and gone from the list when it is lifted; another organisation sees nothing", async () => {
  const { debtorId } = await debtor();
  const { holdId } = await product.write((tx) => placeHold(tx, { debtorId, kind: "pause", reason: "overleg", until: "2026-12-31", reviewOn: "2026-11-12" }));
  expect((await list({ search: "overleg", kind: "pause" })).rows).toMatchObject([{ forgotten: false }]);
  product.clock.set("2026-11-12");
  expect((await list({ search: "overleg", kind: "pause" })).rows).toMatchObject([{ forgotten: true }]);
  await collector.graphql(`mutation($id: ID!) { liftHold(id: $id, reason: "opgelost") { id } }`, { id: holdId });
  expect((await list({ search: "overleg", kind: "pause" })).totalCount).toBe(0);
  const other = await product.staff("viewer", product.otherOrganisationId);
  expect((await other.graphql<any>(LIST)).data.exclusions.totalCount).toBe(0);
});
