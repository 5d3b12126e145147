import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { clockOffences, sourcesUnderTheRule } from "./clock-rule.mjs";
import { root } from "./places.mjs";

const api = "packages/api/src";

/** One violation of each import rule of the house. The linter that lets one pass is itself broken. */
const planted = [
  ["the domain imports a package", "packages/domain/src/a.ts", "zod"],
  ["the domain imports Node", "packages/domain/src/b.ts", "node:fs"],
  ["the domain imports the API", "packages/domain/src/law/c.ts", "../../../api/src/main"],
  ["a test of the domain imports the files package", "packages/domain/src/d.test.ts", "@tegemoet/files"],
  ["the files package imports the API", "packages/files/src/a.ts", "../../api/src/main"],
  ["the messages package imports the sandbox", "packages/messages/src/a.ts", "@tegemoet/sandbox"],
  ["the platform imports a feature", `${api}/platform/database/a.ts`, "../../features/invoices/invoice.entity"],
  ["the platform imports the app", `${api}/platform/b.ts`, "../app/schemas"],
  ["the API imports a web app", `${api}/app/a.ts`, "@tegemoet/admin-web"],
  ["a feature imports the app", `${api}/features/invoices/a.ts`, "../../app/viewers"],
  ["a feature imports the sandbox", `${api}/features/payments/z.ts`, "@tegemoet/sandbox"],
  ["debtors (rank 1) import invoices (rank 2)", `${api}/features/debtors/a.ts`, "../invoices/invoice.queries"],
  ["organisations import users, who come after them in rank 1", `${api}/features/organisations/b.ts`, "../users/user.entity"],
  ["the ledger (2) imports payments (3)", `${api}/features/ledger/a.ts`, "../payments/book-payment"],
  ["the bank (3) imports plans (4)", `${api}/features/bank/a.ts`, "../../features/payment-plans/plan.queries"],
  ["promises (4) import escalations (5)", `${api}/features/promises/a.ts`, "../escalations/open-case"],
  ["agencies (5) import reports (6)", `${api}/features/agencies/a.ts`, "../reports/report.queries"],
  ["reports import what another feature says to staff", `${api}/features/reports/a.ts`, "../invoices/invoice.admin"],
  ["plans import what another feature says to debtors", `${api}/features/payment-plans/a.ts`, "../invoices/invoice.portal"],
  ["escalations import what another feature says to agencies", `${api}/features/escalations/a.ts`, "../debtors/debtor.partner"],
  ["the admin portal imports the API", "packages/admin-web/src/a.ts", "../../api/src/main"],
  ["the debtor portal imports the files package", "packages/debtor-portal/src/b.ts", "@tegemoet/files"],
  ["a feature of the admin portal imports its sister", "packages/admin-web/src/features/bank/a.tsx", "../debtors/debtor-page"],
  ["a folder in a feature imports a sister", "packages/debtor-portal/src/features/pay/parts/a.tsx", "../../terms/terms-page"],
  ["the sandbox imports the API", "packages/sandbox/src/a.ts", "@tegemoet/api"],
  ["a browser test imports the API's source", "packages/e2e/src/a.ts", "../../api/src/main"],
];

/** Imports that the house allows; a rule that refuses one is as wrong as a rule that lets everything pass. */
const allowed = [
  ["packages/domain/src/law/ok.ts", "../money"],
  ["packages/domain/src/ok.test.ts", "fast-check"],
  [`${api}/platform/database/ok.ts`, "typeorm"],
  [`${api}/features/payments/ok.ts`, "../invoices/invoice.entity"],
  [`${api}/features/debtors/ok.ts`, "../organisations/organisation.entity"],
  [`${api}/features/payments/ok2.ts`, "../../platform/clock"],
  [`${api}/features/payments/payment.admin.ts`, "./payment.queries"],
  [`${api}/features/payments/payments.test.ts`, "../../app/schemas"],
  [`${api}/app/ok.ts`, "../features/payments/payment.admin"],
  ["packages/admin-web/src/features/bank/ok.tsx", "../../ui/table"],
  ["packages/admin-web/src/routes.tsx", "./features/bank/bank-page"],
  ["packages/e2e/src/ok.ts", "@tegemoet/domain"],
];

describe("the import rules of the house", () => {
  let folder;
  let reports;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tegemoet-lint-"));
    cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    const plant = (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [, path, specifier] of planted) plant(path, `export { thing } from "${specifier}";\n`);
    for (const [path, specifier] of allowed) plant(path, `export { thing } from "${specifier}";\n`);
    plant(`${api}/app/one.ts`, 'import { other } from "./other";\nexport const one = () => other();\n');
    plant(`${api}/app/other.ts`, 'import { one } from "./one";\nexport const other = () => one();\n');
    const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, "--format", "json"], { cwd: folder, encoding: "utf8" });
    assert.ok(stdout.startsWith("{"), `oxlint gave no report: ${stderr}${stdout}`);
    reports = JSON.parse(stdout).diagnostics.map(({ code, filename, severity }) => ({ code, path: filename.replaceAll("\\", "/"), severity }));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const errorsIn = (path, rule) => reports.filter((report) => report.path.endsWith(path) && report.code.includes(rule) && report.severity === "error");

  for (const [title, path, specifier] of planted) {
    test(`are broken when ${title} ("${specifier}")`, () => assert.equal(errorsIn(path, "no-restricted-imports").length, 1));
  }

  for (const [path, specifier] of allowed) {
    test(`let ${path} import "${specifier}"`, () => assert.equal(errorsIn(path, "no-restricted-imports").length, 0));
  }

  test("are broken when two files import each other", () => assert.ok(errorsIn("app/one.ts", "no-cycle").length > 0));
});

describe("the clock", () => {
  const offences = (path, text) => clockOffences([{ path, text }]);

  test("is looked at nowhere but in platform/clock.ts and plain-date.ts", () => {
    const sources = sourcesUnderTheRule();
    assert.ok(sources.length > 0, "there are sources to look at");
    assert.deepEqual(clockOffences(sources), []);
  });

  for (const text of ["const day = new Date();", "const day = new Date;", "const ms = Date.now();", "const read = Date.now;", "const text = Date();"]) {
    test(`is found in a feature that says "${text}"`, () => assert.equal(offences(`${api}/features/bank/a.ts`, text).length, 1));
  }

  test("is found with its line", () => {
    assert.deepEqual(offences(`${api}/app/a.ts`, "\n\nnew Date();"), [`${api}/app/a.ts:3 new Date()`]);
  });

  test("may be read in platform/clock.ts", () => assert.deepEqual(offences(`${api}/platform/clock.ts`, "new Date()"), []));

  test("is not meant by a moment that is given, a comment or a text", () => {
    assert.deepEqual(offences(`${api}/app/a.ts`, 'new Date(moment); // new Date()\nconst text = "Date.now()";'), []);
  });

  test("and chance stay out of the domain", () => assert.equal(offences("packages/domain/src/a.ts", "Math.random()").length, 1));
});
