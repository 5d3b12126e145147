import { addDays, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** What followed a step, over the last year. */
export interface StepResult {
  readonly step: string;
  /** How often it was taken at least {@link PAID_WITHIN_DAYS} days ago. */
  readonly taken: number;
  /** Of those, invoices that were paid in full within {@link PAID_WITHIN_DAYS} days. */
  readonly paid: number;
}

/** The days after a step in which a payment counts as its result. */
export const PAID_WITHIN_DAYS = 7;
/** The newest steps say enough, and a year of a large organisation would be millions. */
const NEWEST = 20_000;

/** For each step of a ladder, over all its versions: how often it was taken, and how many invoices were paid in the week after. */
export function listStepResults(reader: Pick<Reader, "organisationId" | "query">, ladderId: string, today: PlainDate): Promise<StepResult[]> {
  return reader.query<StepResult>(
    `select taken.step_key as step, count(*)::int as taken, (count(*) filter (where paid.on_day between taken.taken_on and taken.taken_on + ${PAID_WITHIN_DAYS}))::int as paid
     from (
       select step_taken.step_key, step_taken.invoice_id, step_taken.taken_on from step_taken
       join ladder_version version on version.organisation_id = step_taken.organisation_id and version.id = step_taken.ladder_version_id and version.ladder_id = $2
       where step_taken.organisation_id = $1 and step_taken.skipped_reason is null and step_taken.taken_on between $3 and $4
       order by step_taken.id desc limit ${NEWEST}) taken
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = taken.invoice_id
     left join lateral (
       select max(entry.value_on) as on_day from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
       where posting.organisation_id = $1 and posting.invoice_id = taken.invoice_id and posting.account = 'receivable' and posting.amount_cents < 0 and standing.open_cents = 0) paid on true
     group by taken.step_key order by taken.step_key`,
    [reader.organisationId, ladderId, addDays(today, -365), addDays(today, -PAID_WITHIN_DAYS)],
  );
}
