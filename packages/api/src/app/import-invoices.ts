import { Refusal } from "@tegemoet/domain";
import { MAX_UBL_BYTES, readUbl, sniffFile, SNIFF_BYTES, ZipReader } from "@tegemoet/files";
import { bringInvoices } from "../features/escalations/bring-invoices";
import { addImportResults, type ImportResultRow } from "../features/invoices/import.queries";
import type { SourceInvoice } from "../features/invoices/source-invoice";
import type { TakenInvoice } from "../features/invoices/take-invoices";
import { sourceOfUbl } from "../features/invoices/ubl-source";
import { inTransaction, type Act } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import { sha256 } from "../platform/tokens";
import type { Product } from "./product";
import { isTimeToCount, refreshStatistics } from "./refresh-statistics";
import type { UploadedFile } from "./uploaded-file";

/** Files that are taken in one transaction, and the bytes of PDFs that go with them at most. */
const FILES_AT_ONCE = 250;
const BYTES_AT_ONCE = 24 * 1024 * 1024;
const MAX_MEGABYTES = 20;

interface ReadFile {
  readonly name: string;
  readonly source?: SourceInvoice;
  readonly refused?: ImportResultRow;
}

/** UBL files, one by one or in a zip, into the books: many in one transaction, each refused or taken by itself. */
export async function importInvoiceFiles(product: Product, act: Act, importId: string, files: Iterable<UploadedFile>): Promise<void> {
  let chunk: ReadFile[] = [];
  let bytes = 0;
  let pieces = 0;
  let taking = Promise.resolve();
  const take = async (taken: readonly ReadFile[]): Promise<void> => {
    await takeFiles(product, act, importId, taken);
    pieces += 1;
    if (isTimeToCount(pieces)) await refreshStatistics(product);
  };
  // While the database takes one piece, the files of the next are read.
  const takeChunk = async (): Promise<void> => {
    const taken = chunk;
    [chunk, bytes] = [[], 0];
    await taking;
    taking = take(taken);
    taking.catch(() => undefined);
  };
  for (const file of files) {
    for await (const read of readFiles(product, file)) {
      chunk.push(read);
      bytes += read.source?.pdf?.bytes.length ?? 0;
      if (chunk.length >= FILES_AT_ONCE || bytes >= BYTES_AT_ONCE) await takeChunk();
    }
  }
  await takeChunk();
  await taking;
}

async function takeFiles(product: Product, act: Act, importId: string, files: readonly ReadFile[]): Promise<void> {
  if (files.length === 0) return;
  const now = { ...act, now: product.clock.now() };
  try {
    await inTransaction(product.source, now, async (tx) => {
      const sources = files.flatMap(({ source }) => source ?? []);
      const taken = await bringInvoices(tx, sources, product.clock.realNow());
      const became = new Map(sources.map((source, index) => [source, taken[index]]));
      await addImportResults(tx, importId, files.map((file) => file.refused ?? resultOf(file, became.get(file.source as SourceInvoice))));
    });
  } catch (error) {
    product.logger.error({ err: error, importId }, "some files of an import failed");
    if (files.length > 1) {
      for (const file of files) await takeFiles(product, act, importId, [file]);
      return;
    }
    await inTransaction(product.source, now, (tx) => addImportResults(tx, importId, files.map(({ name }) => refused(name, error))));
  }
}

function resultOf({ name, source }: ReadFile, taken: TakenInvoice | undefined): ImportResultRow {
  if (!source || !taken) return refused(name, undefined);
  if (taken.outcome === "refused") return refused(`${name}: ${source.number}`, taken.refusal);
  return { ...EMPTY, label: `${name}: ${source.number}`, outcome: taken.outcome, invoiceId: taken.invoiceId, debtorId: taken.debtorId, warnings: [...source.warnings, ...creditWarning(source, taken)] };
}

/** Said of a credit note whose invoice we don't have. */
export function creditWarning(source: Pick<SourceInvoice, "creditsNumber"> | undefined, taken: Exclude<TakenInvoice, { outcome: "refused" }>): string[] {
  return taken.creditedUnknown ? [`CREDITED_UNKNOWN: ${source?.creditsNumber ?? ""}`] : [];
}

const EMPTY: Omit<ImportResultRow, "label" | "outcome"> = { code: null, details: null, invoiceId: null, debtorId: null, statementId: null, warnings: [] };

function refused(label: string, error: unknown): ImportResultRow {
  const refusal = refusalOf(error);
  return { ...EMPTY, label, outcome: "refused", code: refusal?.code ?? "INTERNAL", details: refusal ? JSON.stringify(refusal.details) : null };
}

/** What a dropped file holds: one invoice, or those of a zip. A file that can't be read is told, and stops no other. */
async function* readFiles(product: Product, file: UploadedFile): AsyncGenerator<ReadFile> {
  try {
    if (file.cut) throw new Refusal("FILE_TOO_LARGE", { maxMegabytes: MAX_MEGABYTES, limitBytes: MAX_UBL_BYTES });
    if (file.bytes.length === 0) throw new Refusal("FILE_EMPTY");
    if (isZip(file.bytes)) yield* readZip(product, file);
    else yield { name: file.name, source: await sourceOf(file.name, file.bytes) };
  } catch (error) {
    yield refusedFile(product, file.name, error);
  }
}

async function* readZip(product: Product, file: UploadedFile): AsyncGenerator<ReadFile> {
  const zip = await ZipReader.open(file.bytes);
  const names = zip.names.filter((name) => /\.xml$/i.test(name) && !name.startsWith("__MACOSX/"));
  if (names.length === 0) throw new Refusal("FILE_UNKNOWN_KIND", { kind: "zip", expected: "ubl" });
  for (const name of names) {
    const label = name.split("/").pop() ?? name;
    try {
      yield { name: label, source: await sourceOf(label, await zip.bytesOf(name, MAX_UBL_BYTES)) };
    } catch (error) {
      yield refusedFile(product, label, error);
    }
  }
}

async function sourceOf(name: string, bytes: Buffer): Promise<SourceInvoice> {
  // A file in memory is read without a pause; others, and what the database answers, get their turn between two.
  await new Promise((resolve) => setImmediate(resolve));
  const kind = sniffFile(bytes.subarray(0, SNIFF_BYTES), name);
  if (kind !== "ubl" && kind !== "unknown") throw new Refusal("FILE_UNKNOWN_KIND", { kind, expected: "ubl" });
  return sourceOfUbl(await readUbl(bytes), sha256(bytes));
}

function refusedFile(product: Product, name: string, error: unknown): ReadFile {
  if (!refusalOf(error)) product.logger.error({ err: error }, "a file failed");
  return { name, refused: refused(name, error) };
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
}
