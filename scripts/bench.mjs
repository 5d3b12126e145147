import "./node-version.mjs";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { packageNames, root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";

/*
 * npm run bench -- NAME [--size N] [more options]
 *
 * A bench is a file NAME.mjs or NAME.ts in scripts/bench or in bench/ of a package. Its default export is
 * `async (bench) => rows`; bench = { size (undefined unless given), options, root, database() }, and database() makes
 * an empty database and resolves to its url (superuser); it is dropped when the bench ends, well or not.
 * A row is { bench, value, unit, limit, ratio, target, pass }: `limit` the most (or least) the value may be, `ratio`
 * and `target` for what is held against a peer, null where there is none.
 */
const benchFolders = [join(root, "scripts", "bench"), ...packageNames().map((name) => join(root, "packages", name, "bench"))];

await runCommand(async () => {
  const { name, options } = readArguments(process.argv.slice(2));
  const file = benchFile(name);
  await install();
  await build();
  const databases = [];
  const before = processorTime();
  let rows;
  try {
    const measure = await loadBench(file);
    const size = options.size === undefined ? undefined : wholeNumber("--size", options.size);
    const result = await measure({ size, options, root, database: () => openDatabase(databases) });
    rows = Array.isArray(result) ? result : [result];
  } finally {
    for (const database of databases.reverse()) await database.stop();
  }
  printTable(rows);
  sayWhatWasTaken(before, processorTime());
  console.log(JSON.stringify(rows.length === 1 ? rows[0] : rows));
  process.exit(rows.every((row) => row.pass) ? 0 : 1);
});

/** The machine's processor time so far and how much of it its host gave to other machines, in the kernel's ticks; undefined where that isn't told. */
function processorTime() {
  if (!existsSync("/proc/stat")) return undefined;
  const [, ...ticks] = readFileSync("/proc/stat", "utf8").split("\n", 1)[0].split(/\s+/);
  return { busy: sum(ticks.slice(0, 3)) + sum(ticks.slice(5, 8)), taken: Number(ticks[7]) };
}

function sum(ticks) {
  return ticks.reduce((total, tick) => total + Number(tick), 0);
}

/** A time means little when the machine had neighbours: of what it wanted to compute, how much it had to wait for. */
function sayWhatWasTaken(before, after) {
  if (!before || !after || after.busy === before.busy) return;
  console.log(`Neighbours of this machine took ${Math.round((100 * (after.taken - before.taken)) / (after.busy - before.busy))} % of the processor time that was wanted while it ran.\n`);
}

function readArguments(words) {
  const [name, ...rest] = words;
  if (!name || name.startsWith("-")) throw new PlainFailure(`Name a bench: npm run bench -- NAME [--size N]. There are: ${benchNames().join(", ")}.`);
  const options = {};
  for (let index = 0; index < rest.length; index++) {
    const [option, inline] = rest[index].split("=");
    if (!option.startsWith("--")) throw new PlainFailure(`"${option}" is no option; options begin with --, such as --size 1000.`);
    const next = rest[index + 1];
    const follows = inline === undefined && next !== undefined && !next.startsWith("--");
    options[option.slice(2)] = inline ?? (follows ? rest[++index] : "true");
  }
  return { name, options };
}

function wholeNumber(option, text) {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new PlainFailure(`${option} must be a whole number above 0; it is "${text}".`);
}

function benchNames() {
  return [...new Set(benchFolders.filter(existsSync).flatMap((folder) => readdirSync(folder)))]
    .filter((file) => /^[a-z0-9-]+\.(mjs|ts)$/.test(file))
    .map((file) => file.replace(/\.(mjs|ts)$/, ""))
    .sort();
}

function benchFile(name) {
  const file = benchFolders.flatMap((folder) => [join(folder, `${name}.mjs`), join(folder, `${name}.ts`)]).find((path) => existsSync(path));
  if (!/^[a-z0-9-]+$/.test(name) || !file) throw new PlainFailure(`There is no bench "${name}". There are: ${benchNames().join(", ")}.`);
  return file;
}

async function loadBench(file) {
  if (file.endsWith(".mjs")) return (await import(pathToFileURL(file).href)).default;
  const require = createRequire(import.meta.url);
  require("./typescript-hook.cjs");
  return require(file).default;
}

/** An empty database: on DATABASE_URL when that is set, else on an embedded PostgreSQL with its usual safety (fsync on). */
async function openDatabase(databases) {
  const { startPostgres, withClient } = await import("./postgres.mjs");
  if (!process.env.DATABASE_URL && !databases.some(({ server }) => server)) {
    const server = await startPostgres({ test: true, durable: true });
    databases.push({ server, stop: server.stop });
  }
  const server = process.env.DATABASE_URL || databases.find((one) => one.server).server.url;
  const name = `bench_${randomBytes(6).toString("hex")}`;
  await withClient(server, (client) => client.query(`create database ${name}`));
  databases.push({ stop: () => withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`)) });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function printTable(rows) {
  const columns = ["bench", "value", "unit", "limit", "ratio", "target", "pass"];
  const cell = (row, column) => {
    const value = row[column];
    if (column === "pass") return value ? "yes" : "NO";
    if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(2);
    return value ?? "–";
  };
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => String(cell(row, column)).length)));
  console.log("");
  console.log(columns.map((column, index) => column.padEnd(widths[index])).join("  "));
  for (const row of rows) console.log(columns.map((column, index) => String(cell(row, column)).padEnd(widths[index])).join("  "));
  console.log("");
}
