import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface InvoiceRow {
  id: string;
  number: string;
  kind: "invoice" | "credit-note";
  debtorId: string;
  debtorName: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: number;
  openCents: number;
  description: string | null;
  orderReference: string | null;
  paymentReference: string | null;
  documentId: string | null;
  /** Of a credit note: the invoice it credits. */
  creditsId: string | null;
  creditsNumber: string | null;
}

const COLUMNS = `
  invoice.id, invoice.number, invoice.kind, invoice.debtor_id as "debtorId", debtor.name as "debtorName", invoice.issued_on as "issuedOn", invoice.due_on as "dueOn",
  invoice.total_cents as "totalCents", coalesce(standing.open_cents, 0)::bigint as "openCents", invoice.description, invoice.order_reference as "orderReference",
  invoice.payment_reference as "paymentReference", invoice.document_id as "documentId",
  invoice.credits_invoice_id as "creditsId",
  (select number from invoice credited where credited.organisation_id = invoice.organisation_id and credited.id = invoice.credits_invoice_id) as "creditsNumber"`;
const JOINS = `
  join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
  left join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id`;

/** One invoice with what is open of it. */
export function findInvoice(reader: Reader, invoiceId: string): Promise<InvoiceRow | undefined> {
  return reader.first<InvoiceRow>(`select ${COLUMNS} from invoice ${JOINS} where invoice.organisation_id = $1 and invoice.id = $2`, [reader.organisationId, invoiceId]);
}

/** Some invoices, by due day. */
export function listInvoicesById(reader: Reader, invoiceIds: readonly string[]): Promise<InvoiceRow[]> {
  if (invoiceIds.length === 0) return Promise.resolve([]);
  return reader.query<InvoiceRow>(
    `select ${COLUMNS} from invoice ${JOINS} where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) order by invoice.due_on, invoice.number`,
    [reader.organisationId, invoiceIds],
  );
}

/** What is open of a debtor, the oldest first. */
export function listOpenInvoices(reader: Reader, debtorId: string): Promise<InvoiceRow[]> {
  return reader.query<InvoiceRow>(
    `select ${COLUMNS} from invoice ${JOINS} where invoice.organisation_id = $1 and invoice.debtor_id = $2 and standing.open_cents > 0 order by invoice.due_on, invoice.number`,
    [reader.organisationId, debtorId],
  );
}

export interface InvoiceListRow extends InvoiceRow {
  daysOverdue: number;
  step: string | null;
}

export interface InvoiceListQuery {
  search?: string;
  state?: string;
  debtorId?: string;
  sort: string;
  direction: "asc" | "desc";
  limit: number;
  offset: number;
  today: PlainDate;
}

const SORTS: Readonly<Record<string, string>> = {
  number: "number", debtorName: `lower("debtorName")`, issuedOn: `"issuedOn"`, dueOn: `"dueOn"`, totalCents: `"totalCents"`, openCents: `"openCents"`, daysOverdue: `"daysOverdue"`,
};

/** A page of invoices and credit notes, with count and sums of the whole filter. state: open · overdue · paid · all. */
export async function listInvoices(reader: Reader, query: InvoiceListQuery): Promise<{ rows: InvoiceListRow[]; totalCount: number; totalCents: number; openCents: number }> {
  const search = query.search?.trim() ? `%${query.search.trim().replace(/[%_\\]/g, "\\$&")}%` : null;
  const values = [reader.organisationId, query.today, search, query.debtorId ?? null, query.state ?? "all"];
  const from = `from (
    select ${COLUMNS}, case when standing.open_cents > 0 then greatest($2::date - invoice.due_on, 0) else 0 end as "daysOverdue",
      (select step_key from step_taken where organisation_id = invoice.organisation_id and invoice_id = invoice.id and skipped_reason is null order by taken_on desc, id desc limit 1) as step
    from invoice ${JOINS}
    where invoice.organisation_id = $1 and ($4::uuid is null or invoice.debtor_id = $4)
      and ($3::text is null or invoice.number ilike $3 or debtor.name ilike $3 or invoice.description ilike $3 or invoice.payment_reference ilike $3)
      and case $5 when 'open' then standing.open_cents > 0 when 'overdue' then standing.open_cents > 0 and invoice.due_on < $2
                  when 'paid' then standing.open_cents = 0 else true end) page`;
  const sort = SORTS[query.sort] ?? `"dueOn"`;
  const rows = await reader.query<InvoiceListRow>(
    `select * ${from} order by ${sort} ${query.direction === "asc" ? "asc" : "desc"} nulls last, number, id limit $6 offset $7`, [...values, query.limit, query.offset],
  );
  const total = await reader.first<{ count: number; total: number; open: number }>(
    `select count(*) as count, coalesce(sum(case when kind = 'credit-note' then -"totalCents" else "totalCents" end), 0)::bigint as total, coalesce(sum("openCents"), 0)::bigint as open ${from}`,
    values,
  );
  return { rows, totalCount: total?.count ?? 0, totalCents: total?.total ?? 0, openCents: total?.open ?? 0 };
}

