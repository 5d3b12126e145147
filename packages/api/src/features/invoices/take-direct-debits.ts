import { auditAll } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { everCollected, insertDirectDebits, type NewDirectDebitRow } from "./direct-debit.queries";
import type { SourceInvoice } from "./source-invoice";

/** An invoice of a source as it stands in the books. */
interface ToldInvoice {
  readonly invoice: SourceInvoice;
  readonly invoiceId: string;
  readonly debtorId: string;
}

/**
 * Keeps what a source tells of collecting: an invoice that it says is paid by direct debit is collected from its day on. Once for each
 * invoice: what staff ended since isn't begun again by the same file.
 */
export async function takeDirectDebits(tx: Tx, told: readonly ToldInvoice[]): Promise<void> {
  const collected = told.filter(({ invoice }) => invoice.directDebit !== undefined && invoice.kind === "invoice");
  if (collected.length === 0) return;
  const known = await everCollected(tx, collected.map(({ invoiceId }) => invoiceId));
  const today = dayOf(tx.now);
  const rows = collected.filter(({ invoiceId }) => !known.has(invoiceId)).map(({ invoice, invoiceId, debtorId }): NewDirectDebitRow => ({
    id: newId(), debtorId, invoiceId, mandate: invoice.directDebit?.mandate ?? null, since: invoice.issuedOn < today ? invoice.issuedOn : today,
    source: invoice.source === "ubl" || invoice.source === "api" ? invoice.source : "table",
  }));
  if (rows.length === 0) return;
  const written = await insertDirectDebits(tx, rows);
  await auditAll(tx, rows.filter(({ id }) => written.has(id)).map(({ invoiceId, mandate, since, source }) => ({
    action: "record-direct-debit", subject: "invoice", subjectId: invoiceId ?? "", after: { mandate, since, source },
  })));
}
