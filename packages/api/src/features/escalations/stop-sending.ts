import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/**
 * The stop button: from the commit on no sender begins with another message of this organisation, whatever is queued, asked for or not. It
 * waits for nobody, so it works at once; what a mail server has in hand at that moment is in the air and can't be recalled.
 * Pressed twice, it stays with the first reason.
 *
 * Refuses with INPUT_INVALID without a reason.
 */
export async function stopSending(tx: Tx, { reason }: { reason: string }): Promise<void> {
  if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  const stopped = await tx.query(
    `insert into sending_stop (organisation_id, id, reason, stopped_at, stopped_by) values ($1, $2, $3, $4, $5) on conflict (organisation_id) where lifted_at is null do nothing returning id`,
    [tx.organisationId, newId(), reason.trim(), tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  if (stopped.length > 0) await audit(tx, { action: "stop-sending", subject: "organisation", subjectId: tx.organisationId, after: { reason: reason.trim() } });
}
