import type { Reader, Tx } from "../../platform/database/transaction";

/** What takes a row back; which of these hangs on the act. */
export interface RowUndo {
  readonly holdId?: string;
  readonly postponementIds?: readonly string[];
  readonly entryId?: string;
  readonly before?: string | null;
}

export interface RowToDo {
  readonly position: number;
  readonly subjectId: string;
  readonly label: string;
}

/**
 * The next row that has no rehearsal or no outcome yet, locked; one that another worker has in its hands is passed over. While it is locked
 * nobody else does it, and its outcome is written in the same transaction.
 */
export function takeNextRow(tx: Tx, bulkActionId: string, missing: "expected" | "outcome"): Promise<RowToDo | undefined> {
  return tx.first<RowToDo>(
    `select position, subject_id as "subjectId", label from bulk_action_row
     where organisation_id = $1 and bulk_action_id = $2 and ${missing} is null and outcome is null order by position limit 1 for update skip locked`, [tx.organisationId, bulkActionId]);
}

/** What came of a row. */
export interface RowResult {
  readonly position: number;
  readonly column: "expected" | "outcome";
  readonly became: "goes" | "done" | "refused" | "failed";
  readonly code?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly undo?: RowUndo | null;
}

/** Writes down what came of a row, unless it was written already. */
export async function keepRowResult(tx: Tx, bulkActionId: string, { position, column, became, code, details, undo }: RowResult, realNow: Date): Promise<void> {
  await tx.query(
    `update bulk_action_row set ${column} = $4, code = $5, details = $6, undo = $7, touched_at = $8
     where organisation_id = $1 and bulk_action_id = $2 and position = $3 and ${column} is null and outcome is null`,
    [tx.organisationId, bulkActionId, position, became, code ?? null, details ? JSON.stringify(details) : null, undo ? JSON.stringify(undo) : null, realNow],
  );
}

/** When no row is left it is rehearsed, or done. */
export async function endWhenNothingIsLeft(tx: Tx, bulkActionId: string, realNow: Date): Promise<void> {
  await tx.query(
    `update bulk_action set state = case state when 'checking' then 'ready' else 'done' end, finished_at = case state when 'running' then $3::timestamptz end, touched_at = $4
     where organisation_id = $1 and id = $2 and state in ('checking', 'running') and not exists (
       select 1 from bulk_action_row left_over where left_over.organisation_id = $1 and left_over.bulk_action_id = $2
         and case bulk_action.state when 'checking' then left_over.expected is null else left_over.outcome is null end)`,
    [tx.organisationId, bulkActionId, tx.now, realNow],
  );
}

/** Rows that a rule refused or that broke are open again. */
export async function reopenRows(tx: Tx, bulkActionId: string): Promise<number> {
  const rows = await tx.query(
    `update bulk_action_row set outcome = null, expected = null, code = null, details = null where organisation_id = $1 and bulk_action_id = $2 and outcome in ('refused', 'failed') returning 1`,
    [tx.organisationId, bulkActionId]);
  return rows.length;
}

export interface RowCounts {
  readonly checked: number;
  readonly goes: number;
  readonly goesCents: number;
  readonly done: number;
  readonly doneCents: number;
  readonly refused: number;
}

/** How far an action is. refused: what a rule refused and what broke. */
export async function countRows(reader: Reader, bulkActionId: string): Promise<RowCounts> {
  const counts = await reader.first<RowCounts>(
    `select count(expected)::int as checked, (count(*) filter (where expected = 'goes'))::int as goes, coalesce(sum(cents) filter (where expected = 'goes'), 0)::bigint as "goesCents",
       (count(*) filter (where outcome = 'done'))::int as done, coalesce(sum(cents) filter (where outcome = 'done'), 0)::bigint as "doneCents",
       (count(*) filter (where outcome in ('refused', 'failed')))::int as refused
     from bulk_action_row where organisation_id = $1 and bulk_action_id = $2`, [reader.organisationId, bulkActionId]);
  return counts ?? { checked: 0, goes: 0, goesCents: 0, done: 0, doneCents: 0, refused: 0 };
}

export interface BulkRow {
  readonly position: number;
  readonly subjectId: string;
  readonly label: string;
  readonly cents: number;
  readonly expected: string | null;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

const WHICH = { all: "true", goes: "coalesce(outcome, expected) in ('goes', 'done')", refused: "coalesce(outcome, expected) in ('refused', 'failed')" } as const;
export type WhichRows = keyof typeof WHICH;

/** A page of the rows of an action; those that are refused come first, for they are what somebody looks for. */
export async function listRows(reader: Reader, bulkActionId: string, { which, limit, offset }: { which: WhichRows; limit: number; offset: number }): Promise<{ rows: BulkRow[]; totalCount: number }> {
  const values = [reader.organisationId, bulkActionId];
  const from = `from bulk_action_row where organisation_id = $1 and bulk_action_id = $2 and ${WHICH[which]}`;
  const rows = await reader.query<BulkRow>(
    `select position, subject_id as "subjectId", label, cents, expected, outcome, code, details ${from}
     order by coalesce(coalesce(outcome, expected) in ('refused', 'failed'), false) desc, position limit $3 offset $4`, [...values, limit, offset]);
  const total = await reader.first<{ count: number }>(`select count(*)::int as count ${from}`, values);
  return { rows, totalCount: total?.count ?? 0 };
}

/** The rows that were done, with what takes each back. */
export function listRowsToUndo(reader: Reader, bulkActionId: string): Promise<{ id: string; label: string; cents: number }[]> {
  return reader.query(
    `select subject_id as id, label, cents from bulk_action_row where organisation_id = $1 and bulk_action_id = $2 and outcome = 'done' and undo is not null order by position`,
    [reader.organisationId, bulkActionId]);
}

/** What takes one row of an action back. */
export async function findUndo(reader: Reader, bulkActionId: string, subjectId: string): Promise<RowUndo | undefined> {
  const row = await reader.first<{ undo: RowUndo | null }>(
    "select undo from bulk_action_row where organisation_id = $1 and bulk_action_id = $2 and subject_id = $3 and outcome = 'done'", [reader.organisationId, bulkActionId, subjectId]);
  return row?.undo ?? undefined;
}
