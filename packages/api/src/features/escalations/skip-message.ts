import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/**
 * A person takes a message out of the line for good: its step counts as passed by, with the reason, so that the ladder goes on to the next
 * one instead of coming back with the same. A task that waited beside it is done with as well.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID without a reason, MESSAGE_LEFT for what is no longer in line.
 */
export async function skipMessage(tx: Tx, { messageId, reason }: { messageId: string; reason: string }): Promise<void> {
  const why = reason.trim();
  if (why === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  const message = await lockMessageInLine(tx, messageId);
  const by = tx.actor.kind === "staff" ? tx.actor.id : null;
  await tx.query("update message set state = 'cancelled', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, why]);
  await tx.query("update step_taken set skipped_reason = $3, skipped_by = $4 where organisation_id = $1 and message_id = $2", [tx.organisationId, messageId, why, by]);
  await tx.query(
    "update work_task set closed_at = $3, closed_by = $4, outcome = 'skipped', reason = $5 where organisation_id = $1 and message_id = $2 and closed_at is null",
    [tx.organisationId, messageId, tx.now, by, why]);
  await audit(tx, { action: "skip-message", subject: "message", subjectId: messageId, before: { state: message.state }, after: { reason: why } });
}

export interface MessageInLine {
  debtorId: string;
  kind: string;
  channel: string;
  state: "queued" | "parked";
  byRequest: boolean;
  language: "nl" | "en";
  subject: string | null;
}

/** A message that hasn't left, locked. Refuses with NOT_FOUND, MESSAGE_LEFT with its state. */
export async function lockMessageInLine(tx: Tx, messageId: string): Promise<MessageInLine> {
  const message = await tx.first<Omit<MessageInLine, "state"> & { state: string }>(
    `select debtor_id as "debtorId", kind, channel, state, by_request as "byRequest", language, subject from message where organisation_id = $1 and id = $2 for update`, [tx.organisationId, messageId]);
  if (!message) throw new Refusal("NOT_FOUND");
  if (message.state !== "queued" && message.state !== "parked") throw new Refusal("MESSAGE_LEFT", { state: message.state });
  return message as MessageInLine;
}
