import type { DebtorKind, LetterFacts, PlainDate, StepTaken } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

type Querying = Pick<Reader, "organisationId" | "query">;

/** Debtors with something open, in key order. */
export async function listOpenDebtorIds(reader: Querying, after: string | undefined, limit: number): Promise<string[]> {
  return (await reader.query<{ id: string }>(
    `select distinct debtor_id as id from invoice_standing where organisation_id = $1 and open_cents > 0 and ($2::uuid is null or debtor_id > $2) order by debtor_id limit $3`,
    [reader.organisationId, after ?? null, limit])).map(({ id }) => id);
}

/** An invoice that a ladder is tried on, with its debtor. */
export interface TrialRow {
  invoiceId: string;
  invoiceNumber: string;
  debtorId: string;
  debtorName: string;
  debtorKind: DebtorKind;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: number;
  openCents: number;
  /** The version it is on, null before its first step. */
  versionId: string | null;
  steps: StepTaken[];
  letter: LetterFacts | null;
  contacts: PlainDate[];
}

/**
 * Open invoices to try a ladder on: those asked for, or five of different debtors that run on this ladder, or may begin on it, the largest
 * first.
 */
export function listTrialInvoices(reader: Querying, { ladderId, invoiceIds, today, limit }: { ladderId: string; invoiceIds?: readonly string[]; today: PlainDate; limit: number }): Promise<TrialRow[]> {
  return reader.query<TrialRow>(
    `with per_debtor as (
       select distinct on (standing.debtor_id) standing.invoice_id, standing.open_cents,
         exists (select 1 from step_taken taken join ladder_version version on version.organisation_id = taken.organisation_id and version.id = taken.ladder_version_id
                 where taken.organisation_id = $1 and taken.invoice_id = standing.invoice_id and version.ladder_id = $2) as runs
       from (select * from invoice_standing where organisation_id = $1 and open_cents > 0 and due_on between $5::date - 60 and $5::date + 30 order by due_on desc, invoice_id limit 400) standing
       where $3::uuid[] is null
       order by standing.debtor_id, runs desc, standing.open_cents desc),
     picked as (
       select invoice_id from (select * from per_debtor order by runs desc, open_cents desc limit $4) best
       union all select id from unnest($3::uuid[]) as asked (id))
     select invoice.id as "invoiceId", invoice.number as "invoiceNumber", debtor.id as "debtorId", debtor.name as "debtorName", debtor.kind as "debtorKind",
       invoice.issued_on as "issuedOn", standing.due_on as "dueOn", invoice.total_cents as "totalCents", standing.open_cents as "openCents",
       coalesce((select own.ladder_version_id from invoice_ladder own where own.organisation_id = $1 and own.invoice_id = invoice.id),
         (select taken.ladder_version_id from step_taken taken where taken.organisation_id = $1 and taken.invoice_id = invoice.id order by taken.taken_on desc, taken.id desc limit 1)) as "versionId",
       (select coalesce(json_agg(json_build_object('stepId', taken.step_key, 'takenOn', taken.taken_on,
           'sentOn', case when taken.skipped_reason is not null then null else coalesce((message.handed_over_at at time zone 'Europe/Amsterdam')::date, taken.taken_on) end,
           'skippedOn', case when taken.skipped_reason is not null then taken.taken_on end, 'payBy', message.pay_by) order by taken.taken_on, taken.id), '[]')
         from step_taken taken left join message on message.organisation_id = taken.organisation_id and message.id = taken.message_id
         where taken.organisation_id = $1 and taken.invoice_id = invoice.id) as steps,
       (select json_build_object('sentOn', letter.sent_on, 'channel', letter.channel, 'deliveredOn', coalesce(letter.delivered_on, case when letter.channel = 'mail' then letter.sent_on end))
         from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = line.organisation_id and letter.id = line.letter_id
         where line.organisation_id = $1 and line.invoice_id = invoice.id order by letter.sent_on desc limit 1) as letter,
       (select coalesce(json_agg((handed_over_at at time zone 'Europe/Amsterdam')::date), '[]') from message
         where organisation_id = $1 and debtor_id = debtor.id and not by_request and handed_over_at >= $5::date - 31) as contacts
     from picked
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = picked.invoice_id and standing.open_cents > 0
     join invoice on invoice.organisation_id = $1 and invoice.id = picked.invoice_id
     join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id
     order by standing.due_on, invoice.id limit 25`,
    [reader.organisationId, ladderId, invoiceIds?.length ? invoiceIds : null, limit, today],
  );
}

export interface PastInvoice {
  invoiceId: string;
  debtorId: string;
  debtorKind: DebtorKind;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: number;
  paidOn: PlainDate | null;
}

/** The invoices of some debtors, due in a stretch of days, with the day they were paid in full. A sample of debtors by their id. */
export function listPastInvoices(reader: Querying, { from, until, debtors }: { from: PlainDate; until: PlainDate; debtors: number }): Promise<PastInvoice[]> {
  return reader.query<PastInvoice>(
    `with sample as (
       select debtor_id from (
         select distinct debtor_id from invoice where organisation_id = $1 and kind = 'invoice' and due_on between $2 and $3) due
       order by md5(debtor_id::text) limit $4)
     select invoice.id as "invoiceId", invoice.debtor_id as "debtorId", debtor.kind as "debtorKind", invoice.issued_on as "issuedOn", invoice.due_on as "dueOn",
       invoice.total_cents as "totalCents",
       case when standing.open_cents = 0 then coalesce((
         select max(entry.value_on) from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
         where posting.organisation_id = $1 and posting.invoice_id = invoice.id and posting.account = 'receivable' and posting.amount_cents < 0), invoice.due_on) end as "paidOn"
     from sample
     join invoice on invoice.organisation_id = $1 and invoice.debtor_id = sample.debtor_id and invoice.kind = 'invoice' and invoice.due_on between $2 and $3 and invoice.total_cents > 0
     join debtor on debtor.organisation_id = $1 and debtor.id = sample.debtor_id
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id
     order by invoice.debtor_id, invoice.due_on, invoice.id`,
    [reader.organisationId, from, until, debtors],
  );
}

/** How many invoices fell due in a stretch of days. */
export async function countPastInvoices(reader: Querying, from: PlainDate, until: PlainDate): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    "select count(*)::int as count from invoice where organisation_id = $1 and kind = 'invoice' and due_on between $2 and $3 and total_cents > 0", [reader.organisationId, from, until]);
  return row?.count ?? 0;
}
