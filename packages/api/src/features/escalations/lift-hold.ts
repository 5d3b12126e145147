import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";

/**
 * Ends a hold, with why; from the next night on the ladder goes on where it stood.
 *
 * Refuses with NOT_FOUND, HOLD_ENDED, and with NOT_ALLOWED for a hold of many debtors by who may not lift those.
 */
export async function liftHold(tx: Tx, { holdId, reason, ofMany = true }: { holdId: string; reason?: string; ofMany?: boolean }): Promise<void> {
  const hold = await tx.first<{ liftedAt: Date | null; scope: string; kind: string }>(
    `select lifted_at as "liftedAt", scope, kind from hold where organisation_id = $1 and id = $2 for update`, [tx.organisationId, holdId]);
  if (!hold) throw new Refusal("NOT_FOUND");
  if (hold.liftedAt) throw new Refusal("HOLD_ENDED");
  if (!ofMany && (hold.scope === "organisation" || hold.scope === "segment")) throw new Refusal("NOT_ALLOWED");
  await tx.query("update hold set lifted_at = $3, lifted_by = $4, lift_reason = $5 where organisation_id = $1 and id = $2", [
    tx.organisationId, holdId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, reason ?? null,
  ]);
  await audit(tx, { action: "lift-hold", subject: "hold", subjectId: holdId, after: { kind: hold.kind, scope: hold.scope, reason } });
}
