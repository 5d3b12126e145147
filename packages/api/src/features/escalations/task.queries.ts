import { Refusal, type PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface TaskRow {
  id: string;
  debtorId: string;
  caseId: string | null;
  /** step: the ladder leaves it to a person; autopilot: the autopilot would have done it. */
  kind: "step" | "autopilot";
  stepKey: string;
  plannedOn: PlainDate;
  messageId: string | null;
}

/** An open task, locked after its debtor. Refuses with NOT_FOUND, TASK_DONE. */
export async function lockTask(tx: Tx, taskId: string): Promise<TaskRow> {
  await tx.query(
    "select 1 from debtor where organisation_id = $1 and id = (select debtor_id from work_task where organisation_id = $1 and id = $2) for update", [tx.organisationId, taskId]);
  const task = await tx.first<TaskRow & { closedAt: Date | null }>(
    `select id, debtor_id as "debtorId", case_id as "caseId", kind, step_key as "stepKey", planned_on as "plannedOn", message_id as "messageId", closed_at as "closedAt"
     from work_task where organisation_id = $1 and id = $2 for update`, [tx.organisationId, taskId]);
  if (!task) throw new Refusal("NOT_FOUND");
  if (task.closedAt) throw new Refusal("TASK_DONE");
  return task;
}

/** Closes a task with what became of it; `message` is why the message that waited beside it doesn't leave. */
export async function closeWorkTask(
  tx: Tx, { task, outcome, reason, message }: { task: TaskRow; outcome: "done" | "sent" | "skipped"; reason: string | null; message?: string },
): Promise<void> {
  await tx.query("update work_task set closed_at = $3, closed_by = $4, outcome = $5, reason = $6 where organisation_id = $1 and id = $2", [
    tx.organisationId, task.id, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, outcome, reason,
  ]);
  if (task.messageId && message) {
    await tx.query("update message set state = 'cancelled', state_reason = $3 where organisation_id = $1 and id = $2 and state = 'parked'", [tx.organisationId, task.messageId, message]);
  }
}

export interface TaskListRow extends TaskRow {
  debtorName: string;
  messageKind: string | null;
  channel: string;
  ownerName: string | null;
  mine: boolean;
  invoiceNumbers: string[];
  cents: number;
}

/** The open tasks with something still open behind them, the oldest first. */
export function listTasks(reader: Reader, { staffId, mine = false, debtorId }: { staffId: string; mine?: boolean; debtorId?: string }): Promise<TaskListRow[]> {
  return reader.query<TaskListRow>(
    `select task.id, task.debtor_id as "debtorId", debtor.name as "debtorName", task.case_id as "caseId", task.kind, task.step_key as "stepKey", task.planned_on as "plannedOn",
       task.message_id as "messageId", coalesce(message.kind, about.template) as "messageKind", coalesce(message.channel, about.channel, 'task') as channel,
       owner.name as "ownerName", task.owner_id is not distinct from $2 as mine, about.numbers as "invoiceNumbers", about.cents
     from work_task task
     join debtor on debtor.organisation_id = task.organisation_id and debtor.id = task.debtor_id
     left join message on message.organisation_id = task.organisation_id and message.id = task.message_id
     left join staff owner on owner.id = task.owner_id
     cross join lateral (
       select coalesce(array_agg(distinct invoice.number order by invoice.number), '{}') as numbers, coalesce(sum(standing.open_cents), 0)::bigint as cents,
         max(step ->> 'channel') as channel, max(step ->> 'template') as template
       from invoice_standing standing join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id
       left join step_taken taken on taken.organisation_id = $1 and taken.invoice_id = standing.invoice_id and taken.task_id = task.id
       left join ladder_version version on version.organisation_id = $1 and version.id = taken.ladder_version_id
       left join lateral (select value as step from jsonb_array_elements(version.steps) where value ->> 'id' = taken.step_key) found on true
       where standing.organisation_id = $1 and standing.open_cents > 0
         and (taken.id is not null or (task.message_id is not null and exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = task.message_id and line.invoice_id = standing.invoice_id)))) about
     where task.organisation_id = $1 and task.closed_at is null and (cardinality(about.numbers) > 0 or task.message_id is not null)
       and (not $3 or task.owner_id = $2) and ($4::uuid is null or task.debtor_id = $4)
     order by task.planned_on, about.cents desc, task.id limit 500`,
    [reader.organisationId, staffId, mine, debtorId ?? null],
  );
}
