import { Logger, run } from "graphile-worker";
import { startTimetable } from "./night-timetable";
import { startMailbox } from "./read-mailbox";
import type { Product } from "./product";
import { tasksOf } from "./tasks";

/** Jobs at once in one process. Each is a run over what is due, so a few are enough; prefetching them would only lock them to us. */
const CONCURRENCY = 3;

/**
 * Starts the jobs and the timetable in this process. The jobs' tables belong to the owner of the database, so the worker comes in as the owner;
 * the tasks themselves work as the application role, within one organisation each.
 */
export async function startWorker(product: Product): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: product.config.DATABASE_URL,
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") product.logger.error({ job: message }, "a job failed");
      else if (level === "warning") product.logger.warn({ job: message }, "jobs");
    }),
    taskList: tasksOf(product),
  });
  const timetable = startTimetable(product);
  const mailbox = startMailbox(product);
  return {
    stop: async () => {
      await mailbox.stop();
      await timetable.stop();
      await runner.stop();
    },
  };
}
