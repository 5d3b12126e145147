import { listBulkActionsAtWork, type BulkActionRow } from "../features/bulk-actions/bulk-action.queries";
import { doBulkRow } from "../features/bulk-actions/do-bulk-row";
import { endWhenNothingIsLeft, keepRowResult, takeNextRow, type RowResult, type RowToDo } from "../features/bulk-actions/bulk-row.queries";
import { inTransaction, isCutOff, reading, type Act, type Tx } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import { addJob } from "../platform/jobs/add-job";
import type { Product } from "./product";

/** One that showed no sign of life for so long was cut off: its process is gone. */
const CUT_OFF_MS = 60_000;

/** A row was rehearsed to its end: what it wrote is rolled back. */
class Rehearsed extends Error {
  override readonly name = "Rehearsed";
}

/**
 * Rehearses and does what people asked for many rows of an organisation. Each row is a transaction of its own, which also writes what came
 * of it: whenever this is cut off each row is done or it isn't, and the next turn goes on with those that aren't. Two at once share the rows.
 */
export async function runBulkActions(product: Product, organisationId: string): Promise<void> {
  for (const action of await reading(product.source, organisationId, listBulkActionsAtWork)) {
    while (await nextRow(product, organisationId, action));
    await inTransaction(product.source, actOf(product, organisationId, action), (tx) => endWhenNothingIsLeft(tx, action.id, product.clock.realNow()));
  }
}

/** Goes on with what a process that is gone left behind. */
export async function resumeBulkActions(product: Product, organisationId: string): Promise<void> {
  const before = new Date(product.clock.realNow().getTime() - CUT_OFF_MS);
  const cutOff = await reading(product.source, organisationId, (reader) => reader.first(
    `select 1 from bulk_action action where organisation_id = $1 and state in ('checking', 'running') and touched_at < $2
       and not exists (select 1 from bulk_action_row worked where worked.organisation_id = $1 and worked.bulk_action_id = action.id and worked.touched_at >= $2)`, [organisationId, before]));
  if (cutOff) await inTransaction(product.source, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, (tx) => addJob(tx, "run-bulk-actions"));
}

/** @returns Whether there may be more rows. */
function nextRow(product: Product, organisationId: string, action: BulkActionRow): Promise<boolean> {
  return action.state === "checking" ? rehearseNext(product, organisationId, action) : doNext(product, organisationId, action);
}

/** Does the next row as it will be done, and takes everything back. */
async function rehearseNext(product: Product, organisationId: string, action: BulkActionRow): Promise<boolean> {
  const [act, realNow] = [actOf(product, organisationId, action), product.clock.realNow()];
  let row: RowToDo | undefined;
  const error: unknown = await inTransaction(product.source, act, async (tx) => {
    row = await takeNextRow(tx, action.id, "expected");
    if (!row) return undefined;
    await doBulkRow(tx, action, row.subjectId, realNow);
    throw new Rehearsed();
  }).catch((caught: unknown) => caught);
  if (error && (!row || isCutOff(error))) throw error;
  if (!row) return false;
  const found = row;
  await inTransaction(product.source, act, (tx) => keepRowResult(tx, action.id, {
    position: found.position, column: "expected", ...(error instanceof Rehearsed ? { became: "goes" as const } : { ...refusedBy(product, action, error), became: "refused" as const }),
  }, realNow));
  return true;
}

async function doNext(product: Product, organisationId: string, action: BulkActionRow): Promise<boolean> {
  const [act, realNow] = [actOf(product, organisationId, action), product.clock.realNow()];
  let row: RowToDo | undefined;
  try {
    await inTransaction(product.source, act, async (tx) => {
      row = await takeNextRow(tx, action.id, "outcome");
      if (row) await keepDone(tx, action, row, realNow);
    });
  } catch (error) {
    // Without a row, or without a database, there is nothing to say about a row: the next turn does it.
    if (!row || isCutOff(error)) throw error;
    const { position } = row;
    await inTransaction(product.source, act, (tx) => keepRowResult(tx, action.id, { position, column: "outcome", ...refusedBy(product, action, error) }, realNow));
  }
  return row !== undefined;
}

async function keepDone(tx: Tx, action: BulkActionRow, row: RowToDo, realNow: Date): Promise<void> {
  const undo = await doBulkRow(tx, action, row.subjectId, realNow);
  await keepRowResult(tx, action.id, { position: row.position, column: "outcome", became: "done", undo }, realNow);
}

function refusedBy(product: Product, action: BulkActionRow, error: unknown): Pick<RowResult, "became" | "code" | "details"> {
  const refusal = refusalOf(error);
  if (refusal) return { became: "refused", code: refusal.code, details: refusal.details };
  product.logger.error({ err: error, bulkActionId: action.id }, "a row of a bulk action failed");
  return { became: "failed", code: "INTERNAL" };
}

/** Who started it does it; the id of the action stands in the audit trail of every row. */
function actOf(product: Product, organisationId: string, { id, preparedBy, startedBy }: BulkActionRow): Act {
  return { organisationId, actor: { kind: "staff", id: startedBy ?? preparedBy }, now: product.clock.now(), requestId: id };
}
