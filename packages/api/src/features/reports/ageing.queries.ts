import { ageingBucket, AGEING_BUCKETS, type AgeingColumn, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** What was open at the end of a day, by age, from the books alone: any day in the past gives what it gave then. */
export async function ageingAsOf(reader: Reader, asOf: PlainDate): Promise<AgeingColumn[]> {
  const days = await reader.query<{ dueOn: PlainDate; cents: number; count: number }>(
    `select due_on as "dueOn", sum(cents)::bigint as cents, count(*) as count from (
       select invoice.due_on, sum(posting.amount_cents)::bigint as cents
       from posting
       join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
       join invoice on invoice.organisation_id = posting.organisation_id and invoice.id = posting.invoice_id and invoice.kind = 'invoice'
       where posting.organisation_id = $1 and posting.account = 'receivable' and entry.value_on <= $2
       group by invoice.id, invoice.due_on having sum(posting.amount_cents) <> 0) open
     group by due_on`,
    [reader.organisationId, asOf],
  );
  const columns = new Map(AGEING_BUCKETS.map((key) => [key, { key, cents: 0, count: 0 }]));
  for (const { dueOn, cents, count } of days) {
    const column = columns.get(ageingBucket(dueOn, asOf));
    if (!column) continue;
    column.cents += cents;
    column.count += count;
  }
  return [...columns.values()];
}

export interface DaySales {
  day: PlainDate;
  cents: number;
}

/** What was invoiced on each day up to a day, less credit notes, the newest first; and the principal that is still open of it all. */
export async function salesUntil(reader: Reader, asOf: PlainDate): Promise<{ sales: DaySales[]; openCents: number }> {
  const sales = await reader.query<DaySales>(
    `select issued_on as day, sum(case when kind = 'credit-note' then -total_cents else total_cents end)::bigint as cents from invoice
     where organisation_id = $1 and issued_on <= $2 and issued_on > $2::date - 1100 group by issued_on order by issued_on desc`,
    [reader.organisationId, asOf],
  );
  const open = await reader.first<{ cents: number }>(
    `select coalesce(sum(posting.amount_cents), 0)::bigint as cents from posting
     join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
     where posting.organisation_id = $1 and posting.account = 'receivable' and posting.part = 'principal' and entry.value_on <= $2`,
    [reader.organisationId, asOf],
  );
  return { sales, openCents: open?.cents ?? 0 };
}
