import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface DebtorRow {
  id: string;
  number: string;
  name: string;
  kind: DebtorKind;
  kvk: string | null;
  vatNumber: string | null;
  language: "nl" | "en";
  email: string | null;
  phone: string | null;
  street: string | null;
  houseNumber: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
  preferredTimes: string | null;
  agreedTermDays: number | null;
  openCents: number;
  overdueCents: number;
  unallocatedCents: number;
  caseId: string | null;
  onHold: boolean;
}

const STANDING = `
  cross join lateral (
    select coalesce(sum(open_cents), 0)::bigint as open, coalesce(sum(open_cents) filter (where due_on < $2), 0)::bigint as overdue
    from invoice_standing where organisation_id = debtor.organisation_id and debtor_id = debtor.id and open_cents <> 0) standing`;

/** One debtor with what is open, as of today. */
export function findDebtor(reader: Reader, debtorId: string, today: PlainDate): Promise<DebtorRow | undefined> {
  return reader.first<DebtorRow>(
    `select debtor.id, debtor.number, debtor.name, debtor.kind, debtor.kvk, debtor.vat_number as "vatNumber", debtor.language, debtor.email, debtor.phone,
       debtor.street, debtor.house_number as "houseNumber", debtor.postal_code as "postalCode", debtor.city, debtor.country,
       debtor.preferred_times as "preferredTimes", debtor.agreed_term_days as "agreedTermDays", standing.open as "openCents", standing.overdue as "overdueCents",
       (select coalesce(sum(payment_standing.unallocated_cents), 0)::bigint from payment_standing
        join payment on payment.organisation_id = payment_standing.organisation_id and payment.id = payment_standing.payment_id
        where payment.organisation_id = debtor.organisation_id and payment.debtor_id = debtor.id and payment_standing.unallocated_cents > 0) as "unallocatedCents",
       (select id from collection_case where organisation_id = debtor.organisation_id and debtor_id = debtor.id and closed_on is null) as "caseId",
       exists (select 1 from hold where hold.organisation_id = debtor.organisation_id and hold.debtor_id = debtor.id and hold.scope = 'debtor'
               and hold.lifted_at is null and hold.from_day <= $2 and (hold.until_day is null or hold.until_day >= $2)) as "onHold"
     from debtor ${STANDING} where debtor.organisation_id = $1 and debtor.id = $3`,
    [reader.organisationId, today, debtorId],
  );
}

export interface ContactRow {
  id: string;
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
  preferredTimes: string | null;
  primary: boolean;
}

/** Whom to speak, the first one first. */
export function listContacts(reader: Reader, debtorId: string): Promise<ContactRow[]> {
  return reader.query<ContactRow>(
    `select id, name, role, email, phone, preferred_times as "preferredTimes", is_primary as "primary" from contact
     where organisation_id = $1 and debtor_id = $2 order by is_primary desc, name`,
    [reader.organisationId, debtorId],
  );
}

export interface DebtorListRow {
  id: string;
  number: string;
  name: string;
  kind: DebtorKind;
  city: string | null;
  openCents: number;
  overdueCents: number;
  oldestDueOn: PlainDate | null;
  caseId: string | null;
}

export interface DebtorListQuery {
  search?: string;
  kind?: DebtorKind;
  overdueOnly?: boolean;
  sort: string;
  direction: "asc" | "desc";
  limit: number;
  offset: number;
  today: PlainDate;
}

const SORTS: Readonly<Record<string, string>> = { name: "lower(name)", number: "number", openCents: `"openCents"`, overdueCents: `"overdueCents"`, oldestDueOn: `"oldestDueOn"`, city: "city" };

/** A page of debtors, with count and sums of the whole filter. */
export async function listDebtors(reader: Reader, query: DebtorListQuery): Promise<{ rows: DebtorListRow[]; totalCount: number; openCents: number; overdueCents: number }> {
  const search = query.search?.trim() ? `%${query.search.trim().replace(/[%_\\]/g, "\\$&")}%` : null;
  const values = [reader.organisationId, query.today, search, query.kind ?? null, query.overdueOnly ?? false];
  const from = `
    from (select debtor.id, debtor.number, debtor.name, debtor.kind, debtor.city, standing.open as "openCents", standing.overdue as "overdueCents",
        standing.oldest as "oldestDueOn", (select id from collection_case where organisation_id = $1 and debtor_id = debtor.id and closed_on is null) as "caseId"
      from debtor cross join lateral (
        select coalesce(sum(open_cents), 0)::bigint as open, coalesce(sum(open_cents) filter (where due_on < $2), 0)::bigint as overdue, min(due_on) as oldest
        from invoice_standing where organisation_id = debtor.organisation_id and debtor_id = debtor.id and open_cents <> 0) standing
      where debtor.organisation_id = $1 and ($3::text is null or debtor.name ilike $3 or debtor.number ilike $3 or debtor.email ilike $3 or debtor.city ilike $3 or debtor.kvk ilike $3)
        and ($4::text is null or debtor.kind = $4) and (not $5 or standing.overdue > 0)) page`;
  const sort = SORTS[query.sort] ?? `"openCents"`;
  const rows = await reader.query<DebtorListRow>(
    `select * ${from} order by ${sort} ${query.direction === "asc" ? "asc" : "desc"} nulls last, id limit $6 offset $7`, [...values, query.limit, query.offset],
  );
  const total = await reader.first<{ count: number; open: number; overdue: number }>(
    `select count(*) as count, coalesce(sum("openCents"), 0)::bigint as open, coalesce(sum("overdueCents"), 0)::bigint as overdue ${from}`, values,
  );
  return { rows, totalCount: total?.count ?? 0, openCents: total?.open ?? 0, overdueCents: total?.overdue ?? 0 };
}
