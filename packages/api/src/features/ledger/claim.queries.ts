import type { Cents, DayCount, DebtorKind, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** No entry has a value day after it: as of this day a history is the whole history. */
export const END_OF_DAYS: PlainDate = "9999-12-31";

/** What the books say of one invoice, up to a day: enough to compute its interest and to explain every cent. */
export interface ClaimHistory {
  invoiceId: string;
  debtorId: string;
  number: string;
  dueOn: PlainDate;
  debtorKind: DebtorKind;
  dayCount: DayCount;
  /** What was invoiced, less nothing. */
  totalCents: Cents;
  /** Booked so far: claimed from the debtor. */
  interestBookedCents: Cents;
  costsBookedCents: Cents;
  /** The day up to which interest was asked for, when it was. */
  interestClaimedOn: PlainDate | null;
  /** How many entries of interest there ever were, those taken back included. */
  interestEntries: number;
  openPrincipalCents: Cents;
  openInterestCents: Cents;
  openCostsCents: Cents;
  /** What came off, in order of value day. Negative where money was taken back on a later day (a charge-back). */
  reductions: Reduction[];
}

export interface Reduction {
  on: PlainDate;
  part: "principal" | "interest" | "costs";
  cents: Cents;
  /** What came off by: "allocation" (money, or a credit that was set off), "credit-note", "waiver", "write-off". */
  kind: string;
  paymentId: string | null;
}

/** The history of invoices in the books, as of the end of a day. */
export function listClaimHistories(reader: Reader, invoiceIds: readonly string[], asOf: PlainDate): Promise<ClaimHistory[]> {
  if (invoiceIds.length === 0) return Promise.resolve([]);
  return reader.query<ClaimHistory>(
    `select invoice.id as "invoiceId", invoice.debtor_id as "debtorId", invoice.number, invoice.due_on as "dueOn", debtor.kind as "debtorKind",
       organisation.day_count as "dayCount", invoice.total_cents as "totalCents", books.*
     from invoice
     join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
     join organisation on organisation.id = invoice.organisation_id
     cross join lateral (
       select
         coalesce(sum(line.cents) filter (where line.part = 'principal'), 0)::bigint as "openPrincipalCents",
         coalesce(sum(line.cents) filter (where line.part = 'interest'), 0)::bigint as "openInterestCents",
         coalesce(sum(line.cents) filter (where line.part = 'costs'), 0)::bigint as "openCostsCents",
         coalesce(sum(line.cents) filter (where line.part = 'interest' and line.what = 'interest'), 0)::bigint as "interestBookedCents",
         coalesce(sum(line.cents) filter (where line.part = 'costs' and line.what = 'costs'), 0)::bigint as "costsBookedCents",
         max(line.value_on) filter (where line.kind = 'interest' and line.undone_on is null and line.reference not like '%:to-waive') as "interestClaimedOn",
         (count(*) filter (where line.kind = 'interest'))::int as "interestEntries",
         coalesce(json_agg(json_build_object('on', line.value_on, 'part', line.part, 'cents', -line.cents, 'kind', line.what, 'paymentId', line.payment_id)
           order by line.value_on, line.id) filter (where line.what not in ('invoice', 'interest', 'costs') and line.undone_on is distinct from line.value_on), '[]') as reductions
       from (
         -- A reversal is told as what it takes back. One of the same value day is as if neither had been; one of a later day counts from then on.
         select posting.id, posting.part, posting.amount_cents as cents, posting.payment_id, entry.kind, entry.value_on, entry.reference,
           coalesce(original.kind, entry.kind) as what, coalesce(original.value_on, reversal.value_on) as undone_on
         from posting
         join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
         left join ledger_entry original on original.organisation_id = entry.organisation_id and original.id = entry.reverses_id
         left join ledger_entry reversal on reversal.organisation_id = entry.organisation_id and reversal.reverses_id = entry.id and reversal.value_on <= $3
         where posting.organisation_id = invoice.organisation_id and posting.invoice_id = invoice.id and posting.account = 'receivable'
           and entry.value_on <= $3) line
     ) books
     where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) and invoice.kind = 'invoice'
     order by invoice.due_on, invoice.number`,
    [reader.organisationId, invoiceIds, asOf],
  );
}

export interface ClaimedInterest {
  entryId: string;
  invoiceId: string;
  debtorId: string;
  cents: Cents;
  valueOn: PlainDate;
  /** What is open of the invoice's interest now. */
  openCents: Cents;
}

/** Interest of invoices that was asked for over days after `day`, the newest first. */
export function listInterestAfter(reader: Reader, invoiceIds: readonly string[], day: PlainDate): Promise<ClaimedInterest[]> {
  return reader.query<ClaimedInterest>(
    `select entry.id as "entryId", posting.invoice_id as "invoiceId", posting.debtor_id as "debtorId", posting.amount_cents as cents, entry.value_on as "valueOn",
       standing.interest_cents as "openCents"
     from posting
     join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'interest' and entry.value_on > $3
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = posting.invoice_id
     where posting.organisation_id = $1 and posting.invoice_id = any($2::uuid[]) and posting.account = 'receivable'
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
     order by posting.invoice_id, entry.value_on desc, entry.id desc`,
    [reader.organisationId, invoiceIds, day],
  );
}

/** The invoices of a debtor that have something open, or had when they are asked for by id. */
export async function openInvoiceIdsOf(reader: Reader, debtorId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select invoice_id as id from invoice_standing where organisation_id = $1 and debtor_id = $2 and open_cents <> 0 order by due_on, invoice_id`,
    [reader.organisationId, debtorId],
  );
  return rows.map(({ id }) => id);
}
