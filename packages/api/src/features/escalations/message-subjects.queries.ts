import { callOutcome, planStanding, type PlainDate } from "@tegemoet/domain";
import type { AgreementFacts, CallFacts, DeliveryFacts, DisputeFacts, InstalmentFacts, InvoiceFacts, PaymentFacts } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { listRunningPlans } from "../payment-plans/running-plans.queries";

/**
 * The messages that name an invoice of the wanted one, found by way of those invoices. The fence ("offset 0") is needed: whether one was handed
 * over is asked outside it, else the plan goes through all that ever left, which on the morning of a big batch seems to be nothing.
 */
const NAMING_THE_SAME = `select message.id, message.debtor_id, message.channel, message.handed_over_at, same.by_step from (
    select line.message_id, bool_or(line.step_key is not null) as by_step from message_invoice own
    join message_invoice line on line.organisation_id = $1 and line.invoice_id = own.invoice_id
    where own.organisation_id = $1 and own.message_id = wanted.id group by line.message_id) same
  join message on message.organisation_id = $1 and message.id = same.message_id offset 0`;

/** The invoices that a message names, with the amounts of now. */
export async function invoiceFacts(reader: Reader, open: ReadonlyMap<string, number>): Promise<(InvoiceFacts & { id: string; principalCents: number; paymentReference: string | null })[]> {
  const rows = await reader.query<Omit<InvoiceFacts, "openCents"> & { id: string; principalCents: number; paymentReference: string | null }>(
    `select invoice.id, invoice.number, invoice.issued_on as "issuedOn", invoice.due_on as "dueOn", invoice.description, invoice.total_cents as "totalCents",
       coalesce(standing.principal_cents, 0)::bigint as "principalCents", invoice.payment_reference as "paymentReference",
       coalesce(taken_off.paid, 0)::bigint as "paidCents", coalesce(taken_off.credited, 0)::bigint as "creditedCents"
     from invoice
     left join lateral (
       select -sum(posting.amount_cents) filter (where posting.payment_id is not null) as paid,
         -sum(posting.amount_cents) filter (where posting.payment_id is null and posting.part = 'principal' and posting.amount_cents < 0 and entry.kind in ('credit-note', 'allocation')
           and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)) as credited
       from posting join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
       where posting.organisation_id = $1 and posting.invoice_id = invoice.id and posting.account = 'receivable') taken_off on invoice.kind = 'invoice'
     left join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id
     where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) order by invoice.due_on, invoice.number`,
    [reader.organisationId, [...open.keys()]],
  );
  return rows.map((row) => ({ ...row, openCents: open.get(row.id) ?? 0 }));
}

/** What was agreed, as it was read back: from a promise, or from a plan. */
export async function agreementFacts(reader: Reader, { agreementId, promiseId }: { agreementId?: string; promiseId?: string }): Promise<AgreementFacts | undefined> {
  const row = await reader.first<{ sentence: string | null; planId: string | null; amountCents: number | null; byDay: PlainDate | null; invoices: string[] }>(
    `select agreement.sentence, agreement.plan_id as "planId", promise.amount_cents as "amountCents", promise.by_day as "byDay",
       array(select invoice.number from invoice where invoice.organisation_id = $1 and invoice.id in (
         select invoice_id from promise_invoice where organisation_id = $1 and promise_id = promise.id
         union select invoice_id from plan_invoice where organisation_id = $1 and plan_id = agreement.plan_id) order by invoice.due_on, invoice.number) as invoices
     from (select 1) one
     left join agreement on agreement.organisation_id = $1 and agreement.id = $2::uuid
     left join promise on promise.organisation_id = $1 and promise.id = coalesce(agreement.promise_id, $3::uuid)
     where agreement.id is not null or promise.id is not null`,
    [reader.organisationId, agreementId ?? null, promiseId ?? null],
  );
  if (!row) return undefined;
  const instalments = row.planId ? await instalmentsOf(reader, row.planId) : [];
  const first = instalments[0];
  const amountCents = row.amountCents ?? instalments.reduce((sum, { cents }) => sum + cents, 0);
  const byDay = row.byDay ?? first?.on;
  if (!byDay) return undefined;
  return { sentence: row.sentence, amountCents, byDay, invoices: row.invoices, ...(first ? { instalments } : {}) };
}

/** The terms of a plan in their order. */
export function instalmentsOf(reader: Reader, planId: string): Promise<InstalmentFacts[]> {
  return reader.query<InstalmentFacts>(
    `select due_on as "on", amount_cents as cents from instalment where organisation_id = $1 and plan_id = $2 order by number`, [reader.organisationId, planId]);
}

/** Until when an unanswered offer of ours stands; null for what the debtor proposed. */
export async function offerEndsOn(reader: Reader, planId: string): Promise<PlainDate | null> {
  const row = await reader.first<{ day: PlainDate }>(
    `select answer_by as day from plan where organisation_id = $1 and id = $2 and proposed_by = 'staff' and accepted_on is null`, [reader.organisationId, planId]);
  return row?.day ?? null;
}

