import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { startSandbox } from "../../../sandbox/src/start-sandbox";
import { Chance } from "../../src/app/demo/chance";
import { assembleProduct } from "../../src/app/start-product";
import { upsertDebtor } from "../../src/features/debtors/upsert-debtor";
import { releaseParkedMessage } from "../../src/features/escalations/release-parked-message";
import { runNight } from "../../src/features/escalations/run-night";
import { issueInvoices } from "../../src/features/invoices/issue-invoices";
import { createOrganisation } from "../../src/features/organisations/create-organisation";
import { receivePayment } from "../../src/features/payments/receive-payment";
import { momentAt } from "../../src/platform/clock";
import { readConfig } from "../../src/platform/config";
import { inTransaction, type Tx } from "../../src/platform/database/transaction";
import { newId } from "../../src/platform/ids";
import { TEST_SECRET } from "../test-role";
import { KILL_DAY, killClock } from "./worker";

export interface KillOrder {
  readonly seed: number;
  readonly reminders: number;
  readonly kills: number;
  readonly stops: number;
  /** The control: workers that hand over first and write it down afterwards. */
  readonly naive?: boolean;
  readonly dataDir: string;
  readonly hook: string;
}

/** A PostgreSQL that can be stopped at once, as by a power cut, and started again where it was. */
export interface Postgres {
  readonly url: string;
  stopAtOnce(): Promise<void>;
  startAgain(): Promise<void>;
}

export interface Killed {
  readonly reminders: number;
  readonly kills: number;
  readonly stops: number;
  /** Mails that the mail server has, and how many of them more than once. */
  readonly arrived: number;
  readonly twice: number;
  /** Not sent and not cancelled when all was over. */
  readonly lost: number;
  readonly afterPayment: number;
  readonly paid: number;
  readonly parked: number;
  readonly seconds: number;
}

const WORKERS = 2;
const ORGANISATION = {
  name: "IJsvogel Installatie", legalName: "IJsvogel Installatie B.V.", kvk: "12345678", vatNumber: "NL001234567B01", iban: "NL91ABNA0417164300", email: "administratie@ijsvogel.example", phone: "+31301234567",
  phoneHours: "werkdagen 9:00 tot 17:00", contactPerson: "Sanne Visser", street: "Kade", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", brandColour: "#0E5E6F", mark: "IJ", portalCheck: false,
};

/**
 * Reminders go out through real worker processes to the sandbox's mail server, while workers are killed at random moments and PostgreSQL
 * is stopped at once. The inbox of the mail server is the witness.
 */
