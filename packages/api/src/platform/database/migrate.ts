import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { runMigrations as migrateJobs } from "graphile-worker";
import type { ApplicationRole } from "./application-role";

const FOLDER = join(__dirname, "..", "..", "migrations");
// Any constant will do: two processes that start at once must not migrate at once.
const LOCK = 7_304_112_601;

/** Tables that the application role may add to and read, never change or empty. */
const APPEND_ONLY = ["ledger_entry", "posting", "call_log", "audit", "audit_seal"];

/**
 * Brings a database to the schema of this release and makes the application role: it owns nothing, can't bypass row-level
 * security, and may not change what is append-only. Running it again changes nothing.
 *
 * @param ownerUrl A connection of the role that owns the tables (and may create roles).
 * @throws Error when a landed migration was edited, or the database is newer than this release.
 */
export async function migrate(ownerUrl: string, role: ApplicationRole): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const known = new Map(
      (await client.query<{ name: string; sha256: string }>("select name, sha256 from migration")).rows.map((row) => [row.name, row.sha256]),
    );
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql")).sort();
    const newer = [...known.keys()].filter((name) => !files.includes(name));
    if (newer.length > 0) throw new Error(`this database is newer than this release (${newer.join(", ")}): start the newer release`);
    const applied: string[] = [];
    for (const name of files) {
      const sql = readFileSync(join(FOLDER, name), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      const before = known.get(name);
      if (before !== undefined && before !== sha256) throw new Error(`migration ${name} was edited after it landed: write a new one`);
      if (before !== undefined) continue;
      await client.query("begin");
      try {
        await client.query(sql);
        await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      }
      applied.push(name);
    }
    await migrateJobs({ connectionString: ownerUrl });
    await grant(client, role);
    return { applied };
  } finally {
    await client.end();
  }
}

async function grant(client: Client, role: ApplicationRole): Promise<void> {
  const name = client.escapeIdentifier(role.name);
  const exists = await client.query("select 1 from pg_roles where rolname = $1", [role.name]);
  const attributes = `login nosuperuser nocreatedb nocreaterole noinherit nobypassrls password ${client.escapeLiteral(role.password)}`;
  // Two databases of one cluster share the role; "tuple concurrently updated" then means that the other one just did it.
  await client.query(`${exists.rowCount === 0 ? "create" : "alter"} role ${name} ${attributes}`).catch((error: { code?: string }) => {
    if (error.code !== "XX000" && error.code !== "23505" && error.code !== "42710") throw error;
  });
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`revoke all on migration from ${name}`);
  for (const table of APPEND_ONLY) await client.query(`revoke update, delete on ${table} from ${name}`);
  // The job tables are closed to everybody but their owner, so the one way in is a function of the owner's.
  await client.query(`
    create or replace function add_job(task text, payload json, job_key text, run_at timestamptz default now()) returns void
    language sql security definer set search_path = public as $$
      select graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at, max_attempts => 8, job_key => job_key)
    $$`);
  await client.query("revoke all on function add_job(text, json, text, timestamptz) from public");
  await client.query(`grant execute on function add_job(text, json, text, timestamptz) to ${name}`);
}
