import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { Refusal } from "@tegemoet/domain";
import { dayOf } from "../platform/clock";
import { inTransaction, reading, type Act } from "../platform/database/transaction";
import type { Context, Viewer } from "../platform/graphql/viewer";
import { sessionCookie } from "../platform/http/cookies";
import type { Product } from "./product";

function actorOf(viewer: Viewer | undefined): Act["actor"] {
  if (!viewer) return { kind: "system" };
  if (viewer.kind === "staff") return { kind: "staff", id: viewer.staffId };
  if (viewer.kind === "debtor") return { kind: "debtor", id: viewer.debtorId };
  return { kind: "agency", id: viewer.agencyId };
}

/** What the resolvers of one request are given. The day and the moment are read once, so a request lives in one instant. */
export function contextOf(product: Product, viewer: Viewer | undefined, request: Request, response: Response): Context {
  const now = product.clock.now();
  const requestId = request.get("x-request-id")?.slice(0, 64).replace(/[^\w-]/g, "") || randomUUID();
  const organisation = (): string => {
    if (!viewer) throw new Refusal("NOT_SIGNED_IN");
    return viewer.organisationId;
  };
  const { source, config, clock, outside, limits } = product;
  return {
    viewer: viewer as Viewer,
    signedIn: viewer !== undefined,
    now,
    today: dayOf(now),
    realNow: clock.realNow(),
    demo: config.DEMO !== "off",
    requestId,
    address: request.ip ?? "",
    userAgent: request.get("user-agent"),
    source,
    outside,
    limits,
    config,
    read: async (work) => reading(source, organisation(), work),
    write: async (work) => inTransaction(source, { organisationId: organisation(), actor: actorOf(viewer), now, requestId }, work),
    setCookie: (name, value, maxAge) => void response.append("set-cookie", sessionCookie(name, value, maxAge)),
    clearCookie: (name) => void response.append("set-cookie", sessionCookie(name, "", 0)),
  };
}
