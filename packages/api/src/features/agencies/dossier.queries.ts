import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

// What an agency may know of a case: its invoices and what happened about them. No notes, no scores, no names of staff (T-5).

export interface DossierInvoice {
  id: string;
  number: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  description: string | null;
  orderReference: string | null;
  claimKind: "services" | "consumer-goods" | "recurring-instalment";
  totalCents: number;
  deliveries: { channel: string; address: string | null; sentAt: string | null; deliveredAt: string | null; bouncedAt: string | null }[];
}

export function listDossierInvoices(reader: Reader, invoiceIds: readonly string[]): Promise<DossierInvoice[]> {
  return reader.query<DossierInvoice>(
    `select invoice.id, invoice.number, invoice.issued_on as "issuedOn", invoice.due_on as "dueOn", invoice.description, invoice.order_reference as "orderReference",
       invoice.claim_kind as "claimKind", invoice.total_cents as "totalCents",
       coalesce((select json_agg(json_build_object('channel', channel, 'address', address, 'sentAt', sent_at, 'deliveredAt', delivered_at, 'bouncedAt', bounced_at) order by sent_at, id)
         from invoice_delivery where organisation_id = $1 and invoice_id = invoice.id), '[]') as deliveries
     from invoice where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) order by invoice.due_on, invoice.number`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierPayment {
  invoiceId: string;
  receivedOn: PlainDate;
  cents: number;
  part: string;
  reference: string | null;
  article: string | null;
}

/** What each payment paid, invoice by invoice and part by part; reversed allocations are left out. */
export function listDossierPayments(reader: Reader, invoiceIds: readonly string[]): Promise<DossierPayment[]> {
  return reader.query<DossierPayment>(
    `select posting.invoice_id as "invoiceId", payment.received_on as "receivedOn", -posting.amount_cents as cents, posting.part, payment.reference, entry.reason as article
     from posting
     join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation'
     join payment on payment.organisation_id = posting.organisation_id and payment.id = posting.payment_id
     where posting.organisation_id = $1 and posting.invoice_id = any($2::uuid[]) and posting.account = 'receivable'
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
     order by payment.received_on, posting.id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierMessage {
  id: string;
  kind: string;
  channel: "mail" | "letter";
  to: string | null;
  subject: string | null;
  sentAt: Date;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  sha256: string | null;
  cents: number | null;
}

/** Every message about these invoices that left, with the hash of what it said. */
export function listDossierMessages(reader: Reader, invoiceIds: readonly string[]): Promise<DossierMessage[]> {
  return reader.query<DossierMessage>(
    `select message.id, message.kind, message.channel, message.to_address as "to", message.subject, message.handed_over_at as "sentAt", message.delivered_at as "deliveredAt",
       message.bounced_at as "bouncedAt", message.facts ->> 'sentSha256' as sha256, message.total_cents as cents
     from message where message.organisation_id = $1 and message.handed_over_at is not null
       and exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = message.id and line.invoice_id = any($2::uuid[]))
     order by message.handed_over_at, message.id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierLetter {
  sentOn: PlainDate;
  channel: string;
  deliveredOn: PlainDate | null;
  presumed: boolean;
  lastDay: PlainDate | null;
  costsFrom: PlainDate | null;
  principalCents: number;
  costsCents: number;
  vatCents: number;
  text: string;
  invoiceNumbers: string[];
}

/** The newest fourteen-day letter about these invoices, as it was sent. */
export function findDossierLetter(reader: Reader, invoiceIds: readonly string[]): Promise<DossierLetter | undefined> {
  return reader.first<DossierLetter>(
    `select letter.sent_on as "sentOn", letter.channel, letter.delivered_on as "deliveredOn", letter.presumed, letter.last_day as "lastDay", letter.costs_from as "costsFrom",
       letter.principal_cents as "principalCents", letter.costs_cents as "costsCents", letter.vat_cents as "vatCents", coalesce(message.body_text, '') as text,
       (select json_agg(invoice.number order by invoice.number) from letter_invoice line
        join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id where line.organisation_id = $1 and line.letter_id = letter.id) as "invoiceNumbers"
     from fourteen_day_letter letter join message on message.organisation_id = letter.organisation_id and message.id = letter.message_id
     where letter.organisation_id = $1
       and exists (select 1 from letter_invoice line where line.organisation_id = $1 and line.letter_id = letter.id and line.invoice_id = any($2::uuid[]))
     order by letter.sent_on desc, letter.id desc limit 1`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierCall {
  at: Date;
  direction: string;
  outcome: string;
  excuse: string | null;
}

/** Calls with the debtor that named one of these invoices or none. Corrected logs are left out; notes stay ours. */
export function listDossierCalls(reader: Reader, debtorId: string, invoiceIds: readonly string[]): Promise<DossierCall[]> {
  return reader.query<DossierCall>(
    `select call.started_at as at, call.direction, call.outcome, call.excuse from call_log call
     where call.organisation_id = $1 and call.debtor_id = $2
       and not exists (select 1 from call_log later where later.organisation_id = $1 and later.corrects_id = call.id)
       and (not exists (select 1 from call_log_invoice line where line.organisation_id = $1 and line.call_log_id = call.id)
         or exists (select 1 from call_log_invoice line where line.organisation_id = $1 and line.call_log_id = call.id and line.invoice_id = any($3::uuid[])))
     order by call.started_at, call.id`,
    [reader.organisationId, debtorId, invoiceIds],
  );
}

export interface DossierAgreement {
  madeAt: Date;
  sentence: string;
  confirmedAt: Date | null;
  contradictedAt: Date | null;
}

/** What was agreed about these invoices, in the words that both read. */
export function listDossierAgreements(reader: Reader, invoiceIds: readonly string[]): Promise<DossierAgreement[]> {
  return reader.query<DossierAgreement>(
    `select made_at as "madeAt", sentence, confirmed_at as "confirmedAt", contradicted_at as "contradictedAt" from agreement
     where organisation_id = $1 and (
       exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.promise_id = agreement.promise_id and line.invoice_id = any($2::uuid[]))
       or exists (select 1 from plan_invoice line where line.organisation_id = $1 and line.plan_id = agreement.plan_id and line.invoice_id = any($2::uuid[])))
     order by made_at, id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierPlan {
  proposedOn: PlainDate;
  proposedBy: string;
  acceptedOn: PlainDate | null;
  declinedOn: PlainDate | null;
  endedOn: PlainDate | null;
  endedBecause: string | null;
  totalCents: number;
  instalments: { number: number; dueOn: PlainDate; cents: number }[];
}

export function listDossierPlans(reader: Reader, invoiceIds: readonly string[]): Promise<DossierPlan[]> {
  return reader.query<DossierPlan>(
    `select proposed_on as "proposedOn", proposed_by as "proposedBy", accepted_on as "acceptedOn", declined_on as "declinedOn", ended_on as "endedOn", ended_because as "endedBecause",
       total_cents as "totalCents", coalesce((select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number)
         from instalment where organisation_id = $1 and plan_id = plan.id), '[]') as instalments
     from plan where organisation_id = $1
       and exists (select 1 from plan_invoice line where line.organisation_id = $1 and line.plan_id = plan.id and line.invoice_id = any($2::uuid[]))
     order by proposed_on, id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierDispute {
  invoiceNumber: string;
  cents: number;
  reason: string;
  raisedOn: PlainDate;
  decidedOn: PlainDate | null;
  outcome: string | null;
}

export function listDossierDisputes(reader: Reader, invoiceIds: readonly string[]): Promise<DossierDispute[]> {
  return reader.query<DossierDispute>(
    `select invoice.number as "invoiceNumber", dispute.amount_cents as cents, dispute.reason, dispute.raised_on as "raisedOn", dispute.decided_on as "decidedOn", dispute.outcome
     from dispute join invoice on invoice.organisation_id = dispute.organisation_id and invoice.id = dispute.invoice_id
     where dispute.organisation_id = $1 and dispute.invoice_id = any($2::uuid[]) order by dispute.raised_on, dispute.id`,
    [reader.organisationId, invoiceIds],
  );
}

export interface DossierDocument {
  id: string;
  kind: string;
  fileName: string;
  mimeType: string;
  size: number;
  sha256: string;
}

/** The documents of a case: its invoices and the letters that were sent about them. */
export function listDossierDocuments(reader: Reader, invoiceIds: readonly string[]): Promise<DossierDocument[]> {
  return reader.query<DossierDocument>(
    `select document.id, document.kind, document.file_name as "fileName", document.mime_type as "mimeType", document.size, encode(document.sha256, 'hex') as sha256
     from document where document.organisation_id = $1 and (
       exists (select 1 from invoice where invoice.organisation_id = $1 and invoice.document_id = document.id and invoice.id = any($2::uuid[]))
       or (document.kind = 'letter' and exists (
         select 1 from message_document link
         join message on message.organisation_id = link.organisation_id and message.id = link.message_id and message.handed_over_at is not null
         join message_invoice line on line.organisation_id = link.organisation_id and line.message_id = link.message_id
         where link.organisation_id = $1 and link.document_id = document.id and line.invoice_id = any($2::uuid[]))))
     order by document.created_at, document.id`,
    [reader.organisationId, invoiceIds],
  );
}
