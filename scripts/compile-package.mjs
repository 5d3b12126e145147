import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { filesBelow, fingerprint, readStamp } from "./fingerprint.mjs";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";

/** The packages that Node runs, in CommonJS. The webs are built by vite. */
export const compiledPackages = ["domain", "files", "messages", "api", "sandbox"];

/** The options of the compiler; jest.config.cjs uses the same ones, so a test runs what ships. */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  jsc: {
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: "es2022",
    keepClassNames: true,
  },
  module: { type: "commonjs", ignoreDynamic: true },
};

const isTest = (file) => /\.test\.[^.]+$/.test(file) || /[\\/]__snapshots__[\\/]/.test(file);
const isTypeScript = (file) => file.endsWith(".ts");

/**
 * Compiles packages/NAME/src to packages/NAME/dist when a source, an option or the compiler changed, and copies what
 * else lies in src (SQL, JSON, fonts, texts), because the code reads it from its own folder. Tests stay out.
 * Returns true when it compiled; a package without sources is left alone.
 */
export async function compilePackage(name) {
  const source = join(root, "packages", name, "src");
  const target = join(root, "packages", name, "dist");
  const files = filesBelow(source, (file) => !isTest(file));
  if (!files.some(isTypeScript)) return false;
  const stampFile = join(target, ".stamp");
  const swc = await import("@swc/core");
  const wanted = fingerprint(files, [swc.version, JSON.stringify(swcOptions)]);
  if (readStamp(stampFile) === wanted) return false;
  rmSync(stampFile, { force: true });
  const written = new Set();
  await Promise.all(
    files.map(async (file) => {
      const place = join(target, relative(source, file));
      mkdirSync(dirname(place), { recursive: true });
      const outputs = file.endsWith(".d.ts") ? [] : isTypeScript(file) ? await compileFile(swc, file, place) : [place];
      if (!isTypeScript(file)) cpSync(file, place);
      for (const output of outputs) written.add(output);
    }),
  );
  // What an earlier build left of files that are gone must not be found at run time.
  for (const old of filesBelow(target)) if (!written.has(old)) rmSync(old);
  writeFileSync(stampFile, wanted);
  return true;
}

async function compileFile(swc, file, place) {
  const script = place.replace(/\.ts$/, ".js");
  const sourceFileName = relative(dirname(place), file);
  const { code, map } = await swc.transformFile(file, { ...swcOptions, sourceFileName }).catch((error) => {
    throw new PlainFailure(`${error.message.split("Caused by")[0].trim()}\n\n${relative(root, file)} could not be compiled.`);
  });
  writeFileSync(script, `${code}\n//# sourceMappingURL=${basename(script)}.map\n`);
  writeFileSync(`${script}.map`, map ?? "{}");
  return [script, `${script}.map`];
}

/** True when a package has been written so far that it can be compiled. */
export function hasSources(name) {
  return existsSync(join(root, "packages", name, "src")) &&
    filesBelow(join(root, "packages", name, "src")).some((file) => /\.tsx?$/.test(file));
}
