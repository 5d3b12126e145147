import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { closeWorkTask, lockTask } from "./task.queries";

/**
 * A person did what the task asked, in their own way; the message that waited for it doesn't leave, and the step counts as taken today.
 *
 * Refuses with NOT_FOUND, TASK_DONE.
 */
export async function finishTask(tx: Tx, { taskId, note }: { taskId: string; note?: string }): Promise<void> {
  const task = await lockTask(tx, taskId);
  if (task.messageId) {
    await tx.query("update step_taken set message_id = null, task_id = $3 where organisation_id = $1 and message_id = $2", [tx.organisationId, task.messageId, taskId]);
  }
  await closeWorkTask(tx, { task, outcome: "done", reason: note?.trim() || null, message: "done by a person" });
  await audit(tx, { action: "finish-task", subject: "task", subjectId: taskId, after: { step: task.stepKey, note: note?.trim() } });
}
