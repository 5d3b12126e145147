import "reflect-metadata";
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderInvoicePdf, SAMPLE_BRAND, sampleFacts } from "@tegemoet/messages";
import { createTransport } from "nodemailer";
import { Client } from "pg";
import { assembleProduct } from "../src/app/start-product";
import { CONNECTIONS } from "../src/features/communications/smtp-transport";
import { ladderInForce } from "../src/features/ladders/create-default-ladder";
import { sendDueMessages } from "../src/features/escalations/send-due-messages";
import { createOrganisation } from "../src/features/organisations/create-organisation";
import { dayOf, momentAt, systemClock } from "../src/platform/clock";
import { readConfig } from "../src/platform/config";
import { inTransaction } from "../src/platform/database/transaction";
import { newId } from "../src/platform/ids";
import type { OutgoingMail, Outside } from "../src/platform/outside";
import { BENCH_CONFIG, BENCH_ORGANISATION } from "./ground/bench-organisation";
import { fillReminders } from "./send/administration";

const MOST_TIMES_ALONE = 2;

/**
 * Reminders in line, each decided again, written, kept, and handed to the sandbox's mail server with its invoice, against nodemailer alone
 * that hands over as many mails with one fixed body of the same size, over as many connections.
 */
export default async function send({ size = 10_000, database }: { size?: number; database(): Promise<string> }): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "tegemoet-bench-"));
  const sandbox = fork(join(__dirname, "send", "run-sandbox.cjs"), [folder]);
  try {
    const { smtpPort } = await answer<{ smtpPort: number }>(sandbox);
    const { seconds, fixed } = await ours(await database(), smtpPort, size);
    const arrived = await mailsOf(sandbox);
    if (arrived !== size) throw new Error(`${arrived} of ${size} mails arrived`);
    const alone = await nodemailerAlone(smtpPort, fixed, size);
    const ratio = Math.round((seconds / alone) * 100) / 100;
    console.log(`${size} mails: ${seconds.toFixed(1)} s, ${((seconds * 1000) / size).toFixed(2)} ms each; nodemailer alone ${alone.toFixed(1)} s, ${((alone * 1000) / size).toFixed(2)} ms each`);
    return { bench: "send", value: Math.round(seconds * 100) / 100, unit: "s", limit: null, ratio, target: MOST_TIMES_ALONE, pass: ratio <= MOST_TIMES_ALONE };
  } finally {
    sandbox.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", () => reject(new Error("the sandbox ended")));
  });
}

async function mailsOf(sandbox: ChildProcess): Promise<number> {
  sandbox.send("how many?");
  return (await answer<{ mails: number }>(sandbox)).mails;
}

/** The whole way of our own mails, and the last of them for the other side to repeat. */
async function ours(database: string, smtpPort: number, size: number): Promise<{ seconds: number; fixed: OutgoingMail }> {
  const organisationId = newId();
  const config = readConfig({ ...BENCH_CONFIG, DATABASE_URL: database, SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });
  const product = await assembleProduct(config);
  try {
    // A working day at ten in the morning, whenever the bench is run.
    const now = momentAt("2026-11-24", 600);
    const day = dayOf(now);
    const act = { organisationId, actor: { kind: "system" as const }, now };
    const { versionId } = await inTransaction(product.source, act, async (tx) => {
      await createOrganisation(tx, BENCH_ORGANISATION);
      return ladderInForce(tx);
    });
    const client = new Client({ connectionString: database });
    await client.connect();
    await fillReminders(client, organisationId, versionId, size, day, invoicePdf(day));
    await client.end();
    let fixed: OutgoingMail | undefined;
    const mail = { send: (one: OutgoingMail) => product.outside.mail.send((fixed = one)), close: async () => undefined };
    const outside: Outside = { ...product.outside, mail };
    const start = performance.now();
    for (let left = size; left > 0; ) {
      const counts = await sendDueMessages({ source: product.source, outside, config }, { organisationId, now, realNow: systemClock.realNow() });
      if (counts.sent === 0) throw new Error(`nothing was sent: ${JSON.stringify(counts)}`);
      left -= counts.sent;
    }
    const seconds = (performance.now() - start) / 1000;
    if (!fixed) throw new Error("no mail passed");
    return { seconds, fixed };
  } finally {
    await product.close();
  }
}

/** The same bytes again and again, by nodemailer and nothing else. */
async function nodemailerAlone(smtpPort: number, mail: OutgoingMail, size: number): Promise<number> {
  const transport = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true, pool: true, maxConnections: CONNECTIONS, maxMessages: Infinity });
  const attachments = mail.attachments.map(({ fileName, mimeType, bytes, cid }) => ({ filename: fileName, contentType: mimeType, content: Buffer.from(bytes), ...(cid ? { cid } : {}) }));
  const body = { from: mail.from, replyTo: mail.replyTo, subject: mail.subject, html: mail.html, text: mail.text, attachments, headers: { "Auto-Submitted": "auto-generated" } };
  let left = size;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await transport.sendMail({ ...body, to: `klant${left}@klant.example` });
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  const seconds = (performance.now() - start) / 1000;
  transport.close();
  return seconds;
}

function invoicePdf(day: string): Buffer {
  const { creditor, debtor } = sampleFacts("reminder-1");
  return renderInvoicePdf({
    number: "F2026-0000001", issuedOn: day, dueOn: day, language: "nl", creditor, debtor, brand: SAMPLE_BRAND, lines: [{ description: "Onderhoud van de ketel", netCents: 18_600 }],
    vat: [], netCents: 18_600, vatCents: 0, totalCents: 18_600,
  });
}
