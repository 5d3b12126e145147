import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startPostgres, withClient } from "./postgres.mjs";
import { waitUntil } from "./processes.mjs";

describe("the embedded PostgreSQL", () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tegemoet-postgres-test-"));
    chmodSync(folder, 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const countRows = (url) => withClient(url, async (client) => Number((await client.query("select count(*) from kept")).rows[0].count));

  test("keeps a row over a stop, a kill -9 of its launcher and a kill -9 of itself", async () => {
    const options = { dataDir: join(folder, "kept"), database: "tegemoet" };
    const first = await startPostgres(options);
    await withClient(first.url, (client) => client.query("create table kept (id int); insert into kept values (1)"));
    await first.stop();

    const launcher = fork(new URL("postgres-launcher.fixture.mjs", import.meta.url).pathname, [
      JSON.stringify(options),
    ]);
    const orphan = await new Promise((resolve) => launcher.once("message", resolve));
    await withClient(orphan.url, (client) => client.query("insert into kept values (2)"));
    launcher.kill("SIGKILL");
    await new Promise((resolve) => launcher.once("exit", resolve));

    const second = await startPostgres(options);
    assert.notEqual(second.pid, orphan.pid);
    assert.equal(await countRows(second.url), 2);
    process.kill(second.pid, "SIGKILL");
    await second.exited;
    assert.ok(existsSync(join(second.dataDir, "postmaster.pid")), "a killed server leaves its pid file");

    const third = await startPostgres(options);
    assert.equal(await countRows(third.url), 2);
    await third.stop();
  });

  test("passes over a pid file whose number belongs to another process by now", async () => {
    const options = { dataDir: join(folder, "stale") };
    const first = await startPostgres(options);
    await first.stop();
    writeFileSync(join(first.dataDir, "postmaster.pid"), `${process.ppid}\n${first.dataDir}\n1\n5499\n`);
    const second = await startPostgres(options);
    await second.stop();
  });

  test("takes the next free port when another program has the wanted one", async () => {
    const squatter = createServer();
    const taken = await new Promise((resolve) => squatter.listen(0, "127.0.0.1", () => resolve(squatter.address().port)));
    const server = await startPostgres({ dataDir: join(folder, "port"), port: taken });
    squatter.close();
    assert.notEqual(server.port, taken);
    await server.stop();
  });

  test("keeps its password in a file that only its owner reads, and refuses a wrong one", async () => {
    const server = await startPostgres({ dataDir: join(folder, "secret") });
    const password = readFileSync(join(folder, "secret-password"), "utf8").trim();
    assert.ok(server.url.includes(password) && password.length >= 32);
    await assert.rejects(withClient(server.url.replace(password, "wrong"), () => undefined), /password authentication failed/);
    await server.stop();
  });

  test("runs for root in a folder that is closed to others", { skip: process.getuid?.() !== 0 }, async () => {
    const closed = mkdtempSync(join(tmpdir(), "tegemoet-closed-"));
    const server = await startPostgres({ dataDir: join(closed, "postgres"), database: "tegemoet" });
    assert.ok(server.dataDir.startsWith("/var/lib/tegemoet/"));
    await server.stop();
    for (const gone of [closed, join(server.dataDir, "..")]) rmSync(gone, { recursive: true, force: true });
  });

  test("removes a test server and its folder when it is stopped, and a forgotten one at the next start", async () => {
    const launcher = fork(new URL("postgres-launcher.fixture.mjs", import.meta.url).pathname, [JSON.stringify({ test: true })]);
    const forgotten = await new Promise((resolve) => launcher.once("message", resolve));
    launcher.kill("SIGKILL");
    await new Promise((resolve) => launcher.once("exit", resolve));
    const server = await startPostgres({ test: true });
    assert.ok(await waitUntil(() => !existsSync(forgotten.dataDir), 5_000));
    await server.stop();
    assert.ok(!existsSync(server.dataDir));
  });
});
