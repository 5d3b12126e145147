import "./node-version.mjs";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { packageNames, root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";

const pnpmVersion = "10.34.9";
const stampFile = join(root, "node_modules", ".tegemoet-install");

/**
 * Installs the packages of the lockfile with pnpm, unless the last install was for the same lockfile, the same
 * package.json files and the same kind of Node. Returns true when it installed.
 */
export async function install() {
  const wanted = installFingerprint();
  if (readStamp(stampFile) === wanted) return false;
  console.log("Installing the packages (the first time takes about a minute) …");
  const startedAt = Date.now();
  await runPnpm(["install", "--frozen-lockfile", "--prod=false", "--reporter=append-only"]);
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stampFile, wanted);
  console.log(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
  return true;
}

function installFingerprint() {
  const manifests = [root, ...packageNames().map((name) => join(root, "packages", name))].map((folder) => {
    const { name, dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    return JSON.stringify([name, dependencies, devDependencies, optionalDependencies]);
  });
  const node = `${process.platform} ${process.arch} ${process.versions.modules}`;
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"].map((name) => join(root, name));
  return fingerprint(files.filter((file) => existsSync(file)), [pnpmVersion, node, ...manifests]);
}

/** Runs pnpm through npx. It stays silent but for a line each 15 seconds; its last words are shown when it fails. */
async function runPnpm(args) {
  // CI=true: never ask a question. NODE_ENV=production would leave out the tools that build.
  const env = { ...process.env, CI: "true" };
  delete env.NODE_ENV;
  const child = spawn("npx", ["--yes", `pnpm@${pnpmVersion}`, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const startedAt = Date.now();
  const ticking = setInterval(() => {
    console.log(`  still installing (${Math.round((Date.now() - startedAt) / 1000)} s) …`);
  }, 15_000);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.code));
    child.on("close", resolve);
  });
  clearInterval(ticking);
  if (code !== 0) throw installFailure(code, output);
}

function installFailure(code, output) {
  if (code === "ENOENT") {
    return new PlainFailure("npx was not found. It comes with npm: install Node.js together with npm and try again.");
  }
  const lastWords = output.trim().split("\n").slice(-25).join("\n");
  const reason = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(output)
    ? "the package registry could not be reached; check the network connection and the proxy settings of npm"
    : /ENOSPC/.test(output)
      ? "the disk is full"
      : /EACCES|EPERM/.test(output)
        ? `this user may not write in ${join(root, "node_modules")} or in npm's cache`
        : `pnpm ended with code ${code}; its last words are above`;
  return new PlainFailure(`${lastWords}\n\nInstalling the packages failed: ${reason}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    if (!(await install())) console.log("The packages are up to date.");
  });
}
