import type { Tx } from "../../platform/database/transaction";
import { issueInvoices, type NewInvoice } from "./issue-invoices";

export type { NewInvoice, NewInvoiceLine } from "./issue-invoices";

/**
 * Takes one invoice or credit note into the books, as {@link issueInvoices} does many.
 *
 * Refuses with INVOICE_EXISTS_DIFFERENTLY when the number is taken, AMOUNT_NOT_POSITIVE for a negative total.
 */
export async function issueInvoice(tx: Tx, invoice: NewInvoice): Promise<{ invoiceId: string }> {
  const [outcome] = await issueInvoices(tx, [invoice]);
  if (!outcome || "refusal" in outcome) throw outcome?.refusal ?? new RangeError("an invoice had no outcome");
  return outcome;
}
