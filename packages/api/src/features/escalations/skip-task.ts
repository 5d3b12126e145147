import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { closeWorkTask, lockTask } from "./task.queries";

/** Passes a task by, with a reason that the timeline shows; its message doesn't leave. Refuses with NOT_FOUND, TASK_DONE, INPUT_INVALID without a reason. */
export async function skipTask(tx: Tx, { taskId, reason }: { taskId: string; reason: string }): Promise<void> {
  const why = reason.trim();
  if (why === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  const task = await lockTask(tx, taskId);
  await tx.query(
    "update step_taken set skipped_reason = $4, skipped_by = $5 where organisation_id = $1 and (task_id = $2 or message_id = $3)",
    [tx.organisationId, taskId, task.messageId, why, tx.actor.kind === "staff" ? tx.actor.id : null]);
  await closeWorkTask(tx, { task, outcome: "skipped", reason: why, message: why });
  await audit(tx, { action: "skip-task", subject: "task", subjectId: taskId, after: { step: task.stepKey, reason: why } });
}
