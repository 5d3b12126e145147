/*
 * The real pipeline in a process of its own, so that its memory and its event loop are its own: reads one bank file and tells what it
 * took, as a line of JSON. Works on the built product, as people run it.
 */
const { openSync, readSync, statSync } = require("node:fs");
const { join } = require("node:path");
const { monitorEventLoopDelay } = require("node:perf_hooks");

require("reflect-metadata");

const { database, organisationId, file, from, config } = JSON.parse(process.argv[2]);
if (from === "src") require(join(__dirname, "..", "..", "..", "..", "scripts", "typescript-hook.cjs"));
const load = (path) => require(join(__dirname, "..", "..", from, path));

/** An upload lies on disk while it is taken in, and so does this. */
function beginning(path) {
  const bytes = Buffer.alloc(8192);
  return bytes.subarray(0, readSync(openSync(path, "r"), bytes));
}

async function main() {
  const { assembleProduct } = load("app/start-product");
  const { importBankFile } = load("app/import-bank-file");
  const { SpooledBytes } = load("app/uploaded-file");
  const { readConfig } = load("platform/config");
  const product = await assembleProduct(readConfig({ ...config, DATABASE_URL: database }));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const act = { organisationId, actor: { kind: "system" }, now: new Date() };
  delay.enable();
  const start = performance.now();
  const results = await importBankFile(product, act, { name: "bench.xml", bytes: new SpooledBytes(file, statSync(file).size, beginning(file)), cut: false });
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  const refused = results.find(({ outcome }) => outcome !== "created");
  if (refused) throw new Error(`the statement was not stored: ${JSON.stringify(refused)}`);
  await product.close();
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ seconds, megabytes: maxRSS / 1024, delayMs: delay.percentile(99) / 1e6, longestMs: delay.max / 1e6 }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
