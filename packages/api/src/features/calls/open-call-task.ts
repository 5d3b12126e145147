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
  const opened = (await openCallTasks(tx, [task])).get(task.debtorId);
  if (!opened) throw new Error("a call task was not opened");
  return opened;
}

/** Puts many debtors on the call list at once, at most one task a debtor. By debtor. */
export async function openCallTasks(tx: Tx, tasks: readonly NewCallTask[]): Promise<Map<string, { taskId: string; created: boolean }>> {
  if (tasks.length === 0) return new Map();
  const values = [
    tx.organisationId, tasks.map(({ debtorId }) => debtorId), tasks.map(({ plannedOn }) => plannedOn), tasks.map(({ plannedMinute }) => plannedMinute ?? null),
    tasks.map(({ note }) => note ?? null), tasks.map(({ reason }) => reason),
  ];
  const open = await tx.query<{ debtorId: string; taskId: string }>(
    `update call_task set planned_on = least(call_task.planned_on, asked.planned_on), planned_minute = coalesce(asked.minute, planned_minute), note = coalesce(asked.note, call_task.note),
       reason = case when call_task.reason = 'step' then asked.reason else call_task.reason end
     from unnest($2::uuid[], $3::date[], $4::int[], $5::text[], $6::text[]) as asked (debtor_id, planned_on, minute, note, reason)
     where organisation_id = $1 and call_task.debtor_id = asked.debtor_id and closed_at is null
     returning call_task.debtor_id as "debtorId", call_task.id as "taskId"`,
    values,
  );
  const opened = new Map(open.map(({ debtorId, taskId }) => [debtorId, { taskId, created: false }]));
  const added = tasks.filter(({ debtorId }) => !opened.has(debtorId)).map((task) => ({ ...task, id: newId() }));
  if (added.length === 0) return opened;
  await tx.query(
    `insert into call_task (organisation_id, id, debtor_id, case_id, reason, note, planned_on, planned_minute, owner_id, created_at)
     select $1, made.*, $2 from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::date[], $9::int[], $10::uuid[]) as made`,
    [
      tx.organisationId, tx.now, added.map(({ id }) => id), added.map(({ debtorId }) => debtorId), added.map(({ caseId }) => caseId ?? null), added.map(({ reason }) => reason),
      added.map(({ note }) => note ?? null), added.map(({ plannedOn }) => plannedOn), added.map(({ plannedMinute }) => plannedMinute ?? null), added.map(({ ownerId }) => ownerId ?? null),
    ],
  );
  for (const { id, debtorId } of added) opened.set(debtorId, { taskId: id, created: true });
  return opened;
}
