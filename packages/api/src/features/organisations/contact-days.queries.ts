import { CALLS_ASKED_FOR, DEFAULT_CONTACT_RULES, type ContactRules, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** The days on which a debtor was or is to be contacted in the last month, as the night counts them: what they asked for themselves isn't one. */
const contactDays = (debtorId: string): string => `
  select case when handed_over_at is null then queued_on else (handed_over_at at time zone 'Europe/Amsterdam')::date end as day from message
  where message.organisation_id = $1 and message.debtor_id = ${debtorId} and not by_request and (handed_over_at >= $2::date - 31 or state in ('queued', 'sending'))
  union all
  select (started_at at time zone 'Europe/Amsterdam')::date from call_log
  where call_log.organisation_id = $1 and call_log.debtor_id = ${debtorId} and direction = 'out' and started_at >= $2::date - 31`;

/**
 * Whether a row of `call_task` named `task` waits for the cap of contacts, as SQL with `$1` the organisation and `$2` today: the words of
 * `callWaitsUntil` of the domain, for lists that only count.
 */
export const HELD_BY_CAP = `(task.reason not in (${CALLS_ASKED_FOR.map((reason) => `'${reason}'`).join(", ")}) and not (task.reason = 'by-hand' and task.note is not null)
  and exists (select 1 from (${contactDays("task.debtor_id")}) contact join organisation policy on policy.id = $1 group by policy.id
    having count(*) filter (where contact.day = $2::date) >= policy.contact_cap_day or count(*) filter (where contact.day between $2::date - 29 and $2::date) >= policy.contact_cap_month))`;

/** The contacts of the last month of each debtor, and the organisation's cap. */
export async function listContactDays(reader: Reader, debtorIds: readonly string[], today: PlainDate): Promise<{ rules: ContactRules; daysOf: (debtorId: string) => readonly PlainDate[] }> {
  const rows = await reader.query<{ debtorId: string; days: PlainDate[]; maxPerDay: number; maxPer30Days: number }>(
    `select wanted.id as "debtorId", array(${contactDays("wanted.id")}) as days, contact_cap_day as "maxPerDay", contact_cap_month as "maxPer30Days"
     from unnest($3::uuid[]) as wanted (id) join organisation on organisation.id = $1`,
    [reader.organisationId, today, debtorIds],
  );
  const byDebtor = new Map(rows.map(({ debtorId, days }) => [debtorId, days]));
  const [first] = rows;
  return {
    rules: first ? { ...DEFAULT_CONTACT_RULES, maxPerDay: first.maxPerDay, maxPer30Days: first.maxPer30Days } : DEFAULT_CONTACT_RULES,
    daysOf: (debtorId) => byDebtor.get(debtorId) ?? [],
  };
}
