import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, isBusinessDay, type PlainDate } from "@tegemoet/domain";
import { writeCamt053 } from "@tegemoet/files";
import supertest from "supertest";
import { startSandbox } from "../../sandbox/src/start-sandbox";
import { makeOutside } from "../src/app/outside";
import { tick } from "../src/app/night-timetable";
import { readConfig } from "../src/platform/config";
import { callDoor, ORGANISATION, startTestProduct, type Answer, type StaffCaller, type TestProduct } from "../test/harness";
import { TEST_SECRET } from "../test/test-role";

const SECRET = "the secret of this story";

export interface SandboxMail {
  id: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; contentType: string }[];
}

/** A story told day by day: the whole product on a real database, and the sandbox speaking the real protocols around it. */
export class Thread {
  private opening = 100_000;
  private statement = 0;

  private constructor(readonly product: TestProduct, readonly sandboxUrl: string, readonly smtpPort: number, readonly stop: () => Promise<void>, public day: PlainDate) {}

  static async begin(day: PlainDate): Promise<Thread> {
    const port = await freePort();
    const dataDir = mkdtempSync(join(tmpdir(), "tegemoet-story-"));
    const productUrl = `http://127.0.0.1:${port}`;
    const sandbox = await startSandbox({ httpPort: 0, smtpPort: 0, dataDir, productUrl, demoSecret: SECRET, quiet: true, deliveredAfterMs: 5, bouncedAfterMs: 5, webhookMinuteMs: 50 });
    const outsideConfig = {
      PUBLIC_URL: productUrl, SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`, MOLLIE_URL: sandbox.url, PRINT_URL: sandbox.url, SMS_URL: `${sandbox.url}/sms/messages`, INBOUND_SECRET: SECRET,
    };
    const outside = makeOutside(readConfig({ DATABASE_URL: "postgres://nowhere", SECRET_KEY: TEST_SECRET, ...outsideConfig }));
    const product = await startTestProduct({ today: day, config: outsideConfig, outside });
    await new Promise<void>((resolve) => product.server.listen(port, "127.0.0.1", resolve));
    const stop = async (): Promise<void> => {
      await product.stop();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return new Thread(product, sandbox.url, sandbox.smtpPort, stop, day);
  }

  /** Lets days pass until a day: each business day the bank file of the day before is read, the night runs, and at nine what is due goes out. */
  async until(day: PlainDate): Promise<void> {
    while (this.day < day) {
      this.day = addDays(this.day, 1);
      if (isBusinessDay(this.day)) await this.bankFile([]);
      this.product.clock.set(this.day, 150);
      await tick(this.product.product);
      this.product.clock.set(this.day, 545);
      await tick(this.product.product);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** What somebody just asked for goes out at once, as the worker does it. */
  async sendNow(): Promise<void> {
    await tick(this.product.product);
  }

  /** Lets days pass until something is true; gives up after so many days. */
  async untilTrue(what: string, look: () => Promise<boolean>, most = 40): Promise<void> {
    for (let days = 0; days < most; days += 1) {
      if (await look()) return;
      await this.until(addDays(this.day, 1));
    }
    throw new Error(`${what} did not come true before ${this.day}`);
  }

  /** What a debtor's mailbox holds, the newest first, bodies included. */
  async mails(to: string): Promise<SandboxMail[]> {
    const list = (await (await fetch(`${this.sandboxUrl}/api/mails?to=${encodeURIComponent(to)}&limit=50`)).json()) as { mails: { id: string }[] };
    return Promise.all(list.mails.map(async ({ id }) => (await (await fetch(`${this.sandboxUrl}/api/mails/${id}`)).json()) as SandboxMail));
  }

  /** The newest mail that says this in its subject or text. */
  async mail(to: string, pattern: RegExp): Promise<SandboxMail | undefined> {
    return (await this.mails(to)).find(({ subject, text }) => pattern.test(subject) || pattern.test(text));
  }

  /** Opens the personal link of a mail as the debtor does after pressing a button; the cookie is the session. */
  async open(mail: SandboxMail): Promise<PortalCaller> {
    const token = /\/portal\/l\/([A-Za-z0-9_-]{64})/.exec(mail.text)?.[1];
    if (!token) throw new Error(`no link in the mail "${mail.subject}"`);
    const response = await supertest(this.product.app).post(`/portal/l/${token}`).set("x-tegemoet", "portal");
    if (response.status !== 204) throw new Error(`the link answered ${response.status}`);
    const cookie = String((response.headers["set-cookie"] as unknown as string[])[0]).split(";")[0] ?? "";
    return {
      token,
      ask: async (query, variables) => {
        const answer = await callDoor(this.product.app, "portal", { cookie }, query, variables);
        if (answer.errors) throw new Error(`${query.slice(0, 60)} → ${JSON.stringify(answer.errors)}`);
        return answer.data;
      },
      try: (query, variables) => callDoor(this.product.app, "portal", { cookie }, query, variables),
    };
  }

  /** A collector drops a bank file on the bank page. */
  async bankFile(entries: { amount: number; name: string; iban: string; remittance?: string; structuredReference?: { value: string; issuer?: "CUR" | "ISO" } }[], by?: StaffCaller): Promise<void> {
    this.statement += 1;
    const received = entries.reduce((sum, { amount }) => sum + amount, 0);
    const xml = writeCamt053({
      createdAt: `${this.day}T05:00:00`,
      statements: [{
        id: `STORY-${this.statement}`, iban: ORGANISATION.iban, number: String(this.statement), opening: { amount: this.opening, on: this.day }, closing: { on: this.day },
        entries: entries.map((entry, index) => ({ ...entry, bookedOn: this.day, bankReference: `${this.day}-${index}` })),
      }],
    } as never);
    this.opening += received;
    this.banker ??= await this.product.staff("collector");
    const caller = by ?? this.banker;
    await dropFiles(this.product, caller, "bank", [{ name: `bank-${this.day}.xml`, bytes: xml }]);
  }

  private banker: StaffCaller | undefined;
}

export interface PortalCaller {
  token: string;
  /** Asks the portal and fails the story on any refusal. */
  ask(query: string, variables?: Record<string, unknown>): Promise<any>;
  try(query: string, variables?: Record<string, unknown>): Promise<Answer<any>>;
}

/** Drops files on an import page and waits until the import is over. */
export async function dropFiles(product: TestProduct, caller: StaffCaller, kind: "invoices" | "bank", files: { name: string; bytes: string | Buffer }[]): Promise<any> {
  const request = supertest(product.app).post(`/admin/imports/${kind}`).set("x-tegemoet", "admin").set("cookie", caller.cookie);
  for (const { name, bytes } of files) request.attach("files", Buffer.from(bytes), name);
  const response = await request;
  if (response.status !== 202) throw new Error(`the upload answered ${response.status} ${JSON.stringify(response.body)}`);
  for (let turns = 0; turns < 500; turns += 1) {
    const { data } = await caller.graphql<any>("query($id: ID!) { import(id: $id) { state created unchanged failed results { label outcome code details invoiceId debtorId } } }", { id: response.body.id });
    if (data.import.state !== "running") return data.import;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the import never ended");
}

/** Asks the admin door and fails the story on any refusal. */
export async function ask(caller: StaffCaller, query: string, variables?: Record<string, unknown>): Promise<any> {
  const answer = await caller.graphql<any>(query, variables);
  if (answer.errors) throw new Error(`${query.slice(0, 80)} → ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
