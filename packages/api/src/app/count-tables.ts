import { Client } from "pg";
import type { Config } from "../platform/config";

/**
 * Lets PostgreSQL's planner count tables that grew from nothing to many thousands of rows within a minute, sooner than it looks by itself: a
 * plan made for an empty table reads all of a full one. Only the owner of the tables may do so.
 *
 * @param tables The tables to count; all when left out.
 * @param roughly A small sample: enough while they still grow.
 */
export async function countTables(config: Pick<Config, "DATABASE_URL">, { tables = [], roughly = false }: { tables?: readonly string[]; roughly?: boolean } = {}): Promise<void> {
  const owner = new Client({ connectionString: config.DATABASE_URL });
  try {
    await owner.connect();
    if (roughly) await owner.query("set default_statistics_target = 10");
    await owner.query(`analyze ${tables.join(", ")}`);
  } finally {
    await owner.end().catch(() => undefined);
  }
}
