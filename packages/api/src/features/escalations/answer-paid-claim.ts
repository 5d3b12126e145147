import { nextBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { findHold, type HoldRow } from "./hold.queries";
import { liftHold } from "./lift-hold";

/**
 * Somebody looked for the money that a debtor says they paid. Found or not, the hold ends; when it isn't there, somebody calls and asks
 * for the bank's proof, before anything else goes out.
 *
 * Refuses with NOT_FOUND for what is no such claim, HOLD_ENDED when it was answered before.
 */
export async function answerPaidClaim(tx: Tx, { holdId, found, note, today }: { holdId: string; found: boolean; note?: string; today: PlainDate }): Promise<HoldRow> {
  const hold = await findHold(tx, holdId);
  if (!hold || hold.kind !== "paid-claim" || !hold.debtorId) throw new Refusal("NOT_FOUND");
  await liftHold(tx, { holdId, reason: [found ? "found" : "not found", note].filter(Boolean).join(": ") });
  if (!found) await openCallTask(tx, { debtorId: hold.debtorId, reason: "paid-claim", note, plannedOn: nextBusinessDay(today) });
  await audit(tx, { action: "answer-paid-claim", subject: "hold", subjectId: holdId, after: { found, note } });
  return (await findHold(tx, holdId)) ?? hold;
}
