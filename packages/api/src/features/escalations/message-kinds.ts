const WITH_INVOICES: ReadonlySet<string> = new Set([
  "invoice", "note-before-due", "reminder-1", "reminder-2", "reminder-3", "fourteen-day-letter", "business-notice", "invoice-copy",
]);

/** Whether the PDFs of its invoices go along with a message. */
export function bringsInvoices(kind: string): boolean {
  return WITH_INVOICES.has(kind);
}
