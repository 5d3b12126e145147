import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/** Ends a stop code, with why; the ladder goes on from the next night on. Refuses with NOT_FOUND, HOLD_ENDED, INPUT_INVALID without a reason. */
export async function endStatus(tx: Tx, { statusId, reason }: { statusId: string; reason: string }): Promise<void> {
  if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  const status = await tx.first<{ endedAt: Date | null; debtorId: string; kind: string }>(
    `select ended_at as "endedAt", debtor_id as "debtorId", kind from debtor_status where organisation_id = $1 and id = $2 for update`, [tx.organisationId, statusId]);
  if (!status) throw new Refusal("NOT_FOUND");
  if (status.endedAt) throw new Refusal("HOLD_ENDED");
  await tx.query("update debtor_status set ended_at = $3, ended_by = $4, end_reason = $5 where organisation_id = $1 and id = $2", [
    tx.organisationId, statusId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, reason.trim(),
  ]);
  await audit(tx, { action: "end-status", subject: "debtor", subjectId: status.debtorId, after: { kind: status.kind, reason: reason.trim() } });
}
