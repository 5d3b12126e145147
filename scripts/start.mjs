import "./node-version.mjs";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { dataDirectory, ensureWritable } from "./places.mjs";
import { PlainFailure, printFailure, runCommand } from "./plain-failure.mjs";
import {
  parentOf, portFrom, portTrouble, recordProcess, runningProcess, startMark, stopRecorded, waitUntil,
} from "./processes.mjs";
import { welcomeText } from "./welcome.mjs";

const startedAt = Date.now();
const dev = process.argv.includes("--dev");

/** What runs, in the order in which it is stopped. */
const running = { watch: undefined, product: undefined, postgres: undefined };
let stopping;

/** Stops everything once: first who takes requests, the database last. Later calls wait for the same stop. */
function stopEverything() {
  stopping ??= (async () => {
    const impatient = setTimeout(() => process.exit(1), 40_000);
    impatient.unref();
    await running.watch?.stop();
    await running.product?.stop();
    await running.postgres?.stop();
    rmSync(join(dataDirectory(), "run", "launcher.json"), { force: true });
  })();
  return stopping;
}

async function stopAndExit(code) {
  // npm passes Ctrl-C on although the terminal already did: the second time there is nothing left to say.
  if (!stopping && code === 0) console.log("\nStopping …");
  await stopEverything().catch(printFailure);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAndExit(0));
stopWhenNpmIsGone();

await runCommand(async () => {
  try {
    await start();
  } catch (error) {
    // A Ctrl-C in the middle of the start makes it fail; that is no failure.
    if (stopping) return await stopping;
    await stopEverything();
    throw error;
  }
});

async function start() {
  const ports = {
    api: portFrom("PORT", 4000),
    sandbox: portFrom("SANDBOX_PORT", 4010),
    smtp: portFrom("SANDBOX_SMTP_PORT", 4025),
  };
  const dataDir = dataDirectory();
  ensureWritable(dataDir);
  await clearTheWay(dataDir);
  await requireFreePorts(ports);
  recordProcess(join(dataDir, "run", "launcher.json"), process.pid, { port: ports.api });
  await install();
  // While it makes its data PostgreSQL mostly waits for the disk, and the build doesn't.
  const [built, database] = await Promise.allSettled([build(), startDatabase(dataDir)]);
  running.postgres = database.value;
  for (const { reason } of [built, database]) if (reason) throw reason;
  const { productEnvironment, startProduct } = await import("./product.mjs");
  if (stopping) return;
  const environment = productEnvironment({
    env: process.env,
    dataDir,
    ports,
    databaseUrl: process.env.DATABASE_URL || running.postgres.url,
  });
  running.product = await startProduct({ environment, dataDir, echo: dev, onProgress: (text) => console.log(`  ${text}`) });
  watchForDeaths();
  const seconds = (Date.now() - startedAt) / 1000;
  console.log(welcomeText({ environment, welcome: running.product.welcome, seconds }));
  if (dev) running.watch = (await import("./dev.mjs")).watchSources(running.product, watchForDeaths);
}

/** The embedded PostgreSQL, or undefined where DATABASE_URL names another, which is looked at instead. Needs installed packages. */
async function startDatabase(dataDir) {
  if (process.env.DATABASE_URL) {
    await (await import("./own-database.mjs")).checkOwnDatabase(process.env.DATABASE_URL);
    return undefined;
  }
  const { startPostgres } = await import("./postgres.mjs");
  const first = !existsSync(join(dataDir, "sandbox"));
  const postgres = await startPostgres({ dataDir: join(dataDir, "postgres"), database: "tegemoet", logFile: join(dataDir, "logs", "postgres.log") });
  const place = postgres.dataDir === join(dataDir, "postgres") ? "" : ` in ${postgres.dataDir}, because its user can't enter ${dataDir}`;
  console.log(`PostgreSQL runs on port ${postgres.port}${place}.`);
  if (first) console.log("Filling the demo: this first start takes up to a minute …");
  return postgres;
}

/** Stops what a start that was killed left behind, and refuses to start beside one that runs. */
async function clearTheWay(dataDir) {
  const run = join(dataDir, "run");
  const launcher = join(run, "launcher.json");
  // One that is just ending (its npm was killed a moment ago) gets the time to do so.
  await waitUntil(() => !runningProcess(launcher), 1_500, 100);
  const other = runningProcess(launcher);
  if (other) {
    throw new PlainFailure(
      `Tegemoet runs already on this data: http://localhost:${other.port} (process ${other.pid}). ` +
        "Stop it first with Ctrl-C in its window, or set DATA_DIR, PORT, SANDBOX_PORT and SANDBOX_SMTP_PORT for a second one.",
    );
  }
  await Promise.all(["api", "sandbox"].map((name) => stopRecorded(join(run, `${name}.json`))));
}

async function requireFreePorts(ports) {
  const variables = { api: "PORT", sandbox: "SANDBOX_PORT", smtp: "SANDBOX_SMTP_PORT" };
  for (const [name, port] of Object.entries(ports)) {
    const trouble = await portTrouble(port);
    if (!trouble) continue;
    const reason = trouble === "EACCES" ? "needs rights that this user doesn't have" : "is in use by another program";
    throw new PlainFailure(`Port ${port} ${reason}. Stop that program or choose another port: ${variables[name]}=${port + 100} npm start`);
  }
}

/** A part that ends by itself takes the rest down, with its last words and exit code 1. */
function watchForDeaths() {
  const { children } = running.product;
  for (const child of Object.values(children)) {
    if (child.watched) continue;
    child.watched = true;
    child.exited.then((code) => {
      if (stopping || child.restarting) return;
      printFailure(new PlainFailure(`${child.lastWords()}\n\nThe ${child.name} ended by itself (code ${code}); its last words are above.`));
      void stopAndExit(1);
    });
  }
  if (!running.postgres || running.postgres.watched) return;
  running.postgres.watched = true;
  running.postgres.exited.then((code) => {
    if (stopping) return;
    printFailure(new PlainFailure(`The embedded PostgreSQL ended by itself (code ${code}); see logs/postgres.log in ${dataDirectory()}.`));
    void stopAndExit(1);
  });
}

/** When npm is killed without a word, its child would go on unseen and keep the ports: so it ends too. */
function stopWhenNpmIsGone() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  // npm starts us through a shell, which some systems replace by us at once.
  const elders = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  const watching = setInterval(() => {
    if (elders.every((pid) => startMark(pid))) return;
    clearInterval(watching);
    void stopAndExit(1);
  }, process.platform === "linux" ? 500 : 3_000);
  watching.unref();
}
