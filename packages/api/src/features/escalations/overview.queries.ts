import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface OverviewInvoiceRow {
  id: string;
  number: string;
  description: string | null;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  totalCents: number;
  openCents: number;
  disputedCents: number;
  inPlan: boolean;
  documentId: string | null;
  paymentReference: string | null;
}

/** So long an invoice that was paid stays on the page. */
const PAID_DAYS = 60;

/**
 * The invoices a debtor sees: what is open, and what was paid lately. Before the check only those that a message itself stated.
 *
 * @param messageId The message of the link, when the session wasn't checked; null for all.
 */
export function listOverviewInvoices(reader: Reader, { debtorId, messageId, today }: { debtorId: string; messageId: string | null; today: PlainDate }): Promise<OverviewInvoiceRow[]> {
  return reader.query<OverviewInvoiceRow>(
    `select invoice.id, invoice.number, coalesce(invoice.description, (select description from invoice_line where organisation_id = $1 and invoice_id = invoice.id order by position limit 1)) as description,
       invoice.issued_on as "issuedOn", invoice.due_on as "dueOn", invoice.total_cents as "totalCents", standing.open_cents as "openCents",
       coalesce((select sum(amount_cents) from dispute where organisation_id = $1 and invoice_id = invoice.id and decided_on is null), 0)::bigint as "disputedCents",
       exists (select 1 from plan_invoice where organisation_id = $1 and invoice_id = invoice.id and active) as "inPlan",
       invoice.document_id as "documentId", invoice.payment_reference as "paymentReference"
     from invoice_standing standing
     join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id and invoice.kind = 'invoice'
     where standing.organisation_id = $1 and standing.debtor_id = $2
       and ($3::uuid is null or exists (select 1 from message_invoice where organisation_id = $1 and message_id = $3 and invoice_id = invoice.id))
       and (standing.open_cents > 0 or exists (
         select 1 from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
         where posting.organisation_id = $1 and posting.invoice_id = invoice.id and posting.account = 'receivable' and posting.amount_cents < 0
           and entry.value_on > $4::date - ${PAID_DAYS}))
     order by (standing.open_cents > 0) desc, invoice.due_on, invoice.number limit 200`,
    [reader.organisationId, debtorId, messageId, today],
  );
}

/** The message that a debtor's link came with. */
export async function findLinkMessageId(reader: Reader, linkId: string): Promise<string | null> {
  const row = await reader.first<{ messageId: string | null }>(`select message_id as "messageId" from debtor_link where organisation_id = $1 and id = $2`, [reader.organisationId, linkId]);
  return row?.messageId ?? null;
}

/** The last day that our latest message asked to pay by, while it lies ahead; of one message when that is given. */
export async function findPayBy(reader: Reader, { debtorId, messageId, today }: { debtorId: string; messageId: string | null; today: PlainDate }): Promise<PlainDate | null> {
  const row = await reader.first<{ payBy: PlainDate }>(
    `select pay_by as "payBy" from message where organisation_id = $1 and debtor_id = $2 and pay_by >= $3 and handed_over_at is not null and ($4::uuid is null or id = $4)
     order by handed_over_at desc limit 1`,
    [reader.organisationId, debtorId, today, messageId],
  );
  return row?.payBy ?? null;
}

/** What holds reminders back now, the weightiest first; of a dispute the day of our answer. */
export async function findPause(reader: Reader, debtorId: string, today: PlainDate): Promise<{ kind: string; until: PlainDate | null } | undefined> {
  return reader.first<{ kind: string; until: PlainDate | null }>(
    `select kind, until from (
       select kind, coalesce((facts ->> 'pausedUntil')::date, until_day) as until from hold
       where organisation_id = $1 and debtor_id = $2 and lifted_at is null and from_day <= $3 and (until_day is null or until_day >= $3)
       union all
       select 'dispute', deadline_on from dispute where organisation_id = $1 and debtor_id = $2 and decided_on is null) reason
     order by case kind when 'hardship' then 1 when 'paid-claim' then 2 when 'dispute' then 3 else 4 end, until nulls last limit 1`,
    [reader.organisationId, debtorId, today],
  );
}

export interface HistoryRow {
  on: PlainDate;
  kind: "invoice" | "reminder" | "call" | "payment" | "agreement" | "letter";
  /** The kind of message, the outcome of a call, the number of an invoice. */
  what: string;
  cents: number | null;
}

/** What happened between the debtor and us, the newest first: what both sides know, nothing that staff noted among themselves. */
export function listHistory(reader: Reader, debtorId: string): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `select "on", kind, what, cents from (
       select issued_on as "on", 'invoice' as kind, number as what, total_cents as cents, id from invoice where organisation_id = $1 and debtor_id = $2 and kind = 'invoice'
       union all
       select (handed_over_at at time zone 'Europe/Amsterdam')::date, case channel when 'letter' then 'letter' else 'reminder' end, message.kind, total_cents, id
       from message where organisation_id = $1 and debtor_id = $2 and handed_over_at is not null and kind not in ('portal-code', 'invoice', 'thanks')
       union all
       select (started_at at time zone 'Europe/Amsterdam')::date, 'call', outcome, null, id from call_log
       where organisation_id = $1 and debtor_id = $2 and outcome <> 'wrongNumber'
         and not exists (select 1 from call_log later where later.organisation_id = $1 and later.corrects_id = call_log.id)
       union all
       select received_on, 'payment', source, amount_cents, id from payment where organisation_id = $1 and debtor_id = $2
       union all
       select (made_at at time zone 'Europe/Amsterdam')::date, 'agreement', case when contradicted_at is not null then 'contradicted' when confirmed_at is not null then 'confirmed' else 'made' end, null, id
       from agreement where organisation_id = $1 and debtor_id = $2) happened
     order by "on" desc, id desc limit 60`,
    [reader.organisationId, debtorId],
  );
}
