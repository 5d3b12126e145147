import { ibanKey, lookupKeys } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { findNamed, lineToMatch, type LineRow } from "./match-facts.queries";

/** How long after a collection it can come back: thirteen months when it wasn't authorised (PSD2 art. 71). */
const MOST_DAYS = 400;

/**
 * The payments that returned lines take back: by the end-to-end reference, else the mandate, else the account and the amount, each of
 * exactly the amount and one that stands whole. A collection that was booked as one amount with others has none of these on its own;
 * then the invoice that the line names tells, or the debtor whose account it is. Of several that could be, none, as a person can tell
 * and we can't.
 *
 * @returns The payment of each line that has one.
 */
export async function findReturnedPayments(reader: Reader, lines: readonly LineRow[]): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map();
  const lineIds = lines.map(({ id }) => id);
  const named = await invoicesNamed(reader, lines);
  const accounts = lines.flatMap(({ id, counterpartyIban }) => (counterpartyIban ? [{ id, iban: ibanKey(counterpartyIban) }] : []));
  const rows = await reader.query<{ lineId: string; paymentId: string; strength: number }>(
    `with named as (
       select line_id, invoice_id from unnest($3::uuid[], $4::uuid[]) as named (line_id, invoice_id)
     ), payer as (
       select asked.line_id, debtor_iban.debtor_id from unnest($5::uuid[], $6::text[]) as asked (line_id, iban)
       join debtor_iban on debtor_iban.organisation_id = $1 and debtor_iban.iban = asked.iban
     )
     select line.id as "lineId", found.id as "paymentId", min(found.strength) as strength
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
       union all
       select payment.id, payment.amount_cents, payment.received_on, 4
       from named join posting on posting.organisation_id = $1 and posting.invoice_id = named.invoice_id and posting.account = 'receivable'
       join payment on payment.organisation_id = $1 and payment.id = posting.payment_id where named.line_id = line.id
       union all
       select payment.id, payment.amount_cents, payment.received_on, 5
       from payer join payment on payment.organisation_id = $1 and payment.debtor_id = payer.debtor_id where payer.line_id = line.id
     ) found
     where line.organisation_id = $1 and line.id = any($2::uuid[]) and line.amount_cents < 0
       and found.amount_cents = -line.amount_cents and found.received_on between line.booked_on - ${MOST_DAYS} and line.booked_on
       and not exists (
         select 1 from posting join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
         where posting.organisation_id = $1 and posting.payment_id = found.id
           and (entry.kind in ('refund', 'chargeback', 'payment') and exists (
             select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id) = (entry.kind = 'payment')))
     group by line.id, found.id`,
    [
      reader.organisationId, lineIds, named.map(({ lineId }) => lineId), named.map(({ invoiceId }) => invoiceId),
      accounts.map(({ id }) => id), accounts.map(({ iban }) => iban),
    ],
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

/** The invoices that each line names by a reference or a number. */
async function invoicesNamed(reader: Reader, lines: readonly LineRow[]): Promise<{ lineId: string; invoiceId: string }[]> {
  const keys = lines.map((line) => lookupKeys(lineToMatch(line)));
  const ids = new Map<string, Set<string>>();
  for (const { kind, key, id } of await findNamed(reader, keys)) ids.set(`${kind} ${key}`, (ids.get(`${kind} ${key}`) ?? new Set()).add(id));
  return lines.flatMap(({ id: lineId }, index) => {
    const asked = [...(keys[index]?.references ?? []).map((key) => `reference ${key}`), ...(keys[index]?.numbers ?? []).map((key) => `number ${key}`)];
    return [...new Set(asked.flatMap((key) => [...(ids.get(key) ?? [])]))].map((invoiceId) => ({ lineId, invoiceId }));
  });
}
