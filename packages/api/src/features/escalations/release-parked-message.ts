import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";

/**
 * A person decides about a message that was put aside: it goes after all, decided and written anew, or it doesn't. Not sent, its step counts as
 * passed by a human, so that the ladder goes on instead of coming back with the same message.
 *
 * Refuses with NOT_FOUND, and with CONFLICT when it isn't parked any more.
 */
export async function releaseParkedMessage(tx: Tx, { messageId, send, reason }: { messageId: string; send: boolean; reason: string | null }): Promise<void> {
  const message = await tx.first<{ state: string }>("select state from message where organisation_id = $1 and id = $2 for update", [tx.organisationId, messageId]);
  if (!message) throw new Refusal("NOT_FOUND");
  if (message.state !== "parked") throw new Refusal("CONFLICT", { state: message.state });
  const by = tx.actor.kind === "staff" ? tx.actor.id : null;
  // A task that waited beside it is answered by the same word.
  await tx.query(
    "update work_task set closed_at = $3, closed_by = $4, outcome = $5, reason = $6 where organisation_id = $1 and message_id = $2 and closed_at is null",
    [tx.organisationId, messageId, tx.now, by, send ? "sent" : "skipped", reason]);
  if (send) {
    await tx.query(
      `update message set state = 'queued', state_reason = null, send_after = $3, facts = facts - 'tries', created_by = coalesce($4, created_by) where organisation_id = $1 and id = $2`,
      [tx.organisationId, messageId, tx.now, by]);
    await addJob(tx, "send-due-messages");
  } else {
    const why = reason?.trim() || "not sent";
    await tx.query("update message set state = 'cancelled', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, why]);
    await tx.query(
      "update step_taken set skipped_reason = $3, skipped_by = $4 where organisation_id = $1 and message_id = $2",
      [tx.organisationId, messageId, why, by],
    );
  }
  await audit(tx, { action: "release-parked-message", subject: "message", subjectId: messageId, after: { send, reason } });
}
