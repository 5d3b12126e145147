import type { Tx } from "../../platform/database/transaction";
import type { WaitingMessage } from "./sending.queries";

/** What is in line for debtors, locked; what a sender holds right now is decided by that sender. */
export async function listWaiting(tx: Tx, debtorIds: readonly string[]): Promise<WaitingMessage[]> {
  const locked = await tx.query<{ id: string }>(
    "select id from message where organisation_id = $1 and state = 'queued' and debtor_id = any($2::uuid[]) order by id for update skip locked", [tx.organisationId, debtorIds]);
  if (locked.length === 0) return [];
  return tx.query<WaitingMessage>(
    `select id, debtor_id as "debtorId", case_id as "caseId", kind, channel, to_address as "toAddress", language, facts, by_request as "byRequest", pay_by as "payBy",
       queued_on as "queuedOn", created_by as "createdBy",
       coalesce((select json_agg(json_build_object('invoiceId', invoice_id, 'stepKey', step_key, 'openCents', open_cents) order by invoice_id) from message_invoice
         where organisation_id = message.organisation_id and message_id = message.id), '[]') as lines
     from message where organisation_id = $1 and id = any($2::uuid[]) order by send_after, id`,
    [tx.organisationId, locked.map(({ id }) => id)],
  );
}

export interface StepCall {
  readonly taskId: string;
  readonly debtorId: string;
  readonly steps: readonly { readonly invoiceId: string; readonly stepKey: string }[];
}

/** Calls that only the ladder asked for, and that nobody is making right now, with the invoices they are about. */
export function listStepCalls(tx: Tx, debtorIds: readonly string[]): Promise<StepCall[]> {
  return tx.query<StepCall>(
    `select task.id as "taskId", task.debtor_id as "debtorId",
       (select json_agg(json_build_object('invoiceId', invoice_id, 'stepKey', step_key)) from step_taken where organisation_id = $1 and call_task_id = task.id) as steps
     from call_task task where task.organisation_id = $1 and task.debtor_id = any($2::uuid[]) and task.reason = 'step' and task.closed_at is null
       and (task.claimed_until is null or task.claimed_until < $3)
       and exists (select 1 from step_taken where organisation_id = $1 and call_task_id = task.id)
     order by task.id for update of task`,
    [tx.organisationId, debtorIds, tx.now],
  );
}
