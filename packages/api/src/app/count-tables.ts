import { Client } from "pg";
import type { Config } from "../platform/config";

/**
 * Lets PostgreSQL's planner count tables that grew from nothing to many thousands of rows within a minute, sooner than it looks by itself: a
 * plan made for an empty table reads all of a full one. Only the owner of the tables may do so.
 *
 * @param tables The tables to count; all of ours when left out. PostgreSQL's own, which didn't grow, would take twice the time of those.
 * @param roughly A small sample: enough while they still grow.
 */
export async function countTables(config: Pick<Config, "DATABASE_URL">, { tables, roughly = false }: { tables?: readonly string[]; roughly?: boolean } = {}): Promise<void> {
  const owner = new Client({ connectionString: config.DATABASE_URL });
  try {
    await owner.connect();
    if (roughly) await owner.query("set default_statistics_target = 3");
    const named = tables ?? (await ownTables(owner));
    // In a transaction: what was counted is told at its end, so a plan is made anew once, and not for each of the tables it reads.
    await owner.query(`begin; analyze ${named.join(", ")}; commit`);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

async function ownTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>("select format('%I', relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace");
  return rows.map(({ name }) => name);
}
