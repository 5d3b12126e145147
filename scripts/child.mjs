import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, relative } from "node:path";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";
import { recordProcess, waitUntil } from "./processes.mjs";

const keptLines = 30;

/**
 * Starts a Node program of ours as a child that never outlives us: it gets a channel to us, and ends by itself when
 * that closes ("disconnect"). Its words go to a log file; the last lines are kept for when it dies.
 *
 * @param name What people read: "api".
 * @param script The program.
 * @param logFile Where its output goes; the log of the run before is kept beside it as .old.
 * @param pidFile Where it is written down, so that a later start finds it when we were killed.
 * @param onLine Gets each line that it says.
 * @param echo Also show its output, for people who work on it.
 */
export function startChild({ name, script, env, logFile, pidFile, onLine = () => undefined, echo = false }) {
  if (!existsSync(script)) {
    throw new PlainFailure(`There is no ${relative(root, script)}: the ${name} was not built. Run "npm run build".`);
  }
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`);
  const log = createWriteStream(logFile, { mode: 0o600 });
  // A group of its own: Ctrl-C in the terminal must reach the launcher alone, which stops us in the right order.
  const child = spawn(process.execPath, ["--enable-source-maps", script], {
    cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const last = { out: [], err: [] };
  for (const [kind, stream] of [["out", child.stdout], ["err", child.stderr]]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      log.write(text);
      if (echo) process.stdout.write(text);
      const lines = text.split("\n").filter((line) => line.trim());
      last[kind] = [...last[kind], ...lines].slice(-keptLines);
      state.heardAt = Date.now();
      for (const line of lines) onLine(line);
    });
  }
  const state = { name, pid: child.pid, code: undefined, heardAt: Date.now() };
  state.exited = new Promise((resolve) => {
    const end = (code) => {
      if (state.code !== undefined) return;
      state.code = code;
      rmSync(pidFile, { force: true });
      log.end();
      resolve(code);
    };
    child.once("error", (error) => end(error.code));
    // "close" comes after the last words were read, "exit" may come before.
    child.once("close", (code, signal) => end(code ?? signal));
  });
  if (child.pid) recordProcess(pidFile, child.pid, { name });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  state.exited.then(() => process.removeListener("exit", killAtExit));

  /** What it said last: its errors when it had any, else its other words. */
  state.lastWords = () => (last.err.length > 0 ? last.err : last.out).join("\n");

  /** Asks it to end and waits; one that doesn't within the patience is killed. Resolves to its exit code. */
  state.stop = async (patienceMs = 12_000) => {
    if (state.code === undefined) child.kill("SIGTERM");
    if (!(await waitUntil(() => state.code !== undefined, patienceMs))) child.kill("SIGKILL");
    return await state.exited;
  };
  return state;
}
