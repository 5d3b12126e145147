import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { bookEntry } from "../ledger/book-entry";
import { undoChargeBack } from "../payments/undo-charge-back";
import { undoAllocations } from "../payments/undo-allocation";
import { reverseSetOff } from "./book-set-off";
import { reversePayout } from "./book-payout";
import { findDecidedLine, forgetIban, listPaymentsOfLine, lockMatching, replaceMatch } from "./match-decision.queries";
import { ibanOf } from "./match-lines";

/**
 * Takes back what was decided of a line, once: its payments are reversed with all they paid, and the line waits for a person again.
 * The facts stay in the ledger, each with its reversal; matching the line anew makes a new payment, so nothing counts twice.
 *
 * Refuses with NOT_FOUND, with MATCH_NOT_OPEN when there is nothing to undo, and with CONFLICT when the bank took the payment back since.
 */
export async function undoMatch(tx: Tx, { lineId }: { lineId: string }): Promise<void> {
  await lockMatching(tx);
  const line = await findDecidedLine(tx, lineId);
  if (!line) throw new Refusal("NOT_FOUND");
  if (line.state === "proposed" || line.state === "unknown") throw new Refusal("MATCH_NOT_OPEN", { state: line.state });
  const payments = await listPaymentsOfLine(tx, lineId);
  const charged = payments.find(({ chargedBack }) => chargedBack);
  if (charged) throw new Refusal("CONFLICT", { chargedBack: charged.paymentId });
  const iban = ibanOf(line);
  for (const { paymentId, debtorId, amountCents, entryId } of payments) {
    await undoAllocations(tx, { paymentId, reason: "match undone" });
    await bookEntry(tx, {
      kind: "reversal", bookedOn: dayOf(tx.now), valueOn: line.bookedOn, reference: `reversal:${entryId}`, reversesId: entryId, reason: "match undone",
      postings: [
        { account: "unallocated", debtorId: debtorId ?? undefined, paymentId, cents: amountCents },
        { account: "bank", debtorId: debtorId ?? undefined, paymentId, cents: -amountCents },
      ],
    });
    // It is nobody's payment any more: the debtor's page and timeline must not show it.
    await tx.query("update payment set debtor_id = null where organisation_id = $1 and id = $2", [tx.organisationId, paymentId]);
    if (debtorId && iban) await forgetIban(tx, debtorId, iban);
  }
  if (line.decidedAt && payments.length > 0) await reverseSetOff(tx, { decidedAt: line.decidedAt, paymentIds: payments.map(({ paymentId }) => paymentId) });
  if (line.matchId) {
    await reversePayout(tx, line.matchId);
    if (line.reason === "charged-back" && line.paymentId) await undoChargeBack(tx, { paymentId: line.paymentId, reason: "match undone" });
  }
  await replaceMatch(tx, line, { state: "unknown", reason: "undone", candidates: line.candidates });
  await audit(tx, { action: "undo-match", subject: "bank-line", subjectId: lineId, before: { state: line.state, payments }, after: { state: "unknown" } });
}
