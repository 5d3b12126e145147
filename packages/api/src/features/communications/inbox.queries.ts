import type { Reader } from "../../platform/database/transaction";
import type { DocumentRow } from "../invoices/invoice.queries";

export const INBOX_PILES = ["unread", "unassigned", "automatic", "all"] as const;
export type InboxPile = (typeof INBOX_PILES)[number];

export interface InboundRow {
  id: string;
  kind: "reply" | "bounce" | "auto-reply" | "portal-question";
  channel: "mail" | "sms" | "portal";
  fromAddress: string | null;
  fromName: string | null;
  toAddress: string | null;
  subject: string | null;
  text: string;
  receivedAt: Date;
  readAt: Date | null;
  readBy: string | null;
  debtorId: string | null;
  debtorName: string | null;
  caseId: string | null;
  messageId: string | null;
  messageKind: string | null;
  matchedBy: string | null;
  droppedFiles: number;
  files: number;
}

export interface InboxFilter {
  readonly pile: InboxPile;
  readonly debtorId?: string;
  readonly search?: string;
}

const FROM = `from inbound_message inbound
  left join debtor on debtor.organisation_id = $1 and debtor.id = inbound.debtor_id
  left join message on message.organisation_id = $1 and message.id = inbound.message_id
  left join staff on staff.id = inbound.read_by
  where inbound.organisation_id = $1`;

const COLUMNS = `select inbound.id, inbound.kind, case when inbound.kind = 'portal-question' then 'portal' else inbound.channel end as channel, inbound.from_address as "fromAddress", inbound.from_name as "fromName",
  inbound.to_address as "toAddress", inbound.subject, coalesce(inbound.body_text, '') as text, inbound.received_at as "receivedAt", inbound.read_at as "readAt", staff.name as "readBy", debtor.id as "debtorId",
  debtor.name as "debtorName", (select id from collection_case cases where cases.organisation_id = $1 and cases.debtor_id = debtor.id and cases.closed_on is null) as "caseId",
  message.id as "messageId", message.kind as "messageKind", inbound.matched_by as "matchedBy", inbound.dropped_files as "droppedFiles",
  (select count(*) from inbound_document file where file.organisation_id = $1 and file.inbound_message_id = inbound.id) as files ${FROM}`;

const PILE: Readonly<Record<InboxPile, string>> = {
  unread: "inbound.read_at is null and inbound.debtor_id is not null",
  unassigned: "inbound.read_at is null and inbound.debtor_id is null",
  automatic: "inbound.kind in ('auto-reply', 'bounce') and inbound.debtor_id is not null",
  all: "true",
};
const NARROWED = `($2::uuid is null or inbound.debtor_id = $2) and ($3::text is null or concat_ws(' ', inbound.subject, inbound.from_address, inbound.from_name, debtor.name, inbound.body_text) ilike $3)`;

/** What came in, the newest first; what waits for somebody, the oldest first. */
export async function listInbox(reader: Reader, { pile, debtorId, search }: InboxFilter, limit: number, offset: number): Promise<{ rows: InboundRow[]; total: number }> {
  const values = [reader.organisationId, debtorId ?? null, search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null];
  const where = `and ${PILE[pile]} and ${NARROWED}`;
  const order = pile === "unread" || pile === "unassigned" ? "inbound.received_at, inbound.id" : "inbound.received_at desc, inbound.id desc";
  const counted = await reader.first<{ total: number }>(`select count(*) as total ${FROM} ${where}`, values);
  return { rows: await reader.query<InboundRow>(`${COLUMNS} ${where} order by ${order} limit $4 offset $5`, [...values, limit, offset]), total: counted?.total ?? 0 };
}

/** How much waits in each pile. */
export async function countInbox(reader: Reader): Promise<{ unread: number; unassigned: number }> {
  const row = await reader.first<{ unread: number; unassigned: number }>(
    `select count(*) filter (where debtor_id is not null) as unread, count(*) filter (where debtor_id is null) as unassigned from inbound_message where organisation_id = $1 and read_at is null`,
    [reader.organisationId]);
  return row ?? { unread: 0, unassigned: 0 };
}

export function findInbound(reader: Reader, id: string): Promise<InboundRow | undefined> {
  return reader.first<InboundRow>(`${COLUMNS} and inbound.id = $2`, [reader.organisationId, id]);
}

export function listInboundFiles(reader: Reader, id: string): Promise<DocumentRow[]> {
  return reader.query<DocumentRow>(
    `select document.id, document.file_name as "fileName", document.mime_type as "mimeType", document.size from inbound_document file
     join document on document.organisation_id = file.organisation_id and document.id = file.document_id where file.organisation_id = $1 and file.inbound_message_id = $2 order by file.id`,
    [reader.organisationId, id]);
}

/** Debtors to whom a mail of nobody may belong: it names one of their invoices, their number, their address's domain, or their name. */
export function suggestDebtors(reader: Reader, { fromAddress, fromName, subject, text }: Pick<InboundRow, "fromAddress" | "fromName" | "subject" | "text">, limit = 5): Promise<{ id: string; name: string; number: string; because: string }[]> {
  const words = [...new Set(`${subject ?? ""} ${text}`.slice(0, 5_000).match(/[A-Za-z0-9][A-Za-z0-9./-]{2,30}/g) ?? [])].map((word) => word.replace(/[./-]+$/, "")).slice(0, 400);
  const domain = /@(.+)$/.exec(fromAddress ?? "")?.[1]?.toLowerCase() ?? "";
  return reader.query(
    `select id, name, number, min(because) as because from (
       select debtor.id, debtor.name, debtor.number, '1-invoice' as because from invoice join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
         where invoice.organisation_id = $1 and invoice.number = any($2)
       union all select id, name, number, '2-sender' from debtor where organisation_id = $1 and lower(email) = $3
       union all select debtor.id, debtor.name, debtor.number, '2-sender' from contact join debtor on debtor.organisation_id = $1 and debtor.id = contact.debtor_id where contact.organisation_id = $1 and lower(contact.email) = $3
       union all select id, name, number, '3-number' from debtor where organisation_id = $1 and number = any($2)
       union all select id, name, number, '4-name' from debtor where organisation_id = $1 and $4 <> '' and lower(name) = lower($4)
       union all (select id, name, number, '5-domain' from debtor where organisation_id = $1 and $5 <> '' and lower(email) like '%@' || $5 limit 5)) found
     group by id, name, number order by min(because), name limit $6`,
    [reader.organisationId, words, (fromAddress ?? "").toLowerCase(), fromName ?? "", OPEN_DOMAINS.has(domain) ? "" : domain.replace(/[\\%_]/g, "\\$&"), limit],
  );
}

/** Where everybody may have a mailbox, a domain tells nothing. */
const OPEN_DOMAINS = new Set(["gmail.com", "hotmail.com", "hotmail.nl", "outlook.com", "live.nl", "live.com", "icloud.com", "me.com", "yahoo.com", "ziggo.nl", "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl", "hetnet.nl", "casema.nl", "upcmail.nl", "proton.me"]);
