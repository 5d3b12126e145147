import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lastMailOfDebtor } from "./inbound.queries";

/**
 * Somebody knows whose mail it is. From now on it stands on that debtor's timeline, with its files, and holds the reminders until it is
 * read. A mail that stands with another debtor moves.
 *
 * Refuses with NOT_FOUND.
 */
export async function assignInbound(tx: Tx, { inboundMessageId, debtorId }: { inboundMessageId: string; debtorId: string }): Promise<void> {
  const found = await tx.first<{ debtorId: string | null; kind: string; messageId: string | null }>(
    `select debtor_id as "debtorId", kind, message_id as "messageId" from inbound_message where organisation_id = $1 and id = $2 for update`, [tx.organisationId, inboundMessageId]);
  const debtor = await tx.first("select 1 from debtor where organisation_id = $1 and id = $2", [tx.organisationId, debtorId]);
  if (!found || !debtor) throw new Refusal("NOT_FOUND");
  if (found.debtorId === debtorId) return;
  const messageId = found.kind === "reply" ? ((await lastMailOfDebtor(tx, debtorId)) ?? null) : null;
  await tx.query(
    `update inbound_message set debtor_id = $3, message_id = $4, matched_by = 'person', assigned_at = $5, assigned_by = $6,
       read_at = case when kind = 'reply' then read_at else coalesce(read_at, $5) end where organisation_id = $1 and id = $2`,
    [tx.organisationId, inboundMessageId, debtorId, messageId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await tx.query(
    `update document set debtor_id = $3 from inbound_document file where document.organisation_id = $1 and file.organisation_id = $1 and file.inbound_message_id = $2 and document.id = file.document_id`,
    [tx.organisationId, inboundMessageId, debtorId]);
  await audit(tx, { action: "assign-inbound", subject: "inbound-message", subjectId: inboundMessageId, before: { debtorId: found.debtorId }, after: { debtorId } });
}
