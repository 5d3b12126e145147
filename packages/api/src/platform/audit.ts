import type { Tx } from "./database/transaction";
import { newId } from "./ids";

export interface AuditRow {
  /** What was done, named as the verb: "accept-plan". */
  readonly action: string;
  readonly subject: string;
  readonly subjectId?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes who did what to which record, in the transaction of the change itself (I-73). */
export async function audit(tx: Tx, row: AuditRow): Promise<void> {
  await tx.query(
    `insert into audit (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, before, after, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organisationId, newId(), tx.now, tx.actor.kind, tx.actor.id ?? null, row.action, row.subject, row.subjectId ?? null,
      row.before === undefined ? null : JSON.stringify(row.before),
      row.after === undefined ? null : JSON.stringify(row.after),
      tx.requestId ?? null,
    ],
  );
}
