import { TextDecoder } from "node:util";
import { Refusal } from "@tegemoet/domain";
import { piecesOf, type Source } from "./source";

const HEAD_BYTES = 512;

/** The text of a file, piece by piece, in the encoding its bytes and its XML declaration ask for. */
export class TextSource {
  /** The encoding in use; known once the first piece was read. */
  encoding = "utf-8";
  /** True when the file said UTF-8 (or nothing) but its bytes are those of Windows-1252, so we read it as such. */
  encodingGuessed = false;

  private sawAccents = false;

  constructor(
    private readonly source: Source,
    private readonly maxBytes: number,
    private readonly wanted?: string,
  ) {}

  /**
   * The pieces, without byte order mark.
   *
   * Refuses with FILE_ENCODING when the encoding is unknown, or when a file that did hold UTF-8 turns out to be
   * damaged; with FILE_TOO_LARGE and FILE_EMPTY like {@link piecesOf}.
   */
  async *pieces(): AsyncGenerator<string> {
    const pieces = piecesOf(this.source, this.maxBytes);
    let head: Uint8Array = new Uint8Array(0);
    let decoder: TextDecoder | undefined;
    let fed = 0;
    for await (const piece of pieces) {
      if (!decoder) {
        head = head.length === 0 ? piece : Buffer.concat([head, piece]);
        if (head.length < HEAD_BYTES) continue;
        decoder = this.decoderFor(head);
      }
      const bytes = fed === 0 ? head : piece;
      fed += bytes.length;
      const [text, next] = this.decode(decoder, bytes);
      decoder = next;
      if (text !== "") yield text;
    }
    decoder ??= this.decoderFor(head);
    const [text, last] = fed === 0 ? this.decode(decoder, head) : ["", decoder];
    const end = this.finish(last);
    if (text + end !== "") yield text + end;
  }

  private decoderFor(head: Uint8Array): TextDecoder {
    this.encoding = this.wanted ?? encodingOf(head);
    try {
      return new TextDecoder(this.encoding, { fatal: true });
    } catch {
      throw new Refusal("FILE_ENCODING", { field: "encoding", value: this.encoding.slice(0, 40) });
    }
  }

  private pending: Uint8Array = new Uint8Array(0);

  /**
   * A first accent that is no UTF-8 in a file that should be UTF-8 means a program wrote Windows-1252 and said
   * otherwise: common in exports, and certain enough to read. After accents that were good UTF-8, the file is damaged
   * instead.
   */
  private decode(decoder: TextDecoder, bytes: Uint8Array): [string, TextDecoder] {
    if (this.encoding !== "utf-8") return [this.strict(() => decoder.decode(bytes, { stream: true })), decoder];
    const all = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    const whole = all.subarray(0, all.length - unfinished(all));
    this.pending = all.slice(whole.length);
    try {
      const text = decoder.decode(whole, { stream: true });
      this.sawAccents ||= text.length !== whole.length;
      return [text, decoder];
    } catch {
      return this.guess(all);
    }
  }

  private guess(all: Uint8Array): [string, TextDecoder] {
    const lossy = new TextDecoder("utf-8").decode(all);
    // eslint-disable-next-line no-control-regex
    const goodAccents = /[^\u0000-\u007f\ufffd]/.test(lossy);
    const marked = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf;
    if (this.sawAccents || goodAccents || marked || this.wanted) throw new Refusal("FILE_ENCODING", { value: "utf-8" });
    this.encoding = "windows-1252";
    this.encodingGuessed = true;
    this.pending = new Uint8Array(0);
    const decoder = new TextDecoder("windows-1252");
    return [decoder.decode(all, { stream: true }), decoder];
  }

  private finish(decoder: TextDecoder): string {
    if (this.pending.length > 0) {
      // Half a character at the very end: the file was cut off there, which its reader will notice and say.
      if (this.sawAccents) return "\ufffd";
      const [text, next] = this.guess(this.pending);
      return text + next.decode();
    }
    return this.strict(() => decoder.decode());
  }

  private strict(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw new Refusal("FILE_ENCODING", { value: this.encoding.slice(0, 40) });
    }
  }
}

/** How many bytes at the end belong to a UTF-8 character of which the rest is still to come (0 to 3). */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The encoding by byte order mark, else by the XML declaration, else UTF-8. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const start = Buffer.from(head.subarray(0, HEAD_BYTES)).toString("latin1");
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/i.exec(start)?.[1]?.toLowerCase();
  // A declaration in single bytes can't be UTF-16, whatever it says.
  if (declared === undefined || /^(utf-?8|utf-16.*|us-ascii|ascii)$/.test(declared)) return "utf-8";
  return declared;
}
