import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Refusal } from "@tegemoet/domain";
import { SNIFF_BYTES } from "@tegemoet/files";
import busboy from "busboy";
import type { Request } from "express";
import type { Readable } from "node:stream";
import { SpooledBytes, type FileBytes, type UploadedFile } from "./uploaded-file";

const MAX_FILES = 200;

/** Reads the files of a multipart body into memory, each up to its limit. Refuses with FILE_CUT_OFF and INPUT_INVALID. */
export function receiveFiles(request: Request, maxBytes: number): Promise<UploadedFile[]> {
  return filesOf(request, maxBytes, async (stream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  });
}

/** Writes the files of a multipart body to disk, each up to its limit; whoever gets them forgets them. Refuses as {@link receiveFiles}. */
export async function spoolFiles(request: Request, maxBytes: number): Promise<UploadedFile<SpooledBytes>[]> {
  const written: string[] = [];
  try {
    return await filesOf(request, maxBytes, (stream) => {
      const path = join(tmpdir(), `tegemoet-upload-${randomUUID()}`);
      written.push(path);
      return spool(stream, path);
    });
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}

async function spool(stream: Readable, path: string): Promise<SpooledBytes> {
  const head: Buffer[] = [];
  let length = 0;
  await pipeline(stream, async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      if (length < SNIFF_BYTES) head.push(chunk.subarray(0, SNIFF_BYTES - length));
      length += chunk.length;
      yield chunk;
    }
    // Statements are nobody else's business on a machine that is shared.
  }, createWriteStream(path, { mode: 0o600, flags: "wx" }));
  return new SpooledBytes(path, length, Buffer.concat(head));
}

function filesOf<Bytes extends FileBytes>(request: Request, maxBytes: number, keep: (stream: Readable) => Promise<Bytes>): Promise<UploadedFile<Bytes>[]> {
  return new Promise((resolve, reject) => {
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers, defParamCharset: "utf8", limits: { files: MAX_FILES, fileSize: maxBytes, fields: 5, parts: MAX_FILES + 5 } });
    } catch {
      return reject(new Refusal("INPUT_INVALID", { fields: ["files: a multipart upload"] }));
    }
    const cutOff = (): void => reject(new Refusal("FILE_CUT_OFF"));
    const files: Promise<UploadedFile<Bytes>>[] = [];
    form.on("file", (_field, stream, { filename }) => {
      const file = keep(stream).then((bytes) => ({ name: (filename ?? "bestand").slice(-120), bytes, cut: stream.truncated === true }));
      file.catch(reject);
      files.push(file);
    });
    form.on("close", () => void Promise.all(files).then(resolve, reject));
    form.on("error", cutOff);
    request.on("aborted", () => {
      cutOff();
      form.destroy();
    });
    request.pipe(form);
  });
}
