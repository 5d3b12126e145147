import type { Language } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { timelineText } from "./timeline-words";

/** Something that happened, as the tables have it. `data` holds what the sentence names. */
export interface TimelineFact {
  key: string;
  at: Date;
  kind: string;
  who: string | null;
  cents: number | null;
  day: string | null;
  messageId: string | null;
  callId: string | null;
  documentId: string | null;
  state: string | null;
  invoiceNumbers: string[];
  data: Record<string, string | number | boolean | null>;
}

export interface TimelineRow extends TimelineFact {
  title: string;
  text: string | null;
}

const numbers = (table: string, column: string, id: string): string => `
  array(select invoice.number from ${table} line join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
        where line.organisation_id = $1 and line.${column} = ${id} order by invoice.due_on, invoice.number)`;
const morning = (day: string): string => `((${day})::timestamp + interval '9 hours') at time zone 'Europe/Amsterdam'`;

/** A hold of this debtor, or one of many that they are among. */
const CONCERNS = `(hold.debtor_id = $2 or ($3::uuid is null and (hold.scope = 'organisation' or (hold.scope = 'segment' and hold.segment = (select segment from debtor where organisation_id = $1 and id = $2)))))
     and ($3::uuid is null or hold.invoice_id = $3)`;

/** One branch of the story: select list in the order of TimelineFact. */
const BRANCHES = [
  `select 'invoice:' || invoice.id, coalesce(delivery.sent_at, ${morning("invoice.issued_on")}), 'invoiceSent', null::text, invoice.total_cents, invoice.due_on, delivery.message_id, null::uuid, invoice.document_id,
     case when delivery.bounced_at is not null then 'bounced' when delivery.delivered_at is not null then 'delivered' end, array[invoice.number],
     jsonb_build_object('kind', invoice.kind, 'address', delivery.address, 'channel', delivery.channel)
   from invoice left join lateral (select * from invoice_delivery d where d.organisation_id = $1 and d.invoice_id = invoice.id order by d.sent_at nulls last limit 1) delivery on true
   where invoice.organisation_id = $1 and invoice.debtor_id = $2 and ($3::uuid is null or invoice.id = $3)`,
  `select 'bounce:' || delivery.id, delivery.bounced_at, 'invoiceBounced', null, null, null, delivery.message_id, null, null, 'bounced', array[invoice.number], jsonb_build_object('address', delivery.address, 'reason', delivery.bounce_reason)
   from invoice_delivery delivery join invoice on invoice.organisation_id = delivery.organisation_id and invoice.id = delivery.invoice_id
   where delivery.organisation_id = $1 and invoice.debtor_id = $2 and delivery.bounced_at is not null and ($3::uuid is null or invoice.id = $3)`,
  `select 'message:' || message.id, coalesce(message.handed_over_at, message.queued_at), 'message', staff.name, message.total_cents, message.pay_by, message.id, null, null, message.state,
     ${numbers("message_invoice", "message_id", "message.id")}, jsonb_build_object('kind', message.kind, 'channel', message.channel, 'subject', message.subject, 'to', message.to_address, 'reason', message.state_reason, 'number', message.facts -> 'messageNumber')
   from message left join staff on staff.id = message.created_by
   where message.organisation_id = $1 and message.debtor_id = $2 and message.kind <> 'portal-code'
     and ($3::uuid is null or exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = message.id and line.invoice_id = $3))`,
  `select 'opened:' || message.id, message.opened_at, 'linkOpened', null, null, null, message.id, null, null, null, ${numbers("message_invoice", "message_id", "message.id")}, jsonb_build_object('kind', message.kind)
   from message where message.organisation_id = $1 and message.debtor_id = $2 and message.opened_at is not null
     and ($3::uuid is null or exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = message.id and line.invoice_id = $3))`,
  `select 'bounced:' || message.id, message.bounced_at, 'messageBounced', null, null, null, message.id, null, null, 'bounced', ${numbers("message_invoice", "message_id", "message.id")}, jsonb_build_object('kind', message.kind, 'address', message.to_address, 'reason', message.state_reason)
   from message where message.organisation_id = $1 and message.debtor_id = $2 and message.bounced_at is not null and $3::uuid is null`,
  `select 'reply:' || inbound.id, inbound.received_at, 'reply', inbound.from_address, null, null, inbound.message_id, null, null, case when inbound.read_at is null then 'unread' else 'read' end, '{}'::text[],
     jsonb_build_object('subject', inbound.subject, 'text', left(inbound.body_text, 1000), 'kind', inbound.kind)
   from inbound_message inbound where inbound.organisation_id = $1 and inbound.debtor_id = $2 and inbound.kind <> 'bounce' and $3::uuid is null`,
  `select 'call:' || call.id, call.started_at, 'call', staff.name, null, call.next_on, null, call.id, null, call.outcome, ${numbers("call_log_invoice", "call_log_id", "call.id")},
     jsonb_build_object('outcome', call.outcome, 'person', call.person, 'number', call.number, 'notes', call.notes, 'canPay', call.can_pay, 'excuse', call.excuse)
   from call_log call left join staff on staff.id = call.staff_id where call.organisation_id = $1 and call.debtor_id = $2
     and ($3::uuid is null or exists (select 1 from call_log_invoice line where line.organisation_id = $1 and line.call_log_id = call.id and line.invoice_id = $3))`,
  `select 'promise:' || promise.id, coalesce(call.logged_at, ${morning("promise.made_on")}), 'promiseMade', staff.name, promise.amount_cents, promise.by_day, null, promise.call_log_id, null, null,
     ${numbers("promise_invoice", "promise_id", "promise.id")}, jsonb_build_object('source', promise.source)
   from promise left join call_log call on call.organisation_id = promise.organisation_id and call.id = promise.call_log_id left join staff on staff.id = call.staff_id
   where promise.organisation_id = $1 and promise.debtor_id = $2
     and ($3::uuid is null or exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.promise_id = promise.id and line.invoice_id = $3))`,
  `select 'promise-end:' || promise.id, ${morning("settled.settled_on")}, case when settled.paid >= promise.amount_cents - organisation.tolerance_cents then 'promiseKept' else 'promiseBroken' end, null, promise.amount_cents, promise.by_day,
     null, null, null, null, ${numbers("promise_invoice", "promise_id", "promise.id")}, '{}'::jsonb
   from promise join organisation on organisation.id = promise.organisation_id
   cross join lateral (select max(line.settled_on) as settled_on,
     coalesce((select -sum(posting.amount_cents) from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind in ('allocation', 'reversal')
       where posting.organisation_id = $1 and posting.account = 'receivable' and posting.payment_id is not null and entry.value_on between promise.made_on and max(line.settled_on)
         and posting.invoice_id in (select invoice_id from promise_invoice own where own.organisation_id = $1 and own.promise_id = promise.id)), 0) as paid
     from promise_invoice line where line.organisation_id = $1 and line.promise_id = promise.id) settled
   where promise.organisation_id = $1 and promise.debtor_id = $2 and settled.settled_on is not null and promise.cancelled_on is null and $3::uuid is null`,
  `select 'agreement:' || agreement.id, coalesce(agreement.confirmed_at, agreement.contradicted_at), case when agreement.confirmed_at is not null then 'agreementConfirmed' else 'agreementContradicted' end, null, null, null,
     agreement.message_id, null, null, null, '{}'::text[], jsonb_build_object('sentence', agreement.sentence, 'contradiction', agreement.contradiction)
   from agreement where agreement.organisation_id = $1 and agreement.debtor_id = $2 and coalesce(agreement.confirmed_at, agreement.contradicted_at) is not null and $3::uuid is null`,
  `select 'payment:' || payment.id, greatest(payment.created_at, ${morning("payment.received_on")}), 'payment', payment.payer_name, payment.amount_cents, payment.received_on, null, null, null, payment.source,
     array(select distinct invoice.number from posting join invoice on invoice.organisation_id = posting.organisation_id and invoice.id = posting.invoice_id
           where posting.organisation_id = $1 and posting.payment_id = payment.id and posting.account = 'receivable'), jsonb_build_object('source', payment.source, 'reference', payment.reference)
   from payment where payment.organisation_id = $1 and payment.debtor_id = $2
     and ($3::uuid is null or exists (select 1 from posting where posting.organisation_id = $1 and posting.payment_id = payment.id and posting.invoice_id = $3))`,
  `select 'plan:' || plan.id || ':' || event.kind, ${morning("event.day")} + interval '1 hour', event.kind, staff.name, plan.total_cents, event.day, null, null, null, null, ${numbers("plan_invoice", "plan_id", "plan.id")},
     jsonb_build_object('by', case event.kind when 'planProposed' then plan.proposed_by else plan.accepted_by end, 'count', (select count(*) from instalment where instalment.organisation_id = $1 and instalment.plan_id = plan.id), 'reason', coalesce(plan.decline_reason, plan.end_reason))
   from plan cross join lateral (values ('planProposed', plan.proposed_on), ('planAccepted', plan.accepted_on), ('planDeclined', plan.declined_on),
     ('planBroken', case when plan.ended_because = 'broken' then plan.ended_on end), ('planFinished', case when plan.ended_because = 'finished' then plan.ended_on end)) event (kind, day)
   left join staff on staff.id = case event.kind when 'planAccepted' then plan.accepted_by_staff when 'planDeclined' then plan.declined_by_staff when 'planProposed' then plan.proposed_by_staff end
   where plan.organisation_id = $1 and plan.debtor_id = $2 and event.day is not null
     and ($3::uuid is null or exists (select 1 from plan_invoice line where line.organisation_id = $1 and line.plan_id = plan.id and line.invoice_id = $3))`,
  `select 'dispute:' || dispute.id || ':' || event.kind, ${morning("event.day")} + interval '2 hours', event.kind, staff.name, dispute.amount_cents, dispute.deadline_on, null, null, null, dispute.outcome, array[invoice.number],
     jsonb_build_object('reason', dispute.reason, 'text', dispute.body_text, 'decision', dispute.decision, 'via', dispute.raised_via)
   from dispute join invoice on invoice.organisation_id = dispute.organisation_id and invoice.id = dispute.invoice_id
   cross join lateral (values ('dispute', dispute.raised_on), ('disputeDecided', dispute.decided_on)) event (kind, day)
   left join staff on staff.id = dispute.decided_by and event.kind = 'disputeDecided'
   where dispute.organisation_id = $1 and dispute.debtor_id = $2 and event.day is not null and ($3::uuid is null or dispute.invoice_id = $3)`,
  `select 'hold:' || hold.id, hold.placed_at, case when hold.kind = 'paid-claim' then 'paidClaim' else 'hold' end, staff.name, (hold.facts ->> 'amountCents')::bigint, hold.until_day, null, null, null, hold.kind, '{}'::text[],
     jsonb_build_object('kind', hold.kind, 'reason', hold.reason, 'via', hold.placed_via)
   from hold left join staff on staff.id = hold.placed_by where hold.organisation_id = $1 and ${CONCERNS}`,
  `select 'hold-lifted:' || hold.id, hold.lifted_at, 'holdLifted', staff.name, null, null, null, null, null, hold.kind, '{}'::text[], jsonb_build_object('kind', hold.kind, 'reason', hold.lift_reason)
   from hold left join staff on staff.id = hold.lifted_by where hold.organisation_id = $1 and hold.lifted_at is not null and ${CONCERNS}`,
  `select 'skipped:' || min(taken.id::text), ${morning("taken.taken_on")} + interval '1 hour', 'stepSkipped', staff.name, null, null, null, null, null, null, array_agg(invoice.number order by invoice.number), jsonb_build_object('step', taken.step_key, 'reason', taken.skipped_reason)
   from step_taken taken join invoice on invoice.organisation_id = taken.organisation_id and invoice.id = taken.invoice_id left join staff on staff.id = taken.skipped_by
   where taken.organisation_id = $1 and invoice.debtor_id = $2 and taken.skipped_reason is not null and taken.message_id is null and ($3::uuid is null or invoice.id = $3)
   group by taken.taken_on, taken.step_key, taken.skipped_reason, staff.name`,
  `select 'postponed:' || min(put_off.id::text), put_off.placed_at, 'stepPostponed', staff.name, null, put_off.until_day, null, null, null, null, array_agg(invoice.number order by invoice.number), jsonb_build_object('step', min(put_off.step_key), 'reason', put_off.reason)
   from step_postponement put_off join invoice on invoice.organisation_id = put_off.organisation_id and invoice.id = put_off.invoice_id left join staff on staff.id = put_off.placed_by
   where put_off.organisation_id = $1 and invoice.debtor_id = $2 and ($3::uuid is null or invoice.id = $3) group by put_off.placed_at, put_off.until_day, put_off.reason, staff.name`,
  `select 'status:' || status.id, coalesce(status.recorded_at, ${morning("status.from_day")}), 'stopCode', staff.name, null, status.until_day, null, null, null, status.kind, '{}'::text[], jsonb_build_object('kind', status.kind, 'reason', status.evidence)
   from debtor_status status left join staff on staff.id = status.recorded_by where status.organisation_id = $1 and status.debtor_id = $2 and $3::uuid is null`,
  `select 'status-ended:' || status.id, status.ended_at, 'stopCodeEnded', staff.name, null, null, null, null, null, status.kind, '{}'::text[], jsonb_build_object('kind', status.kind, 'reason', status.end_reason)
   from debtor_status status left join staff on staff.id = status.ended_by where status.organisation_id = $1 and status.debtor_id = $2 and status.ended_at is not null and $3::uuid is null`,
  `select 'task:' || task.id, task.closed_at, 'taskDone', staff.name, null, null, null, null, null, task.outcome, '{}'::text[], jsonb_build_object('step', task.step_key, 'reason', task.reason)
   from work_task task left join staff on staff.id = task.closed_by where task.organisation_id = $1 and task.debtor_id = $2 and task.outcome = 'done' and $3::uuid is null`,
  `select 'letter:' || letter.id, ${morning("letter.delivered_on")}, 'letterTerm', null, letter.costs_cents, letter.last_day, letter.message_id, null, null, null, ${numbers("letter_invoice", "letter_id", "letter.id")},
     jsonb_build_object('costsFrom', letter.costs_from, 'presumed', letter.presumed)
   from fourteen_day_letter letter where letter.organisation_id = $1 and letter.debtor_id = $2 and letter.delivered_on is not null
     and ($3::uuid is null or exists (select 1 from letter_invoice line where line.organisation_id = $1 and line.letter_id = letter.id and line.invoice_id = $3))`,
  `select 'costs:' || entry.id, ${morning("entry.booked_on")}, 'costsBooked', staff.name, sum(posting.amount_cents)::bigint, entry.booked_on, null, null, null, null, array_agg(distinct invoice.number), jsonb_build_object('article', entry.reason)
   from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id and posting.account = 'receivable' and posting.debtor_id = $2
   join invoice on invoice.organisation_id = posting.organisation_id and invoice.id = posting.invoice_id left join staff on staff.id = entry.booked_by
   where entry.organisation_id = $1 and entry.kind = 'costs' and ($3::uuid is null or posting.invoice_id = $3) group by entry.id, entry.booked_on, entry.reason, staff.name`,
  `select 'hand-over:' || hand_over.id || ':' || event.kind, event.at, 'handOver', staff.name, hand_over.principal_cents + hand_over.interest_cents + hand_over.costs_cents, null, null, null, null, event.kind, '{}'::text[],
     jsonb_build_object('agency', agency.name, 'event', event.kind, 'reason', coalesce(hand_over.reject_reason, hand_over.recall_reason, hand_over.decline_reason))
   from hand_over join agency on agency.organisation_id = hand_over.organisation_id and agency.id = hand_over.agency_id
   cross join lateral (values ('proposed', hand_over.proposed_at, hand_over.proposed_by), ('approved', hand_over.approved_at, hand_over.approved_by), ('rejected', hand_over.rejected_at, hand_over.rejected_by),
     ('recalled', hand_over.recalled_at, hand_over.recalled_by)) event (kind, at, by)
   left join staff on staff.id = event.by where hand_over.organisation_id = $1 and hand_over.debtor_id = $2 and event.at is not null and $3::uuid is null`,
  `select 'agency:' || event.id, event.created_at, 'agencyEvent', agency.name, event.amount_cents, event.on_day, null, null, null, event.kind, '{}'::text[], jsonb_build_object('kind', event.kind, 'text', event.body_text)
   from agency_event event join hand_over on hand_over.organisation_id = event.organisation_id and hand_over.id = event.hand_over_id join agency on agency.organisation_id = hand_over.organisation_id and agency.id = hand_over.agency_id
   where event.organisation_id = $1 and hand_over.debtor_id = $2 and $3::uuid is null`,
  `select 'note:' || note.id, note.written_at, 'note', staff.name, null, null, null, null, null, null, '{}'::text[], jsonb_build_object('text', note.body_text)
   from note left join staff on staff.id = note.written_by where note.organisation_id = $1 and note.debtor_id = $2 and $3::uuid is null`,
  `select 'self-check:' || checked.id, ${morning("checked.checked_on")} - interval '1 hour', 'selfCheck', null, null, null, null, null, null, case when checked.resolved_at is null then 'open' else 'resolved' end, array[invoice.number],
     jsonb_build_object('checks', (select string_agg(result ->> 'check', ', ') from jsonb_array_elements(checked.results) result where not (result ->> 'ok')::boolean))
   from self_check checked join invoice on invoice.organisation_id = checked.organisation_id and invoice.id = checked.invoice_id
   where checked.organisation_id = $1 and invoice.debtor_id = $2 and not checked.passed and ($3::uuid is null or checked.invoice_id = $3)`,
];

const SQL = `select * from (${BRANCHES.join("\nunion all\n")}) as story
  (key, at, kind, who, cents, day, "messageId", "callId", "documentId", state, "invoiceNumbers", data) where at is not null order by at desc, key limit 300`;

/**
 * All that was sent, said, paid, agreed and changed with a debtor, the newest first, in the language of who looks. With an invoice only what
 * concerns it.
 */
export async function timelineOf(reader: Reader, { debtorId, invoiceId }: { debtorId: string; invoiceId?: string }, language: Language): Promise<TimelineRow[]> {
  const facts = await reader.query<TimelineFact>(SQL, [reader.organisationId, debtorId, invoiceId ?? null]);
  return facts.map((fact) => ({ ...fact, ...timelineText(fact, language) }));
}
