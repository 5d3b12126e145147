import type { Tx } from "../../platform/database/transaction";
import { bookCorrection, type CentsByPart } from "./book-correction";

/**
 * Gives up a claim that nobody will pay, whole or in part: it leaves the books as a loss. The debtor may still owe it in law.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN and INPUT_INVALID (no reason).
 *
 * @returns The id of the entry.
 */
export function writeOff(tx: Tx, { invoiceId, parts, reason }: { invoiceId: string; parts: CentsByPart; reason: string }): Promise<string> {
  return bookCorrection(tx, { kind: "write-off", invoiceId, parts, reason });
}
