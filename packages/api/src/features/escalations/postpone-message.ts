import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { lockMessageInLine } from "./skip-message";

const MORNING = 510;

/**
 * Lets a message in line wait until the morning of a day; it is decided again then. Its reason stands on the timeline.
 *
 * Refuses with NOT_FOUND; MESSAGE_LEFT; INPUT_INVALID without a reason or for a day that isn't ahead; CONFLICT for one that was put aside.
 */
export async function postponeMessage(tx: Tx, { messageId, until, reason }: { messageId: string; until: PlainDate; reason: string }): Promise<void> {
  const why = reason.trim();
  if (why === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  if (until <= dayOf(tx.now)) throw new Refusal("INPUT_INVALID", { fields: ["until: after today"] });
  const { state } = await lockMessageInLine(tx, messageId);
  if (state !== "queued") throw new Refusal("CONFLICT", { state });
  await tx.query("update message set send_after = $3, state_reason = $4 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, momentAt(until, MORNING), why]);
  await audit(tx, { action: "postpone-message", subject: "message", subjectId: messageId, after: { until, reason: why } });
}
