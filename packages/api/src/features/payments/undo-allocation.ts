import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { audit } from "../../platform/audit";
import { bookEntries } from "../ledger/book-entry";
import { listAllocations, reversalOf } from "./allocation.queries";

/**
 * Takes back all that a payment paid, by reversing entries: the invoices are open again, the money is unallocated. The payment
 * itself stays: the money did come in.
 *
 * @returns How many allocations were reversed.
 */
export async function undoAllocations(tx: Tx, { paymentId, reason }: { paymentId: string; reason: string }): Promise<number> {
  const allocations = await listAllocations(tx, [paymentId]);
  await bookEntries(tx, allocations.map((allocation) => reversalOf(allocation, { reason, bookedOn: dayOf(tx.now) })));
  await audit(tx, { action: "undo-allocations", subject: "payment", subjectId: paymentId, after: { reversed: allocations.length, reason } });
  return allocations.length;
}
