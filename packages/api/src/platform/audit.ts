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
export function audit(tx: Tx, row: AuditRow): Promise<void> {
  return auditAll(tx, [row]);
}

/** Writes many of these in one statement. */
export async function auditAll(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into audit (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, before, after, request_id)
     select $1, id, $2, $3, $4, action, subject, subject_id, before, after, $5
     from unnest($6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::jsonb[], $11::jsonb[]) as made (id, action, subject, subject_id, before, after)`,
    [
      tx.organisationId, tx.now, tx.actor.kind, tx.actor.id ?? null, tx.requestId ?? null,
      rows.map(() => newId()), rows.map(({ action }) => action), rows.map(({ subject }) => subject), rows.map(({ subjectId }) => subjectId ?? null),
      rows.map(({ before }) => jsonOf(before)), rows.map(({ after }) => jsonOf(after)),
    ],
  );
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
