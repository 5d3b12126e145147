import { fourteenDayLetter } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { MailRefused, type Outside } from "../../platform/outside";
import { cancelMessage } from "./cancel-message";
import type { PreparedMessage } from "./prepare-message";
import { findStops, holdOffBrake } from "./sending.queries";

export type HandedOver = "sent" | "bounced" | "later" | "parked" | "cancelled" | "taken";

/** Tries at a mail server or print service that doesn't answer, and the minutes between them. */
const MOST_TRIES = 8;
const WAIT_MINUTES = [2, 5, 10, 20, 40, 60, 120] as const;

/**
 * Gives a prepared message to the world outside and writes down what became of it. The brake is looked at once more under the lock that it
 * takes: once it was pulled nothing leaves. When the mail server is down the message goes back into the line; an address that is
 * refused for good is a fault of that address.
 *
 * @param attempt What the outside said, kept by the caller: a transaction that has to be repeated never sends twice.
 */
export async function handOverMessage(
  tx: Tx, prepared: PreparedMessage, outside: Pick<Outside, "mail" | "letters">, attempt: { said?: "taken" | Error }, publicUrl: string,
): Promise<HandedOver> {
  const { message } = prepared;
  await holdOffBrake(tx, message.debtorId);
  const still = await tx.first("select 1 from message where organisation_id = $1 and id = $2 and state = 'sending' for update", [tx.organisationId, message.id]);
  if (!still && attempt.said === undefined) return "taken";
  if (attempt.said === undefined && !message.byRequest && (await isBraked(tx, message.debtorId))) {
    await cancelMessage(tx, { messageId: message.id, reason: "emergency brake" });
    return "cancelled";
  }
  attempt.said ??= await giveAway(tx.organisationId, prepared, outside, publicUrl).then(() => "taken" as const, (error: Error) => error);
  if (attempt.said === "taken") {
    await markHandedOver(tx, prepared);
    return "sent";
  }
  if (attempt.said instanceof MailRefused) {
    await markRefused(tx, prepared, attempt.said.message);
    return "bounced";
  }
  return backInLine(tx, prepared, attempt.said);
}

async function isBraked(tx: Tx, debtorId: string): Promise<boolean> {
  return (await findStops(tx, [debtorId], dayOf(tx.now))).get(debtorId)?.brake ?? true;
}

/** The same for every try of one message, so that a mail program shows it once. */
export function messageIdOf(messageId: string, organisationId: string, publicUrl: string): string {
  return `${messageId}.${organisationId}@${new URL(publicUrl).hostname}`;
}

async function giveAway(organisationId: string, { message, rendered, to, references, attachments }: PreparedMessage, outside: Pick<Outside, "mail" | "letters">, publicUrl: string): Promise<void> {
  if (rendered.channel === "letter") return outside.letters.post({ reference: message.id, ...rendered.letter });
  const { images, ...mail } = rendered.mail;
  const idOf = (id: string): string => messageIdOf(id, organisationId, publicUrl);
  await outside.mail.send({ ...mail, to: to ?? "", messageId: idOf(message.id), references: references.map(idOf), attachments: [...attachments, ...images] });
}

async function markHandedOver(tx: Tx, prepared: PreparedMessage): Promise<void> {
  const { message } = prepared;
  await tx.query("update message set state = 'handed-over', state_reason = null, handed_over_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, tx.now]);
  if (message.kind === "fourteen-day-letter" && message.channel === "letter") await writeLetterFacts(tx, prepared);
  await audit(tx, { action: "send-message", subject: "message", subjectId: message.id, after: { kind: message.kind, channel: message.channel, cents: prepared.composed.facts.totalCents } });
}

/**
 * The facts on which a consumer's costs hang, written when the letter really left: its day, the presumed delivery, the last day to pay
 * without costs, and the exact costs it named (BW 6:96 lid 6).
 */
async function writeLetterFacts(tx: Tx, { message, composed: { costs, principals } }: PreparedMessage): Promise<void> {
  if (!costs) throw new Error("a fourteen-day letter left without its costs");
  const sentOn = dayOf(tx.now);
  const term = fourteenDayLetter({ sentOn, channel: "letter" });
  const letterId = newId();
  await tx.query(
    `insert into fourteen_day_letter (organisation_id, id, debtor_id, message_id, principal_cents, costs_cents, vat_cents, channel, sent_on, delivered_on, presumed, last_day, costs_from)
     values ($1, $2, $3, $4, $5, $6, $7, 'letter', $8, $9, $10, $11, $12)`,
    [
      tx.organisationId, letterId, message.debtorId, message.id, principals.reduce((sum, { cents }) => sum + cents, 0), costs.costs, costs.vat, sentOn,
      term.delivered, term.presumed, term.lastDay, term.costsFrom,
    ],
  );
  await tx.query(
    `insert into letter_invoice (organisation_id, id, letter_id, invoice_id, principal_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [tx.organisationId, letterId, principals.map(() => newId()), principals.map(({ invoiceId }) => invoiceId), principals.map(({ cents }) => cents)],
  );
}

async function markRefused(tx: Tx, { message, to }: PreparedMessage, reason: string): Promise<void> {
  await tx.query(
    "update message set state = 'bounced', state_reason = $3, bounced_at = $4 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason.slice(0, 300), tx.now]);
  await tx.query(
    `insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, detail, found_at, message_id) values ($1, $2, $3, 'mail', $4, 'bounce', $5, $6, $7)`,
    [tx.organisationId, newId(), message.debtorId, to ?? "", reason.slice(0, 300), tx.now, message.id],
  );
  await audit(tx, { action: "mail-refused", subject: "message", subjectId: message.id, after: { reason: reason.slice(0, 300) } });
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
