import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { lockSentMessage } from "./inbound.queries";

/** A mail reached the debtor's mail server. Heard twice, or after a bounce, it changes nothing. Refuses with NOT_FOUND. */
export async function recordDelivery(tx: Tx, { messageId, at }: { messageId: string; at: Date }): Promise<void> {
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  if (message.state !== "bounced") await recordDeliveries(tx, [messageId], at);
}

/** Several at once, as a morning's mails are heard of together. One that came back before stays returned. */
export async function recordDeliveries(tx: Tx, messageIds: readonly string[], at: Date): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.query(
    `update message set state = 'delivered', delivered_at = coalesce(delivered_at, $3), handed_over_at = coalesce(handed_over_at, $3)
     where organisation_id = $1 and id = any($2::uuid[]) and state in ('sending', 'parked', 'handed-over', 'delivered')`,
    [tx.organisationId, messageIds, at],
  );
  await tx.query(
    "update invoice_delivery set delivered_at = coalesce(delivered_at, $3) where organisation_id = $1 and message_id = any($2::uuid[]) and bounced_at is null",
    [tx.organisationId, messageIds, at]);
}
