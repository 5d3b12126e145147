import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/**
 * Takes a message out of the line before it left, with the reason that the timeline shows (I-45). A step that never left is no step: its
 * rows go, so that the ladder comes back to it when the reason has passed.
 */
export async function cancelMessage(tx: Tx, { messageId, reason }: { messageId: string; reason: string }): Promise<void> {
  await tx.query("update message set state = 'cancelled', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, reason]);
  await tx.query("delete from step_taken where organisation_id = $1 and message_id = $2", [tx.organisationId, messageId]);
  await audit(tx, { action: "cancel-message", subject: "message", subjectId: messageId, after: { reason } });
}

/** Takes some invoices out of a message that goes on without them; their step is untaken. */
export async function dropLines(tx: Tx, messageId: string, dropped: readonly { invoiceId: string; because: string }[]): Promise<void> {
  if (dropped.length === 0) return;
  const invoiceIds = dropped.map(({ invoiceId }) => invoiceId);
  await tx.query("delete from message_invoice where organisation_id = $1 and message_id = $2 and invoice_id = any($3::uuid[])", [tx.organisationId, messageId, invoiceIds]);
  await tx.query("delete from step_taken where organisation_id = $1 and message_id = $2 and invoice_id = any($3::uuid[])", [tx.organisationId, messageId, invoiceIds]);
  await audit(tx, { action: "drop-invoices", subject: "message", subjectId: messageId, after: { dropped } });
}
