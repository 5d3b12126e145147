import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync, chmodSync, chownSync, closeSync, constants, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync,
  readFileSync, renameSync, rmSync, statfsSync, writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir, totalmem } from "node:os";
import { basename, dirname, join } from "node:path";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";
import { postgresPrograms, reachableFolder, serverUser } from "./postgres-server.mjs";
import {
  commandLine, freePort, portFrom, portTrouble, recordProcess, runningProcess, startMark, waitUntil,
} from "./processes.mjs";

/** A test cluster is thrown away, so it need not survive a power cut. */
const testFlags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "max_wal_size=512MB"];
/**
 * What PostgreSQL keeps in memory for itself: an eighth of the machine's, within bounds that suit a small one. Its pages lie on a solid
 * state disk nowadays, where reading one here and one there costs little more than reading them in a row.
 */
const sharedMegabytes = () => Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 8)));
const testFolderPrefix = "tegemoet-test-postgres-";
const memory = "/dev/shm";
/** The databases of a test run and their write-ahead log, and as much again. */
const roomForTests = 3 * 2 ** 30;

/**
 * Starts an embedded PostgreSQL on a data folder, which is made when it isn't there.
 *
 * What an earlier run left is cleared away first: a server whose launcher was killed is asked to stop, a pid file of
 * a server that is gone is passed over, and PostgreSQL itself repairs data after a crash.
 *
 * @param dataDir The folder of the data; may be left out with `test`, then it is a new temporary one.
 * @param test A throw-away server: quick, unsafe in a power cut, on any free port, removed by stop().
 * @param durable With `test`: as safe in a power cut as the real one, for measurements.
 * @param database A database to make when it isn't there; the url leads to it.
 * @param port The wanted port; when something else has it, the next free one is taken.
 * @returns `url` of the superuser, `port`, the `dataDir` that is really used, `exited` (a promise of its exit code)
 *   and `stop()`.
 * @throws PlainFailure with one sentence when it can't run here.
 */
export async function startPostgres({ dataDir, test = false, durable = !test, database = "postgres", port, logFile } = {}) {
  if (test) removeForgottenTestServers();
  const wantedDir = dataDir ?? mkdtempSync(join(durable ? tmpdir() : roomInMemory(), testFolderPrefix));
  if (test) recordProcess(`${wantedDir}.owner`, process.pid);
  const user = serverUser(wantedDir);
  const programs = postgresPrograms(user);
  const dir = test && user ? reachableTestFolder(wantedDir, user) : reachableFolder(wantedDir, user);
  refuseForeignData(dir);
  await stopLeftover(dir);

  const passwordFile = join(dirname(wantedDir), `${basename(wantedDir)}-password`);
  const password = keptPassword(passwordFile);
  if (!existsSync(join(dir, "PG_VERSION"))) initialise(programs.initdb, dir, password, user);
  const usedPort = test ? await freePort() : await nextFreePort(port ?? portFrom("EMBEDDED_PG_PORT", 5499));
  const socketDir = await socketFolder(dir);
  const server = await launch(programs.postgres, { dir, port: usedPort, socketDir, user, durable, logFile });
  const urlOf = (name) => `postgresql://postgres:${password}@127.0.0.1:${usedPort}/${name}${socketDir ? `?host=${encodeURIComponent(socketDir)}` : ""}`;
  if (database !== "postgres") await ensureDatabase(urlOf("postgres"), database);

  async function stop() {
    await server.stop();
    if (!test) return;
    for (const gone of [dir, wantedDir, passwordFile, `${wantedDir}.owner`]) rmSync(gone, { recursive: true, force: true });
  }
  return { url: urlOf(database), port: usedPort, dataDir: dir, pid: server.pid, exited: server.exited, stop };
}

/**
 * Runs initdb in a folder beside the wanted one and renames it when it is whole: half a cluster looks like one to
 * PostgreSQL. The password travels in a file that only the server's user may read, and only for this moment.
 */
