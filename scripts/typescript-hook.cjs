// Lets a script load TypeScript of the repository (benches, the browser finder) without building it first.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");

const { transformSync } = require("@swc/core");

const root = join(__dirname, "..");
const ours = /^@tegemoet\/(domain|files|messages)$/;
const resolve = Module._resolveFilename;

// As in the tests, our own packages are read from their sources.
Module._resolveFilename = function (request, ...rest) {
  const found = ours.exec(request);
  return found ? join(root, "packages", found[1], "src", "index.ts") : resolve.call(this, request, ...rest);
};

Module._extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: "inline",
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: "es2022",
      keepClassNames: true,
    },
    module: { type: "commonjs", ignoreDynamic: true },
  });
  module._compile(code, filename);
};
