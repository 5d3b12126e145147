import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, fingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";

/** The two web apps and the schema that each of them speaks. */
export const webs = { "admin-web": "admin", "debtor-portal": "portal" };

/**
 * Generates the typed documents of a web from the committed schema and builds it with vite, each only when something
 * it is made from changed. Returns what was done, for the one line that the build prints.
 */
export async function buildWeb(name) {
  const folder = join(root, "packages", name);
  // A web without its first page yet is nothing to build.
  if (!["index.html", "src/main.tsx"].every((file) => existsSync(join(folder, file)))) return [];
  const done = [];
  if (await generateDocuments(name)) done.push(`${name} documents`);
  const inputs = [
    ...["src", "public", "index.html", "vite.config.ts", "package.json"].flatMap((part) => filesBelow(join(folder, part))),
    ...filesBelow(join(root, "packages", "domain", "src"), (file) => !file.endsWith(".test.ts")),
    ...["postcss.config.cjs", "postcss.config.mjs", "persisted-documents.json"].flatMap((part) => filesBelow(join(folder, part))),
    schemaOf(name),
    join(root, "pnpm-lock.yaml"),
  ];
  const wanted = fingerprint(inputs.filter((file) => !/\.test\.tsx?$/.test(file)));
  const stampFile = join(folder, "dist", ".stamp");
  if (readStamp(stampFile) === wanted) return done;
  await runTool(name, "vite", ["build", "--manifest", "--logLevel", "warn"]);
  writeFileSync(stampFile, wanted);
  return [...done, name];
}

/** Runs the code generator of a web when its schema, its configuration or a document in it changed. */
export async function generateDocuments(name) {
  const folder = join(root, "packages", name);
  if (!existsSync(join(folder, "codegen.ts")) || !existsSync(schemaOf(name))) return false;
  const documents = filesBelow(join(folder, "src"), (file) => /\.(tsx?|graphql)$/.test(file) && hasDocument(file));
  const inputs = [schemaOf(name), join(folder, "codegen.ts"), join(root, "pnpm-lock.yaml"), ...documents];
  const wanted = fingerprint(inputs);
  const stampFile = join(folder, "src", "graphql", ".stamp");
  // The list of queries that the API takes lies in the package's folder; it is made here too.
  const list = join(folder, "persisted-documents.json");
  const complete = existsSync(list) || !readFileSync(join(folder, "codegen.ts"), "utf8").includes("persisted-documents.json");
  if (readStamp(stampFile) === wanted && complete) return false;
  await runTool(name, "graphql-codegen", ["--config", "codegen.ts"]);
  mkdirSync(join(folder, "src", "graphql"), { recursive: true });
  writeFileSync(stampFile, wanted);
  return true;
}

function schemaOf(name) {
  return join(root, "packages", "api", "schema", `${webs[name]}.graphql`);
}

function hasDocument(file) {
  return file.endsWith(".graphql") || /graphql\(|gql`|\/\* GraphQL \*\//.test(readFileSync(file, "utf8"));
}

/** Runs a command of a package's own node_modules; its output is shown only when it fails. */
async function runTool(name, tool, args) {
  const folder = join(root, "packages", name);
  const child = spawn(join(folder, "node_modules", ".bin", tool), args, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: tool === "vite" ? "production" : process.env.NODE_ENV, CI: "true", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.code));
    child.on("close", resolve);
  });
  if (code !== 0) throw new PlainFailure(`${output.trim()}\n\nBuilding ${name} failed: ${tool} ended with code ${code}.`);
  // Warnings of a build are worth a look; how long its plugins took on a busy machine is not.
  // eslint-disable-next-line no-control-regex -- the colours of the terminal are control characters
  const warnings = output.replace(/\u001B\[[\d;]*m/g, "").replace(/\[PLUGIN_TIMINGS\][^]*?(?=\n\[|$)/g, "").trim();
  if (tool === "vite" && warnings) console.log(warnings);
}
