import type { Reader, Tx } from "../../platform/database/transaction";
import type { BulkAct, BulkList, BulkOrder } from "./bulk-order";

export interface BulkActionRow {
  readonly id: string;
  readonly key: string;
  readonly list: BulkList;
  readonly act: BulkAct;
  readonly orders: BulkOrder;
  readonly undoesId: string | null;
  readonly undoneById: string | null;
  readonly state: "checking" | "ready" | "running" | "done";
  readonly total: number;
  readonly cents: number;
  readonly preparedBy: string;
  readonly startedBy: string | null;
  readonly preparedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly by: string;
  /** The colleague or the ladder that the act names. */
  readonly target: string | null;
}

const SELECT = `select action.id, action.key, action.list, action.act, action.orders, action.undoes_id as "undoesId",
    (select undo.id from bulk_action undo where undo.organisation_id = action.organisation_id and undo.undoes_id = action.id) as "undoneById",
    action.state, action.total, action.cents, action.prepared_by as "preparedBy", action.started_by as "startedBy", action.prepared_at as "preparedAt",
    action.started_at as "startedAt", action.finished_at as "finishedAt", staff.name as "by",
    coalesce((select owner.name from staff owner where owner.id = (action.orders ->> 'ownerId')::uuid),
      (select ladder.name from ladder where ladder.organisation_id = action.organisation_id and ladder.id = (action.orders ->> 'ladderId')::uuid)) as target
  from bulk_action action join staff on staff.id = action.prepared_by where action.organisation_id = $1`;

/** One bulk action. */
export function findBulkAction(reader: Reader, id: string): Promise<BulkActionRow | undefined> {
  return reader.first<BulkActionRow>(`${SELECT} and action.id = $2`, [reader.organisationId, id]);
}

/** The action that somebody asked for under a key. */
export function findBulkActionByKey(reader: Reader, staffId: string, key: string): Promise<BulkActionRow | undefined> {
  return reader.first<BulkActionRow>(`${SELECT} and action.prepared_by = $2 and action.key = $3`, [reader.organisationId, staffId, key]);
}

/** What was begun last, the newest first. */
export function listBulkActions(reader: Reader): Promise<BulkActionRow[]> {
  return reader.query<BulkActionRow>(`${SELECT} and action.started_at is not null order by action.started_at desc, action.id desc limit 20`, [reader.organisationId]);
}

/** One bulk action, locked for a change of its state. */
export async function lockBulkAction(tx: Tx, id: string): Promise<BulkActionRow | undefined> {
  const known = await tx.first("select 1 from bulk_action where organisation_id = $1 and id = $2 for update", [tx.organisationId, id]);
  return known ? findBulkAction(tx, id) : undefined;
}

/** Those that the worker has to go on with, the oldest first. */
export function listBulkActionsAtWork(reader: Reader): Promise<BulkActionRow[]> {
  return reader.query<BulkActionRow>(`${SELECT} and action.state in ('checking', 'running') order by action.prepared_at, action.id`, [reader.organisationId]);
}

export interface NewBulkAction {
  readonly id: string;
  readonly key: string;
  readonly list: BulkList;
  readonly act: BulkAct;
  readonly orders: BulkOrder;
  readonly undoesId?: string;
  readonly staffId: string;
  readonly realNow: Date;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cents: number }[];
}

/**
 * Keeps an action with its rows: to be rehearsed, or, for one that takes another back, to be done at once.
 *
 * @returns False when there is one under this key, or one that takes the same action back.
 */
export async function insertBulkAction(tx: Tx, { id, key, list, act, orders, undoesId, staffId, realNow, rows }: NewBulkAction): Promise<boolean> {
  const inserted = await tx.first(
    `insert into bulk_action (organisation_id, id, key, list, act, orders, undoes_id, state, total, cents, prepared_by, prepared_at, started_by, started_at, touched_at)
     values ($1, $2, $3, $4, $5, $6, $7::uuid, case when $7::uuid is null then 'checking' else 'running' end, $8, $9, $10, $11, case when $7::uuid is not null then $10::uuid end, case when $7::uuid is not null then $11::timestamptz end, $12)
     on conflict do nothing returning 1`,
    [tx.organisationId, id, key, list, act, JSON.stringify(orders), undoesId ?? null, rows.length, rows.reduce((sum, { cents }) => sum + cents, 0), staffId, tx.now, realNow],
  );
  if (!inserted) return false;
  await tx.query(
    `insert into bulk_action_row (organisation_id, bulk_action_id, position, subject_id, label, cents)
     select $1, $2, position, subject_id, label, cents from unnest($3::int[], $4::uuid[], $5::text[], $6::bigint[]) as chosen (position, subject_id, label, cents)`,
    [tx.organisationId, id, rows.map((_, at) => at + 1), rows.map((row) => row.id), rows.map(({ label }) => label), rows.map(({ cents }) => cents)],
  );
  return true;
}
