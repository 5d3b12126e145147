import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { AddressRefused, MessageRefused, type Outside } from "../../platform/outside";
import { findFault } from "../communications/record-bounce";
import { cancelMessage } from "./cancel-message";
import type { PreparedMessage } from "./prepare-message";
import { findStops, holdOffBrake } from "./sending.queries";
import { writeLetterFacts } from "./write-letter-facts";

export type HandedOver = "sent" | "bounced" | "later" | "parked" | "cancelled" | "taken" | "stopped";

/** Tries at a mail server or print service that doesn't answer, and the minutes between them. */
const MOST_TRIES = 8;
const WAIT_MINUTES = [2, 5, 10, 20, 40, 60, 120] as const;

/**
 * Gives a prepared message to the world outside and writes down what became of it. The brake is looked at once more under the lock that it
 * takes: once it was pulled nothing leaves. So is the stop button: then the message stays as it is, for its sender to put back. When the
 * mail server is down the message goes back into the line; an address that is refused for good is a fault of that address; a message
 * that is refused for what it is waits for a person.
 *
 * @param attempt What the outside said, kept by the caller: a transaction that has to be repeated never sends twice.
 */
export async function handOverMessage(
  tx: Tx, prepared: PreparedMessage, outside: Pick<Outside, "mail" | "letters" | "sms">, attempt: { said?: "taken" | Error }, publicUrl: string,
): Promise<HandedOver> {
  const { message } = prepared;
  await holdOffBrake(tx, message.debtorId);
  const still = await tx.first("select 1 from message where organisation_id = $1 and id = $2 and state = 'sending' for update", [tx.organisationId, message.id]);
  if (!still && attempt.said === undefined) return "taken";
  if (attempt.said === undefined) {
    const stops = (await findStops(tx, [message.debtorId], dayOf(tx.now))).get(message.debtorId);
    if (!message.byRequest && (stops?.brake ?? true)) {
      await cancelMessage(tx, { messageId: message.id, reason: "emergency brake" });
      return "cancelled";
    }
    if (stops?.stopped) return "stopped";
  }
  attempt.said ??= await giveAway(tx.organisationId, prepared, outside, publicUrl).then(() => "taken" as const, (error: Error) => error);
  if (attempt.said === "taken") {
    await markHandedOver(tx, prepared);
    return "sent";
  }
  if (attempt.said instanceof AddressRefused) {
    await markRefused(tx, prepared, attempt.said.message);
    return "bounced";
  }
  if (attempt.said instanceof MessageRefused) {
    await parkRefused(tx, prepared, attempt.said.message);
    return "parked";
  }
  return backInLine(tx, prepared, attempt.said);
}

/** The same for every try of one message, so that a mail program shows it once. */
export function messageIdOf(messageId: string, organisationId: string, publicUrl: string): string {
  return `${messageId}.${organisationId}@${new URL(publicUrl).hostname}`;
}

async function giveAway(organisationId: string, { message, rendered, to, references, attachments }: PreparedMessage, outside: Pick<Outside, "mail" | "letters" | "sms">, publicUrl: string): Promise<void> {
  if (rendered.channel === "letter") {
    if (!outside.letters) throw new Error("there is no print service");
    return outside.letters.post({ reference: message.id, ...rendered.letter });
  }
  if (rendered.channel === "sms") {
    if (!outside.sms) throw new Error("there is no SMS gateway");
    return outside.sms.send({ to: to ?? "", reference: `${message.id}.${organisationId}`, ...rendered.sms });
  }
  const { images, ...mail } = rendered.mail;
  const idOf = (id: string): string => messageIdOf(id, organisationId, publicUrl);
  await outside.mail.send({ ...mail, to: to ?? "", messageId: idOf(message.id), references: references.map(idOf), attachments: [...attachments, ...images] });
}

async function markHandedOver(tx: Tx, prepared: PreparedMessage): Promise<void> {
  const { message } = prepared;
  await tx.query("update message set state = 'handed-over', state_reason = null, handed_over_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, tx.now]);
  if (message.kind === "fourteen-day-letter" && message.channel === "letter") {
    await writeLetterFacts(tx, { messageId: message.id, debtorId: message.debtorId, named: prepared.composed, sentOn: dayOf(tx.now) });
  }
  await audit(tx, { action: "send-message", subject: "message", subjectId: message.id, after: { kind: message.kind, channel: message.channel, cents: prepared.composed.facts.totalCents } });
}

async function markRefused(tx: Tx, { message, to }: PreparedMessage, said: string): Promise<void> {
  const reason = said.slice(0, 300);
  await tx.query(
    "update message set state = 'bounced', state_reason = $3, bounced_at = $4 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason, tx.now]);
  await findFault(tx, { debtorId: message.debtorId, channel: message.channel, address: to ?? "", detail: reason, at: tx.now, messageId: message.id });
  await audit(tx, { action: "mail-refused", subject: "message", subjectId: message.id, after: { reason } });
}

/** Trying again would be refused again, and the address is fine: a person looks at what is wrong with the message. */
async function parkRefused(tx: Tx, { message }: PreparedMessage, said: string): Promise<void> {
  const reason = `refused: ${said}`.slice(0, 300);
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason]);
  await audit(tx, { action: "park-message", subject: "message", subjectId: message.id, after: { reason } });
}

async function backInLine(tx: Tx, { message }: PreparedMessage, error: Error): Promise<"later" | "parked"> {
  const tries = (message.facts.tries ?? 0) + 1;
  const reason = `${tries}×: ${error.message}`.slice(0, 300);
  if (tries >= MOST_TRIES) {
    await tx.query("update message set state = 'parked', state_reason = $3, facts = facts || $4::jsonb where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason, JSON.stringify({ tries })]);
    return "parked";
  }
  const sendAfter = new Date(tx.now.getTime() + (WAIT_MINUTES[tries - 1] ?? 120) * 60_000);
  await tx.query(
    "update message set state = 'queued', state_reason = $3, send_after = $4, facts = facts || $5::jsonb where organisation_id = $1 and id = $2",
    [tx.organisationId, message.id, reason, sendAfter, JSON.stringify({ tries })],
  );
  return "later";
}
