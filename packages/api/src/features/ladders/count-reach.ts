import { asksBehaviour, chooseLadder, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listDebtorLadderFacts } from "./ladder-choice.queries";
import { listLaddersInForce } from "./ladder.queries";
import { listOpenDebtorIds } from "./trial.queries";

/** How many debtors with something open a ladder takes, by its rule and by hand. */
export interface Reach {
  readonly ladderId: string;
  readonly byRule: number;
  readonly byHand: number;
}

const CHUNK = 2_000;

/** Who falls where: every debtor with something open, by the same rule as the night's. */
export async function countReach(reader: Reader, today: PlainDate): Promise<Reach[]> {
  const candidates = await listLaddersInForce(reader);
  if (candidates.length === 0) return [];
  const inForce = new Set(candidates.map(({ ladderId }) => ladderId));
  const counts = new Map(candidates.map(({ ladderId }) => [ladderId, { byRule: 0, byHand: 0 }]));
  for (let after: string | undefined; ;) {
    const ids = await listOpenDebtorIds(reader, after, CHUNK);
    for (const facts of await listDebtorLadderFacts(reader, ids, today, asksBehaviour(candidates))) {
      const own = facts.ladderId !== null && inForce.has(facts.ladderId) ? facts.ladderId : undefined;
      const count = counts.get(own ?? chooseLadder(candidates, facts));
      if (count) count[own ? "byHand" : "byRule"] += 1;
    }
    if (ids.length < CHUNK) break;
    after = ids.at(-1);
  }
  return [...counts].map(([ladderId, count]) => ({ ladderId, ...count }));
}
