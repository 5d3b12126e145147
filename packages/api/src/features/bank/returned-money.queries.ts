import type { Reader } from "../../platform/database/transaction";

/** How long after a collection it can come back: thirteen months when it wasn't authorised (PSD2 art. 71). */
const MOST_DAYS = 400;

/**
 * The payments that returned lines take back: by the end-to-end reference, else the mandate, else the account and the amount, each of
 * exactly the amount and one that stands whole. Of several that could be, none, as a person can tell and we can't.
 *
 * @returns The payment of each line that has one.
 */
export async function findReturnedPayments(reader: Reader, lineIds: readonly string[]): Promise<Map<string, string>> {
  if (lineIds.length === 0) return new Map();
  const rows = await reader.query<{ lineId: string; paymentId: string; strength: number }>(
    `select line.id as "lineId", found.id as "paymentId", min(found.strength) as strength
     from bank_line line
     cross join lateral (
       select payment.id, payment.amount_cents, payment.received_on, 1 as strength
       from bank_line original join payment on payment.organisation_id = $1 and payment.bank_line_id = original.id
       where original.organisation_id = $1 and original.end_to_end_id = line.end_to_end_id and line.end_to_end_id is not null
       union all
       select payment.id, payment.amount_cents, payment.received_on, 2
       from bank_line original join payment on payment.organisation_id = $1 and payment.bank_line_id = original.id
       where original.organisation_id = $1 and original.mandate_id = line.mandate_id and line.mandate_id is not null
       union all
       select payment.id, payment.amount_cents, payment.received_on, 3
       from payment where payment.organisation_id = $1 and payment.payer_iban = upper(replace(line.counterparty_iban, ' ', ''))
     ) found
     where line.organisation_id = $1 and line.id = any($2::uuid[]) and line.amount_cents < 0
       and found.amount_cents = -line.amount_cents and found.received_on between line.booked_on - ${MOST_DAYS} and line.booked_on
       and not exists (
         select 1 from posting join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
         where posting.organisation_id = $1 and posting.payment_id = found.id
           and (entry.kind in ('refund', 'chargeback', 'payment') and exists (
             select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id) = (entry.kind = 'payment')))
     group by line.id, found.id`,
    [reader.organisationId, lineIds],
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const lineId of lineIds) {
    const own = rows.filter((row) => row.lineId === lineId && !taken.has(row.paymentId));
    const strongest = Math.min(...own.map(({ strength }) => strength));
    const [best, second] = own.filter(({ strength }) => strength === strongest);
    if (!best || second) continue;
    found.set(lineId, best.paymentId);
    taken.add(best.paymentId);
  }
  return found;
}
