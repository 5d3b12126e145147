import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import type { OutgoingMail } from "../../platform/outside";
import { together } from "../../platform/together";
import { sha256 } from "../../platform/tokens";
import { storeDocument } from "../invoices/store-document";
import { attachInvoices, linkDocuments } from "./attach-invoices";
import { cancelMessage, dropLines } from "./cancel-message";
import { chooseChannels } from "./choose-channel";
import { composeMessage, type ComposedMessage } from "./compose-message";
import { gatherMessageFacts, type GoingMessage } from "./gather-message-facts";
import { holdForPerson } from "./hold-for-person";
import { earlierMails } from "./message-subjects.queries";
import { recheckMessages, type DroppedLine } from "./recheck-message";
import { renderMessage, type RenderedMessage } from "./render-message";
import { claimMessages, type WaitingMessage } from "./sending.queries";
import { roomToSend } from "./sending-limits.queries";

/** A message that was decided to go, written and kept: what is left is to hand it over. */
export interface PreparedMessage {
  readonly message: WaitingMessage;
  readonly composed: ComposedMessage;
  readonly rendered: RenderedMessage;
  readonly to: string | null;
  readonly references: readonly string[];
  readonly attachments: OutgoingMail["attachments"];
}

export interface PreparedBatch {
  /** Messages that were taken out of the line, whatever became of them; none when nothing is due. */
  readonly taken: number;
  readonly ready: readonly PreparedMessage[];
  readonly cancelled: number;
  readonly postponed: number;
  readonly parked: number;
}

/** The next messages in line, prepared, and whether there may be others behind them. */
export interface NextBatch extends PreparedBatch {
  readonly more: boolean;
}

export interface PrepareOptions {
  readonly secretKey: string;
  readonly publicUrl: string;
  readonly realNow: Date;
  /** Whether there is a gateway for text messages. Default: there is none. */
  readonly sms?: boolean;
  /** Whether letters wait for somebody who prints them. Default: a service prints them. */
  readonly lettersByHand?: boolean;
  /** Whether the hours of contact don't matter: what is printed on a Saturday comes with the post of another day. Default: they do. */
  readonly anyHour?: boolean;
}

type Going = GoingMessage & { readonly dropped: readonly DroppedLine[] };

/**
 * Takes the next messages in line, decides again whether each may go, and writes those with the amounts of now. From here they are
 * "sending": each is either handed over, or comes back into the line, or is put aside; it is never sent by a second sender.
 *
 * A message that can't be written as the law asks, or lacks a fact, is parked for a person with the reason, and holds up no other.
 */
export async function prepareMessages(tx: Tx, limit: number, options: PrepareOptions): Promise<NextBatch> {
  const room = await roomToSend(tx);
  const { messages, more } = room === "stopped" ? { messages: [], more: false } : await claimMessages(tx, limit, { room, lettersByHand: options.lettersByHand });
  return { ...(await prepareClaimed(tx, messages, options)), more };
}

