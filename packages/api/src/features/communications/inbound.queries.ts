import { isId } from "../../platform/ids";
import type { Reader, Tx } from "../../platform/database/transaction";

/** Which message of which organisation a Message-ID of ours names; undefined for anybody else's. */
export function readMessageId(text: string): { messageId: string; organisationId: string } | undefined {
  const match = /^<?([0-9a-f-]{36})\.([0-9a-f-]{36})@[^\s<>@]+>?$/.exec(text.trim());
  const [, messageId, organisationId] = match ?? [];
  return isId(messageId) && isId(organisationId) ? { messageId, organisationId } : undefined;
}

export interface SentMessage {
  id: string;
  debtorId: string;
  kind: string;
  channel: "mail" | "letter" | "sms";
  state: string;
  toAddress: string | null;
  softBounces: number;
}

/** The message, locked: what comes in about one message comes in one after the other, also while it is still being handed over. */
export function lockSentMessage(tx: Tx, messageId: string): Promise<SentMessage | undefined> {
  return tx.first<SentMessage>(
    `select id, debtor_id as "debtorId", kind, channel, state, to_address as "toAddress", coalesce((facts ->> 'softBounces')::int, 0) as "softBounces"
     from message where organisation_id = $1 and id = $2 for update`, [tx.organisationId, messageId]);
}

/** The debtors whose own address, or that of a contact of theirs, this is; at most two, which is one too many to be sure. */
export async function debtorsOfSender(reader: Reader, address: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select id from debtor where organisation_id = $1 and lower(email) = $2
     union select debtor_id from contact where organisation_id = $1 and lower(email) = $2 limit 2`, [reader.organisationId, address.toLowerCase()]);
  return rows.map(({ id }) => id);
}

/** The last mail that went to an address within these days: what a report means that quotes nothing. */
export async function lastMailTo(reader: Reader, address: string, since: Date): Promise<string | undefined> {
  const row = await reader.first<{ id: string }>(
    `select id from message where organisation_id = $1 and channel = 'mail' and lower(to_address) = $2 and handed_over_at >= $3 order by handed_over_at desc limit 1`,
    [reader.organisationId, address.toLowerCase(), since]);
  return row?.id;
}

/** The newest mail of ours to which a debtor's words may be the answer. */
export async function lastMailOfDebtor(reader: Reader, debtorId: string): Promise<string | undefined> {
  const row = await reader.first<{ id: string }>(
    `select id from message where organisation_id = $1 and debtor_id = $2 and channel = 'mail' and handed_over_at is not null and kind <> 'portal-code' order by handed_over_at desc limit 1`,
    [reader.organisationId, debtorId]);
  return row?.id;
}
