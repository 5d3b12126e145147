import { type Express, type Request } from "express";
import type { Viewer } from "../platform/graphql/viewer";
import type { Door } from "./guard";
import { demoRoutes } from "./demo-routes";
import { documentRoutes } from "./document-routes";
import { importRoutes, refusedRoutes } from "./import-routes";
import { inboundRoutes } from "./inbound-routes";
import { letterRoutes } from "./letter-routes";
import { paymentRoutes } from "./payment-routes";
import { portalRoutes } from "./portal-routes";
import type { Product } from "./product";

/** The routes beside the three schemas: files, links, webhooks, health, the demo's calendar. */
export function routes(app: Express, product: Product, doors: Record<Door, (request: Request) => Promise<Viewer | undefined>>): void {
  app.get("/health/live", (_request, response) => void response.json({ ok: true }));
  app.get("/health/ready", async (_request, response) => {
    const ok = await product.source.query("select 1").then(() => true, () => false);
    response.status(ok ? 200 : 503).json({ ok });
  });
  portalRoutes(app, product);
  paymentRoutes(app, product);
  importRoutes(app, product, doors.admin);
  refusedRoutes(app, product, doors.admin);
  letterRoutes(app, product, doors.admin);
  inboundRoutes(app, product);
  documentRoutes(app, product, doors);
  demoRoutes(app, product);
}
