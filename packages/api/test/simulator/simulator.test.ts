import { makeDatabase } from "../database";
import { findBreaches, RULES } from "./invariants";
import { PLANTED } from "./planted-faults";
import { simulate, type Simulated } from "./simulate";
import type { World } from "./simulated-world";

jest.setTimeout(300_000);

async function lifeOf(seed: number, debtors: number, months: number, from: string, world?: (world: World) => Promise<void>): Promise<Simulated> {
  const database = await makeDatabase();
  try {
    return await simulate(database.url, { seed, debtors, months, from }, { world });
  } finally {
    await database.drop();
  }
}

const missed: string[] = [];

/** Plants each fault in a life that was all right, looks whether its invariant names it, and takes it back. */
async function plantEach(world: World): Promise<void> {
  const seen = { mails: world.mails, letters: world.letters, texts: world.texts, payments: world.bankPage.all(), now: world.clock.now() };
  for (const { rule, sql, seen: change } of PLANTED) {
    await world.asOwner("begin");
    await world.asOwner("set local session_replication_role = replica");
    if (sql) await world.asOwner(sql);
    const found = await findBreaches((text, values) => world.asOwner(text, values), change?.(seen) ?? seen);
    await world.asOwner("rollback");
    if (!found.some((breach) => breach.rule === rule)) missed.push(rule);
  }
}

// Reduced, so that it fits in every run: `npm run simulate -- --seed 7 --debtors 500 --months 24` lives a whole one.
describe("the simulator, reduced: random payments, calls, disputes, holds, plans, bounces, replies, outages, two workers and kills", () => {
  test("seed 1: 20 debtors for three months, through the end of summer time, Christmas and the year, keep every invariant every week", async () => {
    const done = await lifeOf(1, 20, 3, "2026-10-12", plantEach);
    expect(done.breaches).toEqual([]);
    expect(done.messages).toBeGreaterThan(20);
    expect(done.weeks).toBe(14);
  });

  test("control: each invariant names the fault that was planted for it", () => {
    expect(missed).toEqual([]);
    const planted = new Set(PLANTED.map(({ rule }) => rule));
    expect(Object.keys(RULES).filter((rule) => !planted.has(rule))).toEqual([]);
  });

  test("seed 2: 12 debtors for two months, over 29 February 2028 and the beginning of summer time; lived twice it comes out alike", async () => {
    const [once, again] = [await lifeOf(2, 12, 2, "2028-02-07"), await lifeOf(2, 12, 2, "2028-02-07")];
    expect(once.breaches).toEqual([]);
    expect(again.digest).toEqual(once.digest);
  });
});
