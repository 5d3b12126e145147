import { addDays, isBusinessDay, type PlainDate } from "@tegemoet/domain";
import type { DataSource } from "typeorm";
import { momentAt } from "../../platform/clock";
import { inTransaction, type Act, type Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { addJob } from "../../platform/jobs/add-job";
import { endPlans } from "../payment-plans/end-plans";
import { settlePromises } from "../promises/settle-promises";
import { bookLawfulCosts } from "./book-lawful-costs";
import { listDebtorsToLookAt } from "./claim-facts.queries";
import { climbChunk, type ClimbCounts } from "./climb-chunk";
import { closePaidCases, openOverdueCases } from "./keep-cases";
import { lapseSettledTasks } from "./lapse-settled-tasks";
import { nightRules, type NightRules } from "./night-rules";

/** Debtors in one transaction: large enough to be quick, small enough to hold no lock for long. */
const CHUNK = 750;
/** Chunks at once: one is decided here while another is written by the database and a third waits for the disk. */
const LANES = 3;

export interface NightCounts extends ClimbCounts {
  promisesBroken: number;
  plansBroken: number;
  costsBooked: number;
  failures: string[];
}

/** A night under way. */
interface Night {
  readonly id: string;
  readonly source: DataSource;
  readonly act: Act;
  readonly day: PlainDate;
  readonly sendAfter: Date;
  readonly rules: NightRules;
  readonly counts: NightCounts;
  readonly first: readonly string[];
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
  const night = await inTransaction(source, act, (tx) => beginNight(tx, source, act, day));
  if (!night) return undefined;
  const nextChunk = chunksOf(night);
  await Promise.all(Array.from({ length: LANES }, () => climbOn(night, nextChunk)));
  const { failures, ...counts } = night.counts;
  await inTransaction(source, act, async (tx) => {
    if (counts.messages + counts.letters > 0) await addJob(tx, "send-due-messages");
    await tx.query("update night_run set finished_at = $3, counts = $4, failures = $5 where organisation_id = $1 and id = $2", [
      tx.organisationId, night.id, now, JSON.stringify(counts), JSON.stringify(failures),
    ]);
  });
  return night.counts;
}

/** Takes the night of a day, unless it was run already, and writes down what days alone decide. */
async function beginNight(tx: Tx, source: DataSource, act: Act, day: PlainDate): Promise<Night | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `insert into night_run (organisation_id, id, day, started_at) values ($1, $2, $3, $4)
     on conflict on constraint one_night_per_day do update set started_at = excluded.started_at where night_run.finished_at is null returning id`,
    [tx.organisationId, newId(), day, tx.now],
  );
  if (!row) return undefined;
  const sendAfter = momentAt(day, 510);
  const promisesBroken = (await settlePromises(tx, day)).broken;
  const plansBroken = (await endPlans(tx, day, sendAfter)).broken;
  await closePaidCases(tx, day);
  await lapseSettledTasks(tx);
  await openOverdueCases(tx, day);
  const costsBooked = await bookLawfulCosts(tx, day);
  const rules = await nightRules(tx);
  return {
    id: row.id, source, act, day, sendAfter, rules, first: await listDebtorsToLookAt(tx, addDays(day, rules.lookAheadDays), undefined, CHUNK),
    counts: { messages: 0, letters: 0, calls: 0, tasks: 0, handOvers: 0, waiting: 0, stopped: 0, promisesBroken, plansBroken, costsBooked, failures: [] },
  };
}

/** Hands out chunks of debtors in the order of their keys, each once, whoever asks; empty when all have had their turn. */
function chunksOf({ source, act, day, rules, first }: Night): () => Promise<readonly string[]> {
  const dueBy = addDays(day, rules.lookAheadDays);
  let coming: Promise<readonly string[]> = Promise.resolve(first);
  return () => {
    const chunk = coming;
    coming = chunk.then((ids) => (ids.length < CHUNK ? [] : inTransaction(source, act, (tx) => listDebtorsToLookAt(tx, dueBy, ids.at(-1), CHUNK))));
    return chunk;
  };
}

async function climbOn(night: Night, nextChunk: () => Promise<readonly string[]>): Promise<void> {
  for (;;) {
    const debtorIds = await nextChunk();
    if (debtorIds.length === 0) return;
    await climbSafely(night, debtorIds);
  }
}

/** A chunk that fails is tried again in halves, so that one bad case never holds up the rest; what fails alone is reported. */
async function climbSafely(night: Night, debtorIds: readonly string[], again = false): Promise<void> {
  const { source, act, day, sendAfter, rules, counts } = night;
  try {
    add(counts, await inTransaction(source, act, (tx) => climbChunk(tx, { debtorIds, day, sendAfter, rules })));
  } catch (error) {
    // Another machine runs the same night and was first here: looked at again, its steps stand and nothing is left to take (I-44).
    if (!again && (error as { constraint?: string }).constraint === "one_message_per_step") return climbSafely(night, debtorIds, true);
    if (debtorIds.length === 1) {
      counts.failures.push(`${debtorIds[0]}: ${(error as Error).message.slice(0, 200)}`);
      return;
    }
    const half = Math.ceil(debtorIds.length / 2);
    await climbSafely(night, debtorIds.slice(0, half));
    await climbSafely(night, debtorIds.slice(half));
  }
}

function add(counts: ClimbCounts, more: ClimbCounts): void {
  for (const key of ["messages", "letters", "calls", "tasks", "handOvers", "waiting", "stopped"] as const) counts[key] += more[key];
}
