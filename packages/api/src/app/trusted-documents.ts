import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";

/** The queries that a web app was built with, by hash; undefined when it wasn't built. */
export function readManifest(webPackage: string): ReadonlyMap<string, string> | undefined {
  const file = join(__dirname, "..", "..", "..", webPackage, "persisted-documents.json");
  if (!existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return new Map(Object.entries(manifest).map(([hash, text]) => [hash.replace(/^sha256:/, ""), text]));
}

/**
 * Lets a cookie session send only the queries of our own portals (T-44): the body names one by its hash, anything else is
 * refused before a parser sees it.
 */
export function trustedDocuments(manifest: ReadonlyMap<string, string>): RequestHandler {
  return (request, response, next) => {
    const body = (request.body ?? {}) as { documentId?: unknown; query?: unknown; operationName?: unknown };
    const id = typeof body.documentId === "string" ? body.documentId.replace(/^sha256:/, "") : "";
    const text = manifest.get(id);
    if (text === undefined) {
      response.status(403).json({ errors: [{ message: "this portal only answers its own queries", extensions: { code: "BAD_REQUEST" } }] });
      return;
    }
    const { documentId: _, operationName, ...rest } = body;
    request.body = { ...rest, query: text, ...(typeof operationName === "string" ? { operationName } : {}) };
    next();
  };
}
