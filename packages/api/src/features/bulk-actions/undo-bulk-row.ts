import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { assignCase } from "../escalations/assign-case";
import { liftHold } from "../escalations/lift-hold";
import { liftPostponement } from "../escalations/lift-postponement";
import { putDebtorOnLadder } from "../ladders/put-on-ladder";
import { reverseEntry } from "../ledger/reverse-entry";
import type { BulkActionRow } from "./bulk-action.queries";
import { findUndo } from "./bulk-row.queries";
import type { SubjectState } from "./bulk-subjects.queries";

/**
 * Takes back what an action did to one row.
 *
 * Refuses with NOT_FOUND, HOLD_ENDED or CONFLICT when somebody changed it since: what a person did later stays.
 */
export async function undoBulkRow(tx: Tx, action: Pick<BulkActionRow, "act" | "orders"> & { readonly undoesId: string }, subjectId: string, state: SubjectState): Promise<null> {
  const undo = await findUndo(tx, action.undoesId, subjectId);
  if (!undo) throw new Refusal("NOT_FOUND");
  const { reason } = action.orders;
  if (undo.holdId) await liftHold(tx, { holdId: undo.holdId, reason, ofMany: false });
  for (const postponementId of undo.postponementIds ?? []) await liftPostponement(tx, { postponementId });
  if (undo.entryId) await reverseEntry(tx, { entryId: undo.entryId, reason });
  if (action.act === "assign") {
    if (state.ownerId !== (action.orders.ownerId ?? null)) throw new Refusal("CONFLICT");
    await assignCase(tx, { caseId: subjectId, ownerId: undo.before ?? null, reason });
  }
  if (action.act === "choose-ladder") {
    if (state.ladderId !== (action.orders.ladderId ?? null)) throw new Refusal("CONFLICT");
    await putDebtorOnLadder(tx, { debtorId: subjectId, ladderId: undo.before ?? null, reason, moveRunning: false });
  }
  return null;
}
