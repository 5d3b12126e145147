import { callOutcome, callWaitsUntil, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listContactDays } from "../organisations/contact-days.queries";
import { listLastCalls } from "./call-log.queries";
import type { AdminCallLog } from "./call-log.view";
import { listPromised } from "./promised.queries";

interface TaskRow {
  taskId: string;
  debtorId: string;
  caseId: string | null;
  debtorName: string;
  personName: string | null;
  phone: string | null;
  reason: string;
  note: string | null;
  stepNote: string | null;
  plannedFor: PlainDate;
  plannedMinute: number | null;
  claimedBy: string | null;
  invoiceCount: number;
  overdueCents: number;
  daysOverdue: number;
  outcomes: string[];
}

/** A call to make, with what ranks it. */
export interface CallTaskRow extends TaskRow {
  brokenPromises: number;
  keptPromises: number;
  triesUnanswered: number;
  lastCall: AdminCallLog | null;
  /** Not before this day: a call now would pass the cap of contacts. Null while somebody has it in hand. */
  waitsUntil: PlainDate | null;
}

const YEAR = 365;

/**
 * The calls to make on a day, or one task whatever its day. Amounts are net of what was paid, and without invoices that a running plan
 * pays. Who owes nothing any more isn't called, unless they asked for it.
 */
export async function listCallTasks(reader: Reader, { today, now, taskId }: { today: PlainDate; now: Date; taskId?: string }): Promise<CallTaskRow[]> {
  const rows = await reader.query<TaskRow>(
    `select task.id as "taskId", task.debtor_id as "debtorId", debtor.name as "debtorName", person.name as "personName", coalesce(person.phone, debtor.phone) as phone,
       coalesce(task.case_id, (select id from collection_case where organisation_id = $1 and debtor_id = task.debtor_id and closed_on is null)) as "caseId",
       task.reason, task.note, coalesce(task.note, (select step_key from step_taken where organisation_id = $1 and call_task_id = task.id limit 1)) as "stepNote",
       task.planned_on as "plannedFor", task.planned_minute as "plannedMinute",
       case when task.claimed_until > $3 then staff.name end as "claimedBy", money.count as "invoiceCount", money.cents as "overdueCents",
       coalesce($2::date - money.oldest, 0) as "daysOverdue",
       array(select outcome from call_log where organisation_id = $1 and debtor_id = task.debtor_id and direction = 'out' and started_at > $3::timestamptz - interval '90 days'
             order by started_at desc limit 6) as outcomes
     from call_task task
     join debtor on debtor.organisation_id = task.organisation_id and debtor.id = task.debtor_id
     left join staff on staff.id = task.claimed_by
     left join lateral (select name, phone from contact where organisation_id = $1 and debtor_id = task.debtor_id order by is_primary desc, name limit 1) person on true
     cross join lateral (
       select count(*)::int as count, coalesce(sum(standing.open_cents), 0)::bigint as cents, min(standing.due_on) as oldest
       from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = task.debtor_id and standing.open_cents > 0 and standing.due_on < $2
         and not exists (select 1 from plan_invoice where organisation_id = $1 and invoice_id = standing.invoice_id and active)) money
     where task.organisation_id = $1 and case when $4::uuid is null then task.closed_at is null and task.planned_on <= $2 else task.id = $4 end
       and ($4::uuid is not null or task.reason in ('call-back', 'call-me-back', 'contradicted', 'by-hand')
            or exists (select 1 from invoice_standing where organisation_id = $1 and debtor_id = task.debtor_id and open_cents > 0))
     order by task.id limit 1000`,
    [reader.organisationId, today, now, taskId ?? null],
  );
  const debtorIds = rows.map(({ debtorId }) => debtorId);
  const promised = await listPromised(reader, debtorIds, today);
  const { rules, daysOf } = await listContactDays(reader, debtorIds, today);
  const lastCalls = await listLastCalls(reader, debtorIds, today);
  return rows.map((row) => {
    const states = promised
      .filter(({ debtorId, madeOn }) => debtorId === row.debtorId && Date.parse(today) - Date.parse(madeOn) <= YEAR * 86_400_000)
      .map(({ standing }) => standing.state);
    const answered = row.outcomes.findIndex((outcome) => callOutcome(outcome)?.reached ?? true);
    return {
      ...row,
      brokenPromises: states.filter((state) => state === "broken" || state === "partly").length,
      keptPromises: states.filter((state) => state === "kept").length,
      triesUnanswered: answered === -1 ? row.outcomes.length : answered,
      lastCall: lastCalls.get(row.debtorId) ?? null,
      waitsUntil: row.claimedBy ? null : callWaitsUntil(row, daysOf(row.debtorId), today, rules),
    };
  });
}
