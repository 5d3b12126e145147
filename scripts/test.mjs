import "./node-version.mjs";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { root } from "./places.mjs";
import { printFailure, runCommand } from "./plain-failure.mjs";
import { typecheck } from "./typecheck.mjs";

// Everything that is checked, in two lines that keep two cores busy. What drives a whole product waits half of its time and is
// impatient when somebody is late (a person at a browser waits ten seconds), so it goes first on its own line; the other line,
// all calculation, gives way to it.
// `npm test -- api scenarios` runs only the named parts.
const parts = process.argv.slice(2);
const wanted = (part) => parts.length === 0 || parts.includes(part);

/** Where the parts lie that run in one go of jest: its two workers then wait for each other once, at the end. */
const pathsOf = {
  unit: ["/api/test/together/unit-", "/(domain|files|messages|sandbox|debtor-portal)/src/"],
  api: ["/api/test/together/api-", "/api/(src|test)/.*\\.test\\.ts$"],
  scenarios: ["/api/test/together/scenarios-", "/api/scenarios/"],
};
const together = Object.keys(pathsOf).filter(wanted);

const reports = mkdtempSync(join(tmpdir(), "tegemoet-test-reports-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const timings = [];

await runCommand(async () => {
  process.env.TZ ??= "UTC";
  await install();
  const built = await step("build", buildAsTest);
  await Promise.all([
    inSequence(
      wanted("browser") && built && (() => step("browser", browserTests)),
      wanted("start") && built && (() => step("start", () => nodeTests("scripts/whole"))),
    ),
    inSequence(
      wanted("types") && (() => step("types", typecheck)),
      wanted("lint") && (() => step("lint", lint)),
      wanted("house") && (() => step("house", () => nodeTests("scripts"))),
      together.length > 0 && (() => step(together.join(" "), testsTogether)),
    ),
  ]);
  finish();
});

function testsTogether() {
  // All of them are asked for without naming any: what no path above foresees would run too.
  const all = together.length === Object.keys(pathsOf).length;
  const args = all ? [] : ["--testPathPatterns", ...together.flatMap((part) => pathsOf[part])];
  return jest(["together"], { args: ["--testSequencer", join(root, "scripts", "longest-first.cjs"), ...args], giveWay: true });
}

async function inSequence(...actions) {
  for (const action of actions) if (action) await action();
}

/** Runs one part, adds its counts to the total and never lets its failure stop the rest. */
async function step(name, action) {
  const startedAt = Date.now();
  let counts;
  try {
    counts = await action();
  } catch (error) {
    printFailure(error);
    counts = { passed: 0, failed: 1 };
  }
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  timings.push({ name, seconds: (Date.now() - startedAt) / 1000, ...counts });
  return counts.failed === 0;
}

async function buildAsTest() {
  await build();
  return { passed: 0, failed: 0 };
}

/**
 * Runs a program with its output shown. Resolves to its exit code.
 *
 * @param giveWay Let it have only what the rest of the run leaves of the processor.
 */
async function run(command, args, { giveWay = false } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: process.env });
  // What it starts itself, from now on, inherits this.
  if (giveWay && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.code));
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
}

async function lint() {
  const code = await run(process.execPath, [join(root, "node_modules", "oxlint", "bin", "oxlint"), "--deny-warnings"]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs jest projects and reads their counts from its report; a suite that could not even load counts as failed. */
async function jest(projects, { args = [], giveWay = false } = {}) {
  const report = join(reports, `${projects.join("-")}.json`);
  const program = join(root, "node_modules", "jest", "bin", "jest.js");
  const selected = ["--selectProjects", ...projects, "--passWithNoTests", "--json", `--outputFile=${report}`, "--silent=false"];
  // With --json jest writes the report to its standard output as well, unless that is given away.
  const code = await run(process.execPath, [program, ...selected, ...args], { giveWay });
  if (!existsSync(report)) {
    console.error(`jest (${projects.join(", ")}) ended with ${code} and left no report.`);
    return { passed: 0, failed: 1 };
  }
  const result = JSON.parse(readFileSync(report, "utf8"));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // A clean count with a bad exit code means that something around the tests broke, such as the database.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** The tests of the scripts and of the house rules run on Node's own runner, a process for each file. */
async function nodeTests(folder) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs")).map((name) => join(root, folder, name));
  const tap = join(reports, `${folder.replaceAll("/", "-")}.tap`);
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${tap}`];
  const code = await run(process.execPath, ["--test", ...reporters, ...files]);
  const text = existsSync(tap) ? readFileSync(tap, "utf8") : "";
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  return { passed: count("pass"), failed: failed === 0 && code !== 0 ? 1 : failed, skipped: count("skipped") };
}

/** Browser tests run over the whole product in a real browser; without one they are skipped, loudly. */
async function browserTests() {
  const require = createRequire(import.meta.url);
  require("./typescript-hook.cjs");
  const { findBrowser } = require("../packages/e2e/src/browser.ts");
  const browser = await findBrowser({ install: true });
  if (!browser) {
    console.log(
      "\n!!! NO BROWSER: the browser tests are skipped. No Chromium was found, the one from npm does not run here,\n" +
        "!!! and none could be installed. Install Chromium, or set BROWSER_PATH to its program.\n",
    );
    return { passed: 0, failed: 0, skipped: 1 };
  }
  console.log(`Browser: ${browser.executablePath}, from ${browser.source}.`);
  const env = { BROWSER_FOUND: JSON.stringify(browser) };
  Object.assign(process.env, env);
  return await jest(["e2e"], { args: ["--runInBand", "--testTimeout=180000"] });
}

/** Prints how long each part took and, as the last line, the counts; nothing run is a failure too. */
function finish() {
  rmSync(reports, { recursive: true, force: true });
  console.log("\nPart                     seconds  passed  failed  skipped");
  for (const { name, seconds, passed, failed, skipped = 0 } of timings) {
    const cells = [seconds.toFixed(1).padStart(9), ...[passed, failed, skipped].map((count) => String(count).padStart(7))];
    console.log(`${name.padEnd(22)} ${cells.join(" ")}`);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  if (total.passed === 0) console.log("No test ran at all: that is a failure.");
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
