import { isBusinessDay, type PlainDate } from "@tegemoet/domain";
import type { DataSource } from "typeorm";
import { momentAt } from "../../platform/clock";
import { inTransaction, type Act, type Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { endPlans } from "../payment-plans/end-plans";
import { settlePromises } from "../promises/settle-promises";
import { bookLawfulCosts } from "./book-lawful-costs";
import { closePaidCases, openOverdueCases } from "./keep-cases";
import { listDebtorsToLookAt } from "./claim-facts.queries";
import { climbChunk, type ClimbCounts } from "./climb-chunk";
import { nightRules } from "./night-rules";

/** Debtors in one transaction: large enough to be quick, small enough that a fault holds up few. */
const CHUNK = 200;

export interface NightCounts extends ClimbCounts {
  promisesBroken: number;
  plansBroken: number;
  costsBooked: number;
  failures: string[];
}

/**
 * One organisation's night: what was decided by days is written down, cases open and close, and each invoice climbs at most one step.
 * Run again for the same day it changes nothing; after an outage it runs for today only, so nobody gets two letters in one morning.
 * What it decides goes out later, and is decided again then.
 *
 * @param now The business moment of the night; messages wait until half past eight that morning.
 * @returns Undefined when the night of this day was run already, or it is no business day.
 */
export async function runNight(
  source: DataSource,
  { organisationId, day, now }: { organisationId: string; day: PlainDate; now: Date },
): Promise<NightCounts | undefined> {
  if (!isBusinessDay(day)) return undefined;
  const act: Act = { organisationId, actor: { kind: "system" }, now };
  const nightId = await inTransaction(source, act, (tx) => begin(tx, day));
  if (!nightId) return undefined;
  const counts: NightCounts = { messages: 0, letters: 0, calls: 0, handOvers: 0, waiting: 0, stopped: 0, promisesBroken: 0, plansBroken: 0, costsBooked: 0, failures: [] };
  const sendAfter = momentAt(day, 510);
  await inTransaction(source, act, async (tx) => {
    counts.promisesBroken = (await settlePromises(tx, day)).broken;
    counts.plansBroken = (await endPlans(tx, day, sendAfter)).broken;
    await closePaidCases(tx, day);
    await openOverdueCases(tx, day);
    counts.costsBooked = await bookLawfulCosts(tx, day);
  });
  let after: string | undefined;
  for (;;) {
    const debtorIds = await inTransaction(source, act, (tx) => listDebtorsToLookAt(tx, day, after, CHUNK));
    if (debtorIds.length === 0) break;
    await climbSafely(source, act, debtorIds, day, sendAfter, counts);
    after = debtorIds.at(-1);
  }
  await inTransaction(source, act, (tx) =>
    tx.query("update night_run set finished_at = $3, counts = $4, failures = $5 where organisation_id = $1 and id = $2", [
      tx.organisationId, nightId, now, JSON.stringify({ ...counts, failures: undefined }), JSON.stringify(counts.failures),
    ]));
  return counts;
}

async function begin(tx: Tx, day: PlainDate): Promise<string | undefined> {
  const rows = await tx.query<{ id: string }>(
    `insert into night_run (organisation_id, id, day, started_at) values ($1, $2, $3, $4)
     on conflict on constraint one_night_per_day do update set started_at = excluded.started_at where night_run.finished_at is null returning id`,
    [tx.organisationId, newId(), day, tx.now],
  );
  return rows[0]?.id;
}

/** A chunk that fails is tried again case by case, so that one bad case never holds up the rest; what fails then is reported. */
async function climbSafely(source: DataSource, act: Act, debtorIds: readonly string[], day: PlainDate, sendAfter: Date, counts: NightCounts): Promise<void> {
  const climb = (ids: readonly string[]): Promise<ClimbCounts> =>
    inTransaction(source, act, async (tx) => climbChunk(tx, { debtorIds: ids, day, sendAfter, rules: await nightRules(tx) }));
  try {
    add(counts, await climb(debtorIds));
  } catch (error) {
    if (debtorIds.length === 1) {
      counts.failures.push(`${debtorIds[0]}: ${(error as Error).message.slice(0, 200)}`);
      return;
    }
    for (const debtorId of debtorIds) await climbSafely(source, act, [debtorId], day, sendAfter, counts);
  }
}

function add(counts: ClimbCounts, more: ClimbCounts): void {
  for (const key of ["messages", "letters", "calls", "handOvers", "waiting", "stopped"] as const) counts[key] += more[key];
}
