import type { Reader } from "../../platform/database/transaction";
import type { DocumentRow } from "../invoices/invoice.queries";

export interface MessageListRow {
  id: string;
  kind: string;
  channel: string;
  to: string | null;
  subject: string | null;
  state: "queued" | "sending" | "printed" | "handed-over" | "delivered" | "bounced" | "parked" | "cancelled";
  queuedAt: Date;
  handedOverAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  openedAt: Date | null;
  reason: string | null;
}

const COLUMNS = `
  message.id, message.kind, message.channel, coalesce(message.to_address, case when message.channel = 'mail' then debtor.email end) as "to", message.subject, message.state,
  message.queued_at as "queuedAt", message.handed_over_at as "handedOverAt", message.delivered_at as "deliveredAt", message.bounced_at as "bouncedAt",
  message.opened_at as "openedAt", message.state_reason as reason
  from message join debtor on debtor.organisation_id = message.organisation_id and debtor.id = message.debtor_id`;

/** One message as lists show it. */
export function findMessageRow(reader: Reader, messageId: string): Promise<MessageListRow | undefined> {
  return reader.first<MessageListRow>(`select ${COLUMNS} where message.organisation_id = $1 and message.id = $2`, [reader.organisationId, messageId]);
}

/** What went to a debtor, the newest first. Codes for the portal are nobody's business. */
export function listMessageRows(reader: Reader, debtorId: string, limit: number): Promise<MessageListRow[]> {
  return reader.query<MessageListRow>(
    `select ${COLUMNS} where message.organisation_id = $1 and message.debtor_id = $2 and message.kind <> 'portal-code' order by message.queued_at desc, message.id desc limit $3`,
    [reader.organisationId, debtorId, limit],
  );
}

/** What was written, and what went along with it. */
export async function findMessageContent(
  reader: Reader, messageId: string,
): Promise<{ html: string | null; text: string | null; invoiceNumbers: string[]; documents: DocumentRow[] } | undefined> {
  const content = await reader.first<{ html: string | null; text: string | null; invoiceNumbers: string[] }>(
    `select html, body_text as text, array(select invoice.number from message_invoice line join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
       where line.organisation_id = $1 and line.message_id = $2 order by invoice.due_on, invoice.number) as "invoiceNumbers"
     from message where organisation_id = $1 and id = $2`,
    [reader.organisationId, messageId],
  );
  if (!content) return undefined;
  const documents = await reader.query<DocumentRow>(
    `select document.id, document.file_name as "fileName", document.mime_type as "mimeType", document.size from message_document line
     join document on document.organisation_id = line.organisation_id and document.id = line.document_id
     where line.organisation_id = $1 and line.message_id = $2 order by line.id`,
    [reader.organisationId, messageId],
  );
  return { ...content, documents };
}
