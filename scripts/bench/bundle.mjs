import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../places.mjs";
import { PlainFailure } from "../plain-failure.mjs";

/** The JavaScript that the first page of each web loads before anything is clicked, as gzip -9 in kB (1000 bytes). */
export default async function bundle() {
  return [
    firstPage("debtor-portal", "/portal", 90),
    firstPage("admin-web", "/", 260),
  ];
}

function firstPage(name, path, limit) {
  const dist = join(root, "packages", name, "dist");
  const manifestFile = join(dist, ".vite", "manifest.json");
  if (!existsSync(manifestFile)) throw new PlainFailure(`${name} is not built: there is no ${manifestFile}.`);
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry || belongsToFirstPage(key, manifest[key]));
  if (entries.length === 0) throw new PlainFailure(`The manifest of ${name} has no entry.`);
  const files = new Set(scriptsOfPage(dist));
  for (const key of withImports(manifest, entries)) if (manifest[key].file.endsWith(".js")) files.add(manifest[key].file);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const value = Math.round(bytes / 100) / 10;
  return { bench: `bundle ${name} ${path}`, value, unit: "kB", limit, ratio: null, target: null, pass: value <= limit };
}

/** What a web loads on demand, but always at once for the first page: its route and its Dutch texts. */
function belongsToFirstPage(key, chunk) {
  return chunk.isDynamicEntry === true && /features\/(overview|sign-in|today)\/|texts\/nl/.test(key);
}

/** What the page itself names: scripts and preloads. Their addresses begin with the base of the web. */
function scriptsOfPage(dist) {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  return [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address]) => {
    const parts = address.split("/").filter(Boolean);
    while (parts.length > 1 && !existsSync(join(dist, ...parts))) parts.shift();
    return parts.join("/");
  });
}

/** The chunks and everything that they import before they run. */
function withImports(manifest, keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) visit(imported);
  };
  for (const key of keys) visit(key);
  return seen;
}
