import type { Tx } from "../../platform/database/transaction";

/** Closes the tasks whose invoices were all paid since: nothing is left to do. For the night. Returns how many. */
export async function lapseSettledTasks(tx: Tx): Promise<number> {
  const lapsed = await tx.query(
    `update work_task task set closed_at = $2, outcome = 'lapsed', reason = 'settled'
     where task.organisation_id = $1 and task.closed_at is null and not exists (
       select 1 from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = task.debtor_id and standing.open_cents > 0
         and (exists (select 1 from step_taken taken where taken.organisation_id = $1 and taken.task_id = task.id and taken.invoice_id = standing.invoice_id)
           or exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = task.message_id and line.invoice_id = standing.invoice_id)))
     returning task.id`,
    [tx.organisationId, tx.now],
  );
  return lapsed.length;
}
