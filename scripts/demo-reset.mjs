import "./node-version.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { dataDirectory } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";
import { stopRecorded } from "./processes.mjs";

/** Empties the demo, so that the next `npm start` fills it anew. Logs, keys and passwords stay. */
await runCommand(async () => {
  const dataDir = dataDirectory();
  const external = process.env.DATABASE_URL;
  if (external && !process.argv.includes("--yes")) {
    throw new PlainFailure(
      `DATABASE_URL names a PostgreSQL of your own; this would remove everything in the schemas of "${databaseName(external)}". ` +
        "If that is what you want: npm run demo:reset -- --yes",
    );
  }
  await install();
  // A launcher that runs stops its API, sandbox and database in order; ten seconds are plenty.
  if (await stopRecorded(join(dataDir, "run", "launcher.json"), { patienceMs: 20_000 })) console.log("Stopped the one that ran.");
  for (const name of ["api", "sandbox"]) await stopRecorded(join(dataDir, "run", `${name}.json`));

  const { startPostgres, withClient } = await import("./postgres.mjs");
  if (external) {
    await withClient(external, emptySchemas);
  } else {
    const server = await startPostgres({ dataDir: join(dataDir, "postgres") });
    await withClient(server.url, (client) => client.query("drop database if exists tegemoet with (force)"));
    await server.stop();
  }
  rmSync(join(dataDir, "sandbox"), { recursive: true, force: true });
  console.log("The demo is empty. The next npm start fills it anew.");
});

function databaseName(url) {
  return URL.canParse(url) ? new URL(url).pathname.slice(1) : "the database";
}

/** Removes the product's schemas. The database itself stays, because its owner may not be allowed to make one. */
async function emptySchemas(client) {
  await client.query("drop schema if exists graphile_worker cascade");
  await client.query("drop schema public cascade");
  await client.query("create schema public");
}
