import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { root } from "../places.mjs";
import { freePort, portTrouble, startMark, waitUntil } from "../processes.mjs";

describe("npm start", () => {
  let dataDir;
  let env;
  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "tegemoet-start-"));
    // Open to the database's own user, so that the data lies in here and goes with it.
    chmodSync(dataDir, 0o755);
    const ports = { PORT: await freePort(), SANDBOX_PORT: await freePort(), SANDBOX_SMTP_PORT: await freePort(), EMBEDDED_PG_PORT: await freePort() };
    env = { ...process.env, DATA_DIR: dataDir, DEMO: "small", LOG_LEVEL: "warn" };
    for (const name of ["DATABASE_URL", "PUBLIC_URL", "SMTP_URL", "npm_lifecycle_event"]) delete env[name];
    for (const [name, port] of Object.entries(ports)) env[name] = String(port);
  });
  // A test that fails half-way must not leave a product running, nor keep the runner waiting for it.
  const started = [];
  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    }
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const recorded = (name) => JSON.parse(readFileSync(join(dataDir, "run", `${name}.json`), "utf8"));
  const ask = (path, init) => fetch(`http://127.0.0.1:${env.PORT}${path}`, init);

  /** Starts as a person does; resolves when it is ready or has ended. */
  async function start(more = {}) {
    const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], { env: { ...env, ...more }, stdio: ["ignore", "pipe", "pipe"] });
    const run = { child, output: "", code: undefined };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (run.output += text));
    run.ended = new Promise((resolve) => child.once("close", (code, signal) => resolve((run.code = code ?? signal))));
    started.push(run);
    await waitUntil(() => run.code !== undefined || run.output.includes("Ctrl-C stops everything"), 400_000);
    return run;
  }

  test("gets ready, says where to go and who to be, and answers at every address", async () => {
    const run = await start();
    assert.ok(run.output.includes("Tegemoet is ready"), run.output);
    for (const words of ["Admin portal", "Debtor portal", "Sandbox", "Sign in as", "See it as a debtor"]) assert.ok(run.output.includes(words), words);
    for (const path of ["/", "/portal", "/health/live", "/health/ready"]) assert.equal((await ask(path)).status, 200, path);
    const partner = await ask("/partner/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{__typename}"}' });
    assert.ok(partner.status < 500);

    const second = await start();
    assert.equal(second.code, 1);
    assert.match(second.output, /runs already on this data: http:\/\/localhost:\d+/);

    run.child.kill("SIGINT");
    run.child.kill("SIGINT");
    assert.equal(await run.ended, 0);
    for (const name of ["PORT", "SANDBOX_PORT", "SANDBOX_SMTP_PORT", "EMBEDDED_PG_PORT"]) assert.equal(await portTrouble(Number(env[name])), undefined, name);
  });

  test("starts again after a kill -9 and leaves no part of the killed one behind", async () => {
    const killed = await start();
    assert.ok(killed.output.includes("Tegemoet is ready"), killed.output);
    const parts = [recorded("api"), recorded("sandbox")];
    killed.child.kill("SIGKILL");
    await killed.ended;
    const again = await start();
    assert.ok(again.output.includes("Tegemoet is ready"), again.output);
    for (const part of parts) assert.notEqual(startMark(part.pid), part.mark, `${part.name} of the killed start still runs`);
    again.child.kill("SIGTERM");
    assert.equal(await again.ended, 0);
  });

  test("ends with the last words of a part that ends by itself, and takes the rest down", async () => {
    const run = await start();
    process.kill(recorded("api").pid, "SIGKILL");
    assert.equal(await run.ended, 1);
    assert.match(run.output, /The api ended by itself \(code SIGKILL\)/);
    assert.equal(await portTrouble(Number(env.EMBEDDED_PG_PORT)), undefined);
  });

  test("names the variable of a port that is taken", async () => {
    const squatter = createServer();
    await new Promise((resolve) => squatter.listen(Number(env.SANDBOX_PORT), "127.0.0.1", resolve));
    const run = await start();
    squatter.close();
    assert.equal(run.code, 1);
    assert.match(run.output, /Port \d+ is in use by another program\. .*SANDBOX_PORT=\d+ npm start/);
  });

  for (const [variable, value, words] of [
    ["PORT", "abc", /PORT must be a port, a whole number from 1 to 65535; it is "abc"/],
    ["SMTP_URL", "mail.example", /SMTP_URL starts with smtp:\/\//],
    ["DATA_DIR", "/proc/tegemoet", /The folder \/proc\/tegemoet can't be written/],
    ["DATABASE_URL", "postgres://nobody@127.0.0.1:1/none", /127\.0\.0\.1:1/],
  ]) {
    test(`says in a sentence what is wrong with ${variable}=${value}`, { skip: value.startsWith("/proc") && process.platform !== "linux" }, async () => {
      const run = await start({ [variable]: value });
      assert.equal(run.code, 1, run.output);
      assert.match(run.output, words);
      assert.doesNotMatch(run.output, /^\s+at /m, "no stack trace");
    });
  }
});
