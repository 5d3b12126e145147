import { countTables } from "./count-tables";
import type { Product } from "./product";

/** What an import fills. */
const FILLED = ["invoice", "invoice_line", "invoice_delivery", "invoice_standing", "ledger_entry", "posting", "debtor", "contact", "import_result"] as const;

/** Counts the tables that an import fills. What can't be counted is no reason to stop. */
export async function refreshStatistics({ config, logger }: Product): Promise<void> {
  await countTables(config, { tables: FILLED }).catch((error: unknown) => logger.warn({ err: error }, "the tables of an import were not counted"));
}

/** Whether it is time to count again, after so many pieces of an import: after the 2nd, the 8th, the 32nd and so on. */
export function isTimeToCount(pieces: number): boolean {
  const power = Math.log2(pieces);
  return pieces > 1 && Number.isInteger(power) && power % 2 === 1;
}
