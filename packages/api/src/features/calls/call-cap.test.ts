import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { openCallTask } from "./open-call-task";

// Friday; the cap is one contact a day, four in thirty days.
const TODAY = "2026-11-20";
let product: TestProduct;
let collector: StaffCaller;
let counter = 0;

interface Setting { debtorId: string; taskId: string }

/** A late debtor on the call list, whom mails reached on some days. */
async function toCall(mailedOn: readonly string[], { reason = "step", note }: { reason?: string; note?: string } = {}): Promise<Setting> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `d${counter}@example.nl`, phone: "0612345678" });
    await issueInvoice(tx, { debtorId, number: `2026-${counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", totalCents: 10_000, source: "test", lines: [{ description: "Werk", amountCents: 10_000 }] });
    for (const day of mailedOn) {
      await tx.query(
        `insert into message (organisation_id, id, debtor_id, kind, channel, language, state, queued_on, queued_at, send_after, handed_over_at, total_cents)
         values ($1, $2, $3, 'reminder-1', 'mail', 'nl', 'delivered', $4, $5, $5, $5, 10000)`, [tx.organisationId, newId(), debtorId, day, momentAt(day, 510)]);
    }
    const { taskId } = await openCallTask(tx, { debtorId, reason, note, plannedOn: TODAY });
    return { debtorId, taskId };
  });
}

interface Listed { debtorId: string; waitsUntil: string | null }
const list = async (): Promise<{ rows: Listed[]; waiting: Listed[] }> =>
  (await collector.graphql<any>("{ callList { rows { debtorId waitsUntil } waiting { debtorId waitsUntil } } }")).data.callList;
const CLAIM = "mutation($id: ID!, $why: String) { claimCallTask(taskId: $id, reason: $why) { claimedBy waitsUntil } }";

beforeEach(async () => {
  product = await startTestProduct({ today: TODAY, minute: 600 });
  collector = await product.staff("collector");
});
afterEach(() => product.stop());

test("whom a mail reached today waits until Monday, whom four reached in thirty days until the first of those is thirty days ago; the others are offered", async () => {
  const mailed = await toCall([TODAY]);
  const often = await toCall(["2026-10-25", "2026-11-02", "2026-11-09", "2026-11-16"]);
  const free = await toCall(["2026-11-02", "2026-11-09", "2026-11-16"]);
  const asked = await toCall([TODAY], { reason: "call-me-back" });
  const chosen = await toCall([TODAY], { reason: "by-hand", note: "belofte van gisteren" });
  const { rows, waiting } = await list();
  expect(waiting).toEqual([{ debtorId: mailed.debtorId, waitsUntil: "2026-11-23" }, { debtorId: often.debtorId, waitsUntil: "2026-11-24" }]);
  expect(rows.map(({ debtorId }) => debtorId).sort()).toEqual([free, asked, chosen].map(({ debtorId }) => debtorId).sort());
  // What only counts says the same: the navigation and the work list offer no more than the call list.
  const { data } = await collector.graphql<any>("{ viewer { counts { calls } } today { work { kind debtorId } } }");
  expect(data.viewer.counts.calls).toBe(3);
  expect(data.today.work.flatMap(({ kind, debtorId }: { kind: string; debtorId: string }) => (kind.startsWith("call") ? [debtorId] : [])).sort()).toEqual(rows.map(({ debtorId }) => debtorId).sort());
  // On Monday the first may be called.
  product.clock.set("2026-11-23", 600);
  expect((await list()).waiting.map(({ debtorId }) => debtorId)).toEqual([often.debtorId]);
});

test("a call past the cap is taken only with a reason, which stands in the audit trail; then it is in hand and no longer waits", async () => {
  const { taskId, debtorId } = await toCall([TODAY]);
  const refused = await collector.graphql<any>(CLAIM, { id: taskId });
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "CONTACT_CAP", details: { until: "2026-11-23" } });
  expect((await collector.graphql<any>(CLAIM, { id: taskId, why: "vroeg gisteren om een telefoontje" })).data.claimCallTask).toMatchObject({ claimedBy: expect.any(String), waitsUntil: null });
  const audited = await product.read((reader) => reader.query<{ after: unknown }>("select after from audit where organisation_id = $1 and action = 'call-past-cap'", [reader.organisationId]));
  expect(audited).toEqual([{ after: { reason: "vroeg gisteren om een telefoontje", until: "2026-11-23" } }]);
  // While it is in hand, taking it again needs no second reason.
  expect((await collector.graphql<any>(CLAIM, { id: taskId })).code).toBeUndefined();
  expect((await list()).rows.map((row) => row.debtorId)).toEqual([debtorId]);
});

test("a debtor who calls us is heard whatever the cap, and without a task", async () => {
  const { debtorId } = await toCall([TODAY]);
  const answer = await collector.graphql<any>(
    `mutation($d: ID!) { logCall(input: { debtorId: $d, direction: "in", outcome: "callBack", callBackOn: "2026-11-23", invoiceIds: [] }) { call { outcome } } }`, { d: debtorId });
  expect(answer.errors).toBeUndefined();
});

test("control: with a cap of three a day, nine in thirty days, nobody waits, so the days above come from the cap", async () => {
  await toCall([TODAY]);
  await toCall(["2026-10-25", "2026-11-02", "2026-11-09", "2026-11-16"]);
  await product.write((tx) => tx.query("update organisation set contact_cap_day = 3, contact_cap_month = 9 where id = $1", [tx.organisationId]));
  const { rows, waiting } = await list();
  expect([rows.length, waiting.length]).toEqual([2, 0]);
});
