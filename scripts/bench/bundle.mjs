import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../places.mjs";
import { PlainFailure } from "../plain-failure.mjs";

/**
 * The JavaScript that the first page of each web needs, as gzip -9 in kB (1000 bytes). First page: of the debtor portal
 * what a personal link shows, of the admin portal the sign-in page, or today's page for who is signed in. What a web
 * loads on demand, but always for that page, counts too: its route and its Dutch texts. The row without a limit is the
 * portal once it is opened.
 */
export default async function bundle() {
  const texts = /^src\/texts\/nl\//;
  return [
    scripts("debtor-portal", "first page", [texts], 90),
    scripts("debtor-portal", "opened", [texts, /^src\/texts\/pages\/nl\//, /^src\/pages\.tsx$/], null),
    scripts("admin-web", "sign-in", [texts, /^src\/features\/sign-in\/sign-in-page/], 260),
    scripts("admin-web", "today", [texts, /^src\/features\/today\/today-page/], 260),
  ];
}

function scripts(name, page, onDemand, limit) {
  const dist = join(root, "packages", name, "dist");
  const manifestFile = join(dist, ".vite", "manifest.json");
  if (!existsSync(manifestFile)) throw new PlainFailure(`${name} is not built: there is no ${manifestFile}.`);
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const keys = Object.keys(manifest);
  for (const pattern of onDemand) {
    if (!keys.some((key) => pattern.test(key))) throw new PlainFailure(`${name} has no ${pattern} any more: mend scripts/bench/bundle.mjs.`);
  }
  const wanted = keys.filter((key) => manifest[key].isEntry || onDemand.some((pattern) => pattern.test(key)));
  const files = new Set(scriptsOfPage(dist));
  for (const key of withImports(manifest, wanted)) if (manifest[key].file.endsWith(".js")) files.add(manifest[key].file);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const value = Math.round(bytes / 100) / 10;
  return { bench: `bundle ${name} ${page}`, value, unit: "kB", limit, ratio: null, target: null, pass: limit === null || value <= limit };
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
