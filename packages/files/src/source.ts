import { Refusal } from "@tegemoet/domain";

/** Where a file comes from: all bytes at once, or a stream of them (an upload, `fs.createReadStream`). */
export type Source = Uint8Array | AsyncIterable<Uint8Array>;

const PIECE_BYTES = 64 * 1024;
/** After so many bytes of one chunk others get a turn, so that a file in memory doesn't hold up the event loop. */
const TURN_BYTES = 4 * PIECE_BYTES;

/**
 * The bytes of a source in pieces of at most 64 kB, so that limits are checked often and nothing holds the file.
 *
 * Refuses with FILE_TOO_LARGE as soon as more than `maxBytes` came by, and with FILE_EMPTY when nothing came.
 */
export async function* piecesOf(source: Source, maxBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    seen += chunk.length;
    if (seen > maxBytes) throw new Refusal("FILE_TOO_LARGE", { limitBytes: maxBytes });
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      if (start > 0 && start % TURN_BYTES === 0) await new Promise((resolve) => setImmediate(resolve));
      yield chunk.subarray(start, start + PIECE_BYTES);
    }
  }
  if (seen === 0) throw new Refusal("FILE_EMPTY");
}
