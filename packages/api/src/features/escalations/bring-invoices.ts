import type { Tx } from "../../platform/database/transaction";
import type { SourceInvoice } from "../invoices/source-invoice";
import { takeInvoices, type TakenInvoice } from "../invoices/take-invoices";
import { replanDebtors } from "./replan-debtors";

/**
 * Takes what a source says into the books, as {@link takeInvoices}, and decides again what is to come for whom something changed that
 * counts: a due day, an address, a credit.
 *
 * @returns What became of each, in their order.
 */
export async function bringInvoices(tx: Tx, sources: readonly SourceInvoice[], realNow: Date): Promise<TakenInvoice[]> {
  const taken = await takeInvoices(tx, sources);
  const touched = taken.flatMap((outcome, index) => {
    if (outcome.outcome === "refused" || outcome.outcome === "unchanged") return [];
    return outcome.outcome === "changed" || sources[index]?.kind === "credit-note" ? [outcome.debtorId] : [];
  });
  await replanDebtors(tx, [...new Set(touched)], realNow);
  return taken;
}
