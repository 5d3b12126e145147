// Loads the package's TypeScript as it stands, through swc, so that a preview needs no build.
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "@swc/core";

const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } };

export function loadMessages() {
  const require = createRequire(import.meta.url);
  Module._extensions[".ts"] = (module, filename) => {
    module._compile(transformSync(readFileSync(filename, "utf8"), { ...options, filename }).code, filename);
  };
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    const path =
      request === "@tegemoet/domain" ? fileURLToPath(new URL("../../domain/src/index.ts", import.meta.url)) : request;
    return resolve.call(this, path, ...rest);
  };
  return require("../src/index.ts");
}
