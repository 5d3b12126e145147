import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./places.mjs";

/** Every file below a folder, sorted, without node_modules, dist and generated GraphQL documents. */
export function filesBelow(folder, keep = () => true) {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isGenerated(path) ? [] : filesBelow(path, keep);
      return keep(path) ? [path] : [];
    });
}

function isGenerated(folder) {
  return /[\\/](node_modules|dist|src[\\/]graphql)$/.test(folder);
}

/**
 * One hash over the names and contents of files and over a few words (versions, options).
 * Two clones with the same contents get the same hash, whatever their path and file times.
 */
export function fingerprint(files, words = []) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : "absent");
    hash.update("\0");
  }
  return hash.digest("hex");
}

/** The stamp in a file, or undefined when nothing was stamped yet. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}
