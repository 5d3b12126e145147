import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import type { ClaimPart } from "./book-entry";

/** Costs as they were booked once, for the invoices of one letter or notice. */
export interface BookedCostsRow {
  entryId: string;
  bookedOn: PlainDate;
  article: string | null;
  /** What is booked of it on the invoices asked about, and in all. */
  cents: Cents;
  wholeCents: Cents;
  /** What was open of the principal of all its invoices when it was booked. */
  baseCents: Cents;
  invoiceNumbers: string[];
  /** The letter whose term had passed; null for a business notice. */
  letterDeliveredOn: PlainDate | null;
  letterLastDay: PlainDate | null;
}

/** The costs booked on invoices up to a day, with the principal over which each was computed. */
export function listBookedCosts(reader: Reader, invoiceIds: readonly string[], asOf: PlainDate): Promise<BookedCostsRow[]> {
  return reader.query<BookedCostsRow>(
    `select entry.id as "entryId", entry.booked_on as "bookedOn", entry.reason as article, mine.cents, whole.cents as "wholeCents", base.cents as "baseCents",
       mine.numbers as "invoiceNumbers", letter.delivered_on as "letterDeliveredOn", letter.last_day as "letterLastDay"
     from ledger_entry entry
     cross join lateral (
       select sum(posting.amount_cents)::bigint as cents, array_agg(invoice.number order by invoice.number) as numbers from posting
       join invoice on invoice.organisation_id = posting.organisation_id and invoice.id = posting.invoice_id
       where posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'receivable' and posting.invoice_id = any($2::uuid[])) mine
     cross join lateral (
       select sum(posting.amount_cents)::bigint as cents, array_agg(posting.invoice_id) as ids from posting
       where posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'receivable') whole
     cross join lateral (
       -- Ids are in the order of time: what was booked before is what was open then.
       select coalesce(sum(posting.amount_cents), 0)::bigint as cents from posting
       where posting.organisation_id = $1 and posting.invoice_id = any(whole.ids) and posting.account = 'receivable' and posting.part = 'principal' and posting.entry_id < entry.id) base
     left join fourteen_day_letter letter on letter.organisation_id = $1 and 'costs:letter:' || letter.id = entry.reference
     where entry.organisation_id = $1 and entry.kind = 'costs' and entry.value_on <= $3
       and entry.id in (select entry_id from posting where organisation_id = $1 and invoice_id = any($2::uuid[]) and account = 'receivable' and part = 'costs')
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id and reversal.value_on <= $3)
     order by entry.booked_on, entry.id`,
    [reader.organisationId, invoiceIds, asOf],
  );
}

/** Something that came off a claim, or was taken back, and what it went to. */
export interface ReductionRow {
  entryId: string;
  on: PlainDate;
  /** payment · set-off · credit-note · waiver · write-off · charge-back · moved (from interest to principal) */
  kind: string;
  /** Cents off; negative for a charge-back. */
  cents: Cents;
  paymentId: string | null;
  source: string | null;
  /** The payment's reference, or the number of the credit note. */
  reference: string | null;
  /** The article of law of an allocation, else the reason that a person gave. */
  reason: string | null;
  parts: { invoiceNumber: string; part: ClaimPart; cents: Cents }[];
}

/** What came off invoices up to a day, one row for each entry, with what it paid first. What was reversed as if it never was is left out. */
export function listReductions(reader: Reader, invoiceIds: readonly string[], asOf: PlainDate): Promise<ReductionRow[]> {
  return reader.query<ReductionRow>(
    `select entry.id as "entryId", entry.value_on as "on", entry.reason, -sum(posting.amount_cents)::bigint as cents, payment.id as "paymentId", payment.source,
       case when entry.kind = 'reversal' then 'charge-back' when entry.kind = 'allocation' then case when payment.id is not null then 'payment' when credit.number is not null then 'set-off' else 'moved' end else entry.kind end as kind,
       coalesce(payment.reference, credit.number) as reference,
       json_agg(json_build_object('invoiceNumber', invoice.number, 'part', posting.part, 'cents', -posting.amount_cents)
         order by invoice.due_on, invoice.number, array_position(array['costs', 'interest', 'principal'], posting.part)) as parts
     from posting
     join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
     join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
     left join ledger_entry original on original.organisation_id = $1 and original.id = entry.reverses_id
     left join ledger_entry reversal on reversal.organisation_id = $1 and reversal.reverses_id = entry.id and reversal.value_on <= $3
     left join payment on payment.organisation_id = $1 and payment.id = posting.payment_id
     left join lateral (
       select note.number from posting given join invoice note on note.organisation_id = $1 and note.id = given.invoice_id and note.kind = 'credit-note'
       where given.organisation_id = $1 and given.entry_id = entry.id limit 1) credit on true
     where posting.organisation_id = $1 and posting.invoice_id = any($2::uuid[]) and posting.account = 'receivable' and entry.value_on <= $3
       and coalesce(original.kind, entry.kind) not in ('invoice', 'interest', 'costs') and coalesce(original.value_on, reversal.value_on) is distinct from entry.value_on
     group by entry.id, entry.value_on, entry.kind, entry.reason, payment.id, payment.source, payment.reference, credit.number
     order by entry.value_on, entry.id`,
    [reader.organisationId, invoiceIds, asOf],
  );
}
