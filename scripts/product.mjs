import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChild } from "./child.mjs";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";
import { waitUntil } from "./processes.mjs";

/**
 * The environment of the two programs of a product on this machine. What `env` sets already is never overruled, so
 * a person can point any part elsewhere; an empty value counts as not set.
 *
 * @param dataDir Where secrets that nobody set are kept, so that links and sessions outlive a restart.
 * @param ports { api, sandbox, smtp }
 */
export function productEnvironment({ env, dataDir, ports, databaseUrl }) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const demoSecret = set.DEMO_SECRET ?? keptSecret(join(dataDir, "demo-secret"));
  const publicUrl = (set.PUBLIC_URL ?? `http://localhost:${ports.api}`).replace(/\/+$/, "");
  const inside = `http://127.0.0.1:${ports.api}`;
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  return {
    NODE_ENV: "production",
    DEMO: "on",
    SANDBOX_URL: `http://localhost:${ports.sandbox}`,
    SANDBOX_DATA: join(dataDir, "sandbox"),
    PRODUCT_URL: inside,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MOLLIE_URL: sandbox,
    MOLLIE_API_KEY: "test_sandbox",
    // The sandbox reaches us on this machine, whatever address people type.
    ...(set.MOLLIE_URL ? {} : { WEBHOOK_URL: inside }),
    PRINT_URL: sandbox,
    SMS_URL: `${sandbox}/sms/messages`,
    INBOUND_SECRET: demoSecret,
    SECRET_KEY: set.SECRET_KEY ?? keptSecret(join(dataDir, "secret")),
    ...set,
    DATABASE_URL: databaseUrl,
    DEMO_SECRET: demoSecret,
    PUBLIC_URL: publicUrl,
    PORT: String(ports.api),
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.smtp),
  };
}

/** A random secret that is made once and kept in a file for its owner alone. */
function keptSecret(file) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(join(file, ".."), { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/**
 * Starts the sandbox and then the API, and waits until the API is ready.
 *
 * @param environment As {@link productEnvironment} makes it.
 * @param dataDir Where logs and pid files go.
 * @param onProgress Gets a few words now and then while the demo is filled, which takes a while: "2026-03 … 60 %".
 * @returns `children` in the order in which they are to be stopped, `welcome` (null without a demo), `restart(name)`
 *   and `stop()`.
 * @throws PlainFailure with the last words of the program that did not come up; then nothing is left running.
 */
export async function startProduct({ environment, dataDir, echo = false, onProgress = () => undefined }) {
  const children = {};
  const start = (name) => {
    children[name] = startChild({
      name,
      script: join(root, "packages", name, "dist", "main.js"),
      env: environment,
      logFile: join(dataDir, "logs", `${name}.log`),
      pidFile: join(dataDir, "run", `${name}.json`),
      echo,
      onLine: (line) => {
        const progress = /"msg":"demo: ([^"]+ %)"/.exec(line);
        if (progress && !echo) onProgress(progress[1]);
      },
    });
    return children[name];
  };
  const stop = async () => {
    await children.api?.stop();
    await children.sandbox?.stop();
  };
  const ready = { api: `http://127.0.0.1:${environment.PORT}/health/ready`, sandbox: `http://127.0.0.1:${environment.SANDBOX_PORT}/` };
  const begin = (name) => untilReady(start(name), ready[name]);
  try {
    await Promise.all([begin("sandbox"), begin("api")]);
    const welcome = environment.DEMO === "off" ? null : await readWelcome(environment);
    return {
      children,
      welcome,
      stop,
      async restart(name) {
        children[name].restarting = true;
        await children[name].stop();
        await begin(name);
        return children[name];
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until an address answers 200, or the child that should answer has ended or said nothing for three minutes. */
async function untilReady(child, url) {
  const answers = () => fetch(url, { signal: AbortSignal.timeout(2_000) }).then((response) => response.ok, () => false);
  const silent = () => Date.now() - child.heardAt > 180_000;
  // A slow machine may fill the demo for minutes, and tells how far it is.
  await waitUntil(async () => child.code !== undefined || silent() || (await answers()), 3_600_000, 50);
  if (child.code === undefined && !silent()) return;
  const why = child.code === undefined ? `said nothing for three minutes and is not ready (${url})` : `ended at its start (code ${child.code})`;
  throw new PlainFailure(`${child.lastWords()}\n\nThe ${child.name} ${why}; its last words are above.`);
}

/** The logins and the debtor link of the demo, which the API alone knows. Null when it doesn't tell. */
async function readWelcome({ PORT, DEMO_SECRET }) {
  const response = await fetch(`http://127.0.0.1:${PORT}/demo/welcome`, {
    headers: { "X-Demo-Secret": DEMO_SECRET },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  return response?.ok && response.headers.get("content-type")?.includes("json") ? await response.json() : null;
}
