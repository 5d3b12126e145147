import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { lastBounce } from "../invoices/direct-debit.queries";

/** Every way in which a debtor or an invoice is left in peace; see {@link listExclusions}. */
export const EXCLUSION_KINDS = [
  "brake", "hardship", "never", "pause", "paid-claim", "stop-code", "dispute", "plan", "plan-proposed", "promise", "reply", "self-check", "postponed", "no-address", "address-fault",
  "parked", "handed-over", "autopilot", "direct-debit",
] as const;

export interface ExclusionRow {
  key: string;
  kind: (typeof EXCLUSION_KINDS)[number];
  /** What is left in peace: invoice · case · debtor · segment · organisation. */
  scope: string;
  /** The fact behind it: a hold, a status, a dispute, a plan … */
  subjectId: string | null;
  debtorId: string | null;
  debtorName: string | null;
  invoiceId: string | null;
  invoiceNumber: string | null;
  /** What a person wrote, or a code that the screens have a word for. */
  reason: string | null;
  since: PlainDate;
  until: PlainDate | null;
  reviewOn: PlainDate | null;
  ownerName: string | null;
  cents: number;
  forgotten: boolean;
}

export interface ExclusionQuery {
  kind?: string;
  search?: string;
  forgottenOnly?: boolean;
  minDays?: number;
  /** Older than so many days without an end is forgotten, as is what is past its review day. */
  forgottenAfterDays: number;
  today: PlainDate;
  limit: number;
  offset: number;
}

/** Money that is collected comes on the last day to pay, or some days after it. */
const COLLECTED_WITHIN_DAYS = 14;
const DAY = (moment: string): string => `(${moment} at time zone 'Europe/Amsterdam')::date`;
const OF_DEBTOR = `(select coalesce(sum(open_cents), 0) from invoice_standing open where open.organisation_id = $1 and open.debtor_id = debtor.id and open.open_cents > 0)::bigint`;
const HAS_OPEN = `exists (select 1 from invoice_standing open where open.organisation_id = $1 and open.debtor_id = debtor.id and open.open_cents > 0)`;
const CASE_OWNER = `(select staff.name from collection_case cases join staff on staff.id = cases.owner_id where cases.organisation_id = $1 and cases.debtor_id = debtor.id and cases.closed_on is null limit 1)`;

