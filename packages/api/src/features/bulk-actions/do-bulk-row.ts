import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { assignCase } from "../escalations/assign-case";
import { liftHold } from "../escalations/lift-hold";
import { placeHold } from "../escalations/place-hold";
import { postponeStep } from "../escalations/postpone-step";
import { skipStep } from "../escalations/skip-step";
import { putDebtorOnLadder } from "../ladders/put-on-ladder";
import { lockOpenParts } from "../ledger/book-correction";
import { writeOff } from "../ledger/write-off";
import { findStaff } from "../users/staff-session.queries";
import type { BulkActionRow } from "./bulk-action.queries";
import { BULK_ACTS, type BulkList } from "./bulk-order";
import type { RowUndo } from "./bulk-row.queries";
import { findSubjectState, listPausesOf, listPostponementsOf } from "./bulk-subjects.queries";
import { undoBulkRow } from "./undo-bulk-row";

type Action = Pick<BulkActionRow, "id" | "list" | "act" | "orders" | "undoesId">;

/**
 * Does the act on one row, by the verb that does it on one screen: the same rules, the same audit. Who started it must still be allowed to.
 *
 * Refuses with whatever the verb refuses; NOT_ALLOWED, CASE_CLOSED, NOTHING_OPEN for a credit note, NO_PAUSE, REST_TOO_LARGE, and
 * ALREADY_DECIDED when it is so already.
 *
 * @returns What takes it back, null when nothing does.
 */
export async function doBulkRow(tx: Tx, action: Action, subjectId: string, realNow: Date): Promise<RowUndo | null> {
  await requireStill(tx, action);
  const state = await findSubjectState(tx, action.list, subjectId);
  if (!state) throw new Refusal("NOT_FOUND");
  if (action.undoesId) return undoBulkRow(tx, { ...action, undoesId: action.undoesId }, subjectId, state);
  if (state.closed) throw new Refusal("CASE_CLOSED");
  if (!state.isClaim) throw new Refusal("NOTHING_OPEN");
  const { orders, list, act } = action;
  const { reason } = orders;
  const subject = subjectOf(list, subjectId);
  switch (act) {
    case "pause": {
      const { holdId } = await placeHold(tx, { kind: "pause", reason, stops: orders.stops, until: orders.until, ownerId: orders.ownerId ?? undefined, ...subject });
      return { holdId };
    }
    case "lift":
      return liftPauses(tx, list, subjectId, reason);
    case "assign":
      return assignCase(tx, { caseId: subjectId, ownerId: orders.ownerId ?? null, reason });
    case "postpone":
      await postponeStep(tx, { ...subject, until: orders.until ?? "", reason }, realNow);
      return { postponementIds: await listPostponementsOf(tx, list, subjectId, tx.now) };
    case "skip":
      await skipStep(tx, { ...subject, reason }, realNow);
      return null;
    case "choose-ladder": {
      const ladderId = orders.ladderId ?? null;
      if (state.ladderId === ladderId) throw new Refusal("ALREADY_DECIDED", { state: "ladder" });
      await putDebtorOnLadder(tx, { debtorId: subjectId, ladderId, reason, moveRunning: false });
      return { before: state.ladderId };
    }
    case "write-off":
      return { entryId: await giveUpRest(tx, subjectId, orders.maximumCents ?? 0, reason) };
  }
}

async function requireStill(tx: Tx, { act }: Action): Promise<void> {
  const person = tx.actor.id ? await findStaff(tx, tx.actor.id) : undefined;
  if (!person?.active || !person.role || !(BULK_ACTS[act].roles as readonly Role[]).includes(person.role)) throw new Refusal("NOT_ALLOWED");
}

function subjectOf(list: BulkList, id: string): { caseId?: string; invoiceId?: string; debtorId?: string } {
  return list === "cases" ? { caseId: id } : list === "invoices" ? { invoiceId: id } : { debtorId: id };
}

/** Pauses that one of us placed. What a person looks at one by one stays: hardship, a brake, what a debtor claims to have paid. */
async function liftPauses(tx: Tx, list: BulkList, subjectId: string, reason: string): Promise<null> {
  const pauses = await listPausesOf(tx, list, subjectId);
  if (pauses.length === 0) throw new Refusal("NO_PAUSE");
  for (const { id } of pauses) await liftHold(tx, { holdId: id, reason, ofMany: false });
  return null;
}

async function giveUpRest(tx: Tx, invoiceId: string, maximumCents: number, reason: string): Promise<string> {
  const { principal, interest, costs } = await lockOpenParts(tx, invoiceId);
  const openCents = principal + interest + costs;
  if (openCents <= 0) throw new Refusal("NOTHING_OPEN");
  if (openCents > maximumCents) throw new Refusal("REST_TOO_LARGE", { openCents, maximumCents });
  return writeOff(tx, { invoiceId, parts: { principal, interest, costs }, reason });
}
