import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

/** So long nobody else calls this debtor (I-71). */
export const CLAIM_MINUTES = 15;

/**
 * Takes a call task, so that two people don't call one debtor. It ends by itself; taking it again makes it fifteen minutes more.
 *
 * Refuses with NOT_FOUND, TASK_DONE, and TASK_CLAIMED with the name and the moment when a colleague has it.
 */
export async function claimCallTask(tx: Tx, { taskId, staffId }: { taskId: string; staffId: string }): Promise<void> {
  const task = await tx.first<{ closedAt: Date | null; claimedBy: string | null; claimedUntil: Date | null; name: string | null }>(
    `select task.closed_at as "closedAt", task.claimed_by as "claimedBy", task.claimed_until as "claimedUntil", staff.name
     from call_task task left join staff on staff.id = task.claimed_by where task.organisation_id = $1 and task.id = $2 for update of task`,
    [tx.organisationId, taskId],
  );
  if (!task) throw new Refusal("NOT_FOUND");
  if (task.closedAt) throw new Refusal("TASK_DONE");
  const { claimedBy, claimedUntil } = task;
  if (claimedBy && claimedBy !== staffId && claimedUntil && claimedUntil > tx.now) {
    throw new Refusal("TASK_CLAIMED", { by: task.name ?? "", until: claimedUntil.toISOString() });
  }
  await tx.query(
    `update call_task set claimed_by = $3, claimed_until = $4::timestamptz + interval '${CLAIM_MINUTES} minutes' where organisation_id = $1 and id = $2`,
    [tx.organisationId, taskId, staffId, tx.now],
  );
}
