import { isId } from "../../platform/ids";
import type { Tx } from "../../platform/database/transaction";

/** Which message of which organisation a Message-ID of ours names; undefined for anybody else's. */
export function readMessageId(text: string): { messageId: string; organisationId: string } | undefined {
  const match = /^<?([0-9a-f-]{36})\.([0-9a-f-]{36})@[^\s<>@]+>?$/.exec(text.trim());
  const [, messageId, organisationId] = match ?? [];
  return isId(messageId) && isId(organisationId) ? { messageId, organisationId } : undefined;
}

export interface SentMessage {
  id: string;
  debtorId: string;
  state: string;
  toAddress: string | null;
}

/** The message, locked: what comes in about one message comes in one after the other, also while it is still being handed over. */
export function lockSentMessage(tx: Tx, messageId: string): Promise<SentMessage | undefined> {
  return tx.first<SentMessage>(
    `select id, debtor_id as "debtorId", state, to_address as "toAddress" from message where organisation_id = $1 and id = $2 for update`, [tx.organisationId, messageId]);
}
