import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockHandOver } from "./hand-over.queries";

/** Says no to a proposed hand-over; the case stays ours. Refuses with NOT_FOUND, ALREADY_DECIDED, INPUT_INVALID without a reason. */
export async function rejectHandOver(tx: Tx, { handOverId, reason }: { handOverId: string; reason: string }): Promise<void> {
  if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: a few words for who proposed it"] });
  const handOver = await lockHandOver(tx, handOverId);
  if (!handOver) throw new Refusal("NOT_FOUND");
  if (handOver.state !== "proposed") throw new Refusal("ALREADY_DECIDED", { state: handOver.state, by: handOver.decidedBy });
  await tx.query(
    "update hand_over set rejected_by = $3, rejected_at = $4, reject_reason = $5, version = version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, handOverId, tx.actor.id, tx.now, reason.trim().slice(0, 1000)],
  );
  await audit(tx, { action: "reject-hand-over", subject: "hand-over", subjectId: handOverId, after: { reason: reason.trim().slice(0, 1000) } });
}
