import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { OutgoingMail } from "../../platform/outside";
import { sha256 } from "../../platform/tokens";
import { ensureInvoicePdf } from "../invoices/ensure-invoice-pdf";
import { storeDocument } from "../invoices/store-document";
import { cancelMessage, dropLines } from "./cancel-message";
import { bringsInvoices, composeMessage, type ComposedMessage } from "./compose-message";
import { earlierMails } from "./message-subjects.queries";
import { recheckMessage } from "./recheck-message";
import { renderMessage, type RenderedMessage } from "./render-message";
import { claimNextMessage, type MessageLine, type WaitingMessage } from "./sending.queries";

/** A message that was decided to go, written and kept: what is left is to hand it over. */
export interface PreparedMessage {
  readonly message: WaitingMessage;
  readonly composed: ComposedMessage;
  readonly rendered: RenderedMessage;
  readonly to: string | null;
  readonly references: readonly string[];
  readonly attachments: OutgoingMail["attachments"];
}

export type Prepared =
  | { readonly outcome: "nothing" | "cancelled" | "postponed" | "parked" }
  | { readonly outcome: "ready"; readonly prepared: PreparedMessage };

/** So many PDFs go along with one mail; the others stand in the portal. */
const MOST_ATTACHMENTS = 5;
const MOST_ATTACHED_BYTES = 8_000_000;

/**
 * Takes the next message in line, decides again whether it may go, and writes it with the amounts of now. From here it is "sending":
 * either it is handed over, or comes back into the line, or is put aside; it is never sent by a second sender.
 *
 * A message that can't be written as the law asks, or lacks a fact, is parked for a person with the reason.
 */
export async function prepareNextMessage(tx: Tx, options: { secretKey: string; publicUrl: string; realNow: Date }): Promise<Prepared> {
  const message = await claimNextMessage(tx);
  if (!message) return { outcome: "nothing" };
  const recheck = await recheckMessage(tx, message, options.realNow);
  if (!recheck.go && "cancel" in recheck) {
    await cancelMessage(tx, { messageId: message.id, reason: recheck.cancel });
    return { outcome: "cancelled" };
  }
  if (!recheck.go) {
    await tx.query("update message set send_after = $3, state_reason = $4 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, recheck.postponeTo, recheck.because]);
    return { outcome: "postponed" };
  }
  await clearEarlierTry(tx, message.id);
  await tx.query("savepoint written");
  try {
    const prepared = await write(tx, { message, lines: recheck.lines, mailTo: recheck.mailTo }, options);
    await dropLines(tx, message.id, recheck.dropped);
    return { outcome: "ready", prepared };
  } catch (error) {
    // A deadlock is tried again by the transaction; anything else would meet this message again and again, and hold up all behind it.
    if (["40001", "40P01"].includes((error as { code?: string }).code ?? "")) throw error;
    await tx.query("rollback to savepoint written");
    await park(tx, message.id, error as Error);
    return { outcome: "parked" };
  }
}

async function write(
  tx: Tx, { message, lines, mailTo }: { message: WaitingMessage; lines: readonly MessageLine[]; mailTo: string | null }, options: { secretKey: string; publicUrl: string },
): Promise<PreparedMessage> {
  const today: PlainDate = dayOf(tx.now);
  const attachments = message.channel === "mail" && bringsInvoices(message.kind) ? await attachInvoices(tx, message.id, lines) : [];
  const composed = await composeMessage(tx, { message, lines, today, ...options });
  const rendered = renderMessage(message, composed);
  const to = rendered.channel === "mail" ? mailTo : rendered.letter.recipient;
  await tx.query(
    `update message set state = 'sending', state_reason = null, sending_at = $3, subject = $4, html = $5, body_text = $6, to_address = $7, pay_by = $8, total_cents = $9,
       facts = facts || $10::jsonb where organisation_id = $1 and id = $2`,
    [
      tx.organisationId, message.id, tx.now, rendered.kept.subject, rendered.kept.html, rendered.kept.text, to, composed.payBy, composed.facts.totalCents,
      JSON.stringify(rendered.channel === "letter" ? { sentSha256: sha256(rendered.letter.pdf).toString("hex") } : { sentSha256: sha256(rendered.mail.html).toString("hex") }),
    ],
  );
  if (lines.length > 0) {
    await tx.query(
      `update message_invoice line set open_cents = now.cents from unnest($3::uuid[], $4::bigint[]) as now (invoice_id, cents)
       where line.organisation_id = $1 and line.message_id = $2 and line.invoice_id = now.invoice_id`,
      [tx.organisationId, message.id, lines.map(({ invoiceId }) => invoiceId), lines.map(({ openCents }) => openCents)],
    );
  }
  if (rendered.channel === "letter") {
    const documentId = await storeDocument(tx, {
      kind: "letter", debtorId: message.debtorId, fileName: `brief-${today}-${composed.facts.letter?.reference ?? message.id}.pdf`, mimeType: "application/pdf", bytes: rendered.keptPdf,
    });
    await linkDocument(tx, message.id, documentId);
  }
  const references = rendered.channel === "mail" ? await earlierMails(tx, message.id, message.debtorId, lines.map(({ invoiceId }) => invoiceId)) : [];
  return { message, composed, rendered, to, references, attachments };
}

async function attachInvoices(tx: Tx, messageId: string, lines: readonly MessageLine[]): Promise<OutgoingMail["attachments"]> {
  const attachments: { fileName: string; mimeType: string; bytes: Uint8Array }[] = [];
  let size = 0;
  for (const { invoiceId } of lines.slice(0, MOST_ATTACHMENTS)) {
    const documentId = await ensureInvoicePdf(tx, invoiceId);
    const document = await tx.first<{ fileName: string; mimeType: string; bytes: Buffer }>(
      `select file_name as "fileName", mime_type as "mimeType", bytes from document where organisation_id = $1 and id = $2`, [tx.organisationId, documentId]);
    if (!document || document.mimeType !== "application/pdf" || size + document.bytes.length > MOST_ATTACHED_BYTES) continue;
    size += document.bytes.length;
    attachments.push(document);
    await linkDocument(tx, messageId, documentId);
  }
  return attachments;
}

async function linkDocument(tx: Tx, messageId: string, documentId: string): Promise<void> {
  await tx.query("insert into message_document (organisation_id, id, message_id, document_id) values ($1, $2, $3, $4)", [tx.organisationId, newId(), messageId, documentId]);
}

/** A try that didn't get through left a link and a letter that nobody has. */
async function clearEarlierTry(tx: Tx, messageId: string): Promise<void> {
  await tx.query("update debtor_link set revoked_at = $3 where organisation_id = $1 and message_id = $2 and revoked_at is null", [tx.organisationId, messageId, tx.now]);
  const linked = await tx.query<{ id: string }>("delete from message_document where organisation_id = $1 and message_id = $2 returning document_id as id", [tx.organisationId, messageId]);
  await tx.query("delete from document where organisation_id = $1 and id = any($2::uuid[]) and kind = 'letter'", [tx.organisationId, linked.map(({ id }) => id)]);
}

async function park(tx: Tx, messageId: string, error: Error): Promise<void> {
  const reason = error instanceof Refusal
    ? [error.code, ...(Array.isArray(error.details["elements"]) ? [(error.details["elements"] as string[]).join(", ")] : [])].join(": ")
    : `INTERNAL: ${error.message}`;
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, messageId, reason.slice(0, 300)]);
  await audit(tx, { action: "park-message", subject: "message", subjectId: messageId, after: { reason } });
}
