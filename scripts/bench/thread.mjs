import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../places.mjs";
import { PlainFailure } from "../plain-failure.mjs";

/** The wall time of the whole thread on the API, from an unpaid invoice to the hand-over, as its scenario test runs it. */
export default async function thread() {
  const folder = mkdtempSync(join(tmpdir(), "tegemoet-thread-"));
  const report = join(folder, "report.json");
  try {
    const jest = join(root, "node_modules", "jest", "bin", "jest.js");
    const args = [jest, "--selectProjects", "scenarios", "--runInBand", "--json", `--outputFile=${report}`, "whole-thread"];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    await new Promise((resolve) => child.once("close", resolve));
    if (!existsSync(report)) throw new PlainFailure("The scenario could not be run; jest's words are above.");
    const result = JSON.parse(readFileSync(report, "utf8"));
    if (result.numTotalTests === 0) throw new PlainFailure("There is no scenario packages/api/scenarios/whole-thread.test.ts.");
    const milliseconds = result.testResults.reduce((sum, suite) => sum + suite.endTime - suite.startTime, 0);
    const value = Math.round(milliseconds / 10) / 100;
    return { bench: "thread", value, unit: "s", limit: null, ratio: null, target: null, pass: result.success };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
