import "./node-version.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildWeb, webs } from "./build-web.mjs";
import { compilePackage, compiledPackages } from "./compile-package.mjs";
import { install } from "./install.mjs";
import { root } from "./places.mjs";
import { runCommand } from "./plain-failure.mjs";
import { recordProcess, runningProcess } from "./processes.mjs";

/** Builds what changed since the last build, and nothing else. Returns the names of what was built. */
export async function build() {
  return await oneAtATime(async () => {
    const startedAt = Date.now();
    const results = await Promise.all([
      ...compiledPackages.map(async (name) => ((await compilePackage(name)) ? [name] : [])),
      ...Object.keys(webs).map(buildWeb),
    ]);
    const built = results.flat();
    if (built.length > 0) console.log(`Built ${built.join(", ")} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
    return built;
  });
}

/** Two builds at once would write the same files; the second one waits. A lock of a process that is gone is ignored. */
async function oneAtATime(action) {
  const lock = join(root, "node_modules", ".tegemoet-build.lock");
  while (runningProcess(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  recordProcess(lock, process.pid);
  try {
    return await action();
  } finally {
    rmSync(lock, { force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    await install();
    if ((await build()).length === 0) console.log("Everything is built already.");
  });
}
