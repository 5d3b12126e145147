import { existsSync, mkdirSync, readdirSync, writeFileSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PlainFailure } from "./plain-failure.mjs";

/** The folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** All packages that have a package.json, by the name of their folder. */
export function packageNames() {
  return readdirSync(join(root, "packages")).filter((name) => existsSync(join(root, "packages", name, "package.json")));
}

/** Where the demo keeps its data: DATA_DIR, else .data in the repository. */
export function dataDirectory() {
  const chosen = process.env.DATA_DIR;
  if (!chosen) return join(root, ".data");
  return isAbsolute(chosen) ? chosen : join(root, chosen);
}

/** Makes a folder and those above it. Node's own way of doing so never ends where even the disk says no, as below /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Makes a folder and proves that we may write in it. Throws a plain failure that names it when we may not. */
export function ensureWritable(folder) {
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new PlainFailure(
      `The folder ${folder} can't be written (${error.code ?? error.message}). ` +
        "Give this user the right to write there, or set DATA_DIR to another folder.",
    );
  }
}
