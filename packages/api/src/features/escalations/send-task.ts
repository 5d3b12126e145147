import { isMessage, Refusal, type LadderStep } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";
import { closeWorkTask, lockTask, type TaskRow } from "./task.queries";
import { takeStep } from "./take-step";

/**
 * A person's word that the message of a task goes. It stands in line from now on and is decided again when it leaves, by the same checks as
 * always; only the autopilot has no say in it any more.
 *
 * Refuses with NOT_FOUND, TASK_DONE, INPUT_INVALID for a task that is no message, NOTHING_OPEN when its invoices are paid.
 */
export async function sendTask(tx: Tx, { taskId }: { taskId: string }): Promise<{ messageIds: readonly string[] }> {
  const task = await lockTask(tx, taskId);
  const messageIds = task.messageId ? [await release(tx, task.messageId)] : await write(tx, task);
  await closeWorkTask(tx, { task, outcome: "sent", reason: null });
  await audit(tx, { action: "send-task", subject: "task", subjectId: taskId, after: { step: task.stepKey, messageIds } });
  return { messageIds };
}

/** The message that waited beside the task; from here it is this person's. */
async function release(tx: Tx, messageId: string): Promise<string> {
  await tx.query(
    "update message set state = 'queued', state_reason = null, send_after = $3, created_by = coalesce($4, created_by) where organisation_id = $1 and id = $2 and state = 'parked'",
    [tx.organisationId, messageId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null]);
  await addJob(tx, "send-due-messages");
  return messageId;
}

interface TaskStep {
  id: string;
  invoiceId: string;
  stepKey: string;
  openCents: number;
  steps: readonly LadderStep[];
  email: string | null;
  hasPhone: boolean;
  messageNumber: number;
}

/** A step that the night left to a person: its message is written down now, for those of its invoices that are still open. */
async function write(tx: Tx, task: TaskRow): Promise<readonly string[]> {
  const rows = await tx.query<TaskStep>(
    `select taken.id, taken.invoice_id as "invoiceId", taken.step_key as "stepKey", standing.open_cents as "openCents", version.steps, debtor.email, debtor.phone is not null as "hasPhone",
       1 + (select count(*)::int from step_taken earlier join message on message.organisation_id = earlier.organisation_id and message.id = earlier.message_id and message.handed_over_at is not null
            where earlier.organisation_id = $1 and earlier.invoice_id = taken.invoice_id) as "messageNumber"
     from step_taken taken
     join ladder_version version on version.organisation_id = taken.organisation_id and version.id = taken.ladder_version_id
     join invoice_standing standing on standing.organisation_id = taken.organisation_id and standing.invoice_id = taken.invoice_id and standing.open_cents > 0
     join debtor on debtor.organisation_id = taken.organisation_id and debtor.id = $3
     where taken.organisation_id = $1 and taken.task_id = $2 and taken.message_id is null order by taken.invoice_id`,
    [tx.organisationId, task.id, task.debtorId],
  );
  const found = rows.flatMap((row) => {
    const at = row.steps.findIndex(({ id }) => id === row.stepKey);
    const step = row.steps[at];
    return step ? [{ ...row, step, at }] : [];
  }).toSorted((a, b) => b.at - a.at);
  const [furthest] = found;
  if (!furthest) throw new Refusal("NOTHING_OPEN");
  if (!isMessage(furthest.step)) throw new Refusal("INPUT_INVALID", { fields: ["id: a task whose step is a message"] });
  const { messageIds } = await takeStep(tx, {
    debtorId: task.debtorId, caseId: task.caseId ?? undefined, step: furthest.step, messageNumber: Math.max(...found.map(({ messageNumber }) => messageNumber)), reach: furthest,
    lines: found.map(({ invoiceId, openCents }) => ({ invoiceId, openCents })), day: dayOf(tx.now),
  });
  await tx.query("update step_taken set message_id = $3 where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, found.map(({ id }) => id), messageIds.at(-1)]);
  return messageIds;
}
