import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../build.mjs";
import { packageNames, root } from "../places.mjs";
import { PlainFailure } from "../plain-failure.mjs";
import { freePort, waitUntil } from "../processes.mjs";

/**
 * How long `npm start` takes until it is ready: cold as after a fresh clone with the packages installed (everything is
 * built, the database made, the demo filled), then warm, three times, of which the slowest counts.
 */
export default async function boot() {
  const dataDir = mkdtempSync(join(tmpdir(), "tegemoet-boot-"));
  // Open to the database's own user, so that the data lies in here and goes with it.
  chmodSync(dataDir, 0o755);
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    SANDBOX_SMTP_PORT: String(await freePort()),
    EMBEDDED_PG_PORT: String(await freePort()),
  };
  for (const name of ["DATABASE_URL", "PUBLIC_URL", "DEMO"]) delete env[name];
  try {
    for (const name of packageNames()) {
      for (const made of ["dist", join("src", "graphql")]) rmSync(join(root, "packages", name, made), { recursive: true, force: true });
    }
    const cold = await startOnce(env);
    const warm = [];
    for (let round = 0; round < 3; round++) warm.push(await startOnce(env));
    return [row("boot cold", cold, 60), row("boot warm", Math.max(...warm), 5)];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    // Whoever measured wants to work on afterwards.
    await build();
  }
}

function row(bench, seconds, limit) {
  return { bench, value: Math.round(seconds * 100) / 100, unit: "s", limit, ratio: null, target: null, pass: seconds <= limit };
}

/** Starts as a person does, waits for the first page of the admin portal and stops. Resolves to seconds. */
async function startOnce(env) {
  const startedAt = Date.now();
  const child = spawn("npm", ["start"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  let ended = false;
  const gone = new Promise((resolve) => child.once("close", resolve)).then(() => (ended = true));
  const ready = () => output.includes("Tegemoet is ready");
  await waitUntil(() => ended || ready(), 600_000, 20);
  if (!ready()) throw new PlainFailure(`${output}\n\nnpm start did not become ready.`);
  const page = await fetch(`http://localhost:${env.PORT}/`);
  const seconds = (Date.now() - startedAt) / 1000;
  if (!page.ok) throw new PlainFailure(`The admin portal answered ${page.status}.`);
  process.kill(-child.pid, "SIGINT");
  await gone;
  return seconds;
}