/** kind, scope, subject, debtor, its name, invoice, its number, reason, since, until, review, owner, cents */
const BRANCHES = [
  `select hold.kind, hold.scope, hold.id, debtor.id, debtor.name, invoice.id, invoice.number, hold.reason, hold.from_day, hold.until_day, hold.review_on, coalesce(owner.name, placer.name),
     case when invoice.id is not null then coalesce(standing.open_cents, 0) else ${OF_DEBTOR} end
   from hold join debtor on debtor.organisation_id = $1 and debtor.id = hold.debtor_id
   left join invoice on invoice.organisation_id = $1 and invoice.id = hold.invoice_id
   left join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id
   left join staff owner on owner.id = hold.owner_id left join staff placer on placer.id = hold.placed_by
   where hold.organisation_id = $1 and hold.lifted_at is null and hold.from_day <= $2 and (hold.until_day is null or hold.until_day >= $2)
     and case when invoice.id is not null then standing.open_cents > 0 else ${HAS_OPEN} or hold.kind in ('never', 'hardship', 'brake') end`,
  `select hold.kind, hold.scope, hold.id, null::uuid, hold.segment, null::uuid, null::text, hold.reason, hold.from_day, hold.until_day, hold.review_on, coalesce(owner.name, placer.name),
     (select coalesce(sum(open.open_cents), 0) from invoice_standing open join debtor on debtor.organisation_id = $1 and debtor.id = open.debtor_id
      where open.organisation_id = $1 and open.open_cents > 0 and (hold.scope = 'organisation' or debtor.segment = hold.segment))::bigint
   from hold left join staff owner on owner.id = hold.owner_id left join staff placer on placer.id = hold.placed_by
   where hold.organisation_id = $1 and hold.scope in ('organisation', 'segment') and hold.lifted_at is null and hold.from_day <= $2 and (hold.until_day is null or hold.until_day >= $2)`,
  `select 'stop-code', 'debtor', status.id, debtor.id, debtor.name, null, null, status.kind, status.from_day, status.until_day, status.review_on, staff.name, ${OF_DEBTOR}
   from debtor_status status join debtor on debtor.organisation_id = $1 and debtor.id = status.debtor_id left join staff on staff.id = status.recorded_by
   where status.organisation_id = $1 and status.ended_at is null and status.from_day <= $2 and (status.until_day is null or status.until_day >= $2)`,
  `select 'dispute', 'invoice', dispute.id, debtor.id, debtor.name, invoice.id, invoice.number, dispute.reason, dispute.raised_on, null, dispute.deadline_on, staff.name, dispute.amount_cents
   from dispute join debtor on debtor.organisation_id = $1 and debtor.id = dispute.debtor_id join invoice on invoice.organisation_id = $1 and invoice.id = dispute.invoice_id
   left join staff on staff.id = dispute.owner_id where dispute.organisation_id = $1 and dispute.decided_on is null`,
  `select case when plan.accepted_on is null then 'plan-proposed' else 'plan' end, 'debtor', plan.id, debtor.id, debtor.name, null, null, plan.note,
     coalesce(plan.accepted_on, plan.proposed_on), case when plan.accepted_on is null then null else (select max(due_on) from instalment where organisation_id = $1 and plan_id = plan.id) end,
     case when plan.accepted_on is null then plan.answer_by end, ${CASE_OWNER},
     (select coalesce(sum(standing.open_cents), 0) from plan_invoice line join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id
      where line.organisation_id = $1 and line.plan_id = plan.id)::bigint
   from plan join debtor on debtor.organisation_id = $1 and debtor.id = plan.debtor_id
   where plan.organisation_id = $1 and plan.declined_on is null and plan.ended_on is null and (plan.accepted_on is not null or plan.answer_by >= $2)`,
  `select 'promise', 'debtor', promise.id, debtor.id, debtor.name, null, null, null, promise.made_on, promise.by_day, null, ${CASE_OWNER}, promise.amount_cents
   from promise join debtor on debtor.organisation_id = $1 and debtor.id = promise.debtor_id
   where promise.organisation_id = $1 and promise.cancelled_on is null
     and exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.promise_id = promise.id and line.settled_on is null)`,
  `select 'reply', 'debtor', inbound.id, debtor.id, debtor.name, null, null, coalesce(inbound.subject, left(inbound.body_text, 120)), ${DAY("inbound.received_at")}, null, null, ${CASE_OWNER}, ${OF_DEBTOR}
   from inbound_message inbound join debtor on debtor.organisation_id = $1 and debtor.id = inbound.debtor_id
   where inbound.organisation_id = $1 and inbound.read_at is null and inbound.kind <> 'bounce' and ${HAS_OPEN}`,
  `select 'self-check', 'invoice', checked.id, debtor.id, debtor.name, invoice.id, invoice.number,
     (select result ->> 'check' from jsonb_array_elements(checked.results) result where not (result ->> 'ok')::boolean limit 1), checked.checked_on, null, null, ${CASE_OWNER}, standing.open_cents
   from self_check checked join invoice on invoice.organisation_id = $1 and invoice.id = checked.invoice_id join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
   join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id and standing.open_cents > 0
   where checked.organisation_id = $1 and not checked.passed and checked.resolved_at is null`,
  `select 'postponed', 'invoice', put_off.id, debtor.id, debtor.name, invoice.id, invoice.number, put_off.reason, ${DAY("put_off.placed_at")}, put_off.until_day, null, staff.name, standing.open_cents
   from step_postponement put_off join invoice on invoice.organisation_id = $1 and invoice.id = put_off.invoice_id join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
   join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id and standing.open_cents > 0 left join staff on staff.id = put_off.placed_by
   where put_off.organisation_id = $1 and put_off.lifted_at is null and put_off.until_day > $2`,
  `select 'no-address', 'debtor', debtor.id, debtor.id, debtor.name, null, null, null, (select min(due_on) from invoice_standing open where open.organisation_id = $1 and open.debtor_id = debtor.id and open.open_cents > 0),
     null, null, ${CASE_OWNER}, ${OF_DEBTOR}
   from debtor where debtor.organisation_id = $1 and debtor.email is null and (debtor.street is null or debtor.postal_code is null or debtor.city is null)
     and not exists (select 1 from contact where contact.organisation_id = $1 and contact.debtor_id = debtor.id and contact.email is not null) and ${HAS_OPEN}`,
  `select 'address-fault', 'debtor', fault.id, debtor.id, debtor.name, null, null, fault.address, ${DAY("fault.found_at")}, null, null, ${CASE_OWNER}, ${OF_DEBTOR}
   from contact_fault fault join debtor on debtor.organisation_id = $1 and debtor.id = fault.debtor_id
   where fault.organisation_id = $1 and fault.resolved_at is null and fault.channel <> 'phone' and ${HAS_OPEN}`,
  `select 'parked', 'debtor', message.id, debtor.id, debtor.name, null, null, message.state_reason, message.queued_on, null, null, ${CASE_OWNER}, coalesce(message.total_cents, 0)
   from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id where message.organisation_id = $1 and message.state = 'parked'`,
  `select 'handed-over', 'case', hand_over.id, debtor.id, debtor.name, null, null, agency.name, ${DAY("coalesce(hand_over.approved_at, hand_over.proposed_at)")}, null, null, ${CASE_OWNER},
     (select coalesce(sum(standing.open_cents), 0) from hand_over_invoice line join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id
      where line.organisation_id = $1 and line.hand_over_id = hand_over.id)::bigint
   from hand_over join debtor on debtor.organisation_id = $1 and debtor.id = hand_over.debtor_id join agency on agency.organisation_id = $1 and agency.id = hand_over.agency_id
   where hand_over.organisation_id = $1 and hand_over.rejected_at is null and hand_over.declined_at is null and hand_over.recalled_at is null and hand_over.closed_at is null`,
  // A mandate with what is awaited by it; past a week or two after the last day to pay somebody looks why no money came.
  `select 'direct-debit', case when debit.invoice_id is null then 'debtor' else 'invoice' end, debit.id, debtor.id, debtor.name, invoice.id, invoice.number, debit.mandate, debit.since, null,
     min(greatest(awaited.due_on, debit.since)) + ${COLLECTED_WITHIN_DAYS}, staff.name, sum(awaited.open_cents)::bigint
   from direct_debit debit join debtor on debtor.organisation_id = $1 and debtor.id = debit.debtor_id
   join invoice_standing awaited on awaited.organisation_id = $1 and awaited.debtor_id = debit.debtor_id and awaited.open_cents > 0 and (debit.invoice_id is null or awaited.invoice_id = debit.invoice_id)
   left join invoice on invoice.organisation_id = $1 and invoice.id = debit.invoice_id left join staff on staff.id = debit.recorded_by
   where debit.organisation_id = $1 and debit.ended_at is null and debit.since <= $2 and coalesce(${lastBounce("awaited.invoice_id")} <= debit.since, true)
   group by debit.id, debit.invoice_id, debit.mandate, debit.since, debtor.id, debtor.name, invoice.id, invoice.number, staff.name`,
  `select 'autopilot', 'organisation', null::uuid, null, null, null, null, switched.reason, coalesce(switched.day, $2), null, null, switched.by,
     (select coalesce(sum(open_cents), 0) from invoice_standing open where open.organisation_id = $1 and open.open_cents > 0)::bigint
   from organisation left join lateral (select after ->> 'reason' as reason, ${DAY("audit.at")} as day, staff.name as by from audit left join staff on staff.id = audit.actor_id
     where audit.organisation_id = $1 and audit.action = 'set-autopilot' order by audit.at desc, audit.id desc limit 1) switched on true
   where organisation.id = $1 and not organisation.autopilot`,
];

