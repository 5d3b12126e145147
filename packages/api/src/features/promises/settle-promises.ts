import { promiseStanding, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { listOpenPromises } from "./promise.queries";

/**
 * Looks which promises are decided by today: kept, or broken after the days that banks get. Decided by days, not by when this runs.
 * A broken one frees its invoices for the ladder and asks for a call the same day.
 */
export async function settlePromises(tx: Tx, today: PlainDate): Promise<{ kept: number; broken: number }> {
  const counts = { kept: 0, broken: 0 };
  for (const promise of await listOpenPromises(tx)) {
    const standing = promiseStanding(promise, promise.payments, today, { toleranceCents: promise.toleranceCents, graceDays: 2 });
    if (standing.state === "open") continue;
    await tx.query("update promise_invoice set settled_on = $3 where organisation_id = $1 and promise_id = $2 and settled_on is null", [tx.organisationId, promise.id, standing.decidedOn ?? today]);
    if (standing.state === "kept" || standing.state === "cancelled") {
      counts.kept += 1;
      continue;
    }
    counts.broken += 1;
    if (promise.openCents > 0) await openCallTask(tx, { debtorId: promise.debtorId, caseId: promise.caseId ?? undefined, reason: "promise-broken", plannedOn: today });
  }
  return counts;
}
