import { fork } from "node:child_process";
import { join } from "node:path";

/** What the demo tells a newcomer. */
export interface Welcome {
  readonly logins: readonly { readonly email: string; readonly password: string; readonly role: string; readonly organisation: string }[];
  readonly debtorLink: string;
}

/** The whole product as a person runs it: API, worker, both webs, sandbox, a PostgreSQL of its own. */
export interface RunningProduct {
  /** Where people go, without a slash at the end. */
  readonly url: string;
  readonly sandboxUrl: string;
  /** As superuser, to look under the bonnet. */
  readonly databaseUrl: string;
  /** Opens the demo's doors (X-Demo-Secret). */
  readonly demoSecret: string;
  /** Its logs lie in logs/. Removed by stop(). */
  readonly dataDir: string;
  /** Null with DEMO=off. */
  readonly welcome: Welcome | null;
  stop(): Promise<void>;
}

type Report = { ready: Omit<RunningProduct, "stop"> } | { failed: string } | { died: string };

/**
 * Starts the built product on free ports with data of its own and waits until it is ready.
 *
 * @param env Variables for the API and the sandbox; DEMO is "small" unless given.
 * @throws Error with the last words of the program that did not come up.
 */
export async function startRunningProduct(env: Readonly<Record<string, string>> = {}): Promise<RunningProduct> {
  const child = fork(join(__dirname, "..", "..", "..", "scripts", "product-for-tests.mjs"), [JSON.stringify({ env })], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await new Promise<Omit<RunningProduct, "stop">>((resolve, reject) => {
    child.on("message", (report: Report) => {
      if ("ready" in report) resolve(report.ready);
      else if ("failed" in report) reject(new Error(report.failed));
      else console.error(`A part of the product ended by itself: ${report.died}`);
    });
    void gone.then(() => reject(new Error("The product ended before it was ready.")));
  });
  return {
    ...ready,
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
