import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockSentMessage } from "./inbound.queries";
import { recordBounce, type Bounce } from "./record-bounce";

/** After so many the mailbox counts as gone. */
const MOST_SOFT_BOUNCES = 3;
/** Days until the next try: a mailbox that is full today may have room by then. */
const DAYS_UNTIL_NEXT = 2;

/**
 * A mail didn't arrive, and may if it is tried again: the mailbox was full, or its server gave up waiting. It goes back into the line, is
 * decided and written anew in two days, and after the third time counts as {@link recordBounce} says. Refuses with NOT_FOUND.
 */
export async function recordSoftBounce(tx: Tx, bounce: Bounce): Promise<void> {
  const { messageId, detail } = bounce;
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  // A code for the portal was for that minute: nobody waits for it now.
  if (message.kind === "portal-code" || !["sending", "parked", "handed-over", "delivered"].includes(message.state)) return;
  const softBounces = message.softBounces + 1;
  if (softBounces >= MOST_SOFT_BOUNCES) return recordBounce(tx, bounce);
  await tx.query(
    `update message set state = 'queued', state_reason = $3, send_after = $4::timestamptz + make_interval(days => ${DAYS_UNTIL_NEXT}), handed_over_at = null, delivered_at = null, sending_at = null,
       facts = facts || jsonb_build_object('softBounces', $5::int) where organisation_id = $1 and id = $2`,
    [tx.organisationId, messageId, detail, tx.now, softBounces],
  );
  await audit(tx, { action: "record-soft-bounce", subject: "message", subjectId: messageId, after: { detail, softBounces } });
}
