import { Refusal } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { columnsOf, mayTakeKey, type DebtorColumn } from "../debtors/debtor-details";
import { listKnownInvoices, type KnownInvoice } from "./known-invoices.queries";
import type { SourceInvoice } from "./source-invoice";

/** What a source may still say differently of an invoice that stands. Amount, day and debtor are the claim itself. */
export type InvoiceChange = "dueOn" | "description" | "orderReference" | "paymentReference" | "debtor";

export type Comparison =
  | { readonly outcome: "created" }
  | { readonly outcome: "unchanged"; readonly known: KnownInvoice }
  | { readonly outcome: "changed"; readonly known: KnownInvoice; readonly changes: readonly InvoiceChange[] }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/**
 * Holds what a source says against the books, without writing: new, the same, changed, or refused with CURRENCY_UNSUPPORTED for anything
 * but euros, AMOUNT_NOT_POSITIVE, INVOICE_EXISTS_DIFFERENTLY when this number stands with another amount, day or debtor, for a claim is
 * credited, not rewritten.
 *
 * @returns A word on each, in their order.
 */
export async function compareInvoices(reader: Reader, invoices: readonly SourceInvoice[]): Promise<Comparison[]> {
  const known = await listKnownInvoices(reader, invoices);
  return invoices.map((invoice) => compare(invoice, known.get(`${invoice.kind} ${invoice.number}`)));
}

function compare(invoice: SourceInvoice, known: KnownInvoice | undefined): Comparison {
  const { number, currency, totalCents } = invoice;
  if (currency !== "EUR") return { outcome: "refused", refusal: new Refusal("CURRENCY_UNSUPPORTED", { currency, number }) };
  if (totalCents < 0) return { outcome: "refused", refusal: new Refusal("AMOUNT_NOT_POSITIVE", { amount: totalCents }) };
  if (!known) return { outcome: "created" };
  if (known.sourceHash?.equals(invoice.sourceHash)) return { outcome: "unchanged", known };
  const differs = known.totalCents !== totalCents ? "amount" : known.issuedOn !== invoice.issuedOn ? "issuedOn" : isOfDebtor(invoice, known) ? undefined : "debtor";
  if (differs) {
    const details = { number, field: differs, amountThereCents: known.totalCents, amountHereCents: totalCents, issuedThere: known.issuedOn, issuedHere: invoice.issuedOn, debtorThere: known.debtor.name ?? "" };
    return { outcome: "refused", refusal: new Refusal("INVOICE_EXISTS_DIFFERENTLY", details) };
  }
  const changes = changesOf(invoice, known);
  return changes.length > 0 ? { outcome: "changed", known, changes } : { outcome: "unchanged", known };
}

/**
 * Whether a source speaks of the debtor of an invoice that stands: by its key; where that is a mail address or a name, which may change
 * ("@"), or another source's, by number, KvK number or name.
 */
export function isOfDebtor({ debtor }: Pick<SourceInvoice, "debtor">, { debtor: there }: Pick<KnownInvoice, "debtor">): boolean {
  if (debtor.externalKey && debtor.externalKey === there.external_key) return true;
  const comparable = debtor.externalKey && there.external_key && mayTakeKey(there.external_key, debtor.externalKey);
  if (comparable && !`${debtor.externalKey}${there.external_key}`.includes("@")) return false;
  const name = columnsOf(debtor).name?.toLowerCase();
  return (debtor.number !== undefined && debtor.number === there.number) || (debtor.kvk !== undefined && debtor.kvk === there.kvk) || name === there.name?.toLowerCase();
}

function changesOf(invoice: SourceInvoice, known: KnownInvoice): InvoiceChange[] {
  const told = Object.entries(columnsOf(invoice.debtor)) as [DebtorColumn, string][];
  const texts = (["description", "orderReference", "paymentReference"] as const).filter((field) => invoice[field] !== undefined && invoice[field] !== known[field]);
  return [
    ...(invoice.dueOn === known.dueOn ? [] : (["dueOn"] as const)),
    ...texts,
    ...(told.some(([column, value]) => value !== known.debtor[column] && (column !== "external_key" || mayTakeKey(known.debtor.external_key, value))) ? (["debtor"] as const) : []),
  ];
}
