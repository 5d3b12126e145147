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
  const task = await tx.first<{ closedAt: Date | null; claimedBy: string | null; claimedUntil: Date | null }>(
    `select closed_at as "closedAt", claimed_by as "claimedBy", claimed_until as "claimedUntil" from call_task where organisation_id = $1 and id = $2 for update`,
    [tx.organisationId, taskId],
  );
  if (!task) throw new Refusal("NOT_FOUND");
  if (task.closedAt) throw new Refusal("TASK_DONE");
  const { claimedBy, claimedUntil } = task;
  if (claimedBy && claimedBy !== staffId && claimedUntil && claimedUntil > tx.now) {
    // Asked after the lock: joined to the task, a colleague who took it while we waited would have no name yet.
    const colleague = await tx.first<{ name: string }>("select name from staff where id = $1", [claimedBy]);
    throw new Refusal("TASK_CLAIMED", { by: colleague?.name ?? "", until: claimedUntil.toISOString() });
  }
  await tx.query(
    `update call_task set claimed_by = $3, claimed_until = $4::timestamptz + interval '${CLAIM_MINUTES} minutes' where organisation_id = $1 and id = $2`,
    [tx.organisationId, taskId, staffId, tx.now],
  );
}