export interface InvoiceLineRow {
  position: number;
  description: string;
  quantity: string | null;
  unit: string | null;
  unitPrice: string | null;
  vatBasisPoints: number | null;
  amountCents: number;
}

/** The lines of an invoice in their order. */
export function listInvoiceLines(reader: Reader, invoiceId: string): Promise<InvoiceLineRow[]> {
  return reader.query<InvoiceLineRow>(
    `select position, description, trim_scale(quantity)::text as quantity, unit, trim_scale(unit_price)::text as "unitPrice", vat_basis_points as "vatBasisPoints", amount_cents as "amountCents"
     from invoice_line where organisation_id = $1 and invoice_id = $2 order by position`,
    [reader.organisationId, invoiceId],
  );
}

export interface DeliveryRow {
  invoiceId: string;
  channel: string;
  address: string | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  bounceReason: string | null;
  openedAt: Date | null;
}

/** How invoices reached their debtor. `openedAt` is when the debtor opened their page from that mail; never a pixel. */
export function listDeliveries(reader: Reader, invoiceIds: readonly string[]): Promise<DeliveryRow[]> {
  if (invoiceIds.length === 0) return Promise.resolve([]);
  return reader.query<DeliveryRow>(
    `select delivery.invoice_id as "invoiceId", delivery.channel, delivery.address, delivery.sent_at as "sentAt", delivery.delivered_at as "deliveredAt",
       delivery.bounced_at as "bouncedAt", delivery.bounce_reason as "bounceReason", message.opened_at as "openedAt"
     from invoice_delivery delivery left join message on message.organisation_id = delivery.organisation_id and message.id = delivery.message_id
     where delivery.organisation_id = $1 and delivery.invoice_id = any($2::uuid[]) order by delivery.sent_at nulls last, delivery.id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DocumentRow {
  id: string;
  fileName: string;
  mimeType: string;
  size: number;
}

/** The PDF of an invoice, when it came with one or one was made. */
export function listInvoiceDocuments(reader: Reader, invoiceId: string): Promise<DocumentRow[]> {
  return reader.query<DocumentRow>(
    `select document.id, document.file_name as "fileName", document.mime_type as "mimeType", document.size from document
     join invoice on invoice.organisation_id = document.organisation_id and invoice.document_id = document.id
     where invoice.organisation_id = $1 and invoice.id = $2`,
    [reader.organisationId, invoiceId],
  );
}

export interface InvoicePaymentRow {
  paymentId: string;
  receivedOn: PlainDate;
  cents: number;
  part: string;
  source: string;
  reference: string | null;
  article: string | null;
}

/** What each payment paid of an invoice, part by part, with the article that put it there. Reversed allocations are left out. */
export function listInvoicePayments(reader: Reader, invoiceId: string): Promise<InvoicePaymentRow[]> {
  return reader.query<InvoicePaymentRow>(
    `select payment.id as "paymentId", payment.received_on as "receivedOn", -posting.amount_cents as cents, posting.part, payment.source, payment.reference, entry.reason as article
     from posting
     join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation'
     join payment on payment.organisation_id = posting.organisation_id and payment.id = posting.payment_id
     where posting.organisation_id = $1 and posting.invoice_id = $2 and posting.account = 'receivable'
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = entry.organisation_id and reversal.reverses_id = entry.id)
     order by payment.received_on, posting.id`,
    [reader.organisationId, invoiceId],
  );
}
