// The whole product on free ports with data of its own, for a test or a picture. Forked by
// packages/e2e/src/running-product.ts; says { ready } or { failed } and stops when its parent lets go.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, withClient } from "./postgres.mjs";
import { freePort } from "./processes.mjs";
import { productEnvironment, startProduct } from "./product.mjs";

const options = JSON.parse(process.argv[2] ?? "{}");
const dataDir = mkdtempSync(join(tmpdir(), "tegemoet-product-"));
let database;
let product;
let stopping;

function stop() {
  stopping ??= (async () => {
    await product?.stop();
    await database?.stop();
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(0);
  })();
  return stopping;
}
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, stop);

try {
  database = await openDatabase();
  const environment = productEnvironment({
    // What a developer has set for his own demo must not leak into a test.
    env: { PATH: process.env.PATH ?? "", TZ: process.env.TZ ?? "", LOG_LEVEL: "warn", DEMO: "small", ...options.env },
    dataDir,
    ports: { api: await freePort(), sandbox: await freePort(), smtp: await freePort() },
    databaseUrl: database.url,
  });
  product = await startProduct({ environment, dataDir });
  for (const child of Object.values(product.children)) {
    child.exited.then((code) => stopping ?? process.send?.({ died: `${child.name} (code ${code}): ${child.lastWords()}` }));
  }
  process.send?.({
    ready: {
      url: environment.PUBLIC_URL,
      sandboxUrl: environment.SANDBOX_URL,
      databaseUrl: database.url,
      demoSecret: environment.DEMO_SECRET,
      dataDir,
      welcome: product.welcome,
    },
  });
} catch (error) {
  process.send?.({ failed: error.message }, () => void stop());
}

/** A database of its own: on TEST_DATABASE_URL when there is one, else on a throw-away PostgreSQL. */
async function openDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) return await startPostgres({ test: true, database: "tegemoet" });
  const name = `tegemoet_${randomBytes(6).toString("hex")}`;
  const url = new URL(given);
  url.pathname = `/${name}`;
  await withClient(given, (client) => client.query(`create database ${name}`));
  return {
    url: url.href,
    stop: () => withClient(given, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}
