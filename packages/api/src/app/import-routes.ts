import { Refusal } from "@tegemoet/domain";
import { readUbl, sniffFile } from "@tegemoet/files";
import busboy from "busboy";
import type { Express, Request, Response } from "express";
import { addImportResult, finishImport, insertImport, type ImportResultRow } from "../features/invoices/import.queries";
import { importUblInvoice } from "../features/invoices/import-ubl-invoice";
import { inTransaction, type Act } from "../platform/database/transaction";
import { refusalOf } from "../platform/graphql/errors";
import type { StaffViewer, Viewer } from "../platform/graphql/viewer";
import { sha256 } from "../platform/tokens";
import { ROUTES } from "./authorisation";
import { importBankFile } from "./import-bank-file";
import type { Product } from "./product";

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** True when it was longer than we take: then only its beginning is here. */
  readonly cut: boolean;
}

/** The largest file of a kind that is taken; a longer one is refused by name and nothing of it is kept. */
const MAX_BYTES = { invoices: 20 * 1024 * 1024, bank: 64 * 1024 * 1024 } as const;
const MAX_FILES = 200;

const EMPTY: Omit<ImportResultRow, "label" | "outcome"> = { code: null, details: null, invoiceId: null, debtorId: null, statementId: null, warnings: [] };

/** The files that staff drop on the import page: taken in, answered at once, worked through one by one while the page looks on. */
export function importRoutes(app: Express, product: Product, staffOf: (request: Request) => Promise<Viewer | undefined>): void {
  for (const kind of ["invoices", "bank"] as const) {
    app.post(`/admin/imports/${kind}`, async (request, response) => {
      const viewer = await mayUpload(product, staffOf, request, `POST /admin/imports/${kind}`, response);
      if (!viewer) return;
      await product.limits.take("upload", viewer.staffId);
      const files = await receiveFiles(request, MAX_BYTES[kind]);
      if (files.length === 0) throw new Refusal("FILE_EMPTY");
      const act: Act = { organisationId: viewer.organisationId, actor: { kind: "staff", id: viewer.staffId }, now: product.clock.now() };
      const label = files.length === 1 ? String(files[0]?.name) : `${files[0]?.name} +${files.length - 1}`;
      const importId = await inTransaction(product.source, act, (tx) => insertImport(tx, { kind, fileName: label, total: files.length }));
      response.status(202).json({ id: importId });
      workThrough(product, act, importId, files, kind === "invoices" ? importInvoiceFile : importBankFile).catch((error: unknown) =>
        product.logger.error({ err: error, importId }, "an import broke off"));
    });
  }
}

/** What one file becomes; a refusal is a result too, and stops nothing but its own file. */
export type FileImporter = (product: Product, act: Act, file: UploadedFile) => Promise<ImportResultRow[]>;

async function workThrough(product: Product, act: Act, importId: string, files: readonly UploadedFile[], importer: FileImporter): Promise<void> {
  for (const file of files) {
    const results = await importer(product, act, file).catch((error: unknown): ImportResultRow[] => {
      const refusal = refusalOf(error);
      if (!refusal) product.logger.error({ err: error, importId }, "a file failed");
      return [{ ...EMPTY, label: file.name, outcome: "refused", code: refusal?.code ?? "INTERNAL", details: refusal ? JSON.stringify(refusal.details) : null }];
    });
    await inTransaction(product.source, act, async (tx) => {
      for (const result of results) await addImportResult(tx, importId, result);
      if (results.length > 1) await tx.query("update import set total = total + $3 where organisation_id = $1 and id = $2", [tx.organisationId, importId, results.length - 1]);
    });
  }
  await inTransaction(product.source, act, (tx) => finishImport(tx, importId));
}

/** One UBL file into the books, in one transaction: all of it or nothing. */
export const importInvoiceFile: FileImporter = async (product, act, file) => {
  if (file.cut) throw new Refusal("FILE_TOO_LARGE", { maxMegabytes: MAX_BYTES.invoices / 1024 / 1024 });
  if (file.bytes.length === 0) throw new Refusal("FILE_EMPTY");
  const kind = sniffFile(file.bytes.subarray(0, 4096), file.name);
  if (kind !== "ubl" && kind !== "unknown") throw new Refusal("FILE_UNKNOWN_KIND", { kind, expected: "ubl" });
  const ubl = await readUbl(file.bytes);
  const imported = await inTransaction(product.source, act, (tx) => importUblInvoice(tx, ubl, sha256(file.bytes)));
  return [{ ...EMPTY, label: `${file.name}: ${imported.number}`, outcome: imported.outcome, invoiceId: imported.invoiceId, debtorId: imported.debtorId, warnings: imported.warnings }];
};

async function mayUpload(product: Product, staffOf: (request: Request) => Promise<Viewer | undefined>, request: Request, route: string, response: Response): Promise<StaffViewer | undefined> {
  const viewer = await staffOf(request);
  const allowed = ROUTES[route];
  // The header can't be set by a form of another site, so a cookie alone doesn't upload (T-42).
  if (request.get("x-tegemoet") !== "admin") return void response.status(400).json({ code: "INPUT_INVALID", details: {} });
  if (viewer?.kind !== "staff") return void response.status(401).json({ code: "NOT_SIGNED_IN", details: {} });
  if (!Array.isArray(allowed) || !allowed.includes(viewer.role)) return void response.status(403).json({ code: "NOT_ALLOWED", details: { has: viewer.role } });
  return viewer;
}

/** Reads the files of a multipart body into memory, each up to its limit. */
export function receiveFiles(request: Request, maxBytes: number): Promise<UploadedFile[]> {
  return new Promise((resolve, reject) => {
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers, defParamCharset: "utf8", limits: { files: MAX_FILES, fileSize: maxBytes, fields: 5, parts: MAX_FILES + 5 } });
    } catch {
      return reject(new Refusal("INPUT_INVALID", { fields: ["files: a multipart upload"] }));
    }
    const files: UploadedFile[] = [];
    form.on("file", (_field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("close", () => files.push({ name: (filename ?? "bestand").slice(-120), bytes: Buffer.concat(chunks), cut: stream.truncated === true }));
    });
    form.on("close", () => resolve(files));
    form.on("error", () => reject(new Refusal("FILE_CUT_OFF")));
    request.on("aborted", () => reject(new Refusal("FILE_CUT_OFF")));
    request.pipe(form);
  });
}
