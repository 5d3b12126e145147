import { invoiceNumberKeys, nameKey, referenceKey } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

interface Due {
  id: string;
  kind: "invoice" | "debtor";
  number: string | null;
  reference: string | null;
  name: string | null;
}

/**
 * Writes the look-up keys of invoices and debtors that came or changed since the last time. Run before bank lines are matched; an
 * organisation in rest has nothing due.
 *
 * @returns How many there were; call again while it equals `limit`.
 */
export async function keepMatchKeys(tx: Tx, { limit = 2_000 }: { limit?: number } = {}): Promise<number> {
  const due = await tx.query<Due>(
    `with due as (
       delete from match_key_due where organisation_id = $1 and (kind, subject_id) in (
         select kind, subject_id from match_key_due where organisation_id = $1 order by kind, subject_id limit $2 for update)
       returning kind, subject_id)
     select due.subject_id as id, due.kind, invoice.number, invoice.payment_reference as reference, debtor.name
     from due
     left join invoice on due.kind = 'invoice' and invoice.organisation_id = $1 and invoice.id = due.subject_id
     left join debtor on due.kind = 'debtor' and debtor.organisation_id = $1 and debtor.id = due.subject_id`,
    [tx.organisationId, limit],
  );
  if (due.length === 0) return 0;
  const keys = due.flatMap((row) => keysOf(row).map(([kind, key]) => ({ kind, key, id: row.id })));
  await tx.query("delete from match_key where organisation_id = $1 and subject_id = any($2::uuid[])", [tx.organisationId, due.map(({ id }) => id)]);
  await tx.query(
    `insert into match_key (organisation_id, kind, key, subject_id)
     select $1, kind, key, id from unnest($2::text[], $3::text[], $4::uuid[]) as made (kind, key, id)
     order by kind, key on conflict do nothing`,
    [tx.organisationId, keys.map(({ kind }) => kind), keys.map(({ key }) => key), keys.map(({ id }) => id)],
  );
  return due.length;
}

function keysOf({ number, reference, name }: Due): [kind: "number" | "reference" | "name", key: string][] {
  const keys: [kind: "number" | "reference" | "name", key: string][] = [];
  if (number) for (const key of invoiceNumberKeys(number)) keys.push(["number", key]);
  if (reference) keys.push(["reference", referenceKey(reference)]);
  if (name && nameKey(name)) keys.push(["name", nameKey(name)]);
  return keys;
}
