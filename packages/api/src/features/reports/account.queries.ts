import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface AccountPart {
  entryId: string;
  invoiceId: string;
  invoiceNumber: string;
  part: string;
  cents: Cents;
  article: string | null;
  on: PlainDate;
}

export interface AccountPaymentRow {
  id: string;
  receivedOn: PlainDate;
  cents: Cents;
  source: string;
  reference: string | null;
  payerName: string | null;
  unallocatedCents: Cents;
  chargedBackOn: PlainDate | null;
  parts: AccountPart[];
  refunds: { entryId: string; on: PlainDate; cents: Cents; reason: string }[];
}

const STANDS = `not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)`;
const PARTS = `coalesce(json_agg(json_build_object('entryId', entry.id, 'invoiceId', invoice.id, 'invoiceNumber', invoice.number, 'part', posting.part, 'cents', -posting.amount_cents,
  'article', entry.reason, 'on', entry.value_on) order by entry.id, array_position(array['costs', 'interest', 'principal'], posting.part)), '[]')`;
const REFUNDS = `coalesce(json_agg(json_build_object('entryId', entry.id, 'on', entry.value_on, 'cents', posting.amount_cents, 'reason', entry.reason) order by entry.id), '[]')`;

/** All money that came from a debtor, the newest first: what each paid, what went back, what is left. */
export function listAccountPayments(reader: Reader, debtorId: string): Promise<AccountPaymentRow[]> {
  return reader.query<AccountPaymentRow>(
    `select payment.id, payment.received_on as "receivedOn", payment.amount_cents as cents, payment.source, payment.reference, payment.payer_name as "payerName",
       coalesce(standing.unallocated_cents, 0)::bigint as "unallocatedCents", paid.parts, back.refunds,
       (select value_on from ledger_entry where organisation_id = $1 and reference = 'chargeback:' || payment.id) as "chargedBackOn"
     from payment
     left join payment_standing standing on standing.organisation_id = $1 and standing.payment_id = payment.id
     cross join lateral (
       select ${PARTS} as parts from posting
       join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'allocation' and ${STANDS}
       join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
       where posting.organisation_id = $1 and posting.payment_id = payment.id and posting.account = 'receivable') paid
     cross join lateral (
       select ${REFUNDS} as refunds from posting
       join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'refund' and ${STANDS}
       where posting.organisation_id = $1 and posting.payment_id = payment.id and posting.account = 'unallocated') back
     where payment.organisation_id = $1 and payment.debtor_id = $2
     order by payment.received_on desc, payment.id desc limit 200`,
    [reader.organisationId, debtorId],
  );
}

export interface AccountCreditRow {
  id: string;
  number: string;
  issuedOn: PlainDate;
  totalCents: Cents;
  leftCents: Cents;
  creditsNumber: string | null;
  parts: AccountPart[];
  refunds: AccountPaymentRow["refunds"];
}

/** The credit notes of a debtor, the newest first: which invoice each names, what it was set off against, what is left. */
export function listAccountCredits(reader: Reader, debtorId: string): Promise<AccountCreditRow[]> {
  return reader.query<AccountCreditRow>(
    `select note.id, note.number, note.issued_on as "issuedOn", note.total_cents as "totalCents", credited.number as "creditsNumber", paid.parts, back.refunds,
       (select -coalesce(sum(amount_cents), 0)::bigint from posting where organisation_id = $1 and invoice_id = note.id and account = 'receivable') as "leftCents"
     from invoice note
     left join invoice credited on credited.organisation_id = $1 and credited.id = note.credits_invoice_id
     cross join lateral (
       select ${PARTS} as parts from posting given
       join ledger_entry entry on entry.organisation_id = $1 and entry.id = given.entry_id and entry.kind = 'allocation' and ${STANDS}
       join posting on posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'receivable' and posting.invoice_id <> note.id
       join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
       where given.organisation_id = $1 and given.invoice_id = note.id and given.account = 'receivable') paid
     cross join lateral (
       select ${REFUNDS} as refunds from posting
       join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'refund' and ${STANDS}
       where posting.organisation_id = $1 and posting.invoice_id = note.id and posting.account = 'receivable') back
     where note.organisation_id = $1 and note.debtor_id = $2 and note.kind = 'credit-note'
     order by note.issued_on desc, note.id desc limit 200`,
    [reader.organisationId, debtorId],
  );
}

export interface AccountCorrectionRow {
  entryId: string;
  kind: string;
  on: PlainDate;
  cents: Cents;
  reason: string;
  by: string | null;
  reversedOn: PlainDate | null;
  parts: { invoiceNumber: string; part: string; cents: Cents }[];
}

/** What was waived and written off of a debtor, the newest first, by whom and why, and whether it was taken back. */
export function listAccountCorrections(reader: Reader, debtorId: string): Promise<AccountCorrectionRow[]> {
  return reader.query<AccountCorrectionRow>(
    `select entry.id as "entryId", entry.kind, entry.value_on as "on", -sum(posting.amount_cents)::bigint as cents, entry.reason, staff.name as by, reversal.booked_on as "reversedOn",
       json_agg(json_build_object('invoiceNumber', invoice.number, 'part', posting.part, 'cents', -posting.amount_cents) order by posting.id) as parts
     from posting
     join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind in ('waiver', 'write-off')
     join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
     left join ledger_entry reversal on reversal.organisation_id = $1 and reversal.reverses_id = entry.id
     left join staff on staff.id = entry.booked_by
     where posting.organisation_id = $1 and posting.account = 'receivable' and invoice.debtor_id = $2
     group by entry.id, entry.kind, entry.value_on, entry.reason, staff.name, reversal.booked_on
     order by entry.id desc limit 200`,
    [reader.organisationId, debtorId],
  );
}
