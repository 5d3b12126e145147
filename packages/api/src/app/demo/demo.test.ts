import { addDays } from "@tegemoet/domain";
import type { Server } from "node:http";
import type { Express } from "express";
import { Client } from "pg";
import supertest from "supertest";
import { RecordingOutside } from "../../../test/harness";
import { makeDatabase } from "../../../test/database";
import { TEST_SECRET } from "../../../test/test-role";
import { dayOf, DemoClock } from "../../platform/clock";
import { readConfig } from "../../platform/config";
import { reading, type Reader } from "../../platform/database/transaction";
import { verify } from "../../features/ledger/verify";
import { makeHttp } from "../http";
import type { Product } from "../product";
import { assembleProduct } from "../start-product";
import { deedsOfDay } from "./act-as-debtors";
import { Chance } from "./chance";
import { CREDITORS } from "./demo-creditors";
import { countDemo, DEMO_SEED, spanOf, type DemoCounts } from "./fill-demo";
import { openWorld } from "./open-world";
import { startDemo } from "./start-demo";

jest.setTimeout(600_000);

// A Wednesday: its night runs in the history, and the next day is one too.
const TODAY = "2026-11-18";
const DEMO_SECRET = "secret of the demo's calendar";

/** The demo's clock, with a real moment of our choosing beneath it. */
class TestDemoClock extends DemoClock {
  override now(): Date {
    return new Date(Date.parse(`${addDays(TODAY, this.offsetDays)}T10:00:00Z`));
  }
}

interface Demo {
  product: Product & { close(): Promise<void> };
  outside: RecordingOutside;
  counts: DemoCounts;
  drop(): Promise<void>;
}

async function makeDemo(): Promise<Demo> {
  const database = await makeDatabase();
  const config = readConfig({
    DATABASE_URL: database.url, SECRET_KEY: TEST_SECRET, APP_ROLE: "tegemoet_test_app", LOG_LEVEL: "silent", WORKER: "off", DEMO: "small", DEMO_SECRET, TRUSTED_DOCUMENTS: "off",
  });
  const outside = new RecordingOutside();
  const product = await assembleProduct(config, { clock: new TestDemoClock(), outside });
  const counts = await startDemo(product);
  if (!counts) throw new Error("nothing was filled");
  return { product, outside, counts, drop: () => product.close().then(database.drop) };
}

let demo: Demo;
let http: { app: Express; server: Server; close(): Promise<void> };
beforeAll(async () => {
  demo = await makeDemo();
  http = await makeHttp(demo.product);
});
afterAll(async () => {
  await http.close();
  await demo.drop();
});

async function count(sql: string): Promise<number[]> {
  const counts: number[] = [];
  for (const { id } of CREDITORS) counts.push((await reading(demo.product.source, id, (reader) => reader.first<{ count: number }>(sql, [id])))?.count ?? -1);
  return counts;
}

test("chance comes out the same for the same words, and otherwise for others", () => {
  const [a, b, c] = [new Chance(2026, "K", 4), new Chance(2026, "K", 4), new Chance(2026, "K", 5)];
  expect([a.next(), a.next()]).toEqual([b.next(), b.next()]);
  expect(new Chance(2026, "K", 4).next()).not.toBe(c.next());
});

test("eight months of 40 debtors leave no breach in the books", async () => {
  expect(demo.counts).toMatchObject({ debtor: 40 });
  expect(demo.counts["invoice"]).toBeGreaterThan(120);
  for (const { id } of CREDITORS) expect(await reading(demo.product.source, id, (reader) => verify(reader))).toEqual([]);
});

test.each([
  ["reminders", "select count(*) from message where organisation_id = $1 and kind = 'reminder-1'"],
  ["calls that were made", "select count(*) from call_log where organisation_id = $1"],
  ["calls to make", "select count(*) from call_task where organisation_id = $1 and closed_at is null"],
  ["disputes that wait", "select count(*) from dispute where organisation_id = $1 and decided_on is null"],
  ["plans that ran", "select count(*) from plan where organisation_id = $1 and accepted_on is not null"],
  ["hardship to review", "select count(*) from hold where organisation_id = $1 and kind = 'hardship' and lifted_at is null"],
  ["faults of our own", "select count(*) from self_check where organisation_id = $1 and not passed and resolved_at is null"],
  ["bank lines that nobody knows", "select count(*) from bank_match where organisation_id = $1 and undone_at is null and state in ('unknown', 'proposed')"],
  ["hand-overs", "select count(*) from hand_over where organisation_id = $1"],
  ["a ladder beside the default that reminds by text message", "select count(*) from ladder_version version join ladder on ladder.id = version.ladder_id where version.organisation_id = $1 and not ladder.is_default and version.published_on is not null and steps::text like '%sms%'"],
  ["replies that nobody read", "select count(*) from inbound_message where organisation_id = $1 and kind = 'reply' and read_at is null and debtor_id is not null"],
  ["mail of strangers, of machines and what came back in the inbox", "select count(*) - 2 as count from inbound_message where organisation_id = $1 and debtor_id is null and read_at is null"],
  ["letters of the law", "select count(*) from message where organisation_id = $1 and kind in ('fourteen-day-letter', 'business-notice')"],
])("each organisation has %s", async (_name, sql) => {
  for (const found of await count(sql)) expect(found).toBeGreaterThan(0);
});

