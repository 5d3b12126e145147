import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { bookEntry, type NewPosting } from "../ledger/book-entry";

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
  readonly delivery?: { channel: "mail" | "letter" | "peppol" | "unknown"; address?: string; sentAt?: Date; deliveredAt?: Date; bouncedAt?: Date; bounceReason?: string };
}

/**
 * Takes an invoice or credit note into the books: the claim stands from its day on. A credit note lowers the invoice it names as far
 * as that is open; what remains is a credit of the debtor.
 *
 * Refuses with INVOICE_EXISTS_DIFFERENTLY when the number is taken, AMOUNT_NOT_POSITIVE for a negative total.
 */
export async function issueInvoice(tx: Tx, invoice: NewInvoice): Promise<{ invoiceId: string }> {
  if (invoice.totalCents < 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: invoice.totalCents });
  const kind = invoice.kind ?? "invoice";
  const credited = invoice.creditsNumber === undefined ? undefined : await creditedInvoice(tx, invoice.debtorId, invoice.creditsNumber);
  const invoiceId = newId();
  const inserted = await tx.query(
    `insert into invoice (organisation_id, id, debtor_id, kind, number, issued_on, due_on, total_cents, description, order_reference, payment_reference,
       claim_kind, credits_invoice_id, source, source_key, source_hash, document_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing returning id`,
    [
      tx.organisationId, invoiceId, invoice.debtorId, kind, invoice.number, invoice.issuedOn, invoice.dueOn, invoice.totalCents,
      invoice.description ?? null, invoice.orderReference ?? null, invoice.paymentReference ?? null, invoice.claimKind ?? "services",
      credited?.id ?? null, invoice.source, invoice.sourceKey ?? null, invoice.sourceHash ?? null, invoice.documentId ?? null, tx.now,
    ],
  );
  if (inserted.length === 0) throw new Refusal("INVOICE_EXISTS_DIFFERENTLY", { number: invoice.number });
  await insertLines(tx, invoiceId, invoice.lines);
  if (invoice.delivery) await insertDelivery(tx, invoiceId, invoice.delivery);
  const postings = kind === "invoice" ? invoicePostings(invoice, invoiceId) : creditPostings(invoice, invoiceId, credited);
  if (invoice.totalCents > 0) {
    await bookEntry(tx, { kind, bookedOn: dayOf(tx.now), valueOn: invoice.issuedOn, reference: `${kind}:${invoiceId}`, postings });
  }
  await audit(tx, { action: "issue-invoice", subject: "invoice", subjectId: invoiceId, after: { number: invoice.number, kind, totalCents: invoice.totalCents } });
  return { invoiceId };
}

interface Credited {
  id: string;
  principalCents: Cents;
}

function creditedInvoice(tx: Tx, debtorId: string, number: string): Promise<Credited | undefined> {
  return tx.first<Credited>(
    `select invoice.id, standing.principal_cents as "principalCents" from invoice
     join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id
     where invoice.organisation_id = $1 and invoice.debtor_id = $2 and invoice.kind = 'invoice' and invoice.number = $3 for update of standing`,
    [tx.organisationId, debtorId, number],
  );
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
  return [
    { account: "revenue", debtorId, invoiceId: creditNoteId, cents: totalCents },
    ...(credited ? [{ account: "receivable", part: "principal", debtorId, invoiceId: credited.id, cents: -taken } as const] : []),
    { account: "receivable", part: "principal", debtorId, invoiceId: creditNoteId, cents: -rest },
  ];
}

async function insertLines(tx: Tx, invoiceId: string, lines: readonly NewInvoiceLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into invoice_line (organisation_id, id, invoice_id, position, description, quantity, unit, unit_price, vat_basis_points, amount_cents)
     select $1, id, $2, position, description, quantity, unit, unit_price, vat, cents
     from unnest($3::uuid[], $4::text[], $5::numeric[], $6::text[], $7::numeric[], $8::int[], $9::bigint[])
       with ordinality as line (id, description, quantity, unit, unit_price, vat, cents, position)`,
    [
      tx.organisationId, invoiceId, lines.map(() => newId()), lines.map(({ description }) => description),
      lines.map(({ quantity }) => quantity ?? null), lines.map(({ unit }) => unit ?? null), lines.map(({ unitPrice }) => unitPrice ?? null),
      lines.map(({ vatBasisPoints }) => vatBasisPoints ?? null), lines.map(({ amountCents }) => amountCents),
    ],
  );
}

async function insertDelivery(tx: Tx, invoiceId: string, delivery: NonNullable<NewInvoice["delivery"]>): Promise<void> {
  await tx.query(
    `insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at, delivered_at, bounced_at, bounce_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.organisationId, newId(), invoiceId, delivery.channel, delivery.address ?? null, delivery.sentAt ?? null, delivery.deliveredAt ?? null,
      delivery.bouncedAt ?? null, delivery.bounceReason ?? null,
    ],
  );
}
