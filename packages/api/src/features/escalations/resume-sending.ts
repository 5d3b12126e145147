import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";

/** Lets messages leave again; each is decided again before it does. Pressed when nothing is stopped, it changes nothing. */
export async function resumeSending(tx: Tx): Promise<void> {
  const lifted = await tx.query(
    "update sending_stop set lifted_at = $2, lifted_by = $3 where organisation_id = $1 and lifted_at is null returning id", [tx.organisationId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null]);
  if (lifted.length === 0) return;
  await audit(tx, { action: "resume-sending", subject: "organisation", subjectId: tx.organisationId });
  await addJob(tx, "send-due-messages");
}
