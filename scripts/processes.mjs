import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { PlainFailure } from "./plain-failure.mjs";

/**
 * What tells one process from a later one with the same number: the moment it started.
 * Undefined when no such process runs; a zombie, which runs nothing any more, counts as gone.
 */
export function startMark(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return undefined;
  }
  if (process.platform === "win32") return "running";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The process that started another one; 0 when it can't be told. */
export function parentOf(pid) {
  try {
    if (process.platform !== "linux") return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** The command line of a process, or an empty string when it can't be read. */
export function commandLine(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Writes down a process in a file, so that a later command finds it again, and only it. */
export function recordProcess(file, pid, details = {}) {
  mkdirSync(dirname(file), { recursive: true });
  // Renamed into place, because another process that reads half a record would take us for gone.
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify({ pid, mark: startMark(pid), ...details }));
  renameSync(draft, file);
}

/** The record of a process that still runs, else undefined; the record of one that is gone is removed. */
export function runningProcess(file) {
  let record;
  try {
    record = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
  if (record.mark !== undefined && startMark(record.pid) === record.mark) return record;
  rmSync(file, { force: true });
  return undefined;
}

/** Asks a recorded process to end and makes sure that it does. Returns false when it did not run. */
export async function stopRecorded(file, { signal = "SIGTERM", patienceMs = 8_000 } = {}) {
  const record = runningProcess(file);
  if (!record) return false;
  const gone = () => startMark(record.pid) !== record.mark;
  for (const [word, patience] of [[signal, patienceMs], ["SIGKILL", 3_000]]) {
    try {
      process.kill(record.pid, word);
    } catch (error) {
      if (error.code === "EPERM") {
        throw new PlainFailure(`Process ${record.pid} belongs to another user and is in the way: end it, then try again.`);
      }
    }
    if (await waitUntil(gone, patience)) break;
  }
  rmSync(file, { force: true });
  return true;
}

/** Looks every few milliseconds whether something has become true. Returns whether it did in time. */
export async function waitUntil(condition, patienceMs, everyMs = 20) {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return true;
}

/** Why a port can't be listened on (EADDRINUSE, EACCES), or undefined when it is free. Port 0 is always free. */
export async function portTrouble(port) {
  for (const host of [undefined, "127.0.0.1"]) {
    const trouble = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", (error) => resolve(error.code));
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
    });
    if (trouble) return trouble;
  }
  return undefined;
}

/** A port that nobody listens on at this moment. */
export async function freePort() {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port in a variable of the environment. Throws a plain failure that names the variable when it is none. */
export function portFrom(variable, fallback, env = process.env) {
  const text = env[variable];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new PlainFailure(`${variable} must be a port, a whole number from 1 to 65535; it is "${text}".`);
  }
  return port;
}
