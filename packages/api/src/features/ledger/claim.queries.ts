import type { Cents, DayCount, DebtorKind, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

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
  /** The day of the last interest booked, when interest was claimed. */
  interestClaimedOn: PlainDate | null;
  openPrincipalCents: Cents;
  openInterestCents: Cents;
  openCostsCents: Cents;
  /** Money and credits that came off, in order of value day. */
  reductions: { on: PlainDate; part: "principal" | "interest" | "costs"; cents: Cents; kind: string; paymentId: string | null }[];
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
         coalesce(sum(posting.amount_cents) filter (where posting.part = 'principal'), 0)::bigint as "openPrincipalCents",
         coalesce(sum(posting.amount_cents) filter (where posting.part = 'interest'), 0)::bigint as "openInterestCents",
         coalesce(sum(posting.amount_cents) filter (where posting.part = 'costs'), 0)::bigint as "openCostsCents",
         coalesce(sum(posting.amount_cents) filter (where posting.part = 'interest' and entry.kind = 'interest'), 0)::bigint as "interestBookedCents",
         coalesce(sum(posting.amount_cents) filter (where posting.part = 'costs' and entry.kind = 'costs'), 0)::bigint as "costsBookedCents",
         max(entry.value_on) filter (where entry.kind = 'interest') as "interestClaimedOn",
         coalesce(json_agg(json_build_object('on', entry.value_on, 'part', posting.part, 'cents', -posting.amount_cents, 'kind', entry.kind, 'paymentId', posting.payment_id)
           order by entry.value_on, posting.id) filter (where entry.kind not in ('invoice', 'interest', 'costs', 'reversal') and not exists (
             select 1 from ledger_entry reversal where reversal.organisation_id = entry.organisation_id and reversal.reverses_id = entry.id)), '[]') as reductions
       from posting
       join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
       where posting.organisation_id = invoice.organisation_id and posting.invoice_id = invoice.id and posting.account = 'receivable'
         and entry.value_on <= $3
     ) books
     where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) and invoice.kind = 'invoice'
     order by invoice.due_on, invoice.number`,
    [reader.organisationId, invoiceIds, asOf],
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
