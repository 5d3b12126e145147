import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from "express";
import helmet from "helmet";
import { refusalOf } from "../platform/refusal-of";
import { LIMITS } from "../platform/graphql/limits";
import type { Context, Viewer } from "../platform/graphql/viewer";
import { startApollo } from "./apollo";
import { contextOf } from "./context";
import type { Door } from "./guard";
import type { Product } from "./product";
import { routes } from "./routes";
import { readManifest, trustedDocuments } from "./trusted-documents";
import { agencyOf, debtorOf, staffOf } from "./viewers";

const WEBS = { admin: "admin-web", portal: "debtor-portal" } as const;

/** The whole product behind one port. */
export async function makeHttp(product: Product): Promise<{ app: Express; server: Server; close: () => Promise<void> }> {
  const { config, source, clock, logger } = product;
  const development = config.TRUSTED_DOCUMENTS === "off";
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.TRUST_PROXY);
  app.use(securityHeaders(config.PUBLIC_URL));
  app.use(compression());

  const doors: Record<Door, (request: Request) => Promise<Viewer | undefined>> = {
    admin: (request) => staffOf(source, clock, request),
    portal: (request) => debtorOf(source, clock, request),
    partner: (request) => agencyOf(source, clock, request),
  };
  const servers: ApolloServer<Context>[] = [];
  for (const door of ["admin", "portal", "partner"] as const) {
    const server = await startApollo(door, { logger, introspection: development || door === "partner" });
    servers.push(server);
    const handlers: RequestHandler[] = [onlyPost, fromOurPages(config.PUBLIC_URL, door), express.json({ limit: LIMITS.bodyBytes })];
    if (door !== "partner" && !development) handlers.push(documentsOf(WEBS[door]));
    app.use(`/${door}/graphql`, ...handlers, expressMiddleware(server, {
      context: async ({ req, res }) => contextOf(product, await doors[door](req), req, res),
    }));
  }

  routes(app, product, doors);

  serveWeb(app, "/portal", WEBS.portal);
  serveWeb(app, "/", WEBS.admin);
  app.use(lastWord(product));

  const server = createServer(app);
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 5_000;
  return {
    app,
    server,
    close: async () => {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      });
      await Promise.all(servers.map((apollo) => apollo.stop()));
    },
  };
}

/** Headers for every answer: nothing from elsewhere, no frames, no referrer (T-25, T-46). */
function securityHeaders(publicUrl: string): RequestHandler {
  const https = publicUrl.startsWith("https:");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        // The component library of the admin portal sets sizes through style attributes; no style block from elsewhere comes in.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    // Over plain HTTP on a name other than localhost a browser ignores this header and says so, loudly.
    crossOriginOpenerPolicy: https ? { policy: "same-origin" } : false,
    originAgentCluster: https,
  });
}

const onlyPost: RequestHandler = (request, response, next) => {
  if (request.method === "POST") return next();
  response.status(405).set("allow", "POST").json({ errors: [{ message: "this door takes POST", extensions: { code: "BAD_REQUEST" } }] });
};

/** A page of another site may not speak here, cookie or not (T-42). Agencies come without a browser. */
function fromOurPages(publicUrl: string, door: Door): RequestHandler {
  const own = new URL(publicUrl).origin;
  return (request, response, next) => {
    const origin = request.get("origin");
    const site = request.get("sec-fetch-site");
    const sameHost = origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get("host");
    const foreign = (origin !== undefined && origin !== own && !sameHost) || site === "cross-site";
    if (door !== "partner" && foreign) {
      response.status(403).json({ errors: [{ message: "a request of another site", extensions: { code: "BAD_REQUEST" } }] });
      return;
    }
    next();
  };
}

function documentsOf(web: string): RequestHandler {
  const manifest = readManifest(web);
  if (manifest) return trustedDocuments(manifest);
  return (_request, response) => void response.status(503).json({ errors: [{ message: `${web} is not built: run npm run build`, extensions: { code: "BAD_REQUEST" } }] });
}

/** A web app: its files for ever (their names carry a hash), its page fresh each time, and the page for every path it knows. */
function serveWeb(app: Express, base: string, web: string): void {
  const folder = join(__dirname, "..", "..", "..", web, "dist");
  app.use(base, express.static(folder, { index: false, redirect: false, setHeaders: (response: Response, path: string) => {
    response.setHeader("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  } }));
  const page: RequestHandler = (request, response, next) => {
    if ((request.method !== "GET" && request.method !== "HEAD") || request.path.includes("/assets/")) return next();
    if (!request.accepts("html")) return next();
    const file = join(folder, "index.html");
    if (!existsSync(file)) return void response.status(503).type("text").send(`The page is not built yet. Run "npm run build".`);
    response.set("cache-control", "no-store").sendFile(file);
  };
  app.use(base, page);
}

/** What nobody answered, and what went wrong on a route. */
function lastWord(product: Product): ErrorRequestHandler | RequestHandler {
  const handler: ErrorRequestHandler = (error, _request, response, _next) => {
    const refusal = refusalOf(error);
    const status = (error as { status?: number }).status;
    if (response.headersSent) return response.destroy();
    if (refusal) return void response.status(refusal.code === "NOT_FOUND" ? 404 : refusal.code === "TOO_MANY_TRIES" ? 429 : 422).json(refusal);
    if (status && status >= 400 && status < 500) return void response.status(status).json({ code: "INPUT_INVALID", details: {} });
    product.logger.error({ err: error }, "a route failed");
    response.status(500).json({ code: "INTERNAL", details: {} });
  };
  return handler;
}
