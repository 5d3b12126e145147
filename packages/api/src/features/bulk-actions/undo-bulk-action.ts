import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { addJob } from "../../platform/jobs/add-job";
import { findBulkAction, insertBulkAction, lockBulkAction } from "./bulk-action.queries";
import { BULK_ACTS } from "./bulk-order";
import { listRowsToUndo } from "./bulk-row.queries";

/**
 * Takes back what an action did, row by row: an action of its own, with results of its own. Once; asked again it is the same one.
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED, INPUT_INVALID without a reason, ALREADY_DECIDED while it runs and for an act that can't be taken back,
 * NOTHING_OPEN when no row was done.
 *
 * @returns The id of the action that takes it back.
 */
export async function undoBulkAction(tx: Tx, { id, reason, staffId, role, realNow }: { id: string; reason: string; staffId: string; role: Role; realNow: Date }): Promise<string> {
  const because = requiredText("reason", reason, 300);
  const action = await lockBulkAction(tx, id);
  if (!action) throw new Refusal("NOT_FOUND");
  if (!(BULK_ACTS[action.act].roles as readonly Role[]).includes(role)) throw new Refusal("NOT_ALLOWED", { has: role });
  if (action.undoneById) return action.undoneById;
  if (action.state !== "done" || action.undoesId !== null || !BULK_ACTS[action.act].undo) throw new Refusal("ALREADY_DECIDED", { state: action.state });
  const rows = await listRowsToUndo(tx, id);
  if (rows.length === 0) throw new Refusal("NOTHING_OPEN");
  const undoId = newId();
  await insertBulkAction(tx, { id: undoId, key: `undo:${id}`, list: action.list, act: action.act, orders: { ...action.orders, reason: because }, undoesId: id, staffId, realNow, rows });
  await addJob(tx, "run-bulk-actions");
  await audit(tx, { action: "undo-bulk-action", subject: "bulk-action", subjectId: id, after: { by: undoId, rows: rows.length, reason: because } });
  const undo = await findBulkAction(tx, undoId);
  if (!undo) throw new Refusal("CONFLICT");
  return undo.id;
}
