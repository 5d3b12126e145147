import express, { type Express, type Request, type RequestHandler } from "express";
import { z } from "zod";
import { Refusal } from "@tegemoet/domain";
import { inTransaction } from "../platform/database/transaction";
import { same, sha256 } from "../platform/tokens";
import { readMessageId } from "../features/communications/inbound.queries";
import type { IncomingMail } from "../features/communications/incoming-mail";
import { readMail } from "../features/communications/read-mail";
import { bounceDetail } from "../features/communications/record-bounce";
import { recordDelivery } from "../features/communications/record-delivery";
import { takeSmsReport } from "../features/communications/take-sms-report";
import { takeIncoming } from "./take-incoming";
import type { Product } from "./product";

const LONGEST_MAIL = "25mb";

const mailNotice = z.object({
  /** mail: whatever it is, `raw` says. The others say it themselves, for services that read mails for us. */
  kind: z.enum(["mail", "bounce", "reply", "delivered"]),
  /** The Message-ID of our own mail. */
  messageId: z.string().max(300).optional(),
  to: z.string().max(320).optional(),
  at: z.iso.datetime({ offset: true }),
  raw: z.string().optional(),
  /** The mail as it came over the wire, for one that isn't UTF-8. */
  rawBase64: z.base64().optional(),
  from: z.string().max(320).optional(),
  subject: z.string().max(500).optional(),
  text: z.string().optional(),
});
type MailNotice = z.infer<typeof mailNotice>;

const smsNotice = z.object({
  kind: z.enum(["delivered", "failed", "reply"]),
  /** Our own reference. */
  reference: z.string().max(300),
  at: z.iso.datetime({ offset: true }),
  detail: z.string().max(1_000).optional(),
  from: z.string().max(40).optional(),
  text: z.string().max(5_000).optional(),
});

/**
 * What comes in from outside, told by whoever receives for us: mails, bounces, deliveries, answers to text messages. With the shared secret only;
 * each notice may come twice. 204 when it is kept, 404 when it is nobody's here, 422 when it can't be read.
 */
export function inboundRoutes(app: Express, product: Product): void {
  const { clock, config, source } = product;
  const secrets = [config.INBOUND_SECRET, config.DEMO_SECRET].filter((secret) => secret !== undefined);
  const known: RequestHandler = (request, response, next) => {
    if (mayTell(request, secrets)) return next();
    response.status(401).json({ code: "NOT_SIGNED_IN", details: {} });
  };
  const body = express.json({ limit: LONGEST_MAIL });

  app.post("/inbound/mail", known, body, async (request, response) => {
    const notice = read(mailNotice, request.body);
    const at = earlier(new Date(notice.at), clock.now());
    const ours = notice.messageId === undefined ? undefined : readMessageId(notice.messageId);
    if (notice.kind === "delivered") {
      if (!ours) throw new Refusal("NOT_FOUND");
      await inTransaction(source, { organisationId: ours.organisationId, actor: { kind: "system" }, now: clock.now() }, (tx) => recordDelivery(tx, { messageId: ours.messageId, at }));
    } else {
      if (notice.kind !== "mail" && !ours) throw new Refusal("NOT_FOUND");
      const taken = await takeIncoming(product, await mailOf(notice, at), at, { mustBeOurs: notice.kind !== "mail" });
      if (taken === undefined) throw new Refusal("NOT_FOUND");
    }
    response.status(204).end();
  });

  app.post("/inbound/sms", known, body, async (request, response) => {
    const { reference, at, ...told } = read(smsNotice, request.body);
    const ours = readMessageId(`${reference}@sms`);
    if (!ours) throw new Refusal("NOT_FOUND");
    await inTransaction(source, { organisationId: ours.organisationId, actor: { kind: "system" }, now: clock.now() }, (tx) =>
      takeSmsReport(tx, { ...told, messageId: ours.messageId, at: earlier(new Date(at), clock.now()) }));
    response.status(204).end();
  });
}

/** A whole mail where there is one; else what the service read of it. What it says it is goes before what we would make of it. */
async function mailOf(notice: MailNotice, at: Date): Promise<IncomingMail> {
  const { kind, messageId, raw, rawBase64, to, from, subject, text } = notice;
  const mail = await readMail(rawBase64 ? Buffer.from(rawBase64, "base64") : Buffer.from(raw ?? "", "utf8"), kind === "mail" && to ? [to] : []);
  const references = messageId ? [messageId.trim().replace(/^<|>$/g, ""), ...mail.references] : mail.references;
  if (kind === "mail") return { ...mail, references };
  const whole = mail.from.address !== "";
  const id = whole ? mail.id : `told-${sha256([kind, messageId, at.toISOString(), text ?? raw ?? ""].join("\n")).toString("hex")}`;
  if (kind === "bounce") return { ...mail, id, references, report: mail.report ?? { outcome: "hard", recipient: to ?? null, detail: bounceDetail(raw) } };
  return {
    ...mail, id, references, report: null,
    from: whole ? mail.from : { name: "", address: (from ?? "").toLowerCase() },
    subject: subject ?? mail.subject, text: whole && mail.text ? mail.text : (text ?? mail.text).replaceAll("\0", "").slice(0, 20_000),
  };
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal("INPUT_INVALID", { fields: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) });
}

function earlier(told: Date, now: Date): Date {
  return told < now ? told : now;
}

function mayTell(request: Request, secrets: readonly string[]): boolean {
  const given = request.get("x-sandbox-secret") ?? /^Bearer (.+)$/.exec(request.get("authorization") ?? "")?.[1];
  return given !== undefined && secrets.some((secret) => same(sha256(secret), sha256(given)));
}
