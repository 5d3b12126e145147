import { Refusal } from "@tegemoet/domain";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { piecesOf } from "../source";

/** What a packed file may ask of us unpacked, so that a small one can't fill memory (quality.md T-60). */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together that are read, unpacked. */
  readonly unpackedBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 5_000, unpackedBytes: 256 * 1024 * 1024 };

/** An open zip file. Its entries are read one after the other; together they may not pass the limit. */
export class ZipReader {
  private left: number;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ZipLimits,
  ) {
    this.left = limits.unpackedBytes;
  }

  /**
   * Reads the table of contents. Sizes that the file states are not believed: what comes out is counted.
   *
   * Refuses with FILE_CUT_OFF when its end is missing or it is damaged, FILE_TOO_LARGE with more entries than we take,
   * FILE_UNKNOWN_KIND when it is locked with a password.
   */
  static async open(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<ZipReader> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, opened) =>
        error || !opened ? reject(new Refusal("FILE_CUT_OFF")) : resolve(opened),
      );
    });
    if (zip.entryCount > limits.entries) throw new Refusal("FILE_TOO_LARGE", { limitEntries: limits.entries });
    return new ZipReader(zip, await contentsOf(zip), limits);
  }

  /** Names of the entries that hold something, in the order of the file. */
  get names(): string[] {
    return [...this.entries.keys()].filter((name) => !name.endsWith("/"));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of an entry as the file states them. */
  statedBytes(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /**
   * The bytes of an entry as they are unpacked.
   *
   * Refuses with FILE_TOO_LARGE as soon as more came out than the limit leaves, FILE_CUT_OFF when it can't be unpacked.
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const tooLarge = (): Refusal => new Refusal("FILE_TOO_LARGE", { limitBytes: this.limits.unpackedBytes });
    if (entry.uncompressedSize > this.left) throw tooLarge();
    const stream = await new Promise<AsyncIterable<Uint8Array> & { destroy(): void }>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(new Refusal("FILE_CUT_OFF")) : resolve(opened)));
    });
    try {
      for await (const chunk of stream) {
        this.left -= chunk.length;
        if (this.left < 0) throw tooLarge();
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal("FILE_CUT_OFF");
    } finally {
      stream.destroy();
    }
  }

  /** A whole entry. Refuses like {@link read}, and with FILE_TOO_LARGE past `maxBytes`. */
  async bytesOf(name: string, maxBytes: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of piecesOf(this.read(name), maxBytes)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}

/** Entries by name. Of a name that stands twice the first counts, so nothing hides behind it. */
function contentsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(new Refusal("FILE_UNKNOWN_KIND", { kind: "locked" }));
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(new Refusal("FILE_CUT_OFF")));
    zip.readEntry();
  });
}
