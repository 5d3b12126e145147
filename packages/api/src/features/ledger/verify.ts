import type { Reader } from "../../platform/database/transaction";
import { checkAuditChain } from "./check-audit-chain";
import { checkInterest } from "./check-interest";
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

interface CodeCheck {
  readonly rule: string;
  readonly says: string;
  readonly check: (reader: Reader) => Promise<{ id: string; found: string }[]>;
}

/** Rules whose arithmetic is not SQL's. */
const IN_CODE: readonly CodeCheck[] = [
  { rule: "interest-above-law", says: "no more interest is asked for than the law gives (BW 6:119, 6:119a, I-11)", check: checkInterest },
  { rule: "audit-chain-broken", says: "the sealed audit trail is as it was written (I-74)", check: checkAuditChain },
];

/**
 * Holds the books of an organisation against their rules (quality I-1 to I-8, I-10 to I-13, I-22, I-37 to I-41, I-74). Changes nothing;
 * an empty list means that every cent is where it should be.
 */
export async function verify(reader: Reader): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const { rule, says, sql } of CHECKS) {
    const rows = await reader.query<{ id: string; found: string; count: number }>(
      `select id, found, count(*) over () as count from (${sql}) broken order by id limit ${EXAMPLES}`, [reader.organisationId]);
    const [first] = rows;
    if (first) breaches.push({ rule, says, count: first.count, examples: rows.map(({ id, found }) => ({ id, found })) });
  }
  for (const { rule, says, check } of IN_CODE) {
    const broken = await check(reader);
    if (broken.length > 0) breaches.push({ rule, says, count: broken.length, examples: broken.slice(0, EXAMPLES) });
  }
  return breaches;
}

/** A breach in one sentence: what doesn't hold, how often, and where to look. */
export function breachSentence({ rule, says, count, examples }: Breach): string {
  const shown = examples.map(({ id, found }) => `${id} (${found})`).join("; ");
  return `${rule}: ${count === 1 ? "once it does not hold" : `${count} times it does not hold`} that ${says}: ${shown}${count > examples.length ? "; …" : ""}.`;
}
