import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";

/** Whether the organisation prints its letters by itself from now on. Said again it changes nothing. */
export async function setLettersByHand(tx: Tx, { byHand }: { byHand: boolean }): Promise<void> {
  const changed = await tx.query("update organisation set letters_by_hand = $2 where id = $1 and letters_by_hand <> $2 returning id", [tx.organisationId, byHand]);
  if (changed.length === 0) return;
  await audit(tx, { action: "set-letters-by-hand", subject: "organisation", subjectId: tx.organisationId, before: { byHand: !byHand }, after: { byHand } });
  if (!byHand) await addJob(tx, "send-due-messages");
}
