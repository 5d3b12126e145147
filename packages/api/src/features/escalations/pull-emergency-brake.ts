import { addBusinessDays, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { placeHold } from "./place-hold";

/** A human looks again after so many business days, unless another day was named. */
const REVIEW_DAYS = 10;

/**
 * The emergency brake: in one transaction everything for a debtor stops. Queued messages that nobody asked for are cancelled, the steps
 * they stood for are open again, the debtor leaves the call list, and a person reviews. A message being sent at this moment waits for this
 * row and finds the brake.
 */
export async function pullEmergencyBrake(
  tx: Tx,
  { debtorId, reason, reviewOn, via }: { debtorId: string; reason: string; reviewOn?: PlainDate; via?: "staff" | "portal" | "call" },
): Promise<{ holdId: string; cancelledMessages: number }> {
  const { holdId } = await placeHold(tx, { debtorId, kind: "brake", reason, reviewOn: reviewOn ?? addBusinessDays(dayOf(tx.now), REVIEW_DAYS), via });
  const cancelled = await tx.query<{ id: string }>(
    `update message set state = 'cancelled', state_reason = 'emergency brake'
     where organisation_id = $1 and debtor_id = $2 and state = 'queued' and not by_request returning id`,
    [tx.organisationId, debtorId],
  );
  await tx.query("delete from step_taken where organisation_id = $1 and message_id = any($2::uuid[])", [tx.organisationId, cancelled.map(({ id }) => id)]);
  await tx.query("update call_task set closed_at = $3, closed_because = 'emergency brake' where organisation_id = $1 and debtor_id = $2 and closed_at is null", [tx.organisationId, debtorId, tx.now]);
  await audit(tx, { action: "pull-emergency-brake", subject: "debtor", subjectId: debtorId, after: { reason, cancelledMessages: cancelled.length } });
  return { holdId, cancelledMessages: cancelled.length };
}