test("nobody transfers again while money of theirs waits to be placed", async () => {
  const { product } = demo;
  const [creditor] = CREDITORS;
  if (!creditor) throw new Error("no creditor");
  const world = await openWorld(product, creditor, spanOf(TODAY, DEMO_SEED, "small"), "small");
  const transfersOn = async (reader: Reader): Promise<string[]> => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => addDays(TODAY, number));
    const ibans: string[] = [];
    for (const day of days) ibans.push(...(await deedsOfDay(reader, world, day)).transfers.map(({ debtor }) => debtor.iban));
    return ibans;
  };
  // A line that nobody placed yet, as if it were theirs: at the bank by the owner of the tables, whom nothing hinders.
  const owner = new Client({ connectionString: product.config.DATABASE_URL });
  await owner.connect();
  try {
    const [payer] = await reading(product.source, creditor.id, transfersOn);
    expect(payer).toBeDefined();
    await owner.query("set session_replication_role = replica");
    const { rows } = await owner.query<{ id: string; iban: string | null }>(
      `select line.id, line.counterparty_iban as iban from bank_match match join bank_line line on line.organisation_id = match.organisation_id and line.id = match.bank_line_id
       where match.organisation_id = $1 and match.undone_at is null and match.state in ('unknown', 'proposed') and line.amount_cents > 0 limit 1`, [creditor.id]);
    const name = "update bank_line set counterparty_iban = $3 where organisation_id = $1 and id = $2";
    await owner.query(name, [creditor.id, rows[0]?.id, payer]);
    expect(await reading(product.source, creditor.id, transfersOn)).not.toContain(payer);
    await owner.query(name, [creditor.id, rows[0]?.id, rows[0]?.iban]);
  } finally {
    await owner.end();
  }
});

test("no consumer owes costs without a fourteen-day letter whose term has passed", async () => {
  const wrong = `select count(*) from posting
    join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
    join debtor on debtor.organisation_id = $1 and debtor.id = posting.debtor_id and debtor.kind in ('consumer', 'unknown')
    where posting.organisation_id = $1 and posting.part = 'costs' and posting.amount_cents > 0 and not exists (
      select 1 from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = $1 and letter.id = line.letter_id
      where line.organisation_id = $1 and line.invoice_id = posting.invoice_id and letter.costs_from <= entry.booked_on)`;
  expect(await count(wrong)).toEqual([0, 0]);
});

test("no mail of the history left the house", () => {
  expect(demo.outside.mails).toEqual([]);
});

test("a second start keeps what there is", async () => {
  expect(await startDemo(demo.product)).toBeUndefined();
  expect(await countDemo(demo.product)).toEqual(demo.counts);
});

test("the calendar's secret opens its doors, another one does not", async () => {
  expect((await supertest(http.app).get("/demo/clock")).status).toBe(403);
  const clock = await supertest(http.app).get("/demo/clock").set("x-demo-secret", DEMO_SECRET);
  expect(clock.body).toMatchObject({ today: TODAY, demo: true });
  const welcome = await supertest(http.app).get("/demo/welcome").set("x-demo-secret", DEMO_SECRET);
  expect(welcome.body.logins).toHaveLength(8);
  expect(welcome.body.debtorLink).toMatch(/^http:\/\/localhost:4000\/portal\/l\/[A-Za-z0-9_-]{64}$/);
});

test("two presses bring two days, each with its night and its mails", async () => {
  const press = (): supertest.Test => supertest(http.app).post("/demo/next-day").set("x-demo-secret", DEMO_SECRET);
  const first = await press();
  expect(first.body).toMatchObject({ today: addDays(TODAY, 1), nights: [{ organisation: "Kievit Installatie" }, { organisation: "Molenaar Facilitair" }] });
  expect(demo.outside.mails.length).toBeGreaterThan(0);
  const second = await press();
  expect(second.body).toMatchObject({ today: addDays(TODAY, 2) });
  expect(dayOf(demo.product.clock.now())).toBe(addDays(TODAY, 2));
  const nights = await count(`select count(*) from night_run where organisation_id = $1 and day > '${TODAY}' and finished_at is not null`);
  expect(nights).toEqual([2, 2]);
  for (const { id } of CREDITORS) expect(await reading(demo.product.source, id, (reader) => verify(reader))).toEqual([]);
});

test("a fill that was cut off is thrown away and made anew, and comes out the same", async () => {
  await demo.product.source.query("update demo_clock set filled_at = null");
  expect(await startDemo(demo.product)).toEqual(demo.counts);
});

test("somebody proposed terms that a person still decides about; forty debtors are too few for one in each organisation", async () => {
  const counts = await Promise.all(CREDITORS.map(({ id }) => reading(demo.product.source, id, (reader) => reader.first<{ count: number }>(
    "select count(*) as count from plan where organisation_id = $1 and accepted_on is null and declined_on is null and ended_on is null", [id]))));
  expect(counts.reduce((sum, row) => sum + (row?.count ?? 0), 0)).toBeGreaterThan(0);
});
