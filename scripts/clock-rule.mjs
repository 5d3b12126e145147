import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { filesBelow } from "./fingerprint.mjs";
import { root } from "./places.mjs";

/** The two files that may look at the clock; everything else is told the day. */
const allowed = ["packages/api/src/platform/clock.ts", "packages/domain/src/plain-date.ts"];

/**
 * Finds code that looks at the clock by itself (`new Date()` without a moment, `Date.now`), in the domain also chance
 * (`Math.random`). Tests are left out. The linter has no rule for it, so this one reads the syntax tree.
 *
 * @param sources Files as { path (from the repository), text }.
 * @returns Lines such as "packages/api/src/x.ts:12 new Date()".
 */
export function clockOffences(sources) {
  const ts = createRequire(import.meta.url)("typescript");
  return sources.filter(({ path }) => !allowed.includes(path)).flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const found = [];
    const visit = (node) => {
      const offence = offenceOf(ts, node, path);
      if (offence) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${offence}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function offenceOf(ts, node, path) {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "Date()";
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const name = node.getText().replace(/^globalThis\./, "");
  if (name === "Date.now") return name;
  return name === "Math.random" && path.startsWith("packages/domain/") ? name : undefined;
}

/** The sources of the API and the domain that the rule is about. */
export function sourcesUnderTheRule() {
  return ["api", "domain"]
    .flatMap((name) => filesBelow(join(root, "packages", name, "src"), (file) => /(?<!\.test)\.ts$/.test(file)))
    .map((file) => ({ path: relative(root, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));
}
