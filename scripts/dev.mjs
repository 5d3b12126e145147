import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { generateDocuments, webs } from "./build-web.mjs";
import { compilePackage, compiledPackages } from "./compile-package.mjs";
import { root } from "./places.mjs";
import { printFailure } from "./plain-failure.mjs";

/**
 * Rebuilds on change, for people who work on Tegemoet: a changed package is compiled and what runs it is restarted;
 * the webs are built by vite as they change (reload the page).
 *
 * @param onRestart Called after each restart with a new process.
 */
export function watchSources(product, onRestart) {
  const watchers = [];
  const viteProcesses = [];
  let waiting = new Set();
  let busy = false;

  const rebuild = async () => {
    if (busy || waiting.size === 0) return;
    busy = true;
    const names = waiting;
    waiting = new Set();
    try {
      const changed = [];
      for (const name of compiledPackages) if (names.has(name) && (await compilePackage(name))) changed.push(name);
      if (names.has("schema") || names.has("admin-web") || names.has("debtor-portal")) for (const web of Object.keys(webs)) await generateDocuments(web);
      const restart = changed.some((name) => name !== "sandbox") ? "api" : undefined;
      for (const name of [restart, changed.includes("sandbox") || changed.includes("domain") ? "sandbox" : undefined]) {
        if (!name) continue;
        console.log(`Restarting the ${name} (${changed.join(", ")} changed) …`);
        await product.restart(name);
        onRestart();
      }
    } catch (error) {
      printFailure(error);
      console.log("Waiting for the next change.");
    }
    busy = false;
    void rebuild();
  };

  const follow = (name, folder) => {
    if (!existsSync(folder)) return;
    let timer;
    watchers.push(watch(folder, { recursive: true }, (_event, file) => {
      // What the code generator writes must not start it again.
      if (!file || /(^|[\\/])\.|\.test\./.test(file) || (name in webs && /^graphql[\\/]/.test(file))) return;
      waiting.add(name);
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), 100);
    }));
  };

  for (const name of [...compiledPackages, ...Object.keys(webs)]) follow(name, join(root, "packages", name, "src"));
  follow("schema", join(root, "packages", "api", "schema"));
  for (const name of Object.keys(webs)) {
    const folder = join(root, "packages", name);
    if (!existsSync(join(folder, "index.html"))) continue;
    viteProcesses.push(spawn(join(folder, "node_modules", ".bin", "vite"), ["build", "--watch", "--manifest", "--logLevel", "warn", "--mode", "development"], {
      cwd: folder, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32",
    }));
  }
  console.log("Watching the sources; a change rebuilds and restarts what it touches.");
  return {
    async stop() {
      for (const watcher of watchers) watcher.close();
      for (const process of viteProcesses) process.kill("SIGTERM");
    },
  };
}
