import type { Express, Request } from "express";
import { Refusal } from "@tegemoet/domain";
import { reading } from "../platform/database/transaction";
import type { Viewer } from "../platform/graphql/viewer";
import { idOf } from "../platform/ids";
import { findDocumentFor } from "../features/communications/document.queries";
import type { Door } from "./guard";
import type { Product } from "./product";

/**
 * A file, for whoever may see it: staff of the organisation, the debtor whose invoice or letter it is (after the check), the agency that has
 * the case. Anybody else's is not found. It is always a download in a sandbox of its own, but for a PDF that a page of ours shows (T-62).
 */
export function documentRoutes(app: Express, { source }: Product, doors: Record<Door, (request: Request) => Promise<Viewer | undefined>>): void {
  app.get("/documents/:id", async (request, response) => {
    const id = idOf(String(request.params["id"]));
    const document = await firstFound(source, await viewersOf(request, doors), id);
    if (!document) throw new Refusal("NOT_FOUND");
    const pdf = document.mimeType === "application/pdf";
    const shown = pdf && request.query["inline"] === "1";
    response.set({
      "content-type": pdf || /^image\/(png|jpeg)$/.test(document.mimeType) ? document.mimeType : "application/octet-stream",
      "content-disposition": `${shown ? "inline" : "attachment"}; filename="${document.fileName.replace(/[^\w.\- ]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      "x-content-type-options": "nosniff",
      // Chromium's viewer of PDFs doesn't work in a sandbox; a PDF that is shown may still load nothing and be framed by us alone.
      "content-security-policy": shown ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'" : "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
      "content-length": String(document.bytes.length),
    });
    response.end(document.bytes);
  });
}

/** Whoever the request may be: a browser can hold a cookie of staff and one of a debtor at once. */
async function viewersOf(request: Request, doors: Record<Door, (request: Request) => Promise<Viewer | undefined>>): Promise<Viewer[]> {
  const viewers = [await doors.admin(request), await doors.portal(request), await doors.partner(request)];
  return viewers.filter((viewer) => viewer !== undefined);
}

async function firstFound(source: Product["source"], viewers: readonly Viewer[], id: string) {
  for (const viewer of viewers) {
    const document = await reading(source, viewer.organisationId, (reader) => findDocumentFor(reader, viewer, id));
    if (document) return document;
  }
  return undefined;
}
