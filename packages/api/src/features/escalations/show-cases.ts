import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { idOf } from "../../platform/ids";
import { listCases, type CaseListQuery, type CaseListRow } from "./case.queries";
import { waitsOf } from "./wait-of-debtor.queries";

/** Waiting is standing, computed from the facts: a filter on it looks through the cases of the filter, up to so many. */
const MOST_LOOKED_THROUGH = 5_000;

export interface ShownCase extends CaseListRow {
  readonly waitReason: string | null;
  readonly waitUntil: PlainDate | null;
}

export type ShowCases = CaseListQuery & { readonly waitReason?: string };

/** A page of cases, each with why it waits; count and sum are of the whole filter. */
export async function showCases(reader: Reader, { waitReason, owner, ...query }: ShowCases, realNow: Date): Promise<{ rows: ShownCase[]; totalCount: number; totalCents: number }> {
  const all = waitReason ? { limit: MOST_LOOKED_THROUGH, offset: 0 } : {};
  const page = await listCases(reader, { ...query, owner: owner ? idOf(owner) : undefined, ...all });
  const waits = await waitsOf(reader, page.rows.map(({ debtorId }) => debtorId), query.today, realNow);
  const rows = page.rows.map((row) => ({ ...row, waitReason: waits.get(row.debtorId)?.reason ?? null, waitUntil: waits.get(row.debtorId)?.until ?? null }));
  if (!waitReason) return { ...page, rows };
  const matching = rows.filter((row) => row.waitReason === waitReason);
  return {
    rows: matching.slice(query.offset, query.offset + query.limit), totalCount: matching.length, totalCents: matching.reduce((sum, { openCents }) => sum + openCents, 0),
  };
}
