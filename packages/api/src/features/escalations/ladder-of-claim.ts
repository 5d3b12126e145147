import { asksBehaviour, chooseLadder, DUTCH_LADDER, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listDebtorLadderFacts } from "../ladders/ladder-choice.queries";
import { findLadderVersions, listLaddersInForce, type LadderInForce } from "../ladders/ladder.queries";
import type { ClaimFactsRow } from "./claim-facts.queries";

/** What an organisation climbs by before its first night, when no ladder was written down yet. */
const READY: LadderInForce = {
  ladderId: "", versionId: "", name: "Nederlands", version: 1, publishedOn: "", rank: 0, conditions: {}, isDefault: true, firstDay: Math.min(...DUTCH_LADDER.steps.map(({ afterDays }) => afterDays)), ladder: DUTCH_LADDER,
};

/** The ladders that claims may climb today, the ready one when there is none yet. */
export async function laddersToClimb(reader: Reader): Promise<readonly LadderInForce[]> {
  const found = await listLaddersInForce(reader);
  return found.length > 0 ? found : [READY];
}

/** Which of them is the organisation's default. */
export function defaultLadder(ladders: readonly LadderInForce[]): LadderInForce {
  const found = ladders.find(({ isDefault }) => isDefault);
  if (!found) throw new Error("there is no default ladder");
  return found;
}

/**
 * Which ladder each claim climbs: the version that a person chose for it, else that of its last step, so that publishing changes nothing
 * for who is under way (I-46); else its debtor's own ladder; else what the rules say today.
 */
export async function laddersOfClaims(
  reader: Reader, rows: readonly ClaimFactsRow[], ladders: readonly LadderInForce[], today: PlainDate,
): Promise<(row: ClaimFactsRow) => LadderInForce> {
  const byVersion = new Map(ladders.map((ladder) => [ladder.versionId, ladder]));
  const older = new Set(rows.flatMap(({ ladderVersionId }) => (ladderVersionId && !byVersion.has(ladderVersionId) ? [ladderVersionId] : [])));
  for (const ladder of await findLadderVersions(reader, [...older])) byVersion.set(ladder.versionId, ladder);
  const beginners = new Set(rows.flatMap(({ debtorId, ladderVersionId }) => (ladderVersionId ? [] : [debtorId])));
  const ofDebtor = ladders.length > 1 ? await choose(reader, [...beginners], ladders, today) : new Map<string, LadderInForce>();
  const fallback = defaultLadder(ladders);
  return ({ ladderVersionId, debtorId }) => (ladderVersionId ? byVersion.get(ladderVersionId) : ofDebtor.get(debtorId)) ?? fallback;
}

async function choose(reader: Reader, debtorIds: readonly string[], ladders: readonly LadderInForce[], today: PlainDate): Promise<Map<string, LadderInForce>> {
  const byLadder = new Map(ladders.map((ladder) => [ladder.ladderId, ladder]));
  const facts = await listDebtorLadderFacts(reader, debtorIds, today, asksBehaviour(ladders));
  return new Map(facts.flatMap((fact) => {
    const chosen = (fact.ladderId ? byLadder.get(fact.ladderId) : undefined) ?? byLadder.get(chooseLadder(ladders, fact));
    return chosen ? [[fact.debtorId, chosen] as const] : [];
  }));
}
