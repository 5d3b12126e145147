import { Refusal } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { upsertDebtors, type ToldDebtor, type UpsertOutcome } from "../debtors/upsert-debtors";
import { compareInvoices, isOfDebtor, type Comparison, type InvoiceChange } from "./compare-invoices";
import { issueInvoices } from "./issue-invoices";
import { listKnownInvoices, lockInvoicesIn, updateInvoices } from "./known-invoices.queries";
import type { SourceInvoice } from "./source-invoice";
import { takeDirectDebits } from "./take-direct-debits";
import { storeDocuments } from "./store-document";

/** What became of one invoice of a source. */
export type TakenInvoice =
  | {
    readonly outcome: "created" | "unchanged" | "changed"; readonly invoiceId: string; readonly debtorId: string; readonly changes: readonly InvoiceChange[];
    /** Of a credit note: the invoice that it names isn't known, so it stands as a credit of the debtor. */
    readonly creditedUnknown?: boolean;
  }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/**
 * Takes invoices and credit notes of a source into the books, all that can be in a few statements. The same again changes nothing, however
 * often and under whatever name it comes; a due day, a reference or what is known of the debtor may change; amount, day and debtor are the
 * claim, and a claim is credited, not rewritten.
 *
 * One that is refused leaves nothing behind and holds up no other; see {@link compareInvoices} for the codes.
 *
 * @returns What became of each, in their order.
 */
export async function takeInvoices(tx: Tx, invoices: readonly SourceInvoice[]): Promise<TakenInvoice[]> {
  if (invoices.length === 0) return [];
  await lockInvoicesIn(tx);
  const taken = new Map<SourceInvoice, TakenInvoice>();
  let rest = invoices;
  // A number that comes twice is held against what its first coming made of it.
  while (rest.length > 0) {
    const first = [...new Map([...rest].reverse().map((invoice) => [`${invoice.kind} ${invoice.number}`, invoice])).values()].reverse();
    const now = new Set(first);
    // Invoices first, so that a credit note finds what it credits, and whose that is.
    for (const kind of ["invoice", "credit-note"] as const) await takeOnce(tx, first.filter((invoice) => invoice.kind === kind), taken);
    rest = rest.filter((invoice) => !now.has(invoice));
  }
  await takeDirectDebits(tx, [...taken].flatMap(([invoice, outcome]) => (outcome.outcome === "refused" ? [] : [{ invoice, invoiceId: outcome.invoiceId, debtorId: outcome.debtorId }])));
  return invoices.map((invoice) => taken.get(invoice) as TakenInvoice);
}

type Compared<Outcome extends Comparison["outcome"]> = { readonly invoice: SourceInvoice; readonly comparison: Extract<Comparison, { outcome: Outcome }> };

async function takeOnce(tx: Tx, invoices: readonly SourceInvoice[], taken: Map<SourceInvoice, TakenInvoice>): Promise<void> {
  if (invoices.length === 0) return;
  const comparisons = await compareInvoices(tx, invoices);
  const fresh: SourceInvoice[] = [];
  const changed: Compared<"changed">[] = [];
  for (const [index, invoice] of invoices.entries()) {
    const comparison = comparisons[index] as Comparison;
    if (comparison.outcome === "refused") taken.set(invoice, comparison);
    else if (comparison.outcome === "unchanged") taken.set(invoice, { outcome: "unchanged", invoiceId: comparison.known.id, debtorId: comparison.known.debtorId, changes: [] });
    else if (comparison.outcome === "changed") changed.push({ invoice, comparison });
    else fresh.push(invoice);
  }
  const debtors = await upsertDebtors(tx, [
    ...(await ofCredited(tx, fresh)),
    ...changed.map(({ invoice, comparison }) => ({ ...invoice.debtor, debtorId: comparison.known.debtorId })),
  ]);
  await takeFresh(tx, fresh, debtors, taken);
  await takeChanged(tx, changed, taken);
}

/** The debtors of new invoices. A credit note is of whom it credits, however its source calls that debtor now. */
async function ofCredited(tx: Tx, fresh: readonly SourceInvoice[]): Promise<ToldDebtor[]> {
  const credited = await listKnownInvoices(tx, fresh.flatMap(({ creditsNumber }) => (creditsNumber ? [{ kind: "invoice" as const, number: creditsNumber }] : [])));
  return fresh.map((invoice) => {
    const known = credited.get(`invoice ${invoice.creditsNumber}`);
    return known && isOfDebtor(invoice, known) ? { ...invoice.debtor, debtorId: known.debtorId } : invoice.debtor;
  });
}

async function takeFresh(tx: Tx, fresh: readonly SourceInvoice[], debtors: readonly UpsertOutcome[], taken: Map<SourceInvoice, TakenInvoice>): Promise<void> {
  const known: { invoice: SourceInvoice; debtorId: string }[] = [];
  for (const [index, invoice] of fresh.entries()) {
    const debtor = debtors[index] as UpsertOutcome;
    if ("refusal" in debtor) taken.set(invoice, { outcome: "refused", refusal: debtor.refusal });
    else known.push({ invoice, debtorId: debtor.debtorId });
  }
  const documents = await storeDocuments(tx, known.map(({ invoice, debtorId }) => invoice.pdf && { kind: "invoice" as const, debtorId, mimeType: "application/pdf", ...invoice.pdf }));
  const issued = await issueInvoices(tx, known.map(({ invoice, debtorId }, index) => ({ ...invoice, debtorId, documentId: documents[index] })));
  for (const [index, { invoice, debtorId }] of known.entries()) {
    const outcome = issued[index];
    if (!outcome || "refusal" in outcome) taken.set(invoice, { outcome: "refused", refusal: outcome?.refusal ?? new Refusal("INTERNAL") });
    else taken.set(invoice, { outcome: "created", invoiceId: outcome.invoiceId, debtorId, changes: [], creditedUnknown: invoice.creditsNumber !== undefined && !outcome.creditedId });
  }
}

async function takeChanged(tx: Tx, changed: readonly Compared<"changed">[], taken: Map<SourceInvoice, TakenInvoice>): Promise<void> {
  await updateInvoices(tx, changed.map(({ invoice, comparison }) => ({ invoiceId: comparison.known.id, invoice })));
  const ofInvoice = changed.filter(({ comparison }) => comparison.changes.some((change) => change !== "debtor"));
  await auditAll(tx, ofInvoice.map(({ invoice, comparison: { known, changes } }) => {
    const own = changes.filter((change) => change !== "debtor");
    return {
      action: "change-invoice", subject: "invoice", subjectId: known.id,
      before: Object.fromEntries(own.map((change) => [change, known[change]])), after: Object.fromEntries(own.map((change) => [change, invoice[change]])),
    };
  }));
  for (const { invoice, comparison: { known, changes } } of changed) taken.set(invoice, { outcome: "changed", invoiceId: known.id, debtorId: known.debtorId, changes });
}
