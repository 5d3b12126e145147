import { simpleParser, type AddressObject, type Attachment, type Headers, type ParsedMail } from "mailparser";
import { sha256 } from "../../platform/tokens";
import { fileKind } from "./file-kind";
import type { IncomingFile, IncomingMail } from "./incoming-mail";
import { readReport, reportedMails } from "./read-report";

const MOST_FILES = 10;
const MOST_FILE_BYTES = 10_000_000;
const MOST_BYTES = 20_000_000;
/** Longer mails are cut; the mail itself is in the organisation's mailbox. */
export const MOST_CHARACTERS = 20_000;

/**
 * Reads a mail as it came over the wire. Whatever it holds, it is read: what can't be understood is left out, never refused.
 *
 * @param envelopeTo Whom it was delivered to, when the server told that beside the mail.
 */
export async function readMail(raw: Buffer, envelopeTo: readonly string[] = []): Promise<IncomingMail> {
  const mail = await parse(raw);
  const text = plainLines(mail.text?.trim() ? mail.text : await wordsOf(mail.html || ""));
  const report = readReport(mail);
  const [attachments, dropped] = keptFiles(mail.attachments.filter(isFile));
  return {
    id: strip(mail.messageId) || `sha256-${sha256(raw).toString("hex")}`,
    from: addressesOf(mail.from)[0] ?? { name: "", address: "" },
    to: [...new Set([...addressesOf(mail.to), ...addressesOf(mail.cc)].map(({ address }) => address).concat(deliveredTo(mail.headers), envelopeTo).map((address) => address.trim().toLowerCase()))].filter(Boolean),
    subject: plainLines(mail.subject ?? "").replace(/\s+/g, " ").trim().slice(0, 500),
    text: text.slice(0, MOST_CHARACTERS),
    writtenAt: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date : null,
    references: [...new Set([...(report ? reportedMails(mail.attachments, mail.text ?? "") : []), ...referencesOf(mail)])],
    automatic: isAutomatic(mail.headers),
    report,
    attachments, dropped,
  };
}

const LIGHT = { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true, skipHtmlToText: true, keepDeliveryStatus: true } as object;
/** Layout longer than this has its words at the beginning. */
const MOST_HTML = 300_000;

/** A mail whose body can't be read still has a sender and a subject. */
async function parse(raw: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(raw, LIGHT);
  } catch {
    const end = raw.indexOf("\r\n\r\n");
    return simpleParser(end < 0 ? Buffer.alloc(0) : raw.subarray(0, end + 4), LIGHT);
  }
}

/** The words of a mail that has layout alone: no markup, no scripts, no addresses of pictures. */
async function wordsOf(html: string): Promise<string> {
  if (html === "") return "";
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html.slice(0, MOST_HTML)}`);
  return simpleParser(alone, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true }).then(({ text }) => text ?? "", () => "");
}

/** Characters that no text of a person needs and that a database or a terminal stumbles over. */
function plainLines(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  return text.replaceAll("\r\n", "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "");
}

function strip(id: string | undefined): string {
  return (id ?? "").trim().replace(/^<|>$/g, "").slice(0, 300);
}

function addressesOf(value: AddressObject | AddressObject[] | undefined): { name: string; address: string }[] {
  const objects = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return objects.flatMap((one) => one.value).flatMap(({ name, address }) => (address ? [{ name: plainLines(name).slice(0, 200), address: address.toLowerCase().slice(0, 320) }] : []));
}

/** What servers on the way wrote down of the envelope. */
function deliveredTo(headers: Headers): string[] {
  return ["delivered-to", "x-original-to", "envelope-to"].flatMap((name) => {
    const value = headers.get(name);
    return (Array.isArray(value) ? value : [value]).map((one) => (typeof one === "string" ? one : ((one as AddressObject | undefined)?.text ?? "")).replace(/[<>]/g, ""));
  });
}

/** In-Reply-To names the mail that was answered; References the whole conversation, the newest last. */
function referencesOf({ inReplyTo, references }: ParsedMail): string[] {
  const list = Array.isArray(references) ? references : (references ?? "").split(/\s+/);
  const ids = [...(inReplyTo ?? "").split(/\s+/), ...list.toReversed()].map(strip).filter(Boolean);
  return [...new Set(ids)].slice(0, 30);
}

/**
 * Whether a machine sent it. Only what headers say: words such as "out of office" also stand in mails of people.
 *
 * Source: RFC 3834 §5 (Auto-Submitted); the others are what mail programs used before it, and still do.
 */
function isAutomatic(headers: Headers): boolean {
  const value = (name: string): string => String(headers.get(name) ?? "").trim().toLowerCase();
  if (value("auto-submitted") && !value("auto-submitted").startsWith("no")) return true;
  if (["x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply", "list-id", "list", "feedback-type"].some((name) => headers.has(name))) return true;
  if (/^(bulk|junk|list|auto[_-]?reply)$/.test(value("precedence"))) return true;
  // An empty return path is how a mail says: never answer me.
  const path = headers.get("return-path") as AddressObject | string | undefined;
  return path !== undefined && (typeof path === "string" ? path : path.text).replace(/[<>\s]/g, "") === "";
}

/** Pictures that only dress the mail, and the parts of a report, are no files of the sender's. */
function isFile({ related, contentType }: Attachment): boolean {
  return !related && !/^(message\/|text\/rfc822-headers|multipart\/)/.test(contentType);
}

function keptFiles(files: readonly Attachment[]): [IncomingFile[], number] {
  const kept: IncomingFile[] = [];
  let bytes = 0;
  for (const { content, filename } of files) {
    const mimeType = fileKind(content);
    if (!mimeType || kept.length === MOST_FILES || content.length > MOST_FILE_BYTES || bytes + content.length > MOST_BYTES) continue;
    bytes += content.length;
    kept.push({ fileName: plainLines(filename ?? "") || `bijlage-${kept.length + 1}`, mimeType, bytes: content });
  }
  return [kept, files.length - kept.length];
}
