import { DUTCH_LADDER, type LadderStep, type PlainDate } from "@tegemoet/domain";
import { upsertDebtor } from "../src/features/debtors/upsert-debtor";
import { runNight } from "../src/features/escalations/run-night";
import { issueInvoice } from "../src/features/invoices/issue-invoice";
import { createLadder } from "../src/features/ladders/create-ladder";
import { findDraft } from "../src/features/ladders/draft.queries";
import { findLadderInForce } from "../src/features/ladders/ladder.queries";
import { moveCases } from "../src/features/ladders/move-cases";
import { proposeLadder } from "../src/features/ladders/propose-ladder";
import { publishLadder } from "../src/features/ladders/publish-ladder";
import { saveLadderDraft } from "../src/features/ladders/save-ladder-draft";
import { setLadderRules } from "../src/features/ladders/set-ladder-rules";
import { receivePayment } from "../src/features/payments/receive-payment";
import { momentAt } from "../src/platform/clock";
import { newId } from "../src/platform/ids";
import type { Tx } from "../src/platform/database/transaction";
import { startTestProduct, type TestProduct } from "../test/harness";

let product: TestProduct;
let proposer: string;
let second: string;
let counter = 0;

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
  [proposer, second] = [(await product.staff("manager")).staffId, (await product.staff("admin")).staffId];
});
afterAll(() => product.stop());

const as = <T>(id: string, work: (tx: Tx) => Promise<T>) => product.write(work, { actor: { kind: "staff", id } });

/** One saves and asks, another publishes. */
async function publish(ladderId: string, rowVersion: number, steps: readonly LadderStep[]): Promise<string> {
  const given = steps.map(({ id, template, legal: _legal, ...step }) => ({ ...step, key: id, messageKind: template ?? null }));
  const seen = async () => (await product.read((reader) => findDraft(reader, ladderId)))?.rowVersion ?? 0;
  await as(proposer, (tx) => saveLadderDraft(tx, { ladderId, rowVersion, steps: given }));
  const saved = await seen();
  await as(proposer, (tx) => proposeLadder(tx, { ladderId, rowVersion: saved }));
  const proposed = await seen();
  return (await as(second, (tx) => publishLadder(tx, { ladderId, rowVersion: proposed }))).versionId;
}

async function lateInvoice(kind: "consumer" | "legal-person"): Promise<{ debtorId: string; invoiceId: string }> {
  counter += 1;
  return product.write(async (tx) => {
    const email = `debiteur${counter}@example.nl`;
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind, email, phone: "0301234567", street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${1000 + counter}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
      delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId };
  });
}

/** A night with the bank read, after which everything that was queued leaves. */
async function night(day: PlainDate): Promise<void> {
  product.clock.set(day, 120);
  await product.write((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', $3, $4, $4, 0, 0, $5)`, [tx.organisationId, newId(), `s-${day}`, day, tx.now]));
  expect(await runNight(product.product.source, { organisationId: product.organisationId, day, now: product.clock.now() })).toMatchObject({ failures: [] });
  await product.write((tx) => tx.query(
    "update message set state = 'delivered', handed_over_at = $2, delivered_at = $2 where organisation_id = $1 and state = 'queued'", [tx.organisationId, momentAt(day, 510)]));
}

const had = async (invoiceId: string) => (await product.read((reader) => reader.query<{ key: string; on: string; skipped: boolean }>(
  `select step_key as key, taken_on as on, skipped_reason is not null as skipped from step_taken where organisation_id = $1 and invoice_id = $2 order by taken_on, id`,
  [reader.organisationId, invoiceId]))).map(({ key, on, skipped }) => `${on} ${key}${skipped ? " (passed by)" : ""}`);

test("a rule, a new version and a move by choice, over three nights", async () => {
  const [stays, moves, fresh] = [await lateInvoice("consumer"), await lateInvoice("consumer"), await lateInvoice("legal-person")];
  // Before the first night a ladder for businesses is published, with one step of its own.
  const { ladderId } = await as(proposer, (tx) => createLadder(tx, { name: "Zakelijk" }));
  const only: LadderStep = { id: "hello", afterDays: 4, channel: "mail", template: "reminder-2", automatic: true, repeatEveryDays: 7 };
  await publish(ladderId, 1, [only]);
  await as(proposer, (tx) => setLadderRules(tx, { ladderId, rowVersion: 1, name: "Zakelijk", rank: 10, conditions: { kinds: ["legal-person"] } }));

  // Monday 9 November, 7 days late: consumers their first reminder, the business its own step.
  await night("2026-11-09");
  expect([await had(stays.invoiceId), await had(moves.invoiceId), await had(fresh.invoiceId)]).toEqual([["2026-11-09 reminder-1"], ["2026-11-09 reminder-1"], ["2026-11-09 hello"]]);

  // A second version without the call and with other keys. Nobody who runs is touched.
  const standard = await product.read(findLadderInForce);
  const first = DUTCH_LADDER.steps.find(({ id }) => id === "reminder-1") as LadderStep;
  const versionId = await publish(standard?.ladderId ?? "", 0, [{ ...first, id: "friendly" }, { id: "again", afterDays: 14, channel: "mail", template: "reminder-3", automatic: true }]);
  const { moved } = await as(proposer, (tx) => moveCases(tx, { fromVersionId: standard?.versionId ?? "", versionId, invoiceIds: [moves.invoiceId], continueAfter: [], reason: "proef" }));
  expect(moved).toBe(1);
  expect(await had(moves.invoiceId)).toEqual(["2026-11-09 reminder-1", "2026-11-09 friendly (passed by)"]);

  // Tuesday 17 November: the day named in the reminder has passed. Who stayed is called, who moved gets the new second step, not the first again.
  await night("2026-11-17");
  expect(await had(stays.invoiceId)).toEqual(["2026-11-09 reminder-1", "2026-11-17 call"]);
  expect((await had(moves.invoiceId)).at(-1)).toBe("2026-11-17 again");
  expect((await had(fresh.invoiceId)).at(-1)).toBe("2026-11-17 hello");

  // Who begins now begins on the new version.
  const late = await lateInvoice("consumer");
  await night("2026-11-18");
  expect(await had(late.invoiceId)).toEqual(["2026-11-18 friendly"]);
  expect((await had(moves.invoiceId)).filter((line) => line.includes("reminder-1"))).toHaveLength(1);
});

test("of an invoice with less than € 5,00 open nobody is reminded; with € 5,00 or more they are", async () => {
  await product.write((tx) => tx.query("update organisation set minimum_reminder_cents = 500 where id = $1", [tx.organisationId]));
  const [little, enough] = [await lateInvoice("consumer"), await lateInvoice("consumer")];
  for (const [{ debtorId, invoiceId }, open] of [[little, 499], [enough, 500]] as const) {
    await product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 18_600 - open, receivedOn: "2026-11-18", allocations: [{ invoiceId, cents: 18_600 - open }] }));
  }
  await night("2026-11-19");
  expect(await had(little.invoiceId)).toEqual([]);
  expect(await had(enough.invoiceId)).toEqual(["2026-11-19 friendly"]);
});
