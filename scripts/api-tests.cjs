const { readdirSync, readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const packagesFolder = join(__dirname, "..", "packages");

/** What changes the modules of other tests, and so must have them to itself. */
const ALONE = /\bjest\.(mock|doMock|unmock|resetModules|isolateModules)\b/;

/**
 * The test files of the API, largest first so that groups of every so-many-th are alike: those that may share one registry of modules,
 * and those that replace modules and run alone.
 */
function apiTests() {
  const files = ["src", "test"]
    .flatMap((folder) => readdirSync(join(packagesFolder, "api", folder), { recursive: true }).map((name) => join(packagesFolder, "api", folder, name)))
    .filter((file) => file.endsWith(".test.ts"))
    .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
  const alone = files.filter((file) => ALONE.test(readFileSync(file, "utf8")));
  return { together: files.filter((file) => !alone.includes(file)), alone };
}

module.exports = { apiTests, packagesFolder };
