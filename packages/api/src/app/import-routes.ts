import { Refusal } from "@tegemoet/domain";
import { MAX_UBL_BYTES, MAX_XLSX_BYTES, sniffFile, SNIFF_BYTES } from "@tegemoet/files";
import type { Express, Request, Response } from "express";
import { findBankMapping } from "../features/bank/bank-mapping.queries";
import { bankTableOf, isBankTable } from "../features/bank/bank-table";
import { addImportResults, findImportByKey, finishImport, insertImport, type ImportResultRow } from "../features/invoices/import.queries";
import { refusedFile } from "../features/invoices/refused-file";
import { readTableOf } from "../features/invoices/preview-import";
import { storeDocument } from "../features/invoices/store-document";
import { inTransaction, reading, type Act, type Tx } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import type { StaffViewer, Viewer } from "../platform/graphql/viewer";
import { idOf } from "../platform/ids";
import { ROUTES } from "./authorisation";
import { importBankFile } from "./import-bank-file";
import { importInvoiceFiles } from "./import-invoices";
import type { Product } from "./product";
import { receiveFiles, spoolFiles } from "./receive-files";
import { headOf, wholeOf, type FileBytes, type SpooledBytes, type UploadedFile } from "./uploaded-file";

/** The largest file of a kind that is taken; a longer one is refused by name and nothing of it is kept. */
const MAX_BYTES = { invoices: Math.max(MAX_UBL_BYTES, MAX_XLSX_BYTES), bank: 64 * 1024 * 1024 } as const;
const EMPTY: Omit<ImportResultRow, "label" | "outcome"> = { code: null, details: null, invoiceId: null, debtorId: null, statementId: null, warnings: [] };

/** The files that staff drop on the import page: taken in, answered at once, worked through one by one while the page looks on. */
export function importRoutes(app: Express, product: Product, staffOf: (request: Request) => Promise<Viewer | undefined>): void {
  for (const kind of ["invoices", "bank"] as const) {
    app.post(`/admin/imports/${kind}`, async (request, response) => {
      const viewer = await mayUpload(staffOf, request, `POST /admin/imports/${kind}`, response);
      if (!viewer) return;
      await product.limits.take("upload", viewer.staffId);
      const act: Act = { organisationId: viewer.organisationId, actor: { kind: "staff", id: viewer.staffId }, now: product.clock.now() };
      const key = request.get("idempotency-key")?.slice(0, 200);
      const { importId, begin } = await (kind === "invoices"
        ? beginInvoices(product, act, await notEmpty(receiveFiles(request, MAX_BYTES.invoices)), key)
        : beginBank(product, act, await notEmpty(spoolFiles(request, MAX_BYTES.bank)), key));
      response.status(202).json({ id: importId });
      begin?.().catch((error: unknown) => product.logger.error({ err: error, importId }, "an import broke off"));
    });
  }
}

async function notEmpty<File>(files: Promise<File[]>): Promise<File[]> {
  const received = await files;
  if (received.length === 0) throw new Refusal("FILE_EMPTY");
  return received;
}

