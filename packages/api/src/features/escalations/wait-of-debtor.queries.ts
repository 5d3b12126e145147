import type { Decision, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import type { LadderInForce } from "../ladders/ladder.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { decideClaim } from "./decide-claim";
import { laddersOfClaims } from "./ladder-of-claim";
import { rulesToRead } from "./night-rules";

export interface DecidedRow {
  row: ClaimFactsRow;
  ladder: LadderInForce;
  decision: Decision;
}

/** What would happen next for each open invoice of some debtors, as of a day; nothing is written. */
export async function decisionsOf(reader: Reader, debtorIds: readonly string[], today: PlainDate, realNow: Date): Promise<DecidedRow[]> {
  if (debtorIds.length === 0) return [];
  const rules = await rulesToRead(reader);
  const rows = await listClaimFacts(reader, debtorIds, today, realNow);
  const failing = await openFaults(reader, rows.map(({ invoiceId }) => invoiceId));
  const ladderOf = await laddersOfClaims(reader, rows, rules.ladders, today);
  return rows.map((row) => {
    const ladder = ladderOf(row);
    return { row, ladder, decision: decideClaim(row, { ...rules, ladder: ladder.ladder }, today, failing.get(row.invoiceId) ?? []) };
  });
}

/** Why each debtor waits, told by the invoice that is furthest past due. */
export async function waitsOf(reader: Reader, debtorIds: readonly string[], today: PlainDate, realNow: Date): Promise<Map<string, { reason: string; until: PlainDate | null; detail: string | null }>> {
  const waits = new Map<string, { reason: string; until: PlainDate | null; detail: string | null }>();
  for (const { row, decision } of await decisionsOf(reader, debtorIds, today, realNow)) {
    if (waits.has(row.debtorId) || !("wait" in decision)) continue;
    waits.set(row.debtorId, { reason: decision.wait, until: decision.until ?? null, detail: decision.detail ?? null });
  }
  return waits;
}

async function openFaults(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ invoiceId: string; checks: string[] }>(
    `select invoice_id as "invoiceId", array(select result ->> 'check' from jsonb_array_elements(results) result where not (result ->> 'ok')::boolean) as checks
     from self_check where organisation_id = $1 and invoice_id = any($2::uuid[]) and not passed and resolved_at is null`,
    [reader.organisationId, invoiceIds],
  );
  return new Map(rows.map(({ invoiceId, checks }) => [invoiceId, checks]));
}