/** Past its review or end of answer; or, without either, older than it takes to forget. A plan, a promise and an agency have their own rhythm. */
const FORGOTTEN = `coalesce(review_on <= $2, until_day is null and $2::date - since > $3 and kind not in ('plan', 'promise', 'handed-over'))`;

const FOUND = `(select kind || ':' || coalesce(subject_id::text, scope) as key, kind, scope, subject_id as "subjectId", debtor_id as "debtorId", name as "debtorName", invoice_id as "invoiceId",
    number as "invoiceNumber", reason, since, until_day as until, review_on as "reviewOn", owner as "ownerName", cents, ${FORGOTTEN} as forgotten
  from (${BRANCHES.join("\nunion all\n")}) as left_in_peace (kind, scope, subject_id, debtor_id, name, invoice_id, number, reason, since, until_day, review_on, owner, cents)) as found
  where ($4::text is null or "debtorName" ilike $4 or "invoiceNumber" ilike $4 or reason ilike $4) and (not $5 or forgotten) and $2::date - since >= $6`;

/** Whatever is left in peace, one row for each reason: what was forgotten first, then the oldest. With the number of each kind in the same filter. */
export async function listExclusions(
  reader: Reader, query: ExclusionQuery,
): Promise<{ rows: ExclusionRow[]; totalCount: number; totalCents: number; forgottenCount: number; kinds: { kind: string; count: number }[] }> {
  const search = query.search?.trim() ? `%${query.search.trim().replace(/[%_\\]/g, "\\$&")}%` : null;
  const values = [reader.organisationId, query.today, query.forgottenAfterDays, search, query.forgottenOnly ?? false, query.minDays ?? 0];
  const counts = await reader.query<{ kind: string; count: number; cents: number; forgotten: number }>(
    `select kind, count(*)::int as count, coalesce(sum(cents), 0)::bigint as cents, count(*) filter (where forgotten)::int as forgotten from ${FOUND} group by kind order by kind`, values);
  const asked = counts.filter(({ kind }) => !query.kind || kind === query.kind);
  const rows = await reader.query<ExclusionRow>(
    `select * from ${FOUND} and ($7::text is null or kind = $7) order by forgotten desc, since, cents desc, key limit $8 offset $9`, [...values, query.kind ?? null, query.limit, query.offset]);
  const total = (of: (row: { count: number; cents: number; forgotten: number }) => number): number => asked.reduce((sum, row) => sum + of(row), 0);
  return {
    rows, totalCount: total(({ count }) => count), totalCents: total(({ cents }) => cents), forgottenCount: total(({ forgotten }) => forgotten),
    kinds: counts.map(({ kind, count }) => ({ kind, count })),
  };
}