export async function killWorkers(postgres: Postgres, order: KillOrder): Promise<Killed> {
  const startedAt = Date.now();
  const sandbox = await startSandbox({ httpPort: 0, smtpPort: 0, dataDir: order.dataDir, productUrl: "http://127.0.0.1:9", demoSecret: "not heard of here", quiet: true, deliveredAfterMs: -1, keepMails: 100_000 });
  const environment = {
    DATABASE_URL: postgres.url, SECRET_KEY: TEST_SECRET, APP_ROLE: "tegemoet_test_app", PUBLIC_URL: "http://localhost:4000", LOG_LEVEL: "silent", WORKER: "off",
    SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`, PRINT_URL: sandbox.url,
  };
  const product = await assembleProduct(readConfig(environment), { clock: killClock(startedAt) });
  const organisationId = newId();
  const act = <T>(work: (tx: Tx) => Promise<T>) => untilDone(() => inTransaction(product.source, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, work));
  const workers = new Workers({ ...environment, KILL_STARTED_AT: String(startedAt), ...(order.naive ? { KILL_NAIVE: "1" } : {}) }, order.hook);
  try {
    const claims = await plantReminders(act, product.source, organisationId, order.reminders);
    await workers.start(WORKERS);
    const chance = new Chance(order.seed, "kills");
    const paidAt = new Map<string, Date>();
    const events = [...Array.from({ length: order.kills }, () => "kill" as const), ...Array.from({ length: order.stops }, () => "stop" as const)].sort(() => chance.next() - 0.5);
    const paying = chance.between(5, 9);
    for (const [index, event] of events.entries()) {
      // At random, but spread over the whole: each after its share of the reminders has arrived.
      const share = ((index + chance.next()) / events.length) * 0.9 * order.reminders;
      await waitFor(async () => sandbox.world.mailbox.list({ limit: 1 }).total >= share, 60_000);
      await new Promise((resolve) => setTimeout(resolve, chance.between(0, 120)));
      if (event === "kill") await workers.killOne(chance.between(0, WORKERS - 1));
      else {
        await postgres.stopAtOnce();
        await postgres.startAgain();
      }
      for (const claim of claims.filter((_, number) => number % (paying * events.length) === index * paying)) {
        await act((tx) => receivePayment(tx, { source: "bank", debtorId: claim.debtorId, amountCents: 18_600, receivedOn: KILL_DAY, allocations: [{ invoiceId: claim.invoiceId, cents: 18_600 }] }));
        paidAt.set(claim.debtorId, new Date());
      }
    }
    const inLine = () => act((tx) => tx.query<{ state: string; count: number }>("select state, count(*)::int as count from message where organisation_id = $1 and state in ('queued', 'sending') group by state", [organisationId]));
    await waitFor(async () => (await inLine()).length === 0, 120_000);
    const parked = await act((tx) => tx.query<{ id: string }>("select id from message where organisation_id = $1 and state = 'parked'", [organisationId]));
    // A person looks in the mailbox: what is there isn't sent again.
    const there = new Set(idsOf(sandbox.world.mailbox.list({ limit: 100_000 }).mails));
    for (const { id } of parked) await act((tx) => releaseParkedMessage(tx, { messageId: id, send: !there.has(id), reason: "nagekeken" }));
    await waitFor(async () => (await inLine()).length === 0, 60_000);
    const mails = sandbox.world.mailbox.list({ limit: 100_000 }).mails;
    const ids = idsOf(mails);
    const messages = await act((tx) => tx.query<{ id: string; debtorId: string; state: string; reason: string | null }>(`select id, debtor_id as "debtorId", state, state_reason as reason from message where organisation_id = $1`, [organisationId]));
    const arrived = new Set(ids);
    const debtorOf = new Map(messages.map(({ id, debtorId }) => [id, debtorId]));
    return {
      reminders: messages.length, kills: order.kills, stops: order.stops, arrived: arrived.size, twice: ids.length - arrived.size, parked: parked.length, paid: paidAt.size,
      lost: messages.filter(({ id, debtorId }) => !arrived.has(id) && !paidAt.has(debtorId)).length,
      afterPayment: mails.filter((mail) => {
        const paid = paidAt.get(debtorOf.get(idOf(mail.messageId)) ?? "");
        // What was being handed over while the payment was written is no fault; a second later it would be.
        return paid !== undefined && new Date(mail.receivedAt).getTime() > paid.getTime() + 3_000;
      }).length,
      seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    };
  } finally {
    workers.stop();
    await product.close().catch(() => undefined);
    await sandbox.close();
  }
}

function idOf(messageId: string): string {
  return messageId.replace(/[<>]/g, "").split(".")[0] ?? "";
}

const idsOf = (mails: readonly { messageId: string }[]): string[] => mails.map(({ messageId }) => idOf(messageId));

interface Claim {
  debtorId: string;
  invoiceId: string;
}

/** Debtors with an invoice a week late each, and the night that queues their reminders. */
async function plantReminders(act: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, source: DataSource, organisationId: string, count: number): Promise<Claim[]> {
  await act((tx) => createOrganisation(tx, ORGANISATION));
  await act((tx) => tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, $3, 'EUR', 's', '2026-11-06', '2026-11-06', 0, 0, $4)`, [organisationId, newId(), ORGANISATION.iban, tx.now]));
  const claims: Claim[] = [];
  for (let from = 0; from < count; from += 100) {
    claims.push(...await act(async (tx) => {
      const debtorIds: string[] = [];
      for (let index = from; index < Math.min(count, from + 100); index += 1) debtorIds.push((await upsertDebtor(tx, { externalKey: `K${index}`, name: `Familie Kraai ${index}`, kind: "consumer", email: `k${index}@example.nl` })).debtorId);
      const outcomes = await issueInvoices(tx, debtorIds.map((debtorId, index) => ({
        debtorId, number: `2026-${10_000 + from + index}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
        delivery: { channel: "mail" as const, address: `k${from + index}@example.nl`, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
      })));
      return outcomes.map((outcome, index) => {
        if ("refusal" in outcome) throw outcome.refusal;
        return { debtorId: debtorIds[index] ?? "", invoiceId: outcome.invoiceId };
      });
    }));
  }
  await runNight(source, { organisationId, day: KILL_DAY, now: momentAt(KILL_DAY, 120) });
  return claims;
}

/** Processes that send, each replaced when it dies. */
class Workers {
  private readonly children: ChildProcess[] = [];

  constructor(private readonly environment: Record<string, string>, private readonly hook: string) {}

  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, index) => this.begin(index)));
    for (const child of this.children) child.send("go");
  }

  /** As the machine would: no word, no chance to tidy up. */
  async killOne(index: number): Promise<void> {
    const child = this.children[index];
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGKILL");
    await gone;
    await this.begin(index);
    this.children[index]?.send("go");
  }

  stop(): void {
    for (const child of this.children) child.kill("SIGKILL");
  }

  private async begin(index: number): Promise<void> {
    const child = fork(join(__dirname, "worker.ts"), { execArgv: ["-r", this.hook], env: { PATH: process.env["PATH"] ?? "", ...this.environment }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    this.children[index] = child;
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code) => (code === null ? resolve() : reject(new Error(`a worker ended by itself with ${code}`))));
    });
  }
}

/** While the database is away nothing can be asked; whoever books a payment tries again, as a person would. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 60 || (error as { name?: string }).name === "Refusal") throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function waitFor(look: () => Promise<boolean>, mostMs: number): Promise<void> {
  for (const since = Date.now(); Date.now() - since < mostMs; await new Promise((resolve) => setTimeout(resolve, 100))) if (await look()) return;
}
