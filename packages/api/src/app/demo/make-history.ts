import { addDays, isBusinessDay, type PlainDate } from "@tegemoet/domain";
import { systemClock } from "../../platform/clock";
import type { Config } from "../../platform/config";
import { reading } from "../../platform/database/transaction";
import { rateLimits } from "../../platform/http/rate-limit";
import { makeLogger } from "../../platform/logger";
import type { Outside } from "../../platform/outside";
import { countTables } from "../count-tables";
import { CREDITORS } from "./demo-creditors";
import type { DemoSize, DemoSpan } from "./demo-debtors";
import { lastNight, liveDay } from "./live-day";
import { openWorld } from "./open-world";
import { openQuickSource } from "./quick-source";

/** One organisation's history, as it can be told to a thread. */
export interface HistoryOrder {
  readonly creditorId: string;
  readonly span: DemoSpan;
  readonly size: DemoSize;
  /** Whether the planner counts the tables as this history grows; one of them is enough. */
  readonly countsTables: boolean;
}

/** Is told how much of a hundred is done, and the day that has passed. */
export type HistoryListener = (percent: number, day: PlainDate) => void;

/** Takes everything and tells nobody: the mails of the history were sent long ago. */
const QUIET: Outside = {
  mail: { send: async () => undefined, close: async () => undefined },
  letters: { post: async () => undefined },
  sms: { send: async () => undefined },
  payments: {
    create: async () => { throw new Error("the history pays by itself"); },
    fetch: async () => undefined,
  },
};

/** Parts of the history after which the tables are counted. */
const COUNTED_AT: readonly number[] = [0.02, 0.07, 0.2, 0.5];

/** Lives through every business day of the span in one organisation that was founded already, and through the night of the last day. */
export async function makeHistory(config: Config, { creditorId, span, size, countsTables }: HistoryOrder, onDay: HistoryListener): Promise<void> {
  const creditor = CREDITORS.find(({ id }) => id === creditorId);
  if (!creditor) throw new RangeError(`the demo has no organisation ${creditorId}`);
  const source = await openQuickSource(config);
  try {
    const product = { config, source, outside: QUIET, clock: systemClock, limits: rateLimits(source), logger: makeLogger("silent") };
    const world = await openWorld(product, creditor, span, size);
    const days = businessDaysOf(span);
    const counted = new Set(countsTables ? COUNTED_AT.map((part) => Math.floor(part * days.length)) : []);
    for (const [number, day] of days.entries()) {
      await liveDay(world, day);
      if (counted.has(number)) await countTables(config, { roughly: true });
      onDay(Math.floor((100 * (number + 1)) / days.length), day);
    }
    if (isBusinessDay(span.until)) await lastNight(world, span.until);
    // The last words were believed to be kept: an answer to one more says that they are.
    await reading(source, creditorId, (reader) => reader.query("select 1 from organisation where id = $1", [creditorId]));
  } finally {
    await source.destroy();
  }
}

function businessDaysOf({ from, until }: DemoSpan): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) if (isBusinessDay(day)) days.push(day);
  return days;
}
