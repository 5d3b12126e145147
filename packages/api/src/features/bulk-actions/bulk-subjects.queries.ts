import type { Reader } from "../../platform/database/transaction";
import type { BulkList } from "./bulk-order";

export interface BulkSubject {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
}

const BY_ID: Readonly<Record<BulkList, string>> = {
  cases: `select cases.id, 'D-' || cases.number || ' ' || debtor.name as label,
      coalesce((select sum(open_cents) from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents > 0), 0)::bigint as cents
    from collection_case cases join debtor on debtor.organisation_id = cases.organisation_id and debtor.id = cases.debtor_id
    where cases.organisation_id = $1 and cases.id = any($2::uuid[])`,
  invoices: `select invoice.id, invoice.number || ' ' || debtor.name as label, coalesce(standing.open_cents, 0)::bigint as cents
    from invoice join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
    left join invoice_standing standing on standing.organisation_id = invoice.organisation_id and standing.invoice_id = invoice.id
    where invoice.organisation_id = $1 and invoice.id = any($2::uuid[])`,
  debtors: `select debtor.id, debtor.number || ' ' || debtor.name as label,
      coalesce((select sum(open_cents) from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents <> 0), 0)::bigint as cents
    from debtor where debtor.organisation_id = $1 and debtor.id = any($2::uuid[])`,
};

/** Rows of a list by id, in the order in which they were named. One of another organisation isn't there. */
export async function listSubjects(reader: Reader, list: BulkList, ids: readonly string[]): Promise<BulkSubject[]> {
  const found = new Map((await reader.query<BulkSubject>(BY_ID[list], [reader.organisationId, ids])).map((subject) => [subject.id, subject]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The pauses of ours that hold a row: of an invoice its own; of a debtor, and of the debtor of a case, all. */
export function listPausesOf(reader: Reader, list: BulkList, subjectId: string): Promise<{ id: string }[]> {
  const whose = list === "invoices"
    ? "hold.invoice_id = $2"
    : list === "debtors" ? "hold.debtor_id = $2" : "hold.debtor_id = (select debtor_id from collection_case where organisation_id = $1 and id = $2)";
  return reader.query<{ id: string }>(
    `select hold.id from hold where hold.organisation_id = $1 and ${whose} and hold.kind = 'pause' and hold.lifted_at is null and hold.scope in ('invoice', 'case', 'debtor') order by hold.id`,
    [reader.organisationId, subjectId]);
}

/** The postponements that this moment placed on a row. */
export async function listPostponementsOf(reader: Reader, list: BulkList, subjectId: string, placedAt: Date): Promise<string[]> {
  const whose = list === "invoices"
    ? "invoice_id = $2"
    : "invoice_id in (select invoice.id from invoice join collection_case cases on cases.organisation_id = invoice.organisation_id and cases.debtor_id = invoice.debtor_id where cases.organisation_id = $1 and cases.id = $2)";
  return (await reader.query<{ id: string }>(
    `select id from step_postponement where organisation_id = $1 and ${whose} and placed_at = $3 and lifted_at is null order by id`, [reader.organisationId, subjectId, placedAt])).map(({ id }) => id);
}

/** What an act asks of a row before it begins. */
export interface SubjectState {
  readonly closed: boolean;
  readonly isClaim: boolean;
  readonly ladderId: string | null;
  readonly ownerId: string | null;
}

const STATE: Readonly<Record<BulkList, string>> = {
  cases: `select closed_on is not null as closed, true as "isClaim", null::uuid as "ladderId", owner_id as "ownerId" from collection_case`,
  invoices: `select false as closed, kind = 'invoice' as "isClaim", null::uuid as "ladderId", null::uuid as "ownerId" from invoice`,
  debtors: `select false as closed, true as "isClaim", ladder_id as "ladderId", null::uuid as "ownerId" from debtor`,
};

/** How a row stands. */
export function findSubjectState(reader: Reader, list: BulkList, subjectId: string): Promise<SubjectState | undefined> {
  return reader.first<SubjectState>(`${STATE[list]} where organisation_id = $1 and id = $2`, [reader.organisationId, subjectId]);
}
