import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { bookEntry } from "./book-entry";
import { lockCredit } from "./credit.queries";

/**
 * Writes down that what is left of a credit note was paid back to the debtor by bank, whole or in part.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE (more than is left) and INPUT_INVALID (a day to come, no reason).
 *
 * @returns The id of the entry.
 */
export async function refundCredit(tx: Tx, { creditNoteId, cents, on, reason }: { creditNoteId: string; cents: Cents; on: PlainDate; reason: string }): Promise<string> {
  const because = requiredText("reason", reason, 500);
  const today = dayOf(tx.now);
  if (on > today) throw new Refusal("INPUT_INVALID", { fields: ["on: today or earlier"] });
  if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
  const { debtorId, leftCents } = await lockCredit(tx, creditNoteId);
  if (cents > leftCents) throw new Refusal("AMOUNT_TOO_LARGE", { amount: cents, most: leftCents });
  const entryId = await bookEntry(tx, {
    kind: "refund", bookedOn: today, valueOn: on, reference: `refund:${creditNoteId}:${newId()}`, reason: because,
    postings: [
      { account: "receivable", part: "principal", debtorId, invoiceId: creditNoteId, cents },
      { account: "bank", debtorId, invoiceId: creditNoteId, cents: -cents },
    ],
  });
  await audit(tx, { action: "refund-credit", subject: "invoice", subjectId: creditNoteId, before: { leftCents }, after: { cents, on, reason: because, entryId } });
  return entryId;
}
