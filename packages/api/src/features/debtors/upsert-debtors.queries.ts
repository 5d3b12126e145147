import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { DEBTOR_COLUMNS, mailOf, phoneOf, type DebtorColumn } from "./debtor-details";
import type { MadeDebtor, ToldDebtor } from "./upsert-debtors";

export type StoredDebtor = { readonly id: string; number: string } & { [column in DebtorColumn]?: string | null };

const present = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value): value is string => value !== undefined && value !== ""))];

/** The debtors that these could be, locked in one order. */
export function lockDebtors(tx: Tx, told: readonly ToldDebtor[]): Promise<StoredDebtor[]> {
  return tx.query<StoredDebtor>(
    `select id, number, ${DEBTOR_COLUMNS.join(", ")} from debtor where organisation_id = $1
       and (id = any($2::uuid[]) or external_key = any($3::text[]) or number = any($4::text[]) or kvk = any($5::text[])) order by id for update`,
    [
      tx.organisationId, present(told.map(({ debtorId }) => debtorId)), present(told.map(({ externalKey }) => externalKey)),
      present(told.map(({ number }) => number)), present(told.map(({ kvk }) => kvk)),
    ],
  );
}

/** Only one transaction of an organisation gives out numbers at a time. */
export async function lockNumbers(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('debtor-number:' || $1))", [tx.organisationId]);
}

/** The highest number that was given out; 10000 before the first. */
export async function lastNumber(tx: Tx): Promise<number> {
  const row = await tx.first<{ last: number }>(
    "select coalesce(max(number::bigint), 10000) as last from debtor where organisation_id = $1 and number ~ '^[0-9]{5,9}$'", [tx.organisationId]);
  return row?.last ?? 10_000;
}

const COLUMN_LIST = DEBTOR_COLUMNS.join(", ");

/** New debtors, each with what its source told. */
export async function insertDebtors(tx: Tx, made: readonly MadeDebtor[]): Promise<void> {
  const defaults: Partial<Record<DebtorColumn, string>> = { kind: "'unknown'", language: "'nl'", country: "'NL'" };
  const picked = DEBTOR_COLUMNS.map((column) => (defaults[column] ? `coalesce(made.${column}, ${defaults[column]})` : `made.${column}`));
  await tx.query(
    `insert into debtor (organisation_id, id, number, created_at, ${COLUMN_LIST})
     select $1, made.id, made.number, $2, ${picked.join(", ")}
     from unnest($3::uuid[], $4::text[], ${DEBTOR_COLUMNS.map((_, index) => `$${index + 5}::text[]`).join(", ")}) as made (id, number, ${COLUMN_LIST})`,
    [tx.organisationId, tx.now, made.map(({ row }) => row.id), made.map(({ row }) => row.number), ...DEBTOR_COLUMNS.map((column) => made.map(({ row }) => row[column] ?? null))],
  );
}

/** What sources told differently now. */
export async function updateDebtors(tx: Tx, rows: readonly StoredDebtor[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update debtor set ${DEBTOR_COLUMNS.map((column) => `${column} = told.${column}`).join(", ")}, version = debtor.version + 1
     from unnest($2::uuid[], ${DEBTOR_COLUMNS.map((_, index) => `$${index + 3}::text[]`).join(", ")}) as told (id, ${COLUMN_LIST})
     where debtor.organisation_id = $1 and debtor.id = told.id`,
    [tx.organisationId, rows.map(({ id }) => id), ...DEBTOR_COLUMNS.map((column) => rows.map((row) => row[column] ?? null))],
  );
}

/** The first person to speak of each new debtor that came with one. */
export async function insertContacts(tx: Tx, made: readonly MadeDebtor[]): Promise<void> {
  const contacts = made.flatMap(({ row, contact }) => (contact ? [{ ...contact, debtorId: row.id }] : []));
  if (contacts.length === 0) return;
  await tx.query(
    `insert into contact (organisation_id, id, debtor_id, name, role, email, phone, is_primary)
     select $1, id, debtor_id, name, role, email, phone, true from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
       as made (id, debtor_id, name, role, email, phone)`,
    [
      tx.organisationId, contacts.map(() => newId()), contacts.map(({ debtorId }) => debtorId), contacts.map(({ name }) => name), contacts.map(({ role }) => role ?? null),
      contacts.map(({ email }) => mailOf(email) ?? null), contacts.map(({ phone }) => phoneOf(phone) ?? null),
    ],
  );
}
