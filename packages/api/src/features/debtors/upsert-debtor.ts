import type { Tx } from "../../platform/database/transaction";
import type { DebtorDetails } from "./debtor-details";
import { upsertDebtors } from "./upsert-debtors";

export { ibanOf, mailOf, phoneOf, type DebtorDetails } from "./debtor-details";

/**
 * Finds the debtor by the source's key, else by KvK number and name, or makes one. What a source says now wins over what it said before;
 * what it leaves out stays.
 *
 * Refuses with FILE_FIELD_MISSING without a name.
 */
export async function upsertDebtor(tx: Tx, details: DebtorDetails): Promise<{ debtorId: string; created: boolean; changed: boolean }> {
  const [outcome] = await upsertDebtors(tx, [details]);
  if (!outcome || "refusal" in outcome) throw outcome?.refusal ?? new RangeError("a debtor had no outcome");
  return { debtorId: outcome.debtorId, created: outcome.created, changed: outcome.changed.length > 0 };
}
