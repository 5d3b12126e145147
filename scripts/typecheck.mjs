import "./node-version.mjs";
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { hasSources } from "./compile-package.mjs";
import { install } from "./install.mjs";
import { packageNames, root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";

/**
 * Checks the types of every package, one after the other. The tests of the domain have a tsconfig of their own,
 * because the domain itself may know neither Node nor jest.
 *
 * @returns { passed, failed } in projects.
 */
export async function typecheck() {
  const projects = packageNames()
    .filter(hasSources)
    .flatMap((name) => ["tsconfig.json", "tsconfig.test.json"].map((file) => join(root, "packages", name, file)))
    .filter((file) => existsSync(file));
  const result = { passed: 0, failed: 0 };
  for (const project of projects) {
    const ok = await check(project);
    result[ok ? "passed" : "failed"] += 1;
    console.log(`${ok ? "✓" : "✗"} types of ${relative(root, project)}`);
  }
  return result;
}

async function check(project) {
  const child = spawn(process.execPath, [compiler(), "--noEmit", "-p", project], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  return (await new Promise((resolve) => child.once("close", resolve))) === 0;
}

/** The native compiler checks in a tenth of the time; where it has no program for the machine, the one in JavaScript does the same. */
function compiler() {
  const native = realpathSync(join(root, "node_modules", "@typescript", "native-preview"));
  const program = `@typescript/native-preview-${process.platform}-${process.arch}/package.json`;
  try {
    createRequire(join(native, "package.json")).resolve(program);
    return join(native, "bin", "tsgo");
  } catch {
    return join(root, "node_modules", "typescript", "bin", "tsc");
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    await install();
    await build();
    const { failed } = await typecheck();
    if (failed > 0) throw new PlainFailure(`${failed} of the projects have type errors; they are above.`);
  });
}
