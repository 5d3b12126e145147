import { Refusal } from "@tegemoet/domain";
import { renderInvoicePdf } from "@tegemoet/messages";
import type { Tx } from "../../platform/database/transaction";
import { findDebtor } from "../debtors/debtor.queries";
import { findOrganisation } from "../organisations/organisation.queries";
import { findInvoice, listInvoiceLines } from "./invoice.queries";
import { invoiceOrderOf } from "./invoice-order";
import { storeDocument } from "./store-document";

/**
 * The PDF of an invoice: the one it came with, else one made from its lines when somebody first asks for it, and kept from then on.
 *
 * @returns The id of the document. Refuses with NOT_FOUND.
 */
export async function ensureInvoicePdf(tx: Tx, invoiceId: string): Promise<string> {
  const invoice = await findInvoice(tx, invoiceId);
  if (!invoice) throw new Refusal("NOT_FOUND");
  if (invoice.documentId) return invoice.documentId;
  const [organisation, debtor, lines] = [await findOrganisation(tx), await findDebtor(tx, invoice.debtorId, invoice.issuedOn), await listInvoiceLines(tx, invoiceId)];
  if (!debtor) throw new Refusal("NOT_FOUND");
  const bytes = await renderInvoicePdf(invoiceOrderOf(invoice, lines, organisation, debtor));
  const documentId = await storeDocument(tx, {
    kind: "invoice", debtorId: invoice.debtorId, fileName: `${invoice.kind === "invoice" ? "factuur" : "creditnota"}-${invoice.number}.pdf`, mimeType: "application/pdf", bytes,
  });
  await tx.query("update invoice set document_id = $3 where organisation_id = $1 and id = $2 and document_id is null", [tx.organisationId, invoiceId, documentId]);
  return documentId;
}
