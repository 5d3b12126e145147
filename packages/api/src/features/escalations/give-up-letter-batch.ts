import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockBatch } from "./letter-batch.queries";
import { putLettersBack } from "./post-letter-batch";

/**
 * Printed letters are not posted after all: the printer jammed, or somebody thought better of it. They go back into the line.
 *
 * Refuses with NOT_FOUND, and CONFLICT when they were posted or given up already.
 */
export async function giveUpLetterBatch(tx: Tx, { batchId }: { batchId: string }): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw new Refusal("NOT_FOUND");
  if (!batch.open) throw new Refusal("CONFLICT", { batch: "closed" });
  await putLettersBack(tx, batch.letters.map(({ id }) => id));
  await tx.query(
    "update letter_batch set given_up_at = $3, given_up_by = $4, print_file = null where organisation_id = $1 and id = $2",
    [tx.organisationId, batchId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await audit(tx, { action: "give-up-letter-batch", subject: "letter-batch", subjectId: batchId, after: { letters: batch.letters.length } });
}