/** One term of a running plan with what is still open of it; undefined when the plan ended or has no such term. */
export async function instalmentOfNow(reader: Reader, planId: string, number: number | undefined, today: PlainDate): Promise<{ number: number; count: number; on: PlainDate; openCents: number } | undefined> {
  const [plan] = await listRunningPlans(reader, planId);
  if (!plan) return undefined;
  const term = planStanding(plan, plan.payments, today).instalments.find((instalment) => instalment.number === number);
  return term && { number: term.number, count: plan.instalments.length, on: term.dueOn, openCents: term.openCents };
}

/** How invoices reached their debtors, by invoice: the last way that wasn't returned. */
export async function deliveryFacts(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, DeliveryFacts>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await reader.query<DeliveryFacts & { invoiceId: string }>(
    `select distinct on (invoice_id) invoice_id as "invoiceId", (sent_at at time zone 'Europe/Amsterdam')::date as "sentOn", address,
       (delivered_at at time zone 'Europe/Amsterdam')::date as "deliveredOn"
     from invoice_delivery where organisation_id = $1 and invoice_id = any($2::uuid[]) and sent_at is not null and bounced_at is null order by invoice_id, sent_at desc`,
    [reader.organisationId, invoiceIds],
  );
  return new Map(rows.map((row) => [row.invoiceId, row]));
}

/** A dispute in the words of a mail. */
export async function disputeFacts(reader: Reader, disputeId: string): Promise<DisputeFacts | undefined> {
  const row = await reader.first<{ invoiceNumber: string; amountCents: number; reason: string | null; answerBy: PlainDate; outcome: string | null; explanation: string | null }>(
    `select invoice.number as "invoiceNumber", dispute.amount_cents as "amountCents", dispute.body_text as reason, dispute.deadline_on as "answerBy", dispute.outcome, dispute.decision as explanation
     from dispute join invoice on invoice.organisation_id = dispute.organisation_id and invoice.id = dispute.invoice_id
     where dispute.organisation_id = $1 and dispute.id = $2`,
    [reader.organisationId, disputeId],
  );
  if (!row) return undefined;
  const outcome = row.outcome === "rejected" ? "declined" : row.outcome === "agreed" || row.outcome === "partly" ? row.outcome : null;
  return { ...row, outcome };
}

export function paymentFacts(reader: Reader, paymentId: string): Promise<PaymentFacts | undefined> {
  return reader.first<PaymentFacts>(
    `select amount_cents as cents, received_on as "receivedOn" from payment where organisation_id = $1 and id = $2`, [reader.organisationId, paymentId]);
}

/**
 * The calls we really made since each debtor last had a reminder of the invoices that a message names: only what was logged is ever
 * written (I-42). The oldest first, by message.
 */
export async function callFacts(reader: Reader, messages: readonly { readonly id: string; readonly debtorId: string }[]): Promise<Map<string, CallFacts[]>> {
  const rows = await reader.query<{ messageId: string; at: Date; outcome: string; personSpoken: string | null }>(
    `select wanted.id as "messageId", call.started_at as at, call.outcome, call.person as "personSpoken"
     from unnest($2::uuid[], $3::uuid[]) as wanted (id, debtor_id)
     cross join lateral (
       select started_at, outcome, person from call_log
       where organisation_id = $1 and debtor_id = wanted.debtor_id and direction = 'out'
         and not exists (select 1 from call_log correction where correction.organisation_id = $1 and correction.corrects_id = call_log.id)
         and started_at > coalesce((select max(named.handed_over_at) from (${NAMING_THE_SAME}) named
           where named.by_step and named.debtor_id = wanted.debtor_id and named.id <> wanted.id), '-infinity')
       order by started_at desc limit 5) call
     order by call.started_at`,
    [reader.organisationId, messages.map(({ id }) => id), messages.map(({ debtorId }) => debtorId)],
  );
  const calls = new Map<string, CallFacts[]>(messages.map(({ id }) => [id, []]));
  for (const { messageId, at, outcome, personSpoken } of rows) calls.get(messageId)?.push({ at, reached: callOutcome(outcome)?.reached ?? false, personSpoken });
  return calls;
}

/** Earlier mails about the same invoices, by message, the oldest first: so that they stand in one conversation. */
export async function earlierMails(reader: Reader, messages: readonly { readonly id: string; readonly debtorId: string }[]): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ messageId: string; id: string }>(
    `select wanted.id as "messageId", earlier.id from unnest($2::uuid[], $3::uuid[]) as wanted (id, debtor_id)
     cross join lateral (
       select named.id, named.handed_over_at from (${NAMING_THE_SAME}) named
       where named.debtor_id = wanted.debtor_id and named.id <> wanted.id and named.channel = 'mail' and named.handed_over_at is not null
       order by named.handed_over_at desc limit 5) earlier
     order by earlier.handed_over_at`,
    [reader.organisationId, messages.map(({ id }) => id), messages.map(({ debtorId }) => debtorId)],
  );
  const mails = new Map<string, string[]>(messages.map(({ id }) => [id, []]));
  for (const { messageId, id } of rows) mails.get(messageId)?.push(id);
  return mails;
}
