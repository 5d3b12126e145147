import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { dataDirectory, root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";

/**
 * npm run verify [-- --rebuild]
 *
 * Holds the books against their rules: of the PostgreSQL that DATABASE_URL names, else of the embedded one, which may be running or not.
 * Exit code 1 when a rule is broken, 2 when it could not look.
 */
await runCommand(async () => {
  const dataDir = dataDirectory();
  await install();
  await build();
  const { productEnvironment } = await import("./product.mjs");
  const database = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await embedded(dataDir);
  try {
    const env = productEnvironment({ env: process.env, dataDir, ports: { api: 4000, sandbox: 4010, smtp: 4025 }, databaseUrl: database.url });
    const { status } = spawnSync(process.execPath, [join(root, "packages", "api", "dist", "verify.js"), ...process.argv.slice(2)], { env, stdio: "inherit" });
    process.exitCode = status ?? 2;
  } finally {
    await database.stop?.();
  }
});

/** The embedded PostgreSQL: the one that runs, or one that is started for this and stopped again. */
async function embedded(dataDir) {
  const { startPostgres } = await import("./postgres.mjs");
  const { reachableFolder, serverUser } = await import("./postgres-server.mjs");
  const wanted = join(dataDir, "postgres");
  const dir = reachableFolder(wanted, serverUser(wanted));
  if (!existsSync(join(dir, "PG_VERSION"))) throw new PlainFailure("There are no books yet: npm start makes them.");
  const running = runningUrl(dir);
  if (running && (await answers(running))) return { url: running };
  return startPostgres({ dataDir: wanted, database: "tegemoet" });
}

/** Where a running server says it listens: line 4 of its pid file is the port, line 5 the folder of its socket. */
function runningUrl(dir) {
  const [pidFile, passwordFile] = [join(dir, "postmaster.pid"), `${dir}-password`];
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return undefined;
  const [, , , port, socketDir] = readFileSync(pidFile, "utf8").split("\n");
  return `postgresql://postgres:${readFileSync(passwordFile, "utf8").trim()}@127.0.0.1:${port}/tegemoet${socketDir ? `?host=${encodeURIComponent(socketDir)}` : ""}`;
}

async function answers(url) {
  const { withClient } = await import("./postgres.mjs");
  return withClient(url, (client) => client.query("select 1")).then(() => true, () => false);
}
