import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/** Somebody read what the debtor wrote: it holds nothing any more. Read already changes nothing. Refuses with NOT_FOUND. */
export async function markReplyRead(tx: Tx, { inboundMessageId }: { inboundMessageId: string }): Promise<void> {
  const reply = await tx.first<{ readAt: Date | null }>(`select read_at as "readAt" from inbound_message where organisation_id = $1 and id = $2 for update`, [tx.organisationId, inboundMessageId]);
  if (!reply) throw new Refusal("NOT_FOUND");
  if (reply.readAt) return;
  await tx.query(
    "update inbound_message set read_at = $3, read_by = $4 where organisation_id = $1 and id = $2",
    [tx.organisationId, inboundMessageId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await audit(tx, { action: "mark-reply-read", subject: "inbound-message", subjectId: inboundMessageId });
}
