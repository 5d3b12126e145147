import type { TaskList } from "graphile-worker";
import { isId } from "../platform/ids";
import type { TaskName } from "../platform/jobs/add-job";
import { takeBankTables } from "./take-bank-tables";
import { runBulkActions } from "./run-bulk-actions";
import { takeTables } from "./take-tables";
import { refreshCheckouts, runNightWhenDue, sendNow } from "./night-timetable";
import type { Product } from "./product";

/** The jobs, each a line that calls a verb. What a job needs is in its payload; what it does can be done again without harm. */
export function tasksOf(product: Product): TaskList {
  const work: Partial<Record<TaskName, (organisationId: string) => Promise<unknown>>> = {
    "send-due-messages": (organisationId) => sendNow(product, organisationId),
    "run-night": (organisationId) => runNightWhenDue(product, organisationId),
    "take-tables": async (organisationId) => {
      await takeTables(product, organisationId);
      await takeBankTables(product, organisationId);
    },
    "run-bulk-actions": (organisationId) => runBulkActions(product, organisationId),
    "refresh-checkouts": (organisationId) => refreshCheckouts(product, organisationId),
  };
  return Object.fromEntries(Object.entries(work).map(([name, run]) => [name, async (payload: unknown): Promise<void> => {
    const { organisationId } = (payload ?? {}) as { organisationId?: unknown };
    if (!isId(organisationId)) throw new RangeError(`the job ${name} names no organisation`);
    await run(organisationId);
  }]));
}
