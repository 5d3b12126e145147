import MimeNode from "nodemailer/lib/mime-node";
import { buildHeaderValue } from "nodemailer/lib/mime-funcs";
import type { OutgoingMail } from "../../platform/outside";

/** A machine wrote this, so no machine answers it (RFC 3834); the second is what Exchange listens to. A reminder has nothing to unsubscribe from. */
const HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" } as const;

/** Longest line of an encoded body, without its end (RFC 2045, 6.7 and 6.8). */
const LINE = 76;
const [LF, CR, SPACE, TAB, EQUALS] = [0x0a, 0x0d, 0x20, 0x09, 0x3d];
const HEX = Buffer.from("0123456789ABCDEF", "latin1");

/**
 * Writes a mail as it goes over the wire (RFC 5322, MIME): its text and its layout as alternatives, the pictures of the layout beside it, files after
 * them. nodemailer writes the headers, where names and subjects want care; it would also write the rest, piece by piece through a stream for
 * each, and that took more time than all else of a mail together.
 */
export function writeMail(mail: OutgoingMail): Buffer {
  const pictures = mail.attachments.filter(({ cid }) => cid !== undefined);
  const files = mail.attachments.filter(({ cid }) => cid === undefined);
  const layout = gathered("related", [text("html", mail.html), ...pictures.map(filePart)]);
  const body = gathered("mixed", [gathered("alternative", [text("plain", mail.text), layout]), ...files.map(filePart)]);
  return Buffer.from(`${headers(mail)}\r\n${body}\r\n`, "latin1");
}

function headers({ from, replyTo, to, subject, messageId, references = [] }: OutgoingMail): string {
  // Without a type of its own content the node writes none: that is the body's to say.
  const node = new MimeNode();
  const ids = references.map((id) => `<${id}>`);
  node.setHeader({
    From: { name: from.name, address: from.address }, To: to, "Reply-To": replyTo, Subject: subject, "Message-ID": `<${messageId}>`,
    ...(ids.length > 0 ? { "In-Reply-To": ids.at(-1), References: ids.join(" ") } : {}), ...HEADERS,
  });
  return node.buildHeaders();
}

/** Parts as one. "=_" stands in no encoded body, so no line of a part can be taken for the end of it. */
function gathered(how: "alternative" | "related" | "mixed", parts: readonly string[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const boundary = `=_${how}`;
  return `Content-Type: multipart/${how}; boundary="${boundary}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--`;
}

function text(kind: "plain" | "html", words: string): string {
  return `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(words)}`;
}

function filePart({ fileName, mimeType, bytes, cid }: OutgoingMail["attachments"][number]): string {
  const shown = cid === undefined ? "attachment" : "inline";
  const heads = [
    `Content-Type: ${folded(buildHeaderValue({ value: mimeType, params: { name: fileName } }))}`,
    `Content-Disposition: ${folded(buildHeaderValue({ value: shown, params: { filename: fileName } }))}`,
    ...(cid === undefined ? [] : [`Content-ID: <${cid}>`]),
    "Content-Transfer-Encoding: base64",
  ];
  return `${heads.join("\r\n")}\r\n\r\n${base64(bytes)}`;
}

/** A name that is told in pieces has each on a line of its own. */
function folded(value: string): string {
  return value.replaceAll("; ", ";\r\n ");
}

function base64(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const lines: string[] = [];
  for (let at = 0; at < whole.length; at += LINE) lines.push(whole.slice(at, at + LINE));
  return lines.join("\r\n");
}

/** A text in lines of at most 76 characters of ASCII (RFC 2045, 6.7). A letter of several bytes stays on one line, for readers that can't wait. */
export function quotedPrintable(words: string): string {
  const bytes = Buffer.from(words, "utf8");
  const out = Buffer.allocUnsafe(bytes.length * 4 + 3);
  let [at, column] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    const next = bytes[index + 1];
    if (byte === CR && next === LF) continue;
    if (byte === LF) {
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      continue;
    }
    const endsLine = next === undefined || next === LF || (next === CR && bytes[index + 2] === LF);
    const plain = (byte > SPACE && byte < 0x7f && byte !== EQUALS) || ((byte === SPACE || byte === TAB) && !endsLine);
    const room = plain ? 1 : 3 * lengthOfLetter(byte);
    // One place stays free for the mark that the line goes on; what is last on it needs none.
    if (column + room > (endsLine ? LINE : LINE - 1)) {
      out[at++] = EQUALS;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
    }
    if (plain) out[at++] = byte;
    else {
      out[at++] = EQUALS;
      out[at++] = HEX[byte >> 4] as number;
      out[at++] = HEX[byte & 15] as number;
    }
    column += plain ? 1 : 3;
  }
  return out.toString("latin1", 0, at);
}

/** How many bytes a letter of UTF-8 has, by its first; of the others 1. */
function lengthOfLetter(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
}
