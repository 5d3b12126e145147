import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface NewCallTask {
  readonly debtorId: string;
  readonly caseId?: string;
  /** Why somebody calls: "step", "promise-broken", "plan-broken", "call-me-back", "contradicted", "not-reached", "by-hand" … */
  readonly reason: string;
  readonly note?: string;
  readonly plannedOn: PlainDate;
  readonly plannedMinute?: number;
  readonly ownerId?: string;
}

/**
 * Puts a debtor on the call list. There is one open task a debtor: asked again, the earlier day wins and a weightier reason takes the
 * place of "step".
 */
export async function openCallTask(tx: Tx, task: NewCallTask): Promise<{ taskId: string; created: boolean }> {
  const open = await tx.first<{ id: string }>(
    `update call_task set planned_on = least(planned_on, $3), planned_minute = coalesce($4, planned_minute), note = coalesce($5, note),
       reason = case when reason = 'step' then $6 else reason end
     where organisation_id = $1 and debtor_id = $2 and closed_at is null returning id`,
    [tx.organisationId, task.debtorId, task.plannedOn, task.plannedMinute ?? null, task.note ?? null, task.reason],
  );
  if (open) return { taskId: open.id, created: false };
  const taskId = newId();
  await tx.query(
    `insert into call_task (organisation_id, id, debtor_id, case_id, reason, note, planned_on, planned_minute, owner_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, taskId, task.debtorId, task.caseId ?? null, task.reason, task.note ?? null, task.plannedOn, task.plannedMinute ?? null, task.ownerId ?? null, tx.now],
  );
  return { taskId, created: true };
}
