import { auditAll } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/** Sending takes seconds; what is still "sending" after this was cut off by a crash. */
const STUCK_MINUTES = 10;

/**
 * Puts messages that were cut off while they were being sent aside for a person: nobody knows whether they left, so they are never sent
 * again by themselves, and never lost (I-43). What another sender is handing over right now is locked, and passed over.
 *
 * @returns How many were parked.
 */
export async function parkStuck(tx: Tx): Promise<number> {
  const parked = await tx.query<{ id: string }>(
    `update message set state = 'parked', state_reason = 'cut off while sending'
     where organisation_id = $1 and id in (
       select id from message where organisation_id = $1 and state = 'sending' and sending_at < $2::timestamptz - interval '${STUCK_MINUTES} minutes' for update skip locked)
     returning id`,
    [tx.organisationId, tx.now],
  );
  await auditAll(tx, parked.map(({ id }) => ({ action: "park-message", subject: "message", subjectId: id, after: { reason: "cut off while sending" } })));
  return parked.length;
}
