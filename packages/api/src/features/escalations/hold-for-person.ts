import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { WaitingMessage } from "./sending.queries";

export const AUTOPILOT_OFF = "autopilot off";

/**
 * The autopilot was switched off while this message was in line: it doesn't leave, and becomes a task. A person sends it, does it in
 * another way, or passes it by with a reason; until then its step stands as begun.
 */
export async function holdForPerson(tx: Tx, message: WaitingMessage): Promise<void> {
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, AUTOPILOT_OFF]);
  await tx.query(
    `insert into work_task (organisation_id, id, debtor_id, case_id, kind, step_key, planned_on, owner_id, created_at, message_id)
     select $1, $2, $3, $4::uuid, 'autopilot', $5, $6, (select owner_id from collection_case where organisation_id = $1 and id = $4::uuid), $7, $8
     on conflict do nothing`,
    [tx.organisationId, newId(), message.debtorId, message.caseId, message.lines.find(({ stepKey }) => stepKey !== null)?.stepKey ?? message.kind, dayOf(tx.now), tx.now, message.id],
  );
  await audit(tx, { action: "hold-for-person", subject: "message", subjectId: message.id, after: { reason: AUTOPILOT_OFF } });
}