/** What an import refused, as a file: each row as it was, with its line and why, to mend and bring in again. */
export function refusedRoutes(app: Express, product: Product, staffOf: (request: Request) => Promise<Viewer | undefined>): void {
  app.get("/admin/imports/:id/refused.csv", async (request, response) => {
    const viewer = await mayEnter(staffOf, request, "GET /admin/imports/:id/refused.csv", response);
    if (!viewer) return;
    const id = idOf(String(request.params["id"]));
    const language = request.query["language"] === "en" ? "en" : "nl";
    const text = await refusedFile((work) => reading(product.source, viewer.organisationId, work), id, language, product.clock.now());
    response.set({ "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${language === "nl" ? "geweigerd" : "refused"}.csv"`, "cache-control": "private, no-store" });
    response.end(text);
  });
}

interface Begun {
  readonly importId: string;
  /** What is done behind the answer. Absent when this key came before, or a person has to choose first. */
  begin?(): Promise<void>;
}

const TABLES: ReadonlySet<string> = new Set(["csv", "xlsx"]);

/** A spreadsheet waits for its columns to be named; UBL files are taken in at once. */
async function beginInvoices(product: Product, act: Act, files: readonly UploadedFile[], key: string | undefined): Promise<Begun> {
  const [file] = files;
  const isTable = ({ bytes, name, cut }: UploadedFile): boolean => !cut && TABLES.has(sniffFile(bytes.subarray(0, SNIFF_BYTES), name));
  if (file && files.length === 1 && isTable(file)) {
    // What can't be read at all is refused before anything waits for a person.
    await readTableOf(file.bytes, file.name);
    return inTransaction(product.source, act, (tx) => waitForMapping(tx, "invoices", file, key));
  }
  if (files.some(isTable)) throw new Refusal("INPUT_INVALID", { fields: ["files: one spreadsheet at a time, without other files"] });
  return beginFiles(product, act, { kind: "invoices", files, key, work: (importId) => takeFilesIn(product, act, importId, files) });
}

/**
 * A bank's own export with a header that nobody explained yet waits for its columns to be named; every other file is taken in at once. The
 * files lie on disk until they are done with.
 */
async function beginBank(product: Product, act: Act, files: readonly UploadedFile<SpooledBytes>[], key: string | undefined): Promise<Begun> {
  const forget = async (): Promise<void> => void (await Promise.all(files.map(({ bytes }) => bytes.forget())));
  try {
    const begun = await beginOrWait(product, act, files, key);
    if (!begun.begin) await forget();
    return { ...begun, begin: begun.begin && (() => (begun.begin as () => Promise<void>)().finally(forget)) };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function beginOrWait(product: Product, act: Act, files: readonly UploadedFile<SpooledBytes>[], key: string | undefined): Promise<Begun> {
  const [file] = files;
  if (!file || files.length > 1 || file.cut || !isBankTable(headOf(file.bytes), file.name)) return beginFiles(product, act, { kind: "bank", files, key, work: (importId) => workThrough(product, act, importId, files) });
  const bytes = await wholeOf(file.bytes);
  const table = await bankTableOf(bytes, file.name);
  if (await reading(product.source, act.organisationId, (reader) => findBankMapping(reader, table.columns))) return beginFiles(product, act, { kind: "bank", files, key, work: (importId) => workThrough(product, act, importId, files) });
  return inTransaction(product.source, act, (tx) => waitForMapping(tx, "bank", { ...file, bytes }, key));
}

/** Keeps a file until a person has said which column is what. The same key again is the same import. */
async function waitForMapping(tx: Tx, kind: "invoices" | "bank", file: UploadedFile, key: string | undefined): Promise<Begun> {
  const known = key === undefined ? undefined : await findImportByKey(tx, key);
  if (known) return { importId: known };
  const documentId = await storeDocument(tx, { kind: "source", fileName: file.name, mimeType: "application/octet-stream", bytes: file.bytes });
  return { importId: await insertImport(tx, { kind, fileName: file.name, total: 0, state: "waiting", documentId, key }) };
}

interface FilesToBegin {
  readonly kind: "invoices" | "bank";
  readonly files: readonly UploadedFile<FileBytes>[];
  readonly key: string | undefined;
  work(importId: string): Promise<void>;
}

async function beginFiles(product: Product, act: Act, { kind, files, key, work }: FilesToBegin): Promise<Begun> {
  const label = files.length === 1 ? String(files[0]?.name) : `${files[0]?.name} +${files.length - 1}`;
  const { importId, known } = await inTransaction(product.source, act, async (tx) => {
    const earlier = key === undefined ? undefined : await findImportByKey(tx, key);
    return { known: earlier !== undefined, importId: earlier ?? (await insertImport(tx, { kind, fileName: label, total: files.length, key })) };
  });
  return known ? { importId } : { importId, begin: () => work(importId) };
}

async function takeFilesIn(product: Product, act: Act, importId: string, files: readonly UploadedFile[]): Promise<void> {
  await importInvoiceFiles(product, act, importId, files);
  await inTransaction(product.source, act, async (tx) => {
    // A zip held more files than it counted for.
    await tx.query("update import set total = greatest(total, done) where organisation_id = $1 and id = $2", [tx.organisationId, importId]);
    await finishImport(tx, importId);
  });
}

/** What a file becomes; a refusal is a result too, and stops nothing but its own file. */
async function workThrough(product: Product, act: Act, importId: string, files: readonly UploadedFile<FileBytes>[]): Promise<void> {
  for (const file of files) {
    const results = await importBankFile(product, act, file, undefined, stillAlive(product, act, importId)).catch((error: unknown): ImportResultRow[] => {
      const refusal = refusalOf(error);
      if (!refusal) product.logger.error({ err: error, importId }, "a file failed");
      return [{ ...EMPTY, label: file.name, outcome: "refused", code: refusal?.code ?? "INTERNAL", details: refusal ? JSON.stringify(refusal.details) : null }];
    });
    await inTransaction(product.source, act, async (tx) => {
      await addImportResults(tx, importId, results);
      if (results.length > 1) await tx.query("update import set total = total + $3 where organisation_id = $1 and id = $2", [tx.organisationId, importId, results.length - 1]);
    });
  }
  await inTransaction(product.source, act, (tx) => finishImport(tx, importId));
}

const TOLD_EVERY_MS = 20_000;

/** Says of an import now and then that it goes on: one that tells nothing for long is taken to have broken off. */
export function stillAlive(product: Product, act: Act, importId: string): () => Promise<void> {
  let told = product.clock.realNow().getTime();
  return async () => {
    const now = product.clock.realNow().getTime();
    if (now - told < TOLD_EVERY_MS) return;
    told = now;
    await inTransaction(product.source, { ...act, now: product.clock.now() }, (tx) => tx.query("update import set touched_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, importId, tx.now]));
  };
}

async function mayUpload(staffOf: (request: Request) => Promise<Viewer | undefined>, request: Request, route: string, response: Response): Promise<StaffViewer | undefined> {
  // The header can't be set by a form of another site, so a cookie alone doesn't upload (T-42).
  if (request.get("x-tegemoet") !== "admin") return void response.status(400).json({ code: "INPUT_INVALID", details: {} });
  return mayEnter(staffOf, request, route, response);
}

/** The member of staff who asks, when the matrix lets their role in at this route; else it is answered here. */
export async function mayEnter(staffOf: (request: Request) => Promise<Viewer | undefined>, request: Request, route: string, response: Response): Promise<StaffViewer | undefined> {
  const viewer = await staffOf(request);
  const allowed = ROUTES[route];
  if (viewer?.kind !== "staff") return void response.status(401).json({ code: "NOT_SIGNED_IN", details: {} });
  if (!Array.isArray(allowed) || !allowed.includes(viewer.role)) return void response.status(403).json({ code: "NOT_ALLOWED", details: { has: viewer.role } });
  return viewer;
}
