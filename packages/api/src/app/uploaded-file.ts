import { createReadStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import type { Source } from "@tegemoet/files";

/** The bytes of a file that came in: in memory, or on disk when it may be large. */
export type FileBytes = Buffer | SpooledBytes;

export interface UploadedFile<Bytes extends FileBytes = Buffer> {
  readonly name: string;
  readonly bytes: Bytes;
  /** True when it was longer than we take: then only its beginning is here. */
  readonly cut: boolean;
}

/** A file of an upload on disk: its beginning is at hand, the rest is read piece by piece, so that 60 MB cost no memory. */
export class SpooledBytes {
  constructor(
    private readonly path: string,
    readonly length: number,
    readonly head: Buffer,
  ) {}

  read(): Source {
    return createReadStream(this.path);
  }

  whole(): Promise<Buffer> {
    return readFile(this.path);
  }

  async forget(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** The first bytes of a file, enough to tell what it is. */
export function headOf(bytes: FileBytes): Buffer {
  return bytes instanceof SpooledBytes ? bytes.head : bytes;
}

/** A file piece by piece. */
export function piecesOf(bytes: FileBytes): Source {
  return bytes instanceof SpooledBytes ? bytes.read() : bytes;
}

/** All of a file at once, for what can't be read in pieces. */
export async function wholeOf(bytes: FileBytes): Promise<Buffer> {
  return bytes instanceof SpooledBytes ? bytes.whole() : bytes;
}
