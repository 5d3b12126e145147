import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/** Ends a postponement; the ladder's own days count again. Refuses with NOT_FOUND, HOLD_ENDED. */
export async function liftPostponement(tx: Tx, { postponementId }: { postponementId: string }): Promise<void> {
  const found = await tx.first<{ liftedAt: Date | null; invoiceId: string }>(
    `select lifted_at as "liftedAt", invoice_id as "invoiceId" from step_postponement where organisation_id = $1 and id = $2 for update`, [tx.organisationId, postponementId]);
  if (!found) throw new Refusal("NOT_FOUND");
  if (found.liftedAt) throw new Refusal("HOLD_ENDED");
  await tx.query("update step_postponement set lifted_at = $3, lifted_by = $4 where organisation_id = $1 and id = $2", [
    tx.organisationId, postponementId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null,
  ]);
  await audit(tx, { action: "lift-postponement", subject: "invoice", subjectId: found.invoiceId });
}
