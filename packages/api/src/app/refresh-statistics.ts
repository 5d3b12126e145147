import { Client } from "pg";
import type { Product } from "./product";

/** What an import fills. */
const FILLED = ["invoice", "invoice_line", "invoice_delivery", "invoice_standing", "ledger_entry", "posting", "debtor", "contact", "import_result"] as const;

/**
 * Lets the planner count the tables that an import fills. A first import takes them from nothing to many thousands within a minute, sooner
 * than PostgreSQL looks by itself, and a plan made for an empty table reads all of a full one. Only their owner may do so. What can't be
 * counted is no reason to stop.
 */
export async function refreshStatistics({ config, logger }: Product): Promise<void> {
  const owner = new Client({ connectionString: config.DATABASE_URL });
  try {
    await owner.connect();
    await owner.query(`analyze ${FILLED.join(", ")}`);
  } catch (error) {
    logger.warn({ err: error }, "the tables of an import were not counted");
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/** Whether it is time to count again, after so many pieces of an import: after the 2nd, the 8th, the 32nd and so on. */
export function isTimeToCount(pieces: number): boolean {
  const power = Math.log2(pieces);
  return pieces > 1 && Number.isInteger(power) && power % 2 === 1;
}
