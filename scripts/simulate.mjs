import "./node-version.mjs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { install } from "./install.mjs";
import { root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";
import { startPostgres, withClient } from "./postgres.mjs";

/*
 * npm run simulate -- [--seed 7] [--debtors 500] [--months 24] [--from 2026-01-05]
 *
 * Lives the days of two companies and their debtors over the product's own verbs on a real PostgreSQL: payments, calls,
 * disputes, holds, plans, promises, bounces, replies, outages of days, two workers at once and workers that die. After
 * each week everything is held against the invariants I-30 to I-47. The same seed lives the same lives.
 */
await runCommand(async () => {
  const order = readOrder(process.argv.slice(2));
  process.env.TZ ??= "UTC";
  await install();
  const require = createRequire(import.meta.url);
  require("./typescript-hook.cjs");
  createRequire(join(root, "packages", "api", "package.json"))("reflect-metadata");
  const { simulate } = require(join(root, "packages", "api", "test", "simulator", "simulate.ts"));
  const server = await startPostgres({ test: true });
  const startedAt = Date.now();
  try {
    await withClient(server.url, (client) => client.query("create database simulated"));
    const url = new URL(server.url);
    url.pathname = "/simulated";
    const done = await simulate(url.href, order, { week: (day) => process.stderr.write(`\r${day}  ${Math.round((Date.now() - startedAt) / 1000)} s `) });
    process.stderr.write("\n");
    for (const [what, count] of Object.entries(done.digest).sort()) console.log(`${String(count).padStart(10)}  ${what}`);
    console.log(`\n${done.weeks} weeks, ${done.messages} messages left, ${done.kills} workers killed, ${done.refusals} acts refused, ${Math.round((Date.now() - startedAt) / 1000)} s`);
    for (const { rule, what, day } of done.breaches) console.log(`BROKEN by ${day}: ${rule}: ${what}`);
    console.log(done.breaches.length === 0 ? `Seed ${order.seed}: every invariant held.` : `Seed ${order.seed}: ${done.breaches.length} breaches.`);
    process.exitCode = done.breaches.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
});

function readOrder(words) {
  const order = { seed: 7, debtors: 500, months: 24, from: "2026-01-05" };
  for (let index = 0; index < words.length; index += 1) {
    const [option, inline] = words[index].split("=");
    const name = option.replace(/^--/, "");
    if (!option.startsWith("--") || !(name in order)) throw new PlainFailure(`"${words[index]}" is no option. There are: --seed 7 --debtors 500 --months 24 --from 2026-01-05.`);
    const text = inline ?? words[(index += 1)] ?? "";
    if (name === "from" ? !/^202[678]-\d\d-\d\d$/.test(text) : !/^[1-9]\d{0,6}$/.test(text)) throw new PlainFailure(`${option} can't be "${text}": ${name === "from" ? "a day from 2026 to 2028, such as 2026-01-05" : "a whole number above 0"}.`);
    order[name] = name === "from" ? text : Number(text);
  }
  return order;
}
