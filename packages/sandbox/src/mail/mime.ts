import { randomUUID } from "node:crypto";

/** A header value with other letters than ASCII as an encoded word (RFC 2047); line ends can't get in. */
export function headerText(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ").trim();
  if (/^[\x20-\x7e]*$/.test(line)) return line;
  // An encoded word may hold 75 characters: 42 bytes of text, never cut inside a letter.
  const words: string[] = [];
  let word = "";
  for (const letter of line) {
    if (Buffer.byteLength(word + letter) > 42) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join("\r\n ");
}

/** A body in base64, lines of 76. */
export function base64Lines(content: string | Buffer): string {
  return Buffer.from(content as string)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");
}

/** A new Message-ID, with its angle brackets. */
export function newMessageId(domain: string): string {
  return `<${randomUUID()}@${domain}>`;
}

/** A moment as mail writes it (RFC 5322). */
export function mailDate(at: Date): string {
  return at.toUTCString().replace("GMT", "+0000");
}

/** The headers of a raw mail, without its body. */
export function headersOf(raw: Buffer): string {
  const text = raw.toString("latin1");
  const end = text.search(/\r?\n\r?\n/);
  return end < 0 ? text : text.slice(0, end);
}