/** The same for messages that were taken and locked by their ids: letters that somebody is about to print. */
export async function prepareClaimed(tx: Tx, claimed: readonly WaitingMessage[], options: PrepareOptions): Promise<PreparedBatch> {
  const messages = await chooseChannels(tx, claimed, { sms: options.sms ?? false });
  const rechecks = await recheckMessages(tx, messages, options.realNow, { anyHour: options.anyHour });
  const going: Going[] = [];
  let [cancelled, postponed] = [0, 0];
  for (const [index, message] of messages.entries()) {
    const recheck = rechecks[index];
    if (!recheck) throw new Error("a message without a second look");
    if (recheck.go) going.push({ message, lines: recheck.lines, mailTo: recheck.mailTo, dropped: recheck.dropped });
    else if ("cancel" in recheck && recheck.cancel === "autopilot off") {
      await holdForPerson(tx, message);
      cancelled += 1;
    } else if ("cancel" in recheck) {
      await cancelMessage(tx, { messageId: message.id, reason: recheck.cancel });
      cancelled += 1;
    } else {
      await tx.query("update message set send_after = $3, state_reason = $4 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, recheck.postponeTo, recheck.because]);
      postponed += 1;
    }
  }
  const ready = going.length === 0 ? [] : await writeSafely(tx, going, options);
  return { taken: messages.length, ready, cancelled, postponed, parked: going.length - ready.length };
}

/** One message that can't be written doesn't hold up the others: then each is written by itself, and that one is parked. */
async function writeSafely(tx: Tx, going: readonly Going[], options: PrepareOptions): Promise<PreparedMessage[]> {
  await tx.query("savepoint written");
  try {
    return await write(tx, going, options);
  } catch (error) {
    // A deadlock is tried again by the transaction; anything else would meet this message again and again, and hold up all behind it.
    if (["40001", "40P01"].includes((error as { code?: string }).code ?? "")) throw error;
    await tx.query("rollback to savepoint written");
    const [first] = going;
    if (going.length === 1 && first) {
      await park(tx, first.message.id, error as Error);
      return [];
    }
  }
  const written: PreparedMessage[] = [];
  for (const one of going) written.push(...(await writeSafely(tx, [one], options)));
  return written;
}

async function write(tx: Tx, going: readonly Going[], options: PrepareOptions): Promise<PreparedMessage[]> {
  const today: PlainDate = dayOf(tx.now);
  const messages = going.map(({ message }) => message);
  // What was written before has its hash.
  await clearEarlierTries(tx, messages.filter(({ facts }) => facts.sentSha256 !== undefined).map(({ id }) => id));
  for (const { message, dropped } of going) await dropLines(tx, message.id, dropped);
  const [gathered, attachments, references] = await together([
    gatherMessageFacts(tx, going, options.secretKey),
    attachInvoices(tx, going),
    earlierMails(tx, messages.filter(({ channel, lines }) => channel === "mail" && lines.length > 0)),
  ]);
  const prepared: PreparedMessage[] = [];
  for (const one of going) {
    const { message, mailTo } = one;
    const composed = await composeMessage(tx, one, gathered, { ...options, today });
    const rendered = renderMessage(message, composed);
    prepared.push({
      message, composed, rendered, to: rendered.channel === "letter" ? rendered.letter.recipient : mailTo,
      references: references.get(message.id) ?? [], attachments: attachments.get(message.id) ?? [],
    });
  }
  await keepAmounts(tx, going);
  await keepWhatIsSent(tx, prepared);
  await keepLetters(tx, prepared, today);
  return prepared;
}

/** The words and the address as they leave; from here the messages are on their way. */
async function keepWhatIsSent(tx: Tx, prepared: readonly PreparedMessage[]): Promise<void> {
  const sentOf = ({ rendered }: PreparedMessage): Uint8Array | string => (rendered.channel === "letter" ? rendered.letter.pdf : rendered.channel === "sms" ? rendered.sms.text : rendered.mail.html);
  const hashOf = (one: PreparedMessage): string => sha256(sentOf(one)).toString("hex");
  await tx.query(
    `update message set state = 'sending', state_reason = null, sending_at = $2, subject = now.subject, html = now.html, body_text = now.body_text, to_address = now.to_address,
       pay_by = now.pay_by, total_cents = now.total_cents, template_version_id = now.template_version_id, facts = facts || jsonb_build_object('sentSha256', now.sha256)
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::bigint[], $10::text[], $11::uuid[])
       as now (id, subject, html, body_text, to_address, pay_by, total_cents, sha256, template_version_id)
     where message.organisation_id = $1 and message.id = now.id`,
    [
      tx.organisationId, tx.now, prepared.map(({ message }) => message.id), prepared.map(({ rendered }) => rendered.kept.subject),
      prepared.map(({ rendered }) => rendered.kept.html), prepared.map(({ rendered }) => rendered.kept.text), prepared.map(({ to }) => to),
      prepared.map(({ composed }) => composed.payBy), prepared.map(({ composed }) => composed.facts.totalCents), prepared.map(hashOf),
      prepared.map(({ message, composed }) => (message.ownWords ? null : (composed.text?.id ?? null))),
    ],
  );
}

/** The amounts that changed while the message was in line. */
async function keepAmounts(tx: Tx, going: readonly Going[]): Promise<void> {
  const lines = going.flatMap(({ message, lines: own }) => {
    const queued = new Map(message.lines.map(({ invoiceId, openCents }) => [invoiceId, openCents]));
    return own.filter(({ invoiceId, openCents }) => queued.get(invoiceId) !== openCents).map(({ invoiceId, openCents }) => ({ messageId: message.id, invoiceId, openCents }));
  });
  if (lines.length === 0) return;
  await tx.query(
    `update message_invoice line set open_cents = now.cents from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as now (message_id, invoice_id, cents)
     where line.organisation_id = $1 and line.message_id = now.message_id and line.invoice_id = now.invoice_id`,
    [tx.organisationId, lines.map(({ messageId }) => messageId), lines.map(({ invoiceId }) => invoiceId), lines.map(({ openCents }) => openCents)],
  );
}

async function keepLetters(tx: Tx, prepared: readonly PreparedMessage[], today: PlainDate): Promise<void> {
  for (const { message, composed, rendered } of prepared) {
    if (rendered.channel !== "letter") continue;
    const documentId = await storeDocument(tx, {
      kind: "letter", debtorId: message.debtorId, fileName: `brief-${today}-${composed.facts.letter?.reference ?? message.id}.pdf`, mimeType: "application/pdf", bytes: rendered.keptPdf,
    });
    await linkDocuments(tx, [{ messageId: message.id, documentId }]);
  }
}

/** A try that didn't get through left a link and a letter that nobody has. */
async function clearEarlierTries(tx: Tx, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.query("update debtor_link set revoked_at = $3 where organisation_id = $1 and message_id = any($2::uuid[]) and revoked_at is null", [tx.organisationId, messageIds, tx.now]);
  const linked = await tx.query<{ id: string }>("delete from message_document where organisation_id = $1 and message_id = any($2::uuid[]) returning document_id as id", [tx.organisationId, messageIds]);
  if (linked.length === 0) return;
  await tx.query("delete from document where organisation_id = $1 and id = any($2::uuid[]) and kind = 'letter'", [tx.organisationId, linked.map(({ id }) => id)]);
}

/** Puts messages that were prepared but not handed over back into the line, as they were. */
export async function putBack(tx: Tx, messageIds: readonly string[]): Promise<void> {
  await tx.query(
    "update message set state = 'queued', sending_at = null where organisation_id = $1 and id = any($2::uuid[]) and state = 'sending'", [tx.organisationId, messageIds]);
}

async function park(tx: Tx, messageId: string, error: Error): Promise<void> {
  const reason = error instanceof Refusal
    ? [error.code, ...(Array.isArray(error.details["elements"]) ? [(error.details["elements"] as string[]).join(", ")] : [])].join(": ")
    : `INTERNAL: ${error.message}`;
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, reason.slice(0, 300)]);
  await audit(tx, { action: "park-message", subject: "message", subjectId: messageId, after: { reason } });
}
