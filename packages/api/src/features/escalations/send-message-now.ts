import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";
import { lockMessageInLine } from "./skip-message";

/**
 * A person's word that a message in line goes now instead of at its hour. It is decided again as always: the hours of the day, the contact
 * cap, holds and the brake have the last word.
 *
 * Refuses with NOT_FOUND; MESSAGE_LEFT; CONFLICT for one that was put aside.
 */
export async function sendMessageNow(tx: Tx, { messageId }: { messageId: string }): Promise<void> {
  const { state } = await lockMessageInLine(tx, messageId);
  if (state !== "queued") throw new Refusal("CONFLICT", { state });
  await tx.query(
    "update message set send_after = $3, state_reason = null, created_by = coalesce($4, created_by) where organisation_id = $1 and id = $2",
    [tx.organisationId, messageId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null]);
  await addJob(tx, "send-due-messages");
  await audit(tx, { action: "send-message-now", subject: "message", subjectId: messageId });
}
