#!/usr/bin/env node
"use strict";

const { run } = require("../dist/cli.js");

const { output, error, exitCode } = run(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = exitCode;
