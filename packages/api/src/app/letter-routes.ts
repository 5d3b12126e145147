import type { Express, Request } from "express";
import { Refusal } from "@tegemoet/domain";
import { reading } from "../platform/database/transaction";
import type { Viewer } from "../platform/graphql/viewer";
import { idOf } from "../platform/ids";
import { unseal } from "../platform/seal";
import { findPrintFile } from "../features/escalations/letter-batch.queries";
import { printFilePurpose } from "../features/escalations/make-letter-batch";
import { mayEnter } from "./import-routes";
import type { Product } from "./product";

const ROUTE = "/admin/letter-batches/:id.pdf";

/** The file for the printer, for those who may print, while its letters wait for the post. It holds the debtors' own links, so it is kept nowhere else. */
export function letterRoutes(app: Express, { source, config }: Product, admin: (request: Request) => Promise<Viewer | undefined>): void {
  app.get(ROUTE, async (request, response) => {
    const viewer = await mayEnter(admin, request, `GET ${ROUTE}`, response);
    if (!viewer) return;
    const id = idOf(String(request.params["id"]));
    const sealed = await reading(source, viewer.organisationId, (reader) => findPrintFile(reader, id));
    if (!sealed) throw new Refusal("NOT_FOUND");
    response.set({
      "content-type": "application/pdf", "content-disposition": `inline; filename="brieven.pdf"`, "x-content-type-options": "nosniff", "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    });
    response.end(unseal(config.SECRET_KEY, printFilePurpose(id), sealed));
  });
}
