import type { Reader } from "../../platform/database/transaction";
import type { Viewer } from "../../platform/graphql/viewer";

export interface StoredDocument {
  fileName: string;
  mimeType: string;
  bytes: Buffer;
}

const COLUMNS = `document.file_name as "fileName", document.mime_type as "mimeType", document.bytes`;

/** An invoice of this debtor, or a letter to it: what the debtor had from us already. */
const OF_DEBTOR = `
  (exists (select 1 from invoice where invoice.organisation_id = document.organisation_id and invoice.document_id = document.id and invoice.debtor_id = $3)
   or (document.kind = 'letter' and exists (select 1 from message_document line join message on message.organisation_id = line.organisation_id and message.id = line.message_id
       where line.organisation_id = document.organisation_id and line.document_id = document.id and message.debtor_id = $3 and message.handed_over_at is not null)))`;

/** Invoices that are handed over to this agency now, and the letters that were sent about them. */
const OF_AGENCY = `
  exists (select 1 from hand_over join hand_over_invoice line on line.organisation_id = hand_over.organisation_id and line.hand_over_id = hand_over.id
    where hand_over.organisation_id = document.organisation_id and hand_over.agency_id = $3 and hand_over.approved_at is not null
      and hand_over.rejected_at is null and hand_over.declined_at is null and hand_over.recalled_at is null and hand_over.closed_at is null
      and (exists (select 1 from invoice where invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id and invoice.document_id = document.id)
        or (document.kind = 'letter' and exists (
          select 1 from message_document sent join message_invoice named on named.organisation_id = sent.organisation_id and named.message_id = sent.message_id
          where sent.organisation_id = line.organisation_id and sent.document_id = document.id and named.invoice_id = line.invoice_id))))`;

/** A document, when this viewer may have it: which rows are theirs stands in the WHERE. */
export async function findDocumentFor(reader: Reader, viewer: Viewer, documentId: string): Promise<StoredDocument | undefined> {
  const select = `select ${COLUMNS} from document where document.organisation_id = $1 and document.id = $2`;
  if (viewer.kind === "staff") return reader.first<StoredDocument>(select, [reader.organisationId, documentId]);
  if (viewer.kind === "debtor") {
    return viewer.checked ? reader.first<StoredDocument>(`${select} and ${OF_DEBTOR}`, [reader.organisationId, documentId, viewer.debtorId]) : undefined;
  }
  if (!viewer.scopes.includes("cases:read")) return undefined;
  return reader.first<StoredDocument>(`${select} and ${OF_AGENCY}`, [reader.organisationId, documentId, viewer.agencyId]);
}
