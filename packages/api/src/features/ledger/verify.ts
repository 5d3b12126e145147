import type { Reader } from "../../platform/database/transaction";
import { CHECKS } from "./verify.queries";

export interface Breach {
  /** The rule that doesn't hold: "invoice-standing-differs". */
  rule: string;
  /** What the rule says, in a sentence. */
  says: string;
  count: number;
  /** The first few that break it, with what was found. */
  examples: { id: string; found: string }[];
}

const EXAMPLES = 5;

/**
 * Holds the books of an organisation against their rules (quality I-1 to I-7, I-22, I-37), in SQL. Changes nothing; an empty list
 * means that every cent is where it should be.
 */
export async function verify(reader: Reader): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const { rule, says, sql } of CHECKS) {
    const rows = await reader.query<{ id: string; found: string; count: number }>(
      `select id, found, count(*) over () as count from (${sql}) broken order by id limit ${EXAMPLES}`, [reader.organisationId]);
    const [first] = rows;
    if (first) breaches.push({ rule, says, count: first.count, examples: rows.map(({ id, found }) => ({ id, found })) });
  }
  return breaches;
}
