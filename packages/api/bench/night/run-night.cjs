/*
 * The nights of some organisations in a process of its own, so that its memory is its own: one after the other as the timetable runs them.
 * Tells seconds, peak memory and what each night counted, as a line of JSON. Works on the built product, as people run it.
 */
const { join } = require("node:path");

require("reflect-metadata");

const { database, organisations, day, from, config } = JSON.parse(process.argv[2]);
if (from === "src") require(join(__dirname, "..", "..", "..", "..", "scripts", "typescript-hook.cjs"));
const load = (path) => require(join(__dirname, "..", "..", from, path));

async function main() {
  const { assembleProduct } = load("app/start-product");
  const { runNight } = load("features/escalations/run-night");
  const { readConfig } = load("platform/config");
  const { momentAt } = load("platform/clock");
  const product = await assembleProduct(readConfig({ ...config, DATABASE_URL: database }));
  const [start, used] = [performance.now(), process.cpuUsage()];
  const counts = [];
  for (const organisationId of organisations) counts.push(await runNight(product.source, { organisationId, day, now: momentAt(day, 60) }));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  await product.close();
  console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, counts }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
