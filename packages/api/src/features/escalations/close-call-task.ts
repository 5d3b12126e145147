import { Refusal, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { cancelPromises } from "../promises/cancel-promise";

/**
 * Closes the task that a call answered: the one named, else the debtor's open one when no colleague has it.
 *
 * Refuses with NOT_FOUND, TASK_DONE, TASK_CLAIMED for a named task.
 */
export async function closeCallTask(tx: Tx, { debtorId, taskId, staffId, because }: { debtorId: string; taskId?: string; staffId: string; because: string }): Promise<string | undefined> {
  const task = await tx.first<{ id: string; closedAt: Date | null; claimedBy: string | null; claimedUntil: Date | null; name: string | null }>(
    `select task.id, task.closed_at as "closedAt", task.claimed_by as "claimedBy", task.claimed_until as "claimedUntil", staff.name
     from call_task task left join staff on staff.id = task.claimed_by
     where task.organisation_id = $1 and task.debtor_id = $2 and case when $3::uuid is null then task.closed_at is null else task.id = $3 end for update of task`,
    [tx.organisationId, debtorId, taskId ?? null],
  );
  if (!task) {
    if (taskId) throw new Refusal("NOT_FOUND");
    return undefined;
  }
  const byOther = task.claimedBy !== null && task.claimedBy !== staffId && task.claimedUntil !== null && task.claimedUntil > tx.now;
  if (taskId) {
    if (task.closedAt) throw new Refusal("TASK_DONE");
    if (byOther) throw new Refusal("TASK_CLAIMED", { by: task.name ?? "", until: task.claimedUntil?.toISOString() ?? "" });
  } else if (byOther) {
    return undefined;
  }
  await tx.query("update call_task set closed_at = $3, closed_because = $4, claimed_until = null where organisation_id = $1 and id = $2", [tx.organisationId, task.id, tx.now, because]);
  return task.id;
}

/**
 * Makes room for the correction of a call: what was promised in it no longer counts. Gives the version of its agreement.
 *
 * Refuses with NOT_FOUND for a call of another debtor, CONFLICT when it was corrected before.
 */
export async function takeBackCall(tx: Tx, { callLogId, debtorId, today }: { callLogId: string; debtorId: string; today: PlainDate }): Promise<number> {
  const call = await tx.first<{ corrected: boolean; promiseIds: string[]; version: number }>(
    `select exists (select 1 from call_log later where later.organisation_id = $1 and later.corrects_id = call_log.id) as corrected,
       array(select id from promise where organisation_id = $1 and call_log_id = call_log.id and cancelled_on is null) as "promiseIds",
       coalesce((select max(version) from agreement where organisation_id = $1 and call_log_id = call_log.id), 0) as version
     from call_log where organisation_id = $1 and id = $2 and debtor_id = $3`,
    [tx.organisationId, callLogId, debtorId],
  );
  if (!call) throw new Refusal("NOT_FOUND");
  if (call.corrected) throw new Refusal("CONFLICT", { corrected: true });
  await cancelPromises(tx, { promiseIds: call.promiseIds, reason: "corrected", today });
  return call.version;
}
