import type { Cents } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { bookCorrection } from "./book-correction";

/**
 * Lets costs or interest of an invoice go, whole or in part. Of interest that was never asked for all of it goes, or nothing.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN, AMOUNT_DIFFERS and INPUT_INVALID (no reason).
 *
 * @returns The id of the entry.
 */
export function waive(
  tx: Tx,
  { invoiceId, costsCents = 0, interestCents = 0, reason }: { invoiceId: string; costsCents?: Cents; interestCents?: Cents; reason: string },
): Promise<string> {
  return bookCorrection(tx, { kind: "waiver", invoiceId, parts: { costs: costsCents, interest: interestCents }, reason });
}
