import type { PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface DirectDebitRow {
  id: string;
  debtorId: string;
  /** Null: every invoice of the debtor. */
  invoiceId: string | null;
  invoiceNumber: string | null;
  mandate: string | null;
  since: PlainDate;
  source: "staff" | "ubl" | "table" | "api";
  by: string | null;
  endedAt: Date | null;
  /** Invoices of which a collection bounced since: those are reminded. */
  bouncedNumbers: string[];
}

/** The day on which the bank last took back what had paid an invoice, as SQL; a charge-back that was undone doesn't count. */
export function lastBounce(invoiceId: string): string {
  return `(select max(charge.value_on) from posting paid
       join posting back on back.organisation_id = $1 and back.payment_id = paid.payment_id
       join ledger_entry charge on charge.organisation_id = $1 and charge.id = back.entry_id and charge.kind = 'chargeback'
       where paid.organisation_id = $1 and paid.invoice_id = ${invoiceId} and paid.payment_id is not null
         and not exists (select 1 from ledger_entry undone where undone.organisation_id = $1 and undone.reverses_id = charge.id))`;
}

const DIRECT_DEBIT = `
  select debit.id, debit.debtor_id as "debtorId", debit.invoice_id as "invoiceId", invoice.number as "invoiceNumber", debit.mandate, debit.since, debit.source, staff.name as "by",
    debit.ended_at as "endedAt",
    array(select standing_invoice.number from invoice_standing standing join invoice standing_invoice on standing_invoice.organisation_id = $1 and standing_invoice.id = standing.invoice_id
      where standing.organisation_id = $1 and standing.debtor_id = debit.debtor_id and standing.open_cents > 0 and (debit.invoice_id is null or debit.invoice_id = standing.invoice_id)
        and ${lastBounce("standing.invoice_id")} > debit.since order by standing_invoice.number) as "bouncedNumbers"
  from direct_debit debit
  left join invoice on invoice.organisation_id = $1 and invoice.id = debit.invoice_id
  left join staff on staff.id = debit.recorded_by
  where debit.organisation_id = $1`;

/** What we collect of a debtor: the mandate for everything first, then those of single invoices that are open. */
export function listDirectDebits(reader: Reader, debtorId: string): Promise<DirectDebitRow[]> {
  return reader.query<DirectDebitRow>(
    `${DIRECT_DEBIT} and debit.debtor_id = $2 and debit.ended_at is null
       and (debit.invoice_id is null or exists (select 1 from invoice_standing open where open.organisation_id = $1 and open.invoice_id = debit.invoice_id and open.open_cents > 0))
     order by debit.invoice_id is not null, debit.since desc, debit.id`, [reader.organisationId, debtorId]);
}

/** One, ended or not. */
export function findDirectDebit(reader: Reader, id: string): Promise<DirectDebitRow | undefined> {
  return reader.first<DirectDebitRow>(`${DIRECT_DEBIT} and debit.id = $2`, [reader.organisationId, id]);
}

export interface NewDirectDebitRow {
  id: string;
  debtorId: string;
  invoiceId: string | null;
  mandate: string | null;
  since: PlainDate;
  source: DirectDebitRow["source"];
}

/** Writes what we collect from now on. @returns The ids that were written; what is collected already isn't written again. */
export async function insertDirectDebits(tx: Tx, rows: readonly NewDirectDebitRow[]): Promise<Set<string>> {
  const written = await tx.query<{ id: string }>(
    `insert into direct_debit (organisation_id, id, debtor_id, invoice_id, mandate, since, source, recorded_at, recorded_by)
     select $1, id, debtor_id, invoice_id, mandate, since, source, $2, $3 from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::text[])
       as made (id, debtor_id, invoice_id, mandate, since, source)
     on conflict do nothing returning id`,
    [
      tx.organisationId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, rows.map(({ id }) => id), rows.map(({ debtorId }) => debtorId), rows.map(({ invoiceId }) => invoiceId),
      rows.map(({ mandate }) => mandate), rows.map(({ since }) => since), rows.map(({ source }) => source),
    ],
  );
  return new Set(written.map(({ id }) => id));
}

/** Of some invoices those that were ever said to be collected, ended or not. */
export async function everCollected(reader: Reader, invoiceIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>(
    "select distinct invoice_id as id from direct_debit where organisation_id = $1 and invoice_id = any($2::uuid[])", [reader.organisationId, invoiceIds]);
  return new Set(rows.map(({ id }) => id));
}
