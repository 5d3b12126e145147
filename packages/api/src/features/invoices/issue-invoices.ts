import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { bookEntries, type NewPosting } from "../ledger/book-entry";
import { correctInterest } from "../ledger/correct-interest";
import { insertDeliveries, insertInvoices, insertLines, keyOf, lockCredited, type Credited, type MadeInvoice, type NewDelivery } from "./issue-invoices.queries";

export interface NewInvoiceLine {
  readonly description: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly unitPrice?: string;
  readonly vatBasisPoints?: number;
  readonly amountCents: Cents;
}

export interface NewInvoice {
  readonly debtorId: string;
  readonly kind?: "invoice" | "credit-note";
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The day on which the work was done, or the nearest day that the invoice is about. */
  readonly performedOn?: PlainDate;
  /** What is to be paid, or given back by a credit note. Not negative. */
  readonly totalCents: Cents;
  readonly description?: string;
  readonly orderReference?: string;
  readonly paymentReference?: string;
  readonly claimKind?: "services" | "consumer-goods" | "recurring-instalment";
  readonly lines: readonly NewInvoiceLine[];
  /** The number of the invoice that a credit note credits. */
  readonly creditsNumber?: string;
  readonly source: string;
  readonly sourceKey?: string;
  readonly sourceHash?: Uint8Array;
  readonly documentId?: string;
  readonly delivery?: NewDelivery;
}

export type IssueOutcome = { readonly invoiceId: string; readonly creditedId?: string } | { readonly refusal: Refusal };

/**
 * Takes invoices and credit notes into the books, in one statement a table: each claim stands from its day on. A credit note lowers the
 * invoice it names as far as that is open, also one of the same call; what remains is a credit of the debtor.
 *
 * One that is refused leaves nothing behind and holds up no other: INVOICE_EXISTS_DIFFERENTLY when its number is taken, here or before,
 * AMOUNT_NOT_POSITIVE for a negative total.
 *
 * @returns What became of each, in their order.
 */
export async function issueInvoices(tx: Tx, invoices: readonly NewInvoice[]): Promise<IssueOutcome[]> {
  const outcomes = new Map<NewInvoice, IssueOutcome>();
  // Invoices first, so that a credit note finds what it credits.
  for (const kind of ["invoice", "credit-note"] as const) await issueOfKind(tx, kind, invoices.filter((invoice) => (invoice.kind ?? "invoice") === kind), outcomes);
  return invoices.map((invoice) => outcomes.get(invoice) as IssueOutcome);
}

async function issueOfKind(tx: Tx, kind: "invoice" | "credit-note", invoices: readonly NewInvoice[], outcomes: Map<NewInvoice, IssueOutcome>): Promise<void> {
  if (invoices.length === 0) return;
  const credited = await lockCredited(tx, invoices);
  const made: MadeInvoice[] = [];
  for (const invoice of invoices) {
    if (invoice.totalCents < 0) outcomes.set(invoice, { refusal: new Refusal("AMOUNT_NOT_POSITIVE", { amount: invoice.totalCents }) });
    else made.push({ invoice, id: newId(), creditedId: credited.get(keyOf(invoice))?.id });
  }
  const inserted = await insertInvoices(tx, kind, made);
  const written = made.filter(({ id }) => inserted.has(id));
  for (const { invoice } of made) outcomes.set(invoice, { refusal: new Refusal("INVOICE_EXISTS_DIFFERENTLY", { number: invoice.number }) });
  for (const { invoice, id, creditedId } of written) outcomes.set(invoice, { invoiceId: id, creditedId });
  await insertLines(tx, written);
  await insertDeliveries(tx, written);
  const booked = written.filter(({ invoice }) => invoice.totalCents > 0);
  await bookEntries(tx, booked.map(({ invoice, id }) => ({
    kind, bookedOn: dayOf(tx.now), valueOn: invoice.issuedOn, reference: `${kind}:${id}`,
    postings: kind === "invoice" ? invoicePostings(invoice, id) : creditPostings(invoice, id, credited.get(keyOf(invoice))),
  })));
  // A credit note may count from before the day up to which interest was asked for.
  await correctInterest(tx, [...new Set(written.flatMap(({ creditedId }) => creditedId ?? []))]);
  await auditAll(tx, written.map(({ invoice, id }) => ({
    action: "issue-invoice", subject: "invoice", subjectId: id, after: { number: invoice.number, kind, totalCents: invoice.totalCents },
  })));
}

function invoicePostings({ debtorId, totalCents }: NewInvoice, invoiceId: string): NewPosting[] {
  return [
    { account: "receivable", part: "principal", debtorId, invoiceId, cents: totalCents },
    { account: "revenue", debtorId, invoiceId, cents: -totalCents },
  ];
}

function creditPostings({ debtorId, totalCents }: NewInvoice, creditNoteId: string, credited: Credited | undefined): NewPosting[] {
  const taken = Math.min(credited?.principalCents ?? 0, totalCents);
  const rest = totalCents - taken;
  if (credited) credited.principalCents -= taken;
  return [
    { account: "revenue", debtorId, invoiceId: creditNoteId, cents: totalCents },
    ...(credited ? [{ account: "receivable", part: "principal", debtorId, invoiceId: credited.id, cents: -taken } as const] : []),
    { account: "receivable", part: "principal", debtorId, invoiceId: creditNoteId, cents: -rest },
  ];
}
