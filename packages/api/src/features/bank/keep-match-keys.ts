import { invoiceNumberFigures, nameKey, referenceKey } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

/** The subject at which a pass over what is due stands. */
export interface DueSubject {
  readonly kind: "invoice" | "debtor";
  readonly id: string;
}

interface Due extends DueSubject {
  number: string | null;
  reference: string | null;
  name: string | null;
}

/** After so many keys others get a turn. */
const SUBJECTS_A_TURN = 200;

/**
 * Writes the look-up keys of invoices and debtors that came or changed since the last time. Run before bank lines are matched; an
 * organisation in rest has nothing due.
 *
 * @param after Where the part before ended: of a million, what is done already isn't walked over again.
 * @returns Where the next part begins; undefined when this was the last.
 */
export async function keepMatchKeys(tx: Tx, { after, limit = 2_000 }: { after?: DueSubject; limit?: number } = {}): Promise<DueSubject | undefined> {
  const due = await takeDue(tx, after, limit);
  if (due.length === 0) return undefined;
  const keys: { kind: string; key: string; id: string }[] = [];
  for (const [index, row] of due.entries()) {
    if (index % SUBJECTS_A_TURN === SUBJECTS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const [kind, key] of keysOf(row)) keys.push({ kind, key, id: row.id });
  }
  await tx.query("delete from match_key where organisation_id = $1 and subject_id = any($2::uuid[])", [tx.organisationId, due.map(({ id }) => id)]);
  // What these subjects had is gone and each of their keys stands here once, so nothing can be in the way of another.
  await tx.query(
    `insert into match_key (organisation_id, kind, key, subject_id)
     select $1, kind, key, id from unnest($2::text[], $3::text[], $4::uuid[]) as made (kind, key, id)
     order by kind, key`,
    [tx.organisationId, keys.map(({ kind }) => kind), keys.map(({ key }) => key), keys.map(({ id }) => id)],
  );
  return due.length < limit ? undefined : due.at(-1);
}

/** What is due next, in the order of its key, and no longer due. */
function takeDue(tx: Tx, after: DueSubject | undefined, limit: number): Promise<Due[]> {
  return tx.query<Due>(
    `with due as (
       delete from match_key_due where organisation_id = $1 and (kind, subject_id) in (
         select kind, subject_id from match_key_due where organisation_id = $1 and ($3::text is null or (kind, subject_id) > ($3, $4::uuid))
         order by kind, subject_id limit $2 for update)
       returning kind, subject_id)
     select due.subject_id as id, due.kind, invoice.number, invoice.payment_reference as reference, debtor.name
     from due
     left join invoice on due.kind = 'invoice' and invoice.organisation_id = $1 and invoice.id = due.subject_id
     left join debtor on due.kind = 'debtor' and debtor.organisation_id = $1 and debtor.id = due.subject_id
     order by due.kind, due.subject_id`,
    [tx.organisationId, limit, after?.kind ?? null, after?.id ?? null],
  );
}

function keysOf({ number, reference, name }: Due): [kind: "number" | "reference" | "name", key: string][] {
  const keys: [kind: "number" | "reference" | "name", key: string][] = [];
  if (number) for (const figures of invoiceNumberFigures(number)) keys.push(["number", figures]);
  if (reference) keys.push(["reference", referenceKey(reference)]);
  if (name && nameKey(name)) keys.push(["name", nameKey(name)]);
  return keys;
}
