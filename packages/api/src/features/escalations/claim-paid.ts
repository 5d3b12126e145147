import { addBusinessDays, Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { lockDebtor } from "../calls/open-invoices.queries";
import { placeHold } from "./place-hold";

/** Business days in which we look for the money; the ladder waits so long. */
export const PAID_CLAIM_DAYS = 10;

/**
 * A debtor says that they paid: nothing is reminded until somebody looked for it, ten business days at most. Said again while we look,
 * it is the same claim with the newer details.
 *
 * Refuses with AMOUNT_NOT_POSITIVE, and INPUT_INVALID for a day that is still to come.
 */
export async function claimPaid(
  tx: Tx, { debtorId, paidOn, amountCents, reference, note, today }: { debtorId: string; paidOn: PlainDate; amountCents: Cents; reference?: string; note?: string; today: PlainDate },
): Promise<{ holdId: string; until: PlainDate }> {
  if (amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { cents: amountCents });
  if (paidOn > today) throw new Refusal("INPUT_INVALID", { fields: ["paidOn: today or earlier"] });
  await lockDebtor(tx, debtorId);
  const facts = { paidOn, amountCents, reference: reference ?? null, note: note ?? null };
  const standing = await tx.first<{ id: string; until: PlainDate }>(
    `update hold set facts = $4 where organisation_id = $1 and debtor_id = $2 and scope = 'debtor' and kind = 'paid-claim' and lifted_at is null and until_day >= $3
     returning id, until_day as until`, [tx.organisationId, debtorId, today, JSON.stringify(facts)]);
  if (standing) return { holdId: standing.id, until: standing.until };
  const until = addBusinessDays(today, PAID_CLAIM_DAYS);
  const { holdId } = await placeHold(tx, { debtorId, kind: "paid-claim", reason: "paid according to the debtor", until, via: "portal", facts });
  return { holdId, until };
}
