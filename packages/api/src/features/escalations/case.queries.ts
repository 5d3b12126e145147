import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface CaseRow {
  id: string;
  number: string;
  debtorId: string;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  ownerId: string | null;
}

/** One case. */
export function findCase(reader: Reader, caseId: string): Promise<CaseRow | undefined> {
  return reader.first<CaseRow>(
    `select id, 'D-' || number as number, debtor_id as "debtorId", opened_on as "openedOn", closed_on as "closedOn", owner_id as "ownerId"
     from collection_case where organisation_id = $1 and id = $2`,
    [reader.organisationId, caseId],
  );
}

export interface CaseListRow {
  id: string;
  number: string;
  debtorId: string;
  debtorName: string;
  kind: DebtorKind;
  invoiceCount: number;
  openCents: number;
  daysOverdue: number;
  furthestStep: string | null;
  ownerName: string | null;
  openedOn: PlainDate;
}

export interface CaseListQuery {
  search?: string;
  minCents?: number;
  minDaysOverdue?: number;
  owner?: string;
  state?: string;
  sort: string;
  direction: "asc" | "desc";
  limit: number;
  offset: number;
  today: PlainDate;
}

const SORTS: Readonly<Record<string, string>> = {
  openCents: `"openCents"`, daysOverdue: `"daysOverdue"`, debtorName: `lower("debtorName")`, number: "sequence", openedOn: `"openedOn"`, invoiceCount: `"invoiceCount"`, furthestStep: `"furthestStep"`,
};

/** A page of cases, with count and sum of the whole filter. state: open · closed · all. */
export async function listCases(reader: Reader, query: CaseListQuery): Promise<{ rows: CaseListRow[]; totalCount: number; totalCents: number }> {
  const search = query.search?.trim() ? `%${query.search.trim().replace(/[%_\\]/g, "\\$&")}%` : null;
  const values = [reader.organisationId, query.today, search, query.state ?? "open", query.minCents ?? 0, query.minDaysOverdue ?? 0, query.owner ?? null];
  const from = `from (
    select cases.id, 'D-' || cases.number as number, cases.number as sequence, debtor.id as "debtorId", debtor.name as "debtorName", debtor.kind, cases.opened_on as "openedOn", staff.name as "ownerName",
      standing.count as "invoiceCount", standing.open as "openCents", greatest($2::date - standing.oldest, 0) as "daysOverdue",
      (select step_key from step_taken taken join invoice on invoice.organisation_id = taken.organisation_id and invoice.id = taken.invoice_id
       join invoice_standing still on still.organisation_id = invoice.organisation_id and still.invoice_id = invoice.id and still.open_cents > 0
       where taken.organisation_id = $1 and invoice.debtor_id = debtor.id and taken.skipped_reason is null order by taken.taken_on desc, taken.id desc limit 1) as "furthestStep"
    from collection_case cases
    join debtor on debtor.organisation_id = cases.organisation_id and debtor.id = cases.debtor_id
    left join staff on staff.id = cases.owner_id
    cross join lateral (select count(*)::int as count, coalesce(sum(open_cents), 0)::bigint as open, min(due_on) as oldest from invoice_standing
      where organisation_id = $1 and debtor_id = debtor.id and open_cents > 0) standing
    where cases.organisation_id = $1 and case $4 when 'open' then cases.closed_on is null when 'closed' then cases.closed_on is not null else true end
      and ($3::text is null or debtor.name ilike $3 or debtor.number ilike $3 or ('D-' || cases.number) ilike $3)
      and standing.open >= $5 and ($6 = 0 or $2::date - standing.oldest >= $6) and ($7::uuid is null or cases.owner_id = $7)) page`;
  const sort = SORTS[query.sort] ?? `"openCents"`;
  const rows = await reader.query<CaseListRow>(`select * ${from} order by ${sort} ${query.direction === "asc" ? "asc" : "desc"} nulls last, id limit $8 offset $9`, [...values, query.limit, query.offset]);
  const total = await reader.first<{ count: number; cents: number }>(`select count(*) as count, coalesce(sum("openCents"), 0)::bigint as cents ${from}`, values);
  return { rows, totalCount: total?.count ?? 0, totalCents: total?.cents ?? 0 };
}

export interface LetterRow {
  sentOn: PlainDate;
  channel: string;
  deliveredOn: PlainDate | null;
  presumed: boolean;
  lastDay: PlainDate | null;
  costsFrom: PlainDate | null;
  principalCents: number;
  costsCents: number;
}

/** The newest fourteen-day letter of a debtor that concerns something open. */
export function findLetter(reader: Reader, debtorId: string): Promise<LetterRow | undefined> {
  return reader.first<LetterRow>(
    `select letter.sent_on as "sentOn", letter.channel, letter.delivered_on as "deliveredOn", letter.presumed, letter.last_day as "lastDay", letter.costs_from as "costsFrom",
       letter.principal_cents as "principalCents", letter.costs_cents as "costsCents"
     from fourteen_day_letter letter where letter.organisation_id = $1 and letter.debtor_id = $2 order by letter.sent_on desc limit 1`,
    [reader.organisationId, debtorId],
  );
}
