import type { Tx } from "../../platform/database/transaction";

export interface Cleared {
  readonly messages: number;
  readonly calls: number;
  readonly tasks: number;
}

/**
 * Takes all that would go to a debtor by itself out of the line, in the transaction of what stops it: queued mail, letters and texts, calls,
 * and tasks of the autopilot. What the debtor asked for stays. A step that never left is no step, so each of them is open again.
 *
 * A message that a sender has in hand right now is passed over: that sender looks again under the lock of the debtor, and finds the stop.
 *
 * @param debtorId Undefined: of everybody.
 * @param calls "all", or only those that are steps of a ladder: somebody who asked to be called is called.
 */
export async function clearTheLine(tx: Tx, debtorId: string | undefined, because: string, calls: "all" | "steps" = "all"): Promise<Cleared> {
  const of = [tx.organisationId, debtorId ?? null];
  const tasks = await tx.query<{ id: string; messageId: string | null }>(
    `update work_task set closed_at = $3, outcome = 'lapsed', reason = $4 where organisation_id = $1 and ($2::uuid is null or debtor_id = $2) and closed_at is null and kind = 'autopilot'
     returning id, message_id as "messageId"`, [...of, tx.now, because]);
  const held = tasks.flatMap(({ messageId }) => messageId ?? []);
  const messages = await tx.query<{ id: string }>(
    `with line as (select id from message where organisation_id = $1 and ($2::uuid is null or debtor_id = $2) and not by_request
       and (state = 'queued' or (state = 'parked' and id = any($4::uuid[]))) order by id for update skip locked)
     update message set state = 'cancelled', state_reason = $3 from line where message.organisation_id = $1 and message.id = line.id returning message.id`, [...of, because, held]);
  const closed = await tx.query<{ id: string }>(
    `update call_task set closed_at = $3, closed_because = $4, claimed_until = null
     where organisation_id = $1 and ($2::uuid is null or debtor_id = $2) and closed_at is null and ($5 or reason = 'step') returning id`, [...of, tx.now, because, calls === "all"]);
  await tx.query(
    "delete from step_taken where organisation_id = $1 and (message_id = any($2::uuid[]) or call_task_id = any($3::uuid[]) or task_id = any($4::uuid[]))",
    [tx.organisationId, messages.map(({ id }) => id), closed.map(({ id }) => id), tasks.map(({ id }) => id)],
  );
  return { messages: messages.length, calls: closed.length, tasks: tasks.length };
}
