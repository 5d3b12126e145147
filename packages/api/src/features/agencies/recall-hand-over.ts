import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockHandOver } from "./hand-over.queries";

/**
 * Takes a case back from the agency: from then on the agency sees that it was recalled and nothing else (I-60), and the ladder looks at
 * it again. Refuses with NOT_FOUND, INPUT_INVALID without a reason, HAND_OVER_NOT_PROPOSED when it never went, ALREADY_DECIDED when the
 * agency declined or closed it, or it was recalled before.
 */
export async function recallHandOver(tx: Tx, { handOverId, reason }: { handOverId: string; reason: string }): Promise<void> {
  if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: a few words for the agency's file"] });
  const handOver = await lockHandOver(tx, handOverId);
  if (!handOver) throw new Refusal("NOT_FOUND");
  if (handOver.state === "proposed" || handOver.state === "rejected") throw new Refusal("HAND_OVER_NOT_PROPOSED", { state: handOver.state });
  if (handOver.state !== "approved" && handOver.state !== "accepted") throw new Refusal("ALREADY_DECIDED", { state: handOver.state });
  await tx.query(
    "update hand_over set recalled_by = $3, recalled_at = $4, recall_reason = $5, version = version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, handOverId, tx.actor.id, tx.now, reason.trim().slice(0, 1000)],
  );
  await audit(tx, { action: "recall-hand-over", subject: "hand-over", subjectId: handOverId, before: { state: handOver.state }, after: { reason: reason.trim().slice(0, 1000) } });
}
