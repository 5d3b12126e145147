import type { PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { DEBTOR_COLUMNS, type DebtorColumn } from "../debtors/debtor-details";
import type { SourceInvoice } from "./source-invoice";

/** An invoice that stands, with its debtor, to hold a source's words against. */
export interface KnownInvoice {
  readonly id: string;
  readonly kind: "invoice" | "credit-note";
  readonly number: string;
  readonly debtorId: string;
  readonly totalCents: number;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly description: string | null;
  readonly orderReference: string | null;
  readonly paymentReference: string | null;
  readonly sourceHash: Buffer | null;
  readonly debtor: { readonly number: string } & { readonly [column in DebtorColumn]: string | null };
}

/** The invoices and credit notes of these numbers, by "kind number". */
export async function listKnownInvoices(reader: Reader, wanted: readonly Pick<SourceInvoice, "kind" | "number">[]): Promise<Map<string, KnownInvoice>> {
  if (wanted.length === 0) return new Map();
  const rows = await reader.query<KnownInvoice>(
    `select invoice.id, invoice.kind, invoice.number, invoice.debtor_id as "debtorId", invoice.total_cents as "totalCents", invoice.issued_on as "issuedOn", invoice.due_on as "dueOn",
       invoice.description, invoice.order_reference as "orderReference", invoice.payment_reference as "paymentReference", invoice.source_hash as "sourceHash",
       json_build_object('number', debtor.number, ${DEBTOR_COLUMNS.map((column) => `'${column}', debtor.${column}`).join(", ")}) as debtor
     from unnest($2::text[], $3::text[]) as wanted (kind, number)
     join invoice on invoice.organisation_id = $1 and invoice.kind = wanted.kind and invoice.number = wanted.number
     join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id`,
    [reader.organisationId, wanted.map(({ kind }) => kind), wanted.map(({ number }) => number)],
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.number}`, row]));
}

/** Only one transaction of an organisation takes invoices in at a time, so that two imports of one file make each invoice once. */
export async function lockInvoicesIn(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('invoices-in:' || $1))", [tx.organisationId]);
}

export interface ChangedInvoice {
  readonly invoiceId: string;
  readonly invoice: SourceInvoice;
}

/** What a source says differently now of invoices that stand; their due day counts for the ladder from here on. */
export async function updateInvoices(tx: Tx, changed: readonly ChangedInvoice[]): Promise<void> {
  if (changed.length === 0) return;
  const column = (pick: (invoice: SourceInvoice) => unknown): unknown[] => changed.map(({ invoice }) => pick(invoice) ?? null);
  await tx.query(
    `update invoice set due_on = told.due_on, description = coalesce(told.description, invoice.description), order_reference = coalesce(told.order_reference, invoice.order_reference),
       payment_reference = coalesce(told.payment_reference, invoice.payment_reference), source_hash = told.hash, version = invoice.version + 1
     from unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::bytea[]) as told (id, due_on, description, order_reference, payment_reference, hash)
     where invoice.organisation_id = $1 and invoice.id = told.id`,
    [
      tx.organisationId, changed.map(({ invoiceId }) => invoiceId), column(({ dueOn }) => dueOn), column(({ description }) => description),
      column(({ orderReference }) => orderReference), column(({ paymentReference }) => paymentReference), column(({ sourceHash }) => Buffer.from(sourceHash)),
    ],
  );
  await tx.query(
    `update invoice_standing standing set due_on = invoice.due_on from invoice
     where standing.organisation_id = $1 and standing.invoice_id = any($2::uuid[]) and invoice.organisation_id = $1 and invoice.id = standing.invoice_id and standing.due_on <> invoice.due_on`,
    [tx.organisationId, changed.map(({ invoiceId }) => invoiceId)],
  );
}