function initialise(initdb, wantedDir, password, user) {
  const dir = `${wantedDir}.new`;
  const secret = `${wantedDir}.new-password`;
  for (const old of [dir, wantedDir, secret]) rmSync(old, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [dir, secret]) chownSync(path, user.uid, user.gid);
  try {
    const args = [
      "-D", dir, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${secret}`,
      // Not synced: only a power cut in the very first half minute could hurt, and there is nothing in it yet.
      "--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C", "--no-sync",
    ];
    // macOS before 15 knows no C.UTF-8; the builtin provider of PostgreSQL has its own.
    if (process.platform !== "linux") args.splice(-3, 1, "--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8");
    const result = spawnSync(initdb, args, { ...user, cwd: "/", encoding: "utf8", env: serverEnvironment() });
    if (result.status !== 0) {
      rmSync(dir, { recursive: true, force: true });
      throw new PlainFailure(
        `${(result.stderr || result.error?.message || "").trim()}\n\nThe embedded PostgreSQL could not set up its data in ${wantedDir}.`,
      );
    }
    renameSync(dir, wantedDir);
  } finally {
    rmSync(secret, { force: true });
  }
}

/**
 * Where the server listens on a socket in the file system, which takes a third of the time of a network address on the
 * same machine: the data's own folder, closed to everybody else. Undefined where that can't be (Windows, a path longer
 * than a socket's may be, a file system without sockets); then the network address has to do.
 */
async function socketFolder(dir) {
  const longest = join(dir, ".s.PGSQL.65535.lock");
  if (process.platform === "win32" || Buffer.byteLength(longest) > 100) return undefined;
  const probe = createServer();
  try {
    await new Promise((resolve, reject) => probe.once("error", reject).listen(join(dir, ".s.probe"), resolve));
    return dir;
  } catch {
    return undefined;
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

async function launch(postgres, { dir, port, socketDir, user, durable, logFile }) {
  const log = logFile ?? `${dir}.log`;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w", 0o600);
  const settings = [
    "listen_addresses=127.0.0.1", `unix_socket_directories=${socketDir ?? ""}`, `port=${port}`, "timezone=UTC", "log_timezone=UTC",
    "lc_messages=C", "jit=off", `shared_buffers=${sharedMegabytes()}MB`, "random_page_cost=1.1", "max_wal_size=2GB", ...(durable ? [] : testFlags),
  ];
  // A group of its own: Ctrl-C in the terminal must reach the launcher alone, which stops the API first.
  const child = spawn(postgres, ["-D", dir, ...settings.flatMap((setting) => ["-c", setting])], {
    ...user, cwd: "/", detached: true, stdio: ["ignore", output, output], env: serverEnvironment(),
  });
  closeSync(output);
  let code;
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve((code = error.code)));
    child.once("exit", (status, signal) => resolve((code = status ?? signal)));
  });
  const stopAtExit = () => child.kill("SIGINT");
  process.once("exit", stopAtExit);
  exited.then(() => process.removeListener("exit", stopAtExit));
  const ready = await waitUntil(() => code !== undefined || isReady(dir, child.pid), 60_000, 10);
  if (!ready || code !== undefined) {
    child.kill("SIGKILL");
    const lastWords = readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n");
    throw new PlainFailure(`${lastWords}\n\nThe embedded PostgreSQL did not start on ${dir} (port ${port}).`);
  }
  async function stop() {
    if (code !== undefined) return;
    // SIGINT is PostgreSQL's "fast shutdown": it ends connections, writes everything down and leaves.
    child.kill("SIGINT");
    if (!(await waitUntil(() => code !== undefined, 15_000, 10))) child.kill("SIGQUIT");
    await exited;
  }
  return { pid: child.pid, exited, stop };
}

function serverEnvironment() {
  return { ...process.env, LC_ALL: "C", TZ: "UTC" };
}

/** PostgreSQL writes its own standing in the eighth line of its pid file. */
function isReady(dir, pid) {
  const lines = pidFileLines(dir);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

function pidFileLines(dir) {
  try {
    return readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Stops the server that a killed launcher left running on this folder, and waits until its pid file is gone. */
async function stopLeftover(dir) {
  const pid = Number(pidFileLines(dir)[0]);
  if (!pid) return;
  const ours = startMark(pid) !== undefined && commandLine(pid).includes(dir);
  if (ours) {
    try {
      process.kill(pid, "SIGINT");
    } catch (error) {
      if (error.code === "EPERM") {
        throw new PlainFailure(`A database server of another user (process ${pid}) still runs on ${dir}: end it, then try again.`);
      }
    }
    const gone = () => startMark(pid) === undefined || Number(pidFileLines(dir)[0]) !== pid;
    if (!(await waitUntil(gone, 15_000))) {
      throw new PlainFailure(`A database server of an earlier start (process ${pid}) does not stop; end it, then try again.`);
    }
  }
  // A number that was given to another process since then would make PostgreSQL refuse to start.
  rmSync(join(dir, "postmaster.pid"), { force: true });
}

function refuseForeignData(dir) {
  if (!existsSync(dir)) return;
  try {
    accessSync(dir, constants.R_OK | constants.X_OK);
  } catch {
    throw new PlainFailure(
      `The database in ${dir} belongs to another user. Start as the user who made it (often root), or remove that folder.`,
    );
  }
}

/** The password lies beside the data, readable by its owner alone, and is made at random the first time. */
function keptPassword(file) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomBytes(24).toString("hex");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return password;
}

async function nextFreePort(wanted) {
  for (let port = wanted; port < wanted + 50 && port <= 65_535; port++) if (!(await portTrouble(port))) return port;
  return await freePort();
}

async function ensureDatabase(url, name) {
  await withClient(url, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database "${name}"`);
  });
}

/** Connects with a PostgreSQL url, does something and disconnects. */
export async function withClient(url, action) {
  const { Client } = createRequire(join(root, "package.json"))("pg");
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}

/** A temporary folder that the server's user can reach, also when the temporary folder of root is closed to it. */
function reachableTestFolder(wanted, user) {
  chmodSync(wanted, 0o711);
  return reachableFolder(join(wanted, "data"), user);
}

/**
 * Where a throw-away server keeps its data: in memory where Linux has a folder for that with room enough, else among the temporary files.
 * A test run makes a hundred databases of nine hundred files each, and a disk takes six times as long over one.
 */
function roomInMemory() {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomForTests ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Test servers whose test run was killed: they are stopped and their folders removed, in memory too, where they would take up the room. */
function removeForgottenTestServers() {
  const folders = [tmpdir(), memory].filter((folder) => existsSync(folder));
  for (const owner of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    if (!basename(owner).startsWith(testFolderPrefix) || !owner.endsWith(".owner")) continue;
    if (runningProcess(owner)) continue;
    const folder = owner.slice(0, -".owner".length);
    for (const dir of [folder, join(folder, "data")]) {
      const pid = Number(pidFileLines(dir)[0]);
      if (pid && commandLine(pid).includes(dir)) process.kill(pid, "SIGQUIT");
    }
    for (const gone of [folder, `${folder}-password`, owner, `${folder}.log`]) rmSync(gone, { recursive: true, force: true });
  }
}
