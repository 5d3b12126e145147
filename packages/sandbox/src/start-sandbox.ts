import { createServer, type Server } from "node:http";
import type { AddressInfo, Server as SocketServer } from "node:net";
import { join } from "node:path";
import type { Express } from "express";
import type { SMTPServer } from "smtp-server";
import { Journal } from "./journal";
import { LetterStore, type Letter } from "./letters/letter-store";
import { Mailbox, type Mail } from "./mail/mailbox";
import { Notices, type KeptNotice } from "./mail/notices";
import { smtpDoor } from "./mail/smtp-door";
import { Outages } from "./outages";
import type { Payment } from "./payments/payment";
import { PaymentDesk } from "./payments/payment-desk";
import { Replays, type Replay } from "./payments/replays";
import { WebhookSender } from "./payments/webhook-sender";
import { Product } from "./product";
import { SmsDesk, type Sms } from "./sms/sms-desk";
import { withDefaults, type SandboxSettings } from "./settings";
import { webServer } from "./web-server";
import type { World } from "./world";

/** A sandbox that runs. */
export interface Sandbox {
  /** Where its pages and the payment provider answer, without a slash at the end. */
  readonly url: string;
  readonly httpPort: number;
  readonly smtpPort: number;
  readonly world: World;
  /** Stops listening and writes what is left; a second call waits for the first. */
  close(): Promise<void>;
}

/** A port that somebody else has, or that we may not have. The message is one sentence that says what to do. */
export class PortRefused extends Error {}

/**
 * Starts the stand-ins for the outside world: payment provider with bank page, mail server with inbox, print service,
 * calendar, agency.
 *
 * @throws PortRefused when a port is taken.
 */
export async function startSandbox(given: SandboxSettings): Promise<Sandbox> {
  const settings = withDefaults(given);
  const file = (name: string): string => join(settings.dataDir, name);
  // The port is taken first, because the addresses we give out hold it; who asks early waits until all is open.
  let open: (app: Express) => void = () => undefined;
  const opened = new Promise<Express>((resolve) => (open = resolve));
  const http = createServer((request, response) => void opened.then((app) => app(request, response)));
  await listen(http, settings.httpPort, settings.host, "SANDBOX_PORT");
  const httpPort = (http.address() as AddressInfo).port;
  const url = settings.publicUrl ?? `http://localhost:${httpPort}`;

  const [payments, replays, mails, notices, letters, sms] = await Promise.all([
    Journal.open<Payment>(file("payments.jsonl")),
    Journal.open<Replay>(file("replays.jsonl")),
    Journal.open<Mail>(file("mails.jsonl")),
    Journal.open<KeptNotice>(file("notices.jsonl")),
    Journal.open<Letter>(file("letters.jsonl")),
    Journal.open<Sms>(file("sms.jsonl")),
  ]).catch(async (error: unknown) => {
    await closeHttp(http);
    throw error;
  });
  const outages = new Outages(settings.now);
  const product = new Product(settings.productUrl, settings.productPublicUrl, settings.demoSecret);
  const webhooks = new WebhookSender(payments, outages, settings);
  const told = new Notices(notices, product);
  const world: World = {
    settings,
    url,
    outages,
    product,
    payments: new PaymentDesk(payments, webhooks, settings),
    replays: new Replays(replays, settings.now),
    mailbox: await Mailbox.open(file("mails"), mails, settings.keepMails, settings.now),
    notices: told,
    letters: await LetterStore.open(file("letters"), letters, settings.now),
    sms: new SmsDesk(sms, told, settings),
  };
  open(webServer(world));

  const smtp = smtpDoor(world);
  smtp.on("error", (error: NodeJS.ErrnoException) => {
    // A client that hangs up in the middle is no trouble of ours; a taken port is told by the start itself.
    const expected = error.code === "ECONNRESET" || error.code === "EPIPE" || error.code === "EADDRINUSE";
    if (!settings.quiet && !expected) process.stderr.write(`Mail server: ${error.message}\n`);
  });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    world.payments.close();
    webhooks.close();
    world.notices.close();
    await Promise.all([closeHttp(http), closeSmtp(smtp)]);
    await Promise.all([payments, replays, mails, notices, letters, sms].map((journal) => journal.close()));
  };
  try {
    await listen(smtp.server, settings.smtpPort, settings.host, "SANDBOX_SMTP_PORT");
  } catch (error) {
    await close();
    throw error;
  }
  const smtpPort = (smtp.server.address() as AddressInfo).port;
  return { url, httpPort, smtpPort, world, close: () => (closing ??= close()) };
}

function listen(server: SocketServer, port: number, host: string, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE")
        reject(
          new PortRefused(`Port ${port} is taken by another program; stop it, or give another one in ${variable}.`),
        );
      else if (error.code === "EACCES")
        reject(new PortRefused(`Port ${port} is not open to this user; give one above 1023 in ${variable}.`));
      else reject(error);
    };
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function closeSmtp(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    if (!server.server.listening) return resolve();
    server.close(() => resolve());
  });
}
