import { Refusal } from "@tegemoet/domain";
import type { BankFileEvent, EntryEvent, StatementEndEvent, StatementEvent } from "./statements/statement-events";

/** Text as a file of bytes, for tests. */
export function bytes(text: string, encoding: BufferEncoding = "utf8"): Uint8Array {
  return Buffer.from(text, encoding);
}

/** A file that comes in pieces of this many bytes, so that tags, characters and amounts are cut everywhere. */
export async function* inPieces(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}

/** All events of a bank file, and the same sorted by kind. */
export async function gathered(events: AsyncIterable<BankFileEvent>): Promise<{
  all: BankFileEvent[];
  statements: StatementEvent[];
  entries: EntryEvent[];
  ends: StatementEndEvent[];
  notices: string[];
}> {
  const all: BankFileEvent[] = [];
  for await (const event of events) all.push(event);
  return {
    all,
    statements: all.filter((event) => event.type === "statement"),
    entries: all.filter((event) => event.type === "entry"),
    ends: all.filter((event) => event.type === "statement-end"),
    notices: all.filter((event) => event.type === "notice").map(({ code }) => code),
  };
}

/** The code and details with which a reader refuses. Fails when it doesn't refuse. */
export async function refusalOf(
  reading: Promise<unknown>,
): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error("it was read, though it should have been refused");
}
