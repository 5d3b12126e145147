import type { Tx } from "../database/transaction";

/** The work that is done outside a request. Each task is a few lines in `app/tasks.ts` that call a verb. */
export type TaskName = "send-due-messages" | "refresh-checkouts" | "run-night" | "match-bank-lines" | "take-tables" | "run-bulk-actions";

/**
 * Adds a job in the transaction of the facts it follows: no job without its facts, no facts without their job. Jobs of one
 * organisation with one name are one job until it starts.
 */
export async function addJob(tx: Tx, task: TaskName, payload: Record<string, unknown> = {}): Promise<void> {
  await tx.query("select add_job($1, $2, $3)", [
    task, JSON.stringify({ ...payload, organisationId: tx.organisationId }), `${task}:${tx.organisationId}`,
  ]);
}
