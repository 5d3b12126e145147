#!/usr/bin/env node
"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");

const compiled = join(__dirname, "../dist/cli.js");
if (existsSync(compiled)) {
  const { output, error, exitCode } = require(compiled).run(process.argv.slice(2));
  process.stdout.write(output);
  process.stderr.write(error);
  process.exitCode = exitCode;
} else {
  process.stderr.write("tegemoet-law: the package is not built yet; run \"npm run build\" first.\n");
  process.exitCode = 1;
}
