import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { openWorkTasks } from "./open-work-tasks";
import type { WaitingMessage } from "./sending.queries";

export const AUTOPILOT_OFF = "autopilot off";

/**
 * The autopilot was switched off while this message was in line: it doesn't leave, and becomes a task. A person sends it, does it in
 * another way, or passes it by with a reason; until then its step stands as begun.
 */
export async function holdForPerson(tx: Tx, message: WaitingMessage): Promise<void> {
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, AUTOPILOT_OFF]);
  const stepKey = message.lines.find((line) => line.stepKey !== null)?.stepKey ?? message.kind;
  await openWorkTasks(tx, dayOf(tx.now), [{ debtorId: message.debtorId, caseId: message.caseId, kind: "autopilot", stepKey, messageId: message.id }]);
  await audit(tx, { action: "hold-for-person", subject: "message", subjectId: message.id, after: { reason: AUTOPILOT_OFF } });
}
