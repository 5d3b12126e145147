import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { OutgoingMail } from "../../platform/outside";
import { ensureInvoicePdf } from "../invoices/ensure-invoice-pdf";
import type { GoingMessage } from "./gather-message-facts";
import { bringsInvoices } from "./message-kinds";

/** So many PDFs go along with one mail; the others stand in the portal. */
const MOST_ATTACHMENTS = 5;
const MOST_ATTACHED_BYTES = 8_000_000;

interface AttachedDocument {
  id: string;
  fileName: string;
  mimeType: string;
  bytes: Buffer;
}

/** The invoices that go along with each mail of a batch, by message; a PDF that isn't there yet is made and kept. */
export async function attachInvoices(tx: Tx, going: readonly GoingMessage[]): Promise<Map<string, OutgoingMail["attachments"]>> {
  const mails = going.filter(({ message }) => message.channel === "mail" && bringsInvoices(message.kind));
  const documents = await documentsOf(tx, mails.flatMap(({ lines }) => lines.slice(0, MOST_ATTACHMENTS).map(({ invoiceId }) => invoiceId)));
  const attached = new Map(mails.map(({ message, lines }) => {
    const own = lines.slice(0, MOST_ATTACHMENTS).flatMap(({ invoiceId }) => documents.get(invoiceId) ?? []);
    return [message.id, withinSize(own)] as const;
  }));
  await linkDocuments(tx, [...attached].flatMap(([messageId, own]) => own.map(({ id }) => ({ messageId, documentId: id }))));
  return attached;
}

/** Writes down which documents went along with which messages. */
export async function linkDocuments(tx: Tx, links: readonly { readonly messageId: string; readonly documentId: string }[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `insert into message_document (organisation_id, id, message_id, document_id)
     select $1, id, message_id, document_id from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as line (id, message_id, document_id)`,
    [tx.organisationId, links.map(() => newId()), links.map(({ messageId }) => messageId), links.map(({ documentId }) => documentId)],
  );
}

/** The PDF of each invoice, by invoice; too large a one is left out. */
async function documentsOf(tx: Tx, invoiceIds: readonly string[]): Promise<Map<string, AttachedDocument>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await readDocuments(tx, invoiceIds);
  const missing = rows.filter(({ documentId }) => documentId === null).map(({ invoiceId }) => invoiceId);
  for (const invoiceId of missing) await ensureInvoicePdf(tx, invoiceId);
  const made = missing.length === 0 ? [] : await readDocuments(tx, missing);
  return new Map([...rows, ...made].flatMap(({ invoiceId, id, ...document }) => (id === null ? [] : [[invoiceId, { id, ...document }] as const])));
}

function readDocuments(tx: Tx, invoiceIds: readonly string[]): Promise<(Omit<AttachedDocument, "id"> & { id: string | null; invoiceId: string; documentId: string | null })[]> {
  return tx.query(
    `select invoice.id as "invoiceId", invoice.document_id as "documentId", document.id, document.file_name as "fileName", document.mime_type as "mimeType", document.bytes
     from invoice left join document on document.organisation_id = $1 and document.id = invoice.document_id and document.mime_type = 'application/pdf' and document.size <= $3
     where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) order by invoice.id`,
    [tx.organisationId, invoiceIds, MOST_ATTACHED_BYTES],
  );
}

function withinSize(documents: readonly AttachedDocument[]): AttachedDocument[] {
  let size = 0;
  return documents.filter(({ bytes }) => {
    if (size + bytes.length > MOST_ATTACHED_BYTES) return false;
    size += bytes.length;
    return true;
  });
}
