const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const packagesFolder = join(__dirname, "..", "packages");

/** What changes the modules of other tests, and so must have them to itself. */
const ALONE = /\bjest\.(mock|doMock|unmock|resetModules|isolateModules)\b/;

/** The folders, below packages, whose tests may share a registry of modules with each other. */
const PARTS = {
  api: ["api/src", "api/test"],
  scenarios: ["api/scenarios"],
  unit: ["domain/src", "files/src", "messages/src", "sandbox/src", "debtor-portal/src"],
};

/**
 * The test files of a part, largest first so that groups of every so-many-th are alike: those that may share one registry of modules,
 * and those that replace modules and run alone.
 *
 * @param part "api", "scenarios" or "unit".
 */
function testsOf(part) {
  const files = PARTS[part]
    .map((folder) => join(packagesFolder, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((file) => file.endsWith(".test.ts"))
    .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
  const alone = files.filter((file) => ALONE.test(readFileSync(file, "utf8")));
  return { together: files.filter((file) => !alone.includes(file)), alone };
}

module.exports = { testsOf, packagesFolder };
