import { z } from "zod";

const port = z.coerce.number({ error: "is a port number such as 4000" }).int().min(1, "is a port number such as 4000").max(65_535, "is a port number such as 4000");
const url = z.url({ error: "is a complete address such as http://localhost:4000" });
const secret = z.string().min(32, "has at least 32 characters: make one with `openssl rand -base64 32`");

/**
 * Every variable of the environment that Tegemoet reads, in one place: the process starts with all of them right or says which
 * are not. The reference table in docs/operations/configuration.md and `.env.example` are made from this.
 */
export const CONFIG = {
  DATABASE_URL: z.string({ error: "names the PostgreSQL (15 or newer) to use: postgres://user:password@host:5432/database" })
    .regex(/^postgres(ql)?:\/\//, "starts with postgres://").describe("PostgreSQL 15 or newer, as a role that may create tables and one role. `npm start` fills it in with the embedded one."),
  APP_ROLE: z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, "is a role name in lower case").default("tegemoet_app").describe("Name of the database role the application works as. It is made by the first start, owns nothing and can't bypass row-level security."),
  SECRET_KEY: secret.describe("Key of this installation: debtor links and the application role's password hang on it. Keep it with the backups."),
  PORT: port.default(4000).describe("Where the product listens."),
  PUBLIC_URL: url.default("http://localhost:4000").describe("The address people type. Links in mails are made of it, never of a request's headers."),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "starts with smtp:// or smtps://").default("smtp://localhost:4025").describe("The mail server that takes our mail."),
  MAIL_FROM: z.email({ error: "is a mail address" }).default("administratie@tegemoet.example").describe("Envelope sender; the name before it is the organisation's."),
  MOLLIE_URL: url.default("https://api.mollie.com").describe("Mollie's API, or the sandbox that speaks like it."),
  MOLLIE_API_KEY: z.string().regex(/^(test|live)_\w+$/, "starts with test_ or live_").default("test_sandbox").describe("Key of the payment provider."),
  WEBHOOK_URL: url.optional().describe("Where the payment provider reaches us, when that isn't PUBLIC_URL."),
  PRINT_URL: url.optional().describe("Service that prints and posts letters. Without it letters wait until somebody prints and posts them."),
  SMS_URL: url.optional().describe("Gateway that text messages are posted to as JSON: { to, from, text, reference }. Without it they go by mail or by post."),
  SMS_TOKEN: z.string().min(1).optional().describe("Token for the SMS gateway, sent as `Authorization: Bearer …`."),
  SMS_FROM: z.string().regex(/^(\+\d{6,15}|[A-Za-z0-9 ]{1,11})$/, "is a number such as +31201234567, or at most 11 letters and figures").optional().describe("Sender of text messages. Without it the organisation's name, cut to 11 letters and figures."),
  IMAP_URL: z.string().regex(/^imaps?:\/\//, "starts with imap:// or imaps://").optional().describe("Mailbox where replies and bounces arrive, asked every half minute: imaps://user:password@host/INBOX. Without it only what is posted to /inbound/mail comes in."),
  MAIL_RETURN: z.enum(["plain", "tagged"], { error: "is plain or tagged" }).default("plain").describe("With tagged, each mail has its own return address (name+code@domain), so that a bounce is known even when the other side leaves out everything else. The mail server must deliver such addresses to MAIL_FROM."),
  INBOUND_SECRET: z.string().min(16, "has at least 16 characters").optional().describe("Shared secret of the services that post bounces, replies and delivery reports to /inbound/mail and /inbound/sms."),
  DEMO: z.enum(["on", "small", "off"], { error: "is on, small or off" }).default("off").describe("Fills an empty database with a demo and lets its clock be moved."),
  DEMO_SECRET: z.string().min(16, "has at least 16 characters").optional().describe("Shared secret of the demo's calendar."),
  TRUST_PROXY: z.coerce.number({ error: "is a number of proxies" }).int().min(0).max(5).default(0).describe("How many proxies in front of us may name the caller's address."),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"], { error: "is fatal, error, warn, info, debug or silent" }).default("info").describe("How much is logged, as JSON lines."),
  WORKER: z.enum(["on", "off"], { error: "is on or off" }).default("on").describe("Whether this process also does the jobs and the nights."),
  TRUSTED_DOCUMENTS: z.enum(["on", "off"], { error: "is on or off" }).default("on").describe("With on, the portals may send only the queries they were built with."),
} as const;

const schema = z.object(CONFIG);
export type Config = z.infer<typeof schema>;

/** The variables that are wrong, each with what it should be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the configuration from the environment, once, at the edge.
 *
 * @throws ConfigError with one line for each variable that is missing or wrong; values are never repeated.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(CONFIG).map((name) => [name, environment[name] === "" ? undefined : environment[name]]),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    throw new ConfigError([...new Set(lines)].join("\n"));
  }
  if (result.data.DEMO !== "off" && !result.data.DEMO_SECRET) throw new ConfigError("DEMO_SECRET is needed when DEMO is on");
  return result.data;
}
