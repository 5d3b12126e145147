import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { bookEntry } from "./book-entry";
import { interestOf } from "./claim-of";
import { listClaimHistories } from "./claim.queries";

/**
 * Claims the interest that accrued on invoices up to and including a day: from then on it is asked for, and a payment pays it
 * before the principal (BW 6:44). What was booked before is not booked again, so claiming twice on a day changes nothing.
 *
 * @param onlyClaimed True when a payment comes in: only invoices whose interest was asked for before go on to that day.
 */
export async function bookInterest(
  tx: Tx,
  { invoiceIds, until, bookedOn, onlyClaimed = false }: { invoiceIds: readonly string[]; until: PlainDate; bookedOn: PlainDate; onlyClaimed?: boolean },
): Promise<void> {
  for (const history of await listClaimHistories(tx, invoiceIds, until)) {
    if (onlyClaimed && history.interestClaimedOn === null) continue;
    const cents = (interestOf(history, until)?.total ?? 0) - history.interestBookedCents;
    if (cents <= 0) continue;
    await bookEntry(tx, {
      kind: "interest",
      bookedOn,
      valueOn: until,
      reference: `interest:${history.invoiceId}:${until}`,
      reason: "BW 6:119, 6:119a",
      postings: [
        { account: "receivable", part: "interest", debtorId: history.debtorId, invoiceId: history.invoiceId, cents },
        { account: "interest-income", debtorId: history.debtorId, cents: -cents },
      ],
    });
  }
}
