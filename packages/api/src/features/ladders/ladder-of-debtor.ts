import { asksBehaviour, chooseLadder, Refusal, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listDebtorLadderFacts } from "./ladder-choice.queries";
import { listLaddersInForce, type LadderInForce } from "./ladder.queries";
import { listVersionsOfInvoices, type InvoiceVersionRow } from "./running.queries";

export interface LadderOfDebtor {
  /** The ladder that invoices of this debtor begin on; undefined before the first night. */
  readonly begins: LadderInForce | undefined;
  /** A person put them on it; otherwise the rules did. */
  readonly byHand: boolean;
  readonly segment: string | null;
  /** Open invoices that run, each with its version. */
  readonly running: readonly InvoiceVersionRow[];
}

/** Which ladder a debtor's invoices begin on, and why, and which version each open one runs on. Refuses with NOT_FOUND. */
export async function ladderOfDebtor(reader: Reader, debtorId: string, today: PlainDate): Promise<LadderOfDebtor> {
  const candidates = await listLaddersInForce(reader);
  const [facts] = await listDebtorLadderFacts(reader, [debtorId], today, asksBehaviour(candidates));
  if (!facts) throw new Refusal("NOT_FOUND");
  const own = candidates.find(({ ladderId }) => ladderId === facts.ladderId);
  const chosen = own?.ladderId ?? (candidates.length > 0 ? chooseLadder(candidates, facts) : undefined);
  return {
    begins: candidates.find(({ ladderId }) => ladderId === chosen), byHand: own !== undefined, segment: facts.segment, running: await listVersionsOfInvoices(reader, debtorId),
  };
}
