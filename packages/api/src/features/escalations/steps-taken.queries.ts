import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface StepTakenRow {
  readonly invoiceId: string;
  readonly ladderVersionId: string;
  readonly stepKey: string;
  readonly round: number;
  readonly messageId?: string;
  readonly callTaskId?: string;
  readonly taskId?: string;
  /** A person passed it by, and why. */
  readonly skippedReason?: string;
}

/** Writes down which steps invoices took on a day. A step that was taken already is refused by the table itself. */
export async function insertStepsTaken(tx: Tx, day: PlainDate, steps: readonly StepTakenRow[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, round, taken_on, message_id, call_task_id, task_id, skipped_reason, skipped_by)
     select $1, id, invoice_id, version_id, step_key, round, $2, message_id, call_task_id, task_id, skipped_reason, case when skipped_reason is not null then $3::uuid end
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int[], $9::uuid[], $10::uuid[], $11::uuid[], $12::text[])
       as step (id, invoice_id, version_id, step_key, round, message_id, call_task_id, task_id, skipped_reason)`,
    [
      tx.organisationId, day, tx.actor.kind === "staff" ? tx.actor.id : null, steps.map(() => newId()), steps.map(({ invoiceId }) => invoiceId),
      steps.map(({ ladderVersionId }) => ladderVersionId), steps.map(({ stepKey }) => stepKey), steps.map(({ round }) => round), steps.map(({ messageId }) => messageId ?? null),
      steps.map(({ callTaskId }) => callTaskId ?? null), steps.map(({ taskId }) => taskId ?? null), steps.map(({ skippedReason }) => skippedReason ?? null),
    ],
  );
}

export interface StepOnItsWay {
  invoiceId: string;
  messageId: string | null;
  messageState: string | null;
  callTaskId: string | null;
  taskId: string | null;
}

/** The steps of some invoices that were taken and not yet done: a message in line, an open call, an open task. */
export function listStepsOnTheirWay(tx: Tx, invoiceIds: readonly string[]): Promise<StepOnItsWay[]> {
  return tx.query<StepOnItsWay>(
    `select taken.invoice_id as "invoiceId", message.id as "messageId", message.state as "messageState", call.id as "callTaskId", task.id as "taskId"
     from step_taken taken
     left join message on message.organisation_id = taken.organisation_id and message.id = taken.message_id and message.handed_over_at is null
     left join call_task call on call.organisation_id = taken.organisation_id and call.id = taken.call_task_id and call.closed_at is null
     left join work_task task on task.organisation_id = taken.organisation_id and task.id = taken.task_id and task.closed_at is null
     where taken.organisation_id = $1 and taken.invoice_id = any($2::uuid[]) and taken.skipped_reason is null and coalesce(message.id, call.id, task.id) is not null`,
    [tx.organisationId, invoiceIds],
  );
}
