import { addDays, weekday, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { HELD_BY_CAP } from "../organisations/contact-days.queries";

export interface FigureRow {
  key: string;
  cents: number;
  changeCents: number;
}

/** The four figures above the work list, each with its change since yesterday, read from the books as of both days. */
export async function listFigures(reader: Reader, today: PlainDate): Promise<FigureRow[]> {
  const monday = addDays(today, 1 - weekday(today));
  const row = await reader.first<Record<string, number>>(
    `with books as (
       select posting.invoice_id, posting.amount_cents, entry.booked_on from posting
       join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
       where posting.organisation_id = $1 and posting.account = 'receivable')
     select
       (select coalesce(sum(open_cents), 0) from invoice_standing where organisation_id = $1)::bigint as outstanding,
       (select coalesce(sum(amount_cents), 0) from books where booked_on = $2)::bigint as "outstandingChange",
       (select coalesce(sum(open_cents), 0) from invoice_standing where organisation_id = $1 and due_on < $2)::bigint as overdue,
       ((select coalesce(sum(books.amount_cents), 0) from books join invoice on invoice.organisation_id = $1 and invoice.id = books.invoice_id where booked_on = $2 and invoice.due_on < $2)
        + (select coalesce(sum(open_cents), 0) from invoice_standing where organisation_id = $1 and due_on = $2::date - 1))::bigint as "overdueChange",
       (select coalesce(sum(amount_cents), 0) from promise where organisation_id = $1 and cancelled_on is null and by_day between $3 and $3::date + 6)::bigint as promised,
       (select coalesce(sum(amount_cents), 0) from promise where organisation_id = $1 and cancelled_on is null and by_day between $3 and $3::date + 6 and made_on = $2)::bigint as "promisedChange",
       (select coalesce(sum(amount_cents), 0) from payment where organisation_id = $1 and received_on between $3 and $2)::bigint as received,
       (select coalesce(sum(amount_cents), 0) from payment where organisation_id = $1 and received_on = $2)::bigint as "receivedChange"`,
    [reader.organisationId, today, monday],
  );
  const figure = (key: string, name: string): FigureRow => ({ key, cents: row?.[name] ?? 0, changeCents: row?.[`${name}Change`] ?? 0 });
  return [figure("outstanding", "outstanding"), figure("overdue", "overdue"), figure("promisedThisWeek", "promised"), figure("receivedThisWeek", "received")];
}

export interface WorkRow {
  key: string;
  kind: string;
  debtorId: string | null;
  debtorName: string | null;
  caseId: string | null;
  subjectId: string | null;
  facts: { name: string; text?: string | null; cents?: number | null; day?: string | null; number?: number | null }[];
  cents: number | null;
  since: PlainDate;
  mine: boolean;
}

const CASE = `(select id from collection_case cases where cases.organisation_id = $1 and cases.debtor_id = debtor.id and cases.closed_on is null)`;
const OPEN = `(select coalesce(sum(open_cents), 0) from invoice_standing open where open.organisation_id = $1 and open.debtor_id = debtor.id and open.due_on < $2)::bigint`;
const DAY = (moment: string): string => `(${moment} at time zone 'Europe/Amsterdam')::date`;

/** One kind of work a branch: weight, kind, debtor, name, case, subject, facts, cents, since, owner. The heaviest stands first. */
const BRANCHES = [
  `select 1, 'promiseBroken', debtor.id, debtor.name, task.case_id, task.id,
     jsonb_build_array(jsonb_build_object('name', 'amount', 'cents', promise.amount_cents), jsonb_build_object('name', 'day', 'day', promise.by_day)), ${OPEN}, promise.by_day, task.owner_id
   from call_task task join debtor on debtor.organisation_id = $1 and debtor.id = task.debtor_id
   join lateral (select amount_cents, by_day from promise where promise.organisation_id = $1 and promise.debtor_id = debtor.id and promise.by_day < $2 order by promise.by_day desc limit 1) promise on true
   where task.organisation_id = $1 and task.closed_at is null and task.reason = 'promise-broken' and not ${HELD_BY_CAP}`,
  `select 2, 'planBroken', debtor.id, debtor.name, ${CASE}, plan.id, jsonb_build_array(jsonb_build_object('name', 'amount', 'cents', plan.total_cents), jsonb_build_object('name', 'day', 'day', plan.ended_on)), ${OPEN}, plan.ended_on, null::uuid
   from plan join debtor on debtor.organisation_id = $1 and debtor.id = plan.debtor_id where plan.organisation_id = $1 and plan.ended_because = 'broken' and plan.ended_on >= $2::date - 7
     and not exists (select 1 from call_log where call_log.organisation_id = $1 and call_log.debtor_id = debtor.id and call_log.started_at >= plan.ended_on)`,
  `select 3, 'agreementContradicted', debtor.id, debtor.name, ${CASE}, agreement.id, jsonb_build_array(jsonb_build_object('name', 'text', 'text', left(agreement.contradiction, 160))), promise.amount_cents, ${DAY("agreement.contradicted_at")}, null
   from agreement join debtor on debtor.organisation_id = $1 and debtor.id = agreement.debtor_id left join promise on promise.organisation_id = $1 and promise.id = agreement.promise_id
   where agreement.organisation_id = $1 and agreement.contradicted_at >= $2::date - 30
     and not exists (select 1 from call_log where call_log.organisation_id = $1 and call_log.debtor_id = debtor.id and call_log.started_at >= agreement.contradicted_at)`,
  `select 4, case when task.reason = 'call-me-back' then 'callMeBack' else 'callDue' end, debtor.id, debtor.name, task.case_id, task.id,
     jsonb_build_array(jsonb_build_object('name', 'invoices', 'number', late.count), jsonb_build_object('name', 'days', 'number', late.days), jsonb_build_object('name', 'note', 'text', task.note)), late.cents, task.planned_on, task.owner_id
   from call_task task join debtor on debtor.organisation_id = $1 and debtor.id = task.debtor_id
   cross join lateral (select count(*) as count, coalesce(max($2::date - due_on), 0) as days, coalesce(sum(open_cents), 0)::bigint as cents from invoice_standing
     where organisation_id = $1 and debtor_id = debtor.id and open_cents > 0 and due_on < $2) late
   where task.organisation_id = $1 and task.closed_at is null and task.planned_on <= $2 and task.reason <> 'promise-broken' and not ${HELD_BY_CAP}`,
  `select 5, 'hardshipReview', debtor.id, debtor.name, ${CASE}, hold.id, jsonb_build_array(jsonb_build_object('name', 'since', 'day', hold.from_day), jsonb_build_object('name', 'reason', 'text', left(hold.reason, 160))), ${OPEN}, coalesce(hold.review_on, hold.from_day), hold.owner_id
   from hold join debtor on debtor.organisation_id = $1 and debtor.id = hold.debtor_id
   where hold.organisation_id = $1 and hold.kind in ('hardship', 'brake') and hold.lifted_at is null and coalesce(hold.review_on, hold.from_day) <= $2`,
  `select 6, 'holdReview', debtor.id, debtor.name, ${CASE}, hold.id, jsonb_build_array(jsonb_build_object('name', 'since', 'day', hold.from_day), jsonb_build_object('name', 'reason', 'text', left(hold.reason, 160))), ${OPEN}, hold.review_on, hold.owner_id
   from hold join debtor on debtor.organisation_id = $1 and debtor.id = hold.debtor_id
   where hold.organisation_id = $1 and hold.kind in ('pause', 'never') and hold.lifted_at is null and hold.review_on <= $2 and (hold.until_day is null or hold.until_day >= $2)`,
  `select 7, 'task', debtor.id, debtor.name, task.case_id, task.id, jsonb_build_array(jsonb_build_object('name', 'step', 'text', task.step_key)), ${OPEN}, task.planned_on, task.owner_id
   from work_task task join debtor on debtor.organisation_id = $1 and debtor.id = task.debtor_id
   where task.organisation_id = $1 and task.closed_at is null and task.kind = 'step'
     and exists (select 1 from step_taken taken join invoice_standing open on open.organisation_id = $1 and open.invoice_id = taken.invoice_id and open.open_cents > 0 where taken.organisation_id = $1 and taken.task_id = task.id)`,
  `select 4, 'autopilotTasks', null::uuid, null::text, null::uuid, null::uuid, jsonb_build_array(jsonb_build_object('name', 'count', 'number', count(*))), null::bigint, min(task.planned_on), null::uuid
   from work_task task where task.organisation_id = $1 and task.closed_at is null and task.kind = 'autopilot' having count(*) > 0`,
  `select 6, 'paidClaim', debtor.id, debtor.name, ${CASE}, hold.id, jsonb_build_array(jsonb_build_object('name', 'amount', 'cents', (hold.facts ->> 'amountCents')::bigint), jsonb_build_object('name', 'day', 'day', hold.facts ->> 'paidOn'),
     jsonb_build_object('name', 'reference', 'text', hold.facts ->> 'reference')), (hold.facts ->> 'amountCents')::bigint, hold.from_day, null
   from hold join debtor on debtor.organisation_id = $1 and debtor.id = hold.debtor_id where hold.organisation_id = $1 and hold.kind = 'paid-claim' and hold.lifted_at is null`,
  `select 7, 'planProposed', debtor.id, debtor.name, ${CASE}, plan.id, jsonb_build_array(jsonb_build_object('name', 'count', 'number', (select count(*) from instalment where instalment.organisation_id = $1 and instalment.plan_id = plan.id)),
     jsonb_build_object('name', 'amount', 'cents', (select amount_cents from instalment where instalment.organisation_id = $1 and instalment.plan_id = plan.id order by number limit 1)), jsonb_build_object('name', 'day', 'day', plan.answer_by)), plan.total_cents, plan.proposed_on, null
   from plan join debtor on debtor.organisation_id = $1 and debtor.id = plan.debtor_id
   where plan.organisation_id = $1 and plan.proposed_by = 'debtor' and plan.accepted_on is null and plan.declined_on is null and plan.ended_on is null`,
  `select case when dispute.deadline_on < $2 then 5 else 9 end, case when dispute.deadline_on < $2 then 'disputeLate' else 'disputeOpen' end, debtor.id, debtor.name, ${CASE}, dispute.id,
     jsonb_build_array(jsonb_build_object('name', 'invoice', 'text', invoice.number), jsonb_build_object('name', 'day', 'day', dispute.deadline_on), jsonb_build_object('name', 'reason', 'text', dispute.reason)), dispute.amount_cents, dispute.raised_on, dispute.owner_id
   from dispute join debtor on debtor.organisation_id = $1 and debtor.id = dispute.debtor_id join invoice on invoice.organisation_id = $1 and invoice.id = dispute.invoice_id
   where dispute.organisation_id = $1 and dispute.decided_on is null`,
  `select 8, 'approval', debtor.id, debtor.name, hand_over.case_id, hand_over.id, jsonb_build_array(jsonb_build_object('name', 'by', 'text', staff.name), jsonb_build_object('name', 'agency', 'text', agency.name)),
     hand_over.principal_cents + hand_over.interest_cents + hand_over.costs_cents, ${DAY("hand_over.proposed_at")}, null
   from hand_over join debtor on debtor.organisation_id = $1 and debtor.id = hand_over.debtor_id join staff on staff.id = hand_over.proposed_by join agency on agency.organisation_id = $1 and agency.id = hand_over.agency_id
   where hand_over.organisation_id = $1 and hand_over.approved_at is null and hand_over.rejected_at is null`,
  `select 3, 'selfCheckFault', debtor.id, debtor.name, ${CASE}, checked.invoice_id, jsonb_build_array(jsonb_build_object('name', 'invoice', 'text', invoice.number),
     jsonb_build_object('name', 'check', 'text', (select result ->> 'check' from jsonb_array_elements(checked.results) result where not (result ->> 'ok')::boolean limit 1)),
     jsonb_build_object('name', 'address', 'text', debtor.email)), standing.open_cents, checked.checked_on, null
   from self_check checked join invoice on invoice.organisation_id = $1 and invoice.id = checked.invoice_id join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
   join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id and standing.open_cents > 0
   where checked.organisation_id = $1 and not checked.passed and checked.resolved_at is null`,
  `select 8, 'bounce', debtor.id, debtor.name, ${CASE}, fault.id, jsonb_build_array(jsonb_build_object('name', 'address', 'text', fault.address), jsonb_build_object('name', 'detail', 'text', left(fault.detail, 120))), ${OPEN}, ${DAY("fault.found_at")}, null
   from contact_fault fault join debtor on debtor.organisation_id = $1 and debtor.id = fault.debtor_id where fault.organisation_id = $1 and fault.resolved_at is null`,
  `select 6, 'reply', debtor.id, debtor.name, ${CASE}, inbound.id, jsonb_build_array(jsonb_build_object('name', 'subject', 'text', coalesce(inbound.subject, '')), jsonb_build_object('name', 'text', 'text', left(inbound.body_text, 160))), ${OPEN}, ${DAY("inbound.received_at")}, null
   from inbound_message inbound join debtor on debtor.organisation_id = $1 and debtor.id = inbound.debtor_id where inbound.organisation_id = $1 and inbound.read_at is null and inbound.kind <> 'bounce'`,
  `select 8, 'parkedMessage', debtor.id, debtor.name, ${CASE}, message.id, jsonb_build_array(jsonb_build_object('name', 'kind', 'text', message.kind), jsonb_build_object('name', 'reason', 'text', message.state_reason)), message.total_cents, message.queued_on, null
   from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id where message.organisation_id = $1 and message.state = 'parked'
     and not exists (select 1 from work_task task where task.organisation_id = $1 and task.message_id = message.id and task.closed_at is null)`,
  `select 10, 'agreementUnconfirmed', debtor.id, debtor.name, ${CASE}, agreement.id, jsonb_build_array(jsonb_build_object('name', 'day', 'day', ${DAY("agreement.made_at")}), jsonb_build_object('name', 'amount', 'cents', promise.amount_cents)), promise.amount_cents, ${DAY("agreement.made_at")}, null
   from agreement join debtor on debtor.organisation_id = $1 and debtor.id = agreement.debtor_id
   join promise on promise.organisation_id = $1 and promise.id = agreement.promise_id and promise.by_day >= $2 and promise.cancelled_on is null
   where agreement.organisation_id = $1 and agreement.confirmed_at is null and agreement.contradicted_at is null and agreement.made_at < ($2::timestamp at time zone 'Europe/Amsterdam')
     and exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.promise_id = promise.id and line.settled_on is null)`,
  `select 9, 'bankLineUnknown', null::uuid, line.counterparty_name, null::uuid, line.id, jsonb_build_array(jsonb_build_object('name', 'text', 'text', left(coalesce(nullif(line.remittance, ''), line.reference), 120)), jsonb_build_object('name', 'amount', 'cents', line.amount_cents),
     jsonb_build_object('name', 'pile', 'text', case when match.state = 'unknown' and match.reason = 'undone' then 'undone' else match.state end)), line.amount_cents, line.booked_on, null
   from bank_match match join bank_line line on line.organisation_id = $1 and line.id = match.bank_line_id
   where match.organisation_id = $1 and match.undone_at is null and match.state in ('unknown', 'proposed') and line.amount_cents > 0`,
  `select 0, 'booksBroken', null::uuid, null::text, null::uuid, checked.id, jsonb_build_array(jsonb_build_object('name', 'count', 'number', jsonb_array_length(checked.breaches)),
     jsonb_build_object('name', 'rule', 'text', checked.breaches -> 0 ->> 'rule')), null::bigint, checked.day, null::uuid
   from (select * from verification where organisation_id = $1 order by ran_at desc, id desc limit 1) checked where jsonb_array_length(checked.breaches) > 0`,
];

const WORK = `(${BRANCHES.join("\nunion all\n")}) as work (weight, kind, "debtorId", "debtorName", "caseId", "subjectId", facts, cents, since, owner)`;
/** More than a day's work for a team; who gets that far is shown the rest. */
const MOST_WORK = 200;

/** All that needs a human now, the most important first, each with the facts its sentence names. */
export function listWork(reader: Reader, today: PlainDate, staffId: string): Promise<WorkRow[]> {
  return reader.query<WorkRow>(
    `select kind || ':' || coalesce("subjectId"::text, '') as key, kind, "debtorId", "debtorName", "caseId", "subjectId", facts, cents, since, owner is not distinct from $3 as mine
     from ${WORK} order by weight, cents desc nulls last, since, "subjectId" limit ${MOST_WORK}`, [reader.organisationId, today, staffId]);
}

/** How long {@link listWork} is. */
export async function countWork(reader: Reader, today: PlainDate): Promise<number> {
  const row = await reader.first<{ count: number }>(`select count(*) as count from (select kind from ${WORK} limit ${MOST_WORK}) as shown`, [reader.organisationId, today]);
  return row?.count ?? 0;
}

export interface NightRow {
  day: PlainDate;
  ranAt: Date | null;
  counts: { messages?: number; letters?: number; calls?: number; waiting?: number; stopped?: number };
}

/** The newest night that ran to its end. */
export function findLastNight(reader: Reader): Promise<NightRow | undefined> {
  return reader.first<NightRow>(
    `select day, finished_at as "ranAt", counts from night_run where organisation_id = $1 and finished_at is not null order by day desc limit 1`, [reader.organisationId]);
}
