import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface NewWorkTask {
  readonly debtorId: string;
  readonly caseId?: string | null;
  /** "step" is one that the ladder leaves to a person, "autopilot" one that would have gone by itself. */
  readonly kind: "step" | "autopilot";
  readonly stepKey: string;
  /** Null for nobody; left out, whoever has the case. */
  readonly ownerId?: string | null;
  /** The message that waits beside it; of one message there is one open task. */
  readonly messageId?: string;
}

/** Puts tasks on the work list. Ids in the order of the tasks; a message that has its task already gets no second one. */
export async function openWorkTasks(tx: Tx, plannedOn: PlainDate, tasks: readonly NewWorkTask[]): Promise<string[]> {
  if (tasks.length === 0) return [];
  const ids = tasks.map(() => newId());
  await tx.query(
    `insert into work_task (organisation_id, id, debtor_id, case_id, kind, step_key, planned_on, owner_id, created_at, message_id)
     select $1, made.id, made.debtor_id, made.case_id, made.kind, made.step_key, $2,
       case when made.of_case then (select owner_id from collection_case where organisation_id = $1 and id = made.case_id) else made.owner_id end, $3, made.message_id
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::boolean[], $11::uuid[])
       as made (id, debtor_id, case_id, kind, step_key, owner_id, of_case, message_id)
     on conflict do nothing`,
    [
      tx.organisationId, plannedOn, tx.now, ids, tasks.map(({ debtorId }) => debtorId), tasks.map(({ caseId }) => caseId ?? null), tasks.map(({ kind }) => kind),
      tasks.map(({ stepKey }) => stepKey), tasks.map(({ ownerId }) => ownerId ?? null), tasks.map(({ ownerId }) => ownerId === undefined), tasks.map(({ messageId }) => messageId ?? null),
    ],
  );
  return ids;
}
