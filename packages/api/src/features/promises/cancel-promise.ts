import type { PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/** Takes back promises that turned out not to be as we noted them: their invoices are free for the ladder, or for a new promise. */
export async function cancelPromises(tx: Tx, { promiseIds, reason, today }: { promiseIds: readonly string[]; reason: string; today: PlainDate }): Promise<void> {
  for (const promiseId of promiseIds) {
    await tx.query(
      "update promise set cancelled_on = $3, cancel_reason = $4 where organisation_id = $1 and id = $2 and cancelled_on is null", [tx.organisationId, promiseId, today, reason]);
    await tx.query("update promise_invoice set settled_on = $3 where organisation_id = $1 and promise_id = $2 and settled_on is null", [tx.organisationId, promiseId, today]);
    await audit(tx, { action: "cancel-promise", subject: "promise", subjectId: promiseId, after: { reason } });
  }
}
