import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

/** Opens a case for each debtor who has something past due and no case yet; numbers go on from the last. */
export async function openOverdueCases(tx: Tx, today: PlainDate): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtext('case-number:' || $1))", [tx.organisationId]);
  const rows = await tx.query(
    `insert into collection_case (organisation_id, id, number, debtor_id, opened_on)
     select $1, gen_random_uuid(), coalesce((select max(number) from collection_case where organisation_id = $1), 1000) + row_number() over (order by oldest, debtor_id), debtor_id, $2
     from (select debtor_id, min(due_on) as oldest from invoice_standing
           where organisation_id = $1 and open_cents > 0 and due_on < $2 group by debtor_id) late
     where not exists (select 1 from collection_case open where open.organisation_id = $1 and open.debtor_id = late.debtor_id and open.closed_on is null)
     returning id`,
    [tx.organisationId, today],
  );
  return rows.length;
}

/** Closes the cases of debtors who have nothing open any more, and takes them from the call list. */
export async function closePaidCases(tx: Tx, today: PlainDate): Promise<number> {
  const rows = await tx.query<{ debtorId: string }>(
    `update collection_case set closed_on = $2
     where organisation_id = $1 and closed_on is null and not exists (
       select 1 from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = collection_case.debtor_id and standing.open_cents > 0)
     returning debtor_id as "debtorId"`,
    [tx.organisationId, today],
  );
  await tx.query(
    `update call_task set closed_at = $2, closed_because = 'settled' where organisation_id = $1 and closed_at is null and not exists (
       select 1 from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = call_task.debtor_id and standing.open_cents > 0)`,
    [tx.organisationId, tx.now],
  );
  return rows.length;
}
