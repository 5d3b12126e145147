import { resolve } from "node:path";

/** How a sandbox is started. Everything that isn't given gets the value that suits a demo on one machine. */
export interface SandboxSettings {
  /** Port of the pages, the payment provider and the print service; 0 takes a free one. */
  readonly httpPort: number;
  /** Port of the mail server; 0 takes a free one. */
  readonly smtpPort: number;
  /** Folder where mails, letters and payments stay over a restart. */
  readonly dataDir: string;
  /** Where the product answers, without a slash at the end. */
  readonly productUrl: string;
  /** Where people find the product, when that is another address than ours. */
  readonly productPublicUrl?: string;
  /** The secret that the product knows us by, at its demo clock and its inbound mail hook. */
  readonly demoSecret: string;
  /** The only API key that the payment provider accepts; without it any key that begins with `test_`. */
  readonly apiKey?: string;
  /** Prints nothing. */
  readonly quiet?: boolean;
  /** Address to listen at; only this machine by default. */
  readonly host?: string;
  /** How people's browsers reach us, for the link to the bank page; `http://localhost:<port>` by default. */
  readonly publicUrl?: string;
  /** What one minute of the webhook schedule takes here; a second by default, so that ten calls fit in 25 minutes. */
  readonly webhookMinuteMs?: number;
  /** How long after a mail its delivery is reported; below 0 it never is. */
  readonly deliveredAfterMs?: number;
  /** How long after a mail its bounce is reported. */
  readonly bouncedAfterMs?: number;
  /** How long a payment stays open: 15 minutes, as iDEAL does. */
  readonly paymentOpenMs?: number;
  /** The newest mails that are kept. */
  readonly keepMails?: number;
  /** The clock, for tests of what expires. */
  readonly now?: () => Date;
}

/** The settings with every choice made. */
export type Settings = Required<Omit<SandboxSettings, "apiKey" | "publicUrl">> &
  Pick<SandboxSettings, "apiKey" | "publicUrl">;

export function withDefaults(given: SandboxSettings): Settings {
  const chosen = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as SandboxSettings;
  return {
    quiet: false,
    host: "127.0.0.1",
    webhookMinuteMs: 1000,
    deliveredAfterMs: 1500,
    bouncedAfterMs: 500,
    paymentOpenMs: 15 * 60_000,
    keepMails: 5000,
    now: () => new Date(),
    ...chosen,
    dataDir: resolve(given.dataDir),
    productUrl: given.productUrl.replace(/\/+$/, ""),
    productPublicUrl: (given.productPublicUrl ?? given.productUrl).replace(/\/+$/, ""),
  };
}

/**
 * Reads the settings of the process from its environment.
 *
 * @throws Error with one sentence that names the variable and what would be right.
 */
export function settingsFromEnvironment(env: Readonly<Record<string, string | undefined>>): SandboxSettings {
  const optional = (name: string): string | undefined => (env[name]?.trim() ? env[name].trim() : undefined);
  return {
    httpPort: port(optional("SANDBOX_PORT"), "SANDBOX_PORT", 4010),
    smtpPort: port(optional("SANDBOX_SMTP_PORT"), "SANDBOX_SMTP_PORT", 4025),
    dataDir: optional("SANDBOX_DATA") ?? ".data/sandbox",
    productUrl: address(optional("PRODUCT_URL"), "PRODUCT_URL") ?? "http://localhost:4000",
    productPublicUrl: address(optional("PUBLIC_URL"), "PUBLIC_URL"),
    demoSecret: optional("DEMO_SECRET") ?? "",
    apiKey: optional("SANDBOX_API_KEY"),
    host: optional("SANDBOX_HOST"),
    publicUrl: address(optional("SANDBOX_URL"), "SANDBOX_URL"),
  };
}

function port(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new Error(`${name} is "${text}"; give a port between 0 and 65535, such as ${otherwise}.`);
}

function address(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, "");
  throw new Error(`${name} is "${text}"; give an address such as http://localhost:4000.`);
}
