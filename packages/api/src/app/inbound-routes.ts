import express, { type Express, type Request } from "express";
import { z } from "zod";
import { Refusal } from "@tegemoet/domain";
import { inTransaction, type Tx } from "../platform/database/transaction";
import { same, sha256 } from "../platform/tokens";
import { readMessageId } from "../features/communications/inbound.queries";
import { bounceDetail, recordBounce } from "../features/communications/record-bounce";
import { recordDelivery } from "../features/communications/record-delivery";
import { recordReply } from "../features/communications/record-reply";
import type { Product } from "./product";

const notice = z.object({
  kind: z.enum(["bounce", "reply", "delivered"]),
  /** The Message-ID of our own mail. */
  messageId: z.string().max(300),
  to: z.string().max(320).optional(),
  at: z.iso.datetime({ offset: true }),
  raw: z.string().optional(),
  from: z.string().max(320).optional(),
  subject: z.string().max(500).optional(),
  text: z.string().optional(),
});

/**
 * What becomes of our mails, told by whoever receives for us: bounces, replies, deliveries. With the shared secret only; each notice may come
 * twice. 204 when it is kept, 404 when the mail isn't ours, 422 when it can't be read.
 */
export function inboundRoutes(app: Express, { source, clock, config }: Product): void {
  const secrets = [config.INBOUND_SECRET, config.DEMO_SECRET].filter((secret) => secret !== undefined);
  app.post("/inbound/mail", (request, response, next) => {
    if (mayTell(request, secrets)) return next();
    response.status(401).json({ code: "NOT_SIGNED_IN", details: {} });
  }, express.json({ limit: "2mb" }), async (request, response) => {
    const parsed = notice.safeParse(request.body);
    if (!parsed.success) throw new Refusal("INPUT_INVALID", { fields: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) });
    const { kind, messageId: named, raw, from, subject, text } = parsed.data;
    const ours = readMessageId(named);
    if (!ours) throw new Refusal("NOT_FOUND");
    const { messageId, organisationId } = ours;
    const now = clock.now();
    const told = new Date(parsed.data.at);
    const at = told < now ? told : now;
    const record = (tx: Tx): Promise<void> => {
      if (kind === "bounce") return recordBounce(tx, { messageId, at, detail: bounceDetail(raw) });
      if (kind === "delivered") return recordDelivery(tx, { messageId, at });
      return recordReply(tx, { messageId, at, from: from ?? null, subject: subject ?? null, text: text ?? raw ?? "" });
    };
    await inTransaction(source, { organisationId, actor: { kind: "system" }, now }, record);
    response.status(204).end();
  });
}

function mayTell(request: Request, secrets: readonly string[]): boolean {
  const given = request.get("x-sandbox-secret") ?? /^Bearer (.+)$/.exec(request.get("authorization") ?? "")?.[1];
  return given !== undefined && secrets.some((secret) => same(sha256(secret), sha256(given)));
}
