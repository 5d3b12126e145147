import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { storeDocuments } from "../invoices/store-document";
import type { IncomingMail } from "./incoming-mail";

export interface NewInbound {
  readonly kind: "reply" | "bounce" | "auto-reply";
  readonly channel: "mail" | "sms";
  readonly debtorId: string | null;
  readonly messageId: string | null;
  readonly matchedBy: "message" | "address" | "sender" | null;
  readonly mail: Pick<IncomingMail, "id" | "from" | "to" | "subject" | "text" | "attachments" | "dropped">;
  readonly at: Date;
}

/**
 * Keeps what came in, with its files. A reply holds the reminders of its debtor until somebody read it; what a machine wrote is read as
 * it comes, for nobody needs to.
 *
 * @returns Its id; undefined when it was here already: a mail that is told twice is one.
 */
export async function keepInbound(tx: Tx, { kind, channel, debtorId, messageId, matchedBy, mail, at }: NewInbound): Promise<string | undefined> {
  const id = newId();
  const byMachine = kind !== "reply" && debtorId !== null;
  const inserted = await tx.query(
    `insert into inbound_message (organisation_id, id, debtor_id, message_id, kind, channel, mail_id, from_address, from_name, to_address, subject, body_text, matched_by, dropped_files, received_at, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (organisation_id, mail_id) where mail_id is not null do nothing returning id`,
    [
      tx.organisationId, id, debtorId, messageId, kind, channel, mail.id, mail.from.address || null, mail.from.name || null, mail.to[0] ?? null, mail.subject || null, mail.text,
      matchedBy, mail.dropped, at, byMachine ? tx.now : null,
    ],
  );
  if (inserted.length === 0) return undefined;
  await keepFiles(tx, id, debtorId, mail.attachments);
  await audit(tx, { action: `record-${kind}`, subject: debtorId ? "debtor" : "inbound-message", subjectId: debtorId ?? id, after: { inboundMessageId: id, messageId, matchedBy } });
  return id;
}

async function keepFiles(tx: Tx, inboundId: string, debtorId: string | null, files: IncomingMail["attachments"]): Promise<void> {
  if (files.length === 0) return;
  const documents = await storeDocuments(tx, files.map((file) => ({ kind: "attachment" as const, ...(debtorId ? { debtorId } : {}), ...file })));
  await tx.query(
    `insert into inbound_document (organisation_id, id, inbound_message_id, document_id) select $1, id, $2, document_id from unnest($3::uuid[], $4::uuid[]) as line (id, document_id)`,
    [tx.organisationId, inboundId, documents.map(() => newId()), documents]);
}
