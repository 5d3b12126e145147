import { Refusal } from "@tegemoet/domain";
import express, { type Express } from "express";
import { inTransaction } from "../platform/database/transaction";
import { PORTAL_COOKIE, sessionCookie } from "../platform/http/cookies";
import { organisationOfToken } from "../platform/tokens";
import { openLink } from "../features/communications/open-link";
import { PORTAL_HOURS } from "../features/communications/portal-session.queries";
import type { Product } from "./product";

/**
 * The way in for debtors: POST only. A GET of the same address is a page that changes nothing, whoever fetches it (T-21). The token
 * stays out of logs and of the history: the page takes it out of the address, the answer leads to a clean one.
 */
export function portalRoutes(app: Express, { source, clock, config, limits }: Product): void {
  const own = new URL(config.PUBLIC_URL).origin;
  app.post("/portal/l/:token", express.urlencoded({ extended: false, limit: "1kb" }), async (request, response) => {
    const fromPortal = request.get("x-tegemoet") === "portal";
    const origin = request.get("origin");
    const foreign = request.get("sec-fetch-site") === "cross-site" || (origin !== undefined && origin !== "null" && origin !== own && new URL(origin).host !== request.get("host"));
    if (foreign) return void response.status(403).json({ code: "LINK_INVALID", details: {} });
    const token = String(request.params["token"]);
    try {
      await limits.take("link-open", request.ip ?? "");
      const organisationId = organisationOfToken(token);
      if (!organisationId) throw new Refusal("LINK_INVALID");
      const act = { organisationId, actor: { kind: "debtor" }, now: clock.now() } as const;
      const { session } = await inTransaction(source, act, (tx) => openLink(tx, { token, secretKey: config.SECRET_KEY, realNow: clock.realNow() }));
      response.append("set-cookie", sessionCookie(PORTAL_COOKIE, session, PORTAL_HOURS * 3600));
      response.set("cache-control", "no-store");
      if (fromPortal) return void response.status(204).end();
      response.redirect(303, "/portal/");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (fromPortal) return void response.status(error.code === "TOO_MANY_TRIES" ? 429 : 404).json({ code: error.code, details: error.details });
      response.redirect(303, "/portal/?link=invalid");
    }
  });
}
