import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { dayOf } from "../../platform/clock";
import { bookEntries, bookEntry, type NewEntry } from "../ledger/book-entry";

export interface Payout {
  readonly matchId: string;
  readonly amountCents: Cents;
  readonly bookedOn: PlainDate;
}

/**
 * The payment provider paid out: what stands with it moves to the bank. It may pay out more than what came in through us, such as
 * the takings of a web shop; that isn't ours to book.
 */
export async function bookPayouts(tx: Tx, payouts: readonly Payout[]): Promise<void> {
  if (payouts.length === 0) return;
  const row = await tx.first<{ cents: Cents }>(
    "select coalesce(sum(amount_cents), 0)::bigint as cents from posting where organisation_id = $1 and account = 'psp'", [tx.organisationId]);
  let left = row?.cents ?? 0;
  await bookEntries(tx, payouts.flatMap(({ matchId, amountCents, bookedOn }): NewEntry[] => {
    const cents = Math.min(left, amountCents);
    if (cents <= 0) return [];
    left -= cents;
    return [{
      kind: "payout", bookedOn: dayOf(tx.now), valueOn: bookedOn, reference: payoutReference(matchId),
      postings: [{ account: "bank", cents }, { account: "psp", cents: -cents }],
    }];
  }));
}

/** Takes the booking of a payout back, when the line was no payout after all. */
export async function reversePayout(tx: Tx, matchId: string): Promise<void> {
  const entry = await tx.first<{ id: string; cents: Cents; valueOn: PlainDate }>(
    `select entry.id, posting.amount_cents as cents, entry.value_on as "valueOn" from ledger_entry entry
     join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id and posting.account = 'bank'
     where entry.organisation_id = $1 and entry.reference = $2`,
    [tx.organisationId, payoutReference(matchId)],
  );
  if (!entry) return;
  await bookEntry(tx, {
    kind: "reversal", bookedOn: dayOf(tx.now), valueOn: entry.valueOn, reference: `reversal:${entry.id}`, reversesId: entry.id, reason: "no payout",
    postings: [{ account: "bank", cents: -entry.cents }, { account: "psp", cents: entry.cents }],
  });
}

function payoutReference(matchId: string): string {
  return `payout:${matchId}`;
}
