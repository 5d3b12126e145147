import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../postgres.mjs";
import { startMark, waitUntil } from "../processes.mjs";

/**
 * `npm run bench -- kill [--size 3000] [--kills 12] [--stops 3] [--seed 1]`: reminders go out through two real worker
 * processes to the sandbox's mail server while workers are killed (SIGKILL) and PostgreSQL is stopped at once, as by a
 * power cut; the mail server's inbox is the witness. Then the control: workers that write down what left only afterwards.
 */
export default async function kill({ size = 3_000, options, root }) {
  const order = { seed: Number(options.seed ?? 1), reminders: size, kills: Number(options.kills ?? 12), stops: Number(options.stops ?? 3) };
  const held = await killOnce(root, order);
  const control = await killOnce(root, { ...order, reminders: Math.min(size, 300), kills: Math.max(3, Math.min(order.kills, 6)), stops: 0, naive: true });
  const row = (bench, value, limit, pass) => ({ bench, value, unit: "mails", limit, ratio: null, target: null, pass });
  // Two batches of twenty are in the air of one worker; PostgreSQL takes both workers with it.
  const most = (order.kills + order.stops * 2) * 40;
  console.log(JSON.stringify({ held, control }));
  return [
    row("kill: sent twice", held.twice, 0, held.twice === 0),
    row("kill: lost", held.lost, 0, held.lost === 0),
    row("kill: sent after payment", held.afterPayment, 0, held.afterPayment === 0),
    row("kill: put aside for a person", held.parked, most, held.parked <= most),
    row("kill: control, sent twice", control.twice, null, control.twice > 0),
  ];
}

/** One run on a PostgreSQL of its own, as safe in a power cut as the real one. */
export async function killOnce(root, order) {
  const require = createRequire(import.meta.url);
  const hook = join(root, "scripts", "typescript-hook.cjs");
  require(hook);
  const { killWorkers } = require(join(root, "packages", "api", "test", "kill", "kill-workers.ts"));
  const folder = mkdtempSync(join(tmpdir(), "tegemoet-kill-"));
  const pgDir = mkdtempSync(join(tmpdir(), "tegemoet-kill-postgres-"));
  let server = await startPostgres({ dataDir: join(pgDir, "data"), database: "killed", port: 5_600 + Math.floor(Math.random() * 300) });
  const { url, port } = server;
  try {
    return await killWorkers({
      url,
      stopAtOnce: async () => {
        process.kill(server.pid, "SIGQUIT");
        await server.exited;
        await waitUntil(() => startMark(server.pid) === undefined, 10_000);
      },
      startAgain: async () => {
        server = await startPostgres({ dataDir: join(pgDir, "data"), database: "killed", port });
        if (server.port !== port) throw new Error("PostgreSQL came back at another port");
      },
    }, { ...order, dataDir: join(folder, "sandbox"), hook });
  } finally {
    await server.stop();
    for (const gone of [folder, pgDir, server.dataDir, `${server.dataDir}.log`]) rmSync(gone, { recursive: true, force: true });
  }
}
