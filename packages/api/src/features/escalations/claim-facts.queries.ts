import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** Payments that came on a set of invoices: day and cents. */
interface Money {
  receivedOn: PlainDate;
  cents: number;
}

/** All that decides the next step of one invoice, as the tables have it. */
export interface ClaimFactsRow {
  invoiceId: string;
  invoiceNumber: string;
  debtorId: string;
  debtorName: string;
  debtorKind: DebtorKind;
  email: string | null;
  hasAddress: boolean;
  openCents: number;
  principalCents: number;
  totalCents: number;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  steps: { stepId: string; takenOn: PlainDate; sentOn: PlainDate | null; skippedOn: PlainDate | null; payBy: PlainDate | null }[];
  holds: { kind: "pause" | "paid-claim" | "reply" | "hardship" | "brake" | "never"; from: PlainDate; until: PlainDate | null; stops: "reminders" | "everything" }[];
  stopCode: "deceased" | "insolvent" | "protective-administration" | "debt-help" | "moratorium" | null;
  handedOver: boolean;
  disputedCents: number;
  promise: { cents: number; byDay: PlainDate; madeOn: PlainDate; cancelledOn: PlainDate | null; payments: Money[] } | null;
  plan: {
    proposedBy: "debtor" | "staff"; acceptedOn: PlainDate | null; answerBy: PlainDate; graceDays: number;
    instalments: { number: number; dueOn: PlainDate; cents: number }[]; payments: Money[];
  } | null;
  letter: { sentOn: PlainDate; channel: "letter" | "mail"; deliveredOn: PlainDate | null; bouncedOn: PlainDate | null } | null;
  moneyOnItsWay: boolean;
  openCallSince: PlainDate | null;
  contacts: PlainDate[];
  autopilot: boolean;
}

/** The days on which each debtor's claims are looked at: from three days before due, for the note. */
export const LOOK_AHEAD_DAYS = 7;

