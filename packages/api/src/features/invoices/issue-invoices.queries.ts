import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { NewInvoice } from "./issue-invoices";

/** How an invoice reached its debtor, as its source tells. */
export interface NewDelivery {
  readonly channel: "mail" | "letter" | "peppol" | "unknown";
  readonly address?: string;
  readonly sentAt?: Date;
  readonly deliveredAt?: Date;
  readonly bouncedAt?: Date;
  readonly bounceReason?: string;
}

export interface MadeInvoice {
  readonly invoice: NewInvoice;
  readonly id: string;
  readonly creditedId?: string;
}

/** An invoice that is credited. Its principal goes down with each credit note of one call. */
export interface Credited {
  readonly id: string;
  principalCents: number;
}

/** By whom and which number an invoice is credited. */
export function keyOf({ debtorId, creditsNumber }: Pick<NewInvoice, "debtorId" | "creditsNumber">): string {
  return `${debtorId} ${creditsNumber ?? ""}`;
}

/** The invoices that are credited, locked, with what of their principal is open; by {@link keyOf}. */
export async function lockCredited(tx: Tx, invoices: readonly NewInvoice[]): Promise<Map<string, Credited>> {
  const crediting = invoices.filter(({ creditsNumber }) => creditsNumber !== undefined);
  if (crediting.length === 0) return new Map();
  const rows = await tx.query<Credited & { debtorId: string; number: string }>(
    `select invoice.id, invoice.debtor_id as "debtorId", invoice.number, standing.principal_cents as "principalCents" from invoice
     join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id
     where invoice.organisation_id = $1 and invoice.kind = 'invoice'
       and (invoice.debtor_id, invoice.number) in (select * from unnest($2::uuid[], $3::text[])) order by standing.invoice_id for update of standing`,
    [tx.organisationId, crediting.map(({ debtorId }) => debtorId), crediting.map(({ creditsNumber }) => creditsNumber)],
  );
  return new Map(rows.map(({ id, debtorId, number, principalCents }) => [keyOf({ debtorId, creditsNumber: number }), { id, principalCents }]));
}

/** Writes invoices of one kind. @returns The ids of those whose number was free. */
export async function insertInvoices(tx: Tx, kind: string, made: readonly MadeInvoice[]): Promise<Set<string>> {
  if (made.length === 0) return new Set();
  const column = (pick: (invoice: NewInvoice) => unknown): unknown[] => made.map(({ invoice }) => pick(invoice) ?? null);
  const rows = await tx.query<{ id: string }>(
    `insert into invoice (organisation_id, id, debtor_id, kind, number, issued_on, due_on, total_cents, description, order_reference, payment_reference,
       claim_kind, credits_invoice_id, source, source_key, source_hash, document_id, performed_on, created_at)
     select $1, id, debtor_id, $2, number, issued_on, due_on, total, description, order_reference, payment_reference, claim_kind, credits, source, source_key, hash, document_id, performed_on, $3
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::bigint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::uuid[], $15::text[],
       $16::text[], $17::bytea[], $18::uuid[], $19::date[])
       as made (id, debtor_id, number, issued_on, due_on, total, description, order_reference, payment_reference, claim_kind, credits, source, source_key, hash, document_id, performed_on)
     on conflict do nothing returning id`,
    [
      tx.organisationId, kind, tx.now, made.map(({ id }) => id), column(({ debtorId }) => debtorId), column(({ number }) => number), column(({ issuedOn }) => issuedOn),
      column(({ dueOn }) => dueOn), column(({ totalCents }) => totalCents), column(({ description }) => description), column(({ orderReference }) => orderReference),
      column(({ paymentReference }) => paymentReference), column(({ claimKind }) => claimKind ?? "services"), made.map(({ creditedId }) => creditedId ?? null),
      column(({ source }) => source), column(({ sourceKey }) => sourceKey), column(({ sourceHash }) => sourceHash && Buffer.from(sourceHash)), column(({ documentId }) => documentId),
      column(({ performedOn }) => performedOn),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The lines of invoices, each numbered from 1. */
export async function insertLines(tx: Tx, made: readonly MadeInvoice[]): Promise<void> {
  const lines = made.flatMap(({ id, invoice }) => invoice.lines.map((line, index) => ({ ...line, invoiceId: id, position: index + 1 })));
  if (lines.length === 0) return;
  await tx.query(
    `insert into invoice_line (organisation_id, id, invoice_id, position, description, quantity, unit, unit_price, vat_basis_points, amount_cents)
     select $1, id, invoice_id, position, description, quantity, unit, unit_price, vat, cents
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::numeric[], $7::text[], $8::numeric[], $9::int[], $10::bigint[])
       as line (id, invoice_id, position, description, quantity, unit, unit_price, vat, cents)`,
    [
      tx.organisationId, lines.map(() => newId()), lines.map(({ invoiceId }) => invoiceId), lines.map(({ position }) => position), lines.map(({ description }) => description),
      lines.map(({ quantity }) => quantity ?? null), lines.map(({ unit }) => unit ?? null), lines.map(({ unitPrice }) => unitPrice ?? null),
      lines.map(({ vatBasisPoints }) => vatBasisPoints ?? null), lines.map(({ amountCents }) => amountCents),
    ],
  );
}

/** How invoices went out, for those whose source tells. */
export async function insertDeliveries(tx: Tx, made: readonly MadeInvoice[]): Promise<void> {
  const deliveries = made.flatMap(({ id, invoice }) => (invoice.delivery ? [{ ...invoice.delivery, invoiceId: id }] : []));
  if (deliveries.length === 0) return;
  await tx.query(
    `insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at, delivered_at, bounced_at, bounce_reason)
     select $1, id, invoice_id, channel, address, sent_at, delivered_at, bounced_at, reason
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::text[])
       as made (id, invoice_id, channel, address, sent_at, delivered_at, bounced_at, reason)`,
    [
      tx.organisationId, deliveries.map(() => newId()), deliveries.map(({ invoiceId }) => invoiceId), deliveries.map(({ channel }) => channel),
      deliveries.map(({ address }) => address ?? null), deliveries.map(({ sentAt }) => sentAt ?? null), deliveries.map(({ deliveredAt }) => deliveredAt ?? null),
      deliveries.map(({ bouncedAt }) => bouncedAt ?? null), deliveries.map(({ bounceReason }) => bounceReason ?? null),
    ],
  );
}
