import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockSentMessage } from "./inbound.queries";

/** Longer replies are cut; the mail itself is in the organisation's mailbox. */
const MOST_CHARACTERS = 20_000;

/**
 * The debtor answered a mail. It stands on the timeline, and nothing is reminded of until somebody read it. The same reply heard twice
 * is one. Refuses with NOT_FOUND.
 */
export async function recordReply(
  tx: Tx, { messageId, at, from, subject, text }: { messageId: string; at: Date; from: string | null; subject: string | null; text: string },
): Promise<void> {
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  const body = text.replaceAll("\0", "").slice(0, MOST_CHARACTERS);
  const id = newId();
  const inserted = await tx.query(
    `insert into inbound_message (organisation_id, id, debtor_id, message_id, kind, from_address, subject, body_text, received_at)
     select $1, $2, $3, $4, 'reply', $5, $6, $7, $8
     where not exists (select 1 from inbound_message where organisation_id = $1 and message_id = $4 and kind = 'reply' and received_at = $8 and body_text = $7)
     returning id`,
    [tx.organisationId, id, message.debtorId, messageId, from, subject, body, at],
  );
  if (inserted.length > 0) await audit(tx, { action: "record-reply", subject: "message", subjectId: messageId, after: { inboundMessageId: id } });
}