/** Debtors who have something open that is due soon or past due, in key order: the chunks of a night. */
export async function listDebtorsToLookAt(reader: Reader, today: PlainDate, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select distinct debtor_id as id from invoice_standing
     where organisation_id = $1 and open_cents > 0 and due_on <= $2::date + ${LOOK_AHEAD_DAYS} and ($3::uuid is null or debtor_id > $3)
     order by debtor_id limit $4`,
    [reader.organisationId, today, after ?? null, limit],
  );
  return rows.map(({ id }) => id);
}

/** Allocations that stand, on some invoices since a day, as the money of a promise or a plan. */
const moneySince = (invoices: string, since: string): string => `
  coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
    select entry.value_on as day, -sum(posting.amount_cents) as cents
    from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
    where posting.organisation_id = $1 and posting.account = 'receivable' and entry.kind = 'allocation' and entry.value_on >= ${since}
      and posting.invoice_id in (${invoices})
      and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
    group by entry.value_on) money), '[]')`;

/** The facts of every open invoice of some debtors, as of a day: one query for hundreds of cases. */
export function listClaimFacts(reader: Reader, debtorIds: readonly string[], today: PlainDate, realNow: Date): Promise<ClaimFactsRow[]> {
  return reader.query<ClaimFactsRow>(
    `select invoice.id as "invoiceId", invoice.number as "invoiceNumber", debtor.id as "debtorId", debtor.name as "debtorName", debtor.kind as "debtorKind",
       debtor.email, (debtor.street is not null and debtor.postal_code is not null and debtor.city is not null) as "hasAddress",
       standing.open_cents as "openCents", standing.principal_cents as "principalCents", invoice.total_cents as "totalCents",
       invoice.issued_on as "issuedOn", standing.due_on as "dueOn", organisation.autopilot,
       steps.list as steps, per_debtor.holds || coalesce(own_holds.list, '[]'::jsonb) as holds, per_debtor."stopCode", per_debtor.contacts, per_debtor."openCallSince",
       exists (select 1 from hand_over_invoice line join hand_over on hand_over.organisation_id = line.organisation_id and hand_over.id = line.hand_over_id
               where line.organisation_id = $1 and line.invoice_id = invoice.id and hand_over.rejected_at is null and hand_over.declined_at is null
                 and hand_over.recalled_at is null and hand_over.closed_at is null) as "handedOver",
       coalesce((select sum(amount_cents) from dispute where organisation_id = $1 and invoice_id = invoice.id and decided_on is null), 0)::bigint as "disputedCents",
       promised.fact as promise, planned.fact as plan, lettered.fact as letter,
       exists (select 1 from checkout join checkout_invoice line on line.organisation_id = checkout.organisation_id and line.checkout_id = checkout.id
               where checkout.organisation_id = $1 and line.invoice_id = invoice.id and checkout.state in ('open', 'pending', 'authorized')
                 and checkout.expires_at > $4) as "moneyOnItsWay"
     from invoice_standing standing
     join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id
     join debtor on debtor.organisation_id = standing.organisation_id and debtor.id = standing.debtor_id
     join organisation on organisation.id = standing.organisation_id
     cross join lateral (
       select
         coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'from', from_day, 'until', until_day, 'stops', stops)) from hold
           where organisation_id = $1 and lifted_at is null and (scope = 'organisation' or (scope = 'debtor' and debtor_id = debtor.id))), '[]'::jsonb)
         || coalesce((select jsonb_agg(jsonb_build_object('kind', 'reply', 'from', (received_at at time zone 'Europe/Amsterdam')::date, 'until', null, 'stops', 'reminders'))
           from inbound_message where organisation_id = $1 and debtor_id = debtor.id and read_at is null and kind <> 'bounce'), '[]'::jsonb) as holds,
         (select kind from debtor_status where organisation_id = $1 and debtor_id = debtor.id and ended_at is null and from_day <= $3
            and (until_day is null or until_day >= $3) order by from_day desc limit 1) as "stopCode",
         (select coalesce(json_agg(day), '[]') from (
            select (handed_over_at at time zone 'Europe/Amsterdam')::date as day from message
            where organisation_id = $1 and debtor_id = debtor.id and not by_request and handed_over_at >= $3::date - 31
            union all
            select queued_on from message where organisation_id = $1 and debtor_id = debtor.id and not by_request and state in ('queued', 'sending')
            union all
            select (started_at at time zone 'Europe/Amsterdam')::date from call_log
            where organisation_id = $1 and debtor_id = debtor.id and direction = 'out' and started_at >= $3::date - 31) contact) as contacts,
         (select min((created_at at time zone 'Europe/Amsterdam')::date) from call_task where organisation_id = $1 and debtor_id = debtor.id and closed_at is null and reason <> 'step') as "openCallSince"
     ) per_debtor
     left join lateral (
       select jsonb_agg(jsonb_build_object('kind', kind, 'from', from_day, 'until', until_day, 'stops', stops)) as list from hold
       where organisation_id = $1 and scope = 'invoice' and invoice_id = invoice.id and lifted_at is null) own_holds on true
     cross join lateral (
       select coalesce(json_agg(json_build_object('stepId', taken.step_key, 'takenOn', taken.taken_on,
           'sentOn', case when taken.skipped_reason is not null then null
                          when taken.message_id is not null then (message.handed_over_at at time zone 'Europe/Amsterdam')::date
                          when taken.call_task_id is not null then (task.closed_at at time zone 'Europe/Amsterdam')::date end,
           'skippedOn', case when taken.skipped_reason is not null then taken.taken_on end,
           'payBy', message.pay_by) order by taken.taken_on, taken.id), '[]') as list
       from step_taken taken
       left join message on message.organisation_id = taken.organisation_id and message.id = taken.message_id
       left join call_task task on task.organisation_id = taken.organisation_id and task.id = taken.call_task_id
       where taken.organisation_id = $1 and taken.invoice_id = invoice.id) steps
     left join lateral (
       select json_build_object('cents', promise.amount_cents, 'byDay', promise.by_day, 'madeOn', promise.made_on, 'cancelledOn', promise.cancelled_on,
         'payments', ${moneySince("select invoice_id from promise_invoice where organisation_id = $1 and promise_id = promise.id", "promise.made_on")}) as fact
       from promise join promise_invoice line on line.organisation_id = promise.organisation_id and line.promise_id = promise.id
       where promise.organisation_id = $1 and line.invoice_id = invoice.id and line.settled_on is null limit 1) promised on true
     left join lateral (
       select json_build_object('proposedBy', plan.proposed_by, 'acceptedOn', plan.accepted_on, 'answerBy', plan.answer_by, 'graceDays', (plan.policy ->> 'graceDays')::int,
         'instalments', (select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number)
                         from instalment where organisation_id = $1 and plan_id = plan.id),
         'payments', ${moneySince("select invoice_id from plan_invoice where organisation_id = $1 and plan_id = plan.id", "coalesce(plan.accepted_on, plan.proposed_on)")}) as fact
       from plan join plan_invoice line on line.organisation_id = plan.organisation_id and line.plan_id = plan.id
       where plan.organisation_id = $1 and line.invoice_id = invoice.id and plan.declined_on is null and plan.ended_on is null
         and (line.active or plan.accepted_on is null)
       order by plan.accepted_on nulls last, plan.proposed_on desc limit 1) planned on true
     left join lateral (
       select json_build_object('sentOn', letter.sent_on, 'channel', letter.channel, 'deliveredOn', case when letter.presumed then null else letter.delivered_on end,
         'bouncedOn', (message.bounced_at at time zone 'Europe/Amsterdam')::date) as fact
       from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = line.organisation_id and letter.id = line.letter_id
       join message on message.organisation_id = letter.organisation_id and message.id = letter.message_id
       where line.organisation_id = $1 and line.invoice_id = invoice.id order by letter.sent_on desc limit 1) lettered on true
     where standing.organisation_id = $1 and standing.open_cents > 0 and standing.debtor_id = any($2::uuid[]) and standing.due_on <= $3::date + ${LOOK_AHEAD_DAYS}
     order by debtor.id, standing.due_on, invoice.id`,
    [reader.organisationId, debtorIds, today, realNow],
  );
}
