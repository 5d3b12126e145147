import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { KEY_PREFIX } from "./demo-debtors";

/** What a debtor of the demo knows of one open invoice when deciding what to do about it. */
export interface OpenClaim {
  invoiceId: string;
  number: string;
  debtorId: string;
  key: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  openCents: Cents;
  totalCents: Cents;
  paymentReference: string | null;
  /** The day each step's message left, by step. */
  told: Readonly<Record<string, PlainDate>>;
  promiseBy: PlainDate | null;
  promises: number;
  planId: string | null;
  plansEnded: number;
  planAsked: boolean;
  disputes: number;
  disputeOpen: boolean;
  disputeOutcome: string | null;
  decidedOn: PlainDate | null;
  held: string | null;
  claimedPaidOn: PlainDate | null;
  calls: number;
  handedOver: boolean;
  /** The invoice itself came back, so its debtor never saw it. */
  bounced: boolean;
}

/**
 * Every open invoice of the demo's own debtors, with what happened about it. Debtors that somebody imported live their own life, and so
 * do those as whom somebody opened the portal: from then on a human decides what they do.
 */
export function listOpenClaims(reader: Reader): Promise<OpenClaim[]> {
  return reader.query<OpenClaim>(
    `with claim as materialized (
       select standing.invoice_id, standing.debtor_id, standing.open_cents, debtor.external_key as key
       from invoice_standing standing join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id and debtor.external_key like '${KEY_PREFIX}%'
       where standing.organisation_id = $1 and standing.open_cents > 0
         and not exists (select 1 from portal_session where organisation_id = $1 and debtor_id = debtor.id)
     ), taken as (
       select taken.invoice_id, jsonb_object_agg(taken.step_key, (message.handed_over_at at time zone 'Europe/Amsterdam')::date) as told
       from claim join step_taken taken on taken.organisation_id = $1 and taken.invoice_id = claim.invoice_id
       join message on message.organisation_id = $1 and message.id = taken.message_id and message.handed_over_at is not null group by taken.invoice_id
     ), promised as (
       select line.invoice_id, max(promise.by_day) filter (where line.settled_on is null) as by_day, count(*) as count
       from promise_invoice line join claim on claim.invoice_id = line.invoice_id join promise on promise.organisation_id = $1 and promise.id = line.promise_id
       where line.organisation_id = $1 group by line.invoice_id
     ), planned as (
       select line.invoice_id, (array_agg(plan.id) filter (where line.active))[1] as running, count(*) filter (where plan.ended_on is not null) as ended,
         bool_or(plan.accepted_on is null and plan.declined_on is null and plan.ended_on is null) as asked
       from plan_invoice line join claim on claim.invoice_id = line.invoice_id join plan on plan.organisation_id = $1 and plan.id = line.plan_id
       where line.organisation_id = $1 group by line.invoice_id
     ), disputed as (
       select dispute.invoice_id, count(*) as count, bool_or(decided_on is null) as open, max(outcome) as outcome, max(decided_on) as decided
       from dispute join claim on claim.invoice_id = dispute.invoice_id where dispute.organisation_id = $1 group by dispute.invoice_id
     ), held as (
       select debtor_id, max(kind) filter (where lifted_at is null) as kind, max((placed_at at time zone 'Europe/Amsterdam')::date) filter (where kind = 'paid-claim') as claimed
       from hold where organisation_id = $1 and debtor_id in (select debtor_id from claim) group by debtor_id
     ), called as (
       select debtor_id, array_agg((started_at at time zone 'Europe/Amsterdam')::date) as days from call_log
       where organisation_id = $1 and debtor_id in (select debtor_id from claim) group by debtor_id
     ), handed as (
       select distinct line.invoice_id from hand_over_invoice line join claim on claim.invoice_id = line.invoice_id where line.organisation_id = $1
     ), bounced as (
       select distinct delivery.invoice_id from claim join invoice_delivery delivery on delivery.organisation_id = $1 and delivery.invoice_id = claim.invoice_id and delivery.bounced_at is not null
     )
     select invoice.id as "invoiceId", invoice.number, claim.debtor_id as "debtorId", claim.key, invoice.issued_on as "issuedOn", invoice.due_on as "dueOn",
       claim.open_cents as "openCents", invoice.total_cents as "totalCents", invoice.payment_reference as "paymentReference", coalesce(taken.told, '{}'::jsonb) as told,
       promised.by_day as "promiseBy", coalesce(promised.count, 0)::int as promises,
       planned.running as "planId", coalesce(planned.ended, 0)::int as "plansEnded", coalesce(planned.asked, false) as "planAsked",
       coalesce(disputed.count, 0)::int as disputes, coalesce(disputed.open, false) as "disputeOpen", disputed.outcome as "disputeOutcome", disputed.decided as "decidedOn",
       held.kind as held, held.claimed as "claimedPaidOn",
       coalesce((select count(*) from unnest(called.days) as day where day > invoice.due_on), 0)::int as calls,
       handed.invoice_id is not null as "handedOver", bounced.invoice_id is not null as bounced
     from claim join invoice on invoice.organisation_id = $1 and invoice.id = claim.invoice_id
     left join taken on taken.invoice_id = claim.invoice_id
     left join promised on promised.invoice_id = claim.invoice_id
     left join planned on planned.invoice_id = claim.invoice_id
     left join disputed on disputed.invoice_id = claim.invoice_id
     left join held on held.debtor_id = claim.debtor_id
     left join called on called.debtor_id = claim.debtor_id
     left join handed on handed.invoice_id = claim.invoice_id
     left join bounced on bounced.invoice_id = claim.invoice_id
     order by invoice.due_on, invoice.number`,
    [reader.organisationId],
  );
}

export interface RunningPlan {
  planId: string;
  key: string;
  /** What is due by today and hasn't been paid. */
  shortCents: Cents;
  /** The terms due by today. */
  dueTerms: number;
  invoices: { invoiceId: string; openCents: Cents; reference: string | null; number: string }[];
}

/** Running plans of the demo's debtors that have something due today. */
export function listDueTerms(reader: Reader, today: PlainDate): Promise<RunningPlan[]> {
  return reader.query<RunningPlan>(
    `select plan.id as "planId", debtor.external_key as key, due.count::int as "dueTerms",
       (due.cents - greatest(0, plan.total_cents - open.cents))::bigint as "shortCents", open.invoices
     from plan
     join debtor on debtor.organisation_id = $1 and debtor.id = plan.debtor_id and debtor.external_key like '${KEY_PREFIX}%'
     cross join lateral (select count(*) as count, coalesce(sum(amount_cents), 0) as cents from instalment where organisation_id = $1 and plan_id = plan.id and due_on <= $2) due
     cross join lateral (
       select coalesce(sum(standing.open_cents), 0) as cents,
         json_agg(json_build_object('invoiceId', invoice.id, 'openCents', standing.open_cents, 'reference', invoice.payment_reference, 'number', invoice.number) order by invoice.due_on, invoice.number) as invoices
       from plan_invoice line join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id
       join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id
       where line.organisation_id = $1 and line.plan_id = plan.id) open
     where plan.organisation_id = $1 and plan.accepted_on is not null and plan.ended_on is null and due.count > 0
       and due.cents > greatest(0, plan.total_cents - open.cents)
       and not exists (select 1 from portal_session where organisation_id = $1 and debtor_id = debtor.id)
     order by plan.id`,
    [reader.organisationId, today],
  );
}
