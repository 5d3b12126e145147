const { relative } = require("node:path");
const { packagesFolder, testsOf } = require("./scripts/tests-together.cjs");

/** One project a package, so that `npx jest --selectProjects api` runs one of them. */
const swc = [
  "@swc/jest",
  {
    // The same options as scripts/compile-package.mjs: a test runs what ships.
    sourceMaps: "inline",
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: "es2022",
      keepClassNames: true,
    },
    module: { type: "commonjs", ignoreDynamic: true },
  },
];

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: [`<rootDir>/packages/${testMatch[0].split("/")[0]}`],
  testMatch: testMatch.map((pattern) => `<rootDir>/packages/${pattern}`),
  testEnvironment: "node",
  transform: { "^.+\\.ts$": swc },
  moduleNameMapper: { "^@tegemoet/(domain|files|messages)$": "<rootDir>/packages/$1/src/index.ts" },
  modulePathIgnorePatterns: ["<rootDir>/packages/[^/]+/dist/"],
  ...more,
});

/** One embedded PostgreSQL for the whole run; TEST_DATABASE_URL (of a superuser) names it, or names yours. */
const onPostgres = {
  globalSetup: "<rootDir>/scripts/jest-postgres-start.mjs",
  globalTeardown: "<rootDir>/scripts/jest-postgres-stop.mjs",
};

/** What has its modules to itself, even in `npm test`. */
const alone = ["api", "scenarios", "unit"].flatMap((part) => testsOf(part).alone.map((file) => relative(packagesFolder, file)));

module.exports = {
  maxWorkers: 2,
  projects: [
    project("domain", ["domain/src/**/*.test.ts"]),
    project("files", ["files/src/**/*.test.ts"]),
    project("messages", ["messages/src/**/*.test.ts"]),
    project("sandbox", ["sandbox/src/**/*.test.ts"]),
    project("api", ["api/src/**/*.test.ts", "api/test/**/*.test.ts"], onPostgres),
    project("scenarios", ["api/scenarios/**/*.test.ts"], onPostgres),
    project("portal", ["debtor-portal/src/**/*.test.ts"]),
    // All of these again for `npm test`, many to a registry of modules: see packages/api/test/together. One project, because each
    // compiles all it loads for itself.
    project("together", ["api/test/together/*.suite.ts", ...alone], { ...onPostgres, roots: ["<rootDir>/packages"] }),
    project("e2e", ["e2e/src/**/*.e2e.ts"]),
  ],
};
