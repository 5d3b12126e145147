import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";
import { forgetOrganisation } from "../organisations/organisation.queries";
import { AUTOPILOT_OFF } from "./hold-for-person";

/**
 * Switches the autopilot. Off: nothing leaves by itself, and what would leave becomes a task. On again: the tasks that it left nobody did
 * are the autopilot's once more; messages that waited go back into the line, where each is decided again.
 */
export async function setAutopilot(tx: Tx, { on, reason }: { on: boolean; reason?: string }): Promise<void> {
  await tx.query("update organisation set autopilot = $2 where id = $1", [tx.organisationId, on]);
  forgetOrganisation(tx);
  await audit(tx, { action: "set-autopilot", subject: "organisation", subjectId: tx.organisationId, after: { on, reason } });
  if (!on) return;
  const tasks = await tx.query<{ id: string; messageId: string | null }>(
    `update work_task set closed_at = $2, outcome = 'lapsed', reason = 'autopilot on' where organisation_id = $1 and kind = 'autopilot' and closed_at is null returning id, message_id as "messageId"`,
    [tx.organisationId, tx.now],
  );
  await tx.query(
    `update message set state = 'queued', state_reason = null, send_after = greatest(send_after, $3) where organisation_id = $1 and id = any($2::uuid[]) and state = 'parked' and state_reason = $4`,
    [tx.organisationId, tasks.flatMap(({ messageId }) => messageId ?? []), tx.now, AUTOPILOT_OFF],
  );
  await tx.query("delete from step_taken where organisation_id = $1 and task_id = any($2::uuid[]) and message_id is null", [tx.organisationId, tasks.map(({ id }) => id)]);
  await addJob(tx, "send-due-messages");
}
