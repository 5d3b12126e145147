import type { Client } from "pg";
import { ID, INVOICES_PER_ENTRY } from "./administration";

/**
 * The rows that an import of these entries leaves behind, written as somebody who knows SQL would: the lines stand in a table already, the
 * join finds the invoice of each, and every table is filled by one statement. Constraints and triggers do their work as always.
 *
 * @returns Seconds.
 */
export async function writeByHand(client: Client, organisationId: string, entries: number, day: string): Promise<number> {
  await client.query(
    `create temporary table staged as select n::bigint, invoice.total_cents as cents, 'Klant ' || invoice.debtor_id as name,
       'NL91INGB' || lpad(((n * ${INVOICES_PER_ENTRY} + 4) / 5)::text, 10, '0') as iban,
       case when n % 10 < 8 then invoice.payment_reference end as reference, case when n % 10 >= 8 then 'factuur ' || invoice.number end as remittance, case when n % 10 >= 8 then invoice.number end as number
     from generate_series(1, $2::bigint) n join invoice on invoice.organisation_id = $1 and invoice.number = 'F2026-' || lpad((n * ${INVOICES_PER_ENTRY})::text, 7, '0')
     where n % 20 <> 0
     union all select n, 77 + n, 'Vreemde ' || n, 'NL02ABNA' || lpad(n::text, 10, '0'), null, 'bedankt', null from generate_series(20, $2::bigint, 20) n`, [organisationId, entries]);
  await client.query("analyze staged");
  const statement = ID(10, "1");
  const start = performance.now();
  await client.query("begin");
  await client.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     select $1, ${statement}, 'NL91ABNA0417164300', 'EUR', 'by hand', $2, $2, 0, sum(cents), now() from staged`, [organisationId, day]);
  await client.query(
    `insert into bank_line (organisation_id, id, statement_id, account, line_key, booked_on, value_on, amount_cents, currency, counterparty_name, counterparty_iban, reference, remittance, bank_code)
     select $1, ${ID(11, "n")}, ${statement}, 'NL91ABNA0417164300', 'a hash of the content that is as long as one ' || n, $2, $2, cents, 'EUR', name, iban, reference, remittance, 'PMNT/RCDT/ESCT'
     from staged`, [organisationId, day]);
  await client.query(
    `create temporary table matched as
     select staged.n, ${ID(11, "staged.n")} as id, staged.cents as amount_cents, staged.name as counterparty_name, staged.iban as counterparty_iban, staged.reference, staged.remittance,
       $2::date as booked_on, invoice.id as invoice_id, invoice.number, invoice.debtor_id
     from staged
     join invoice on invoice.organisation_id = $1 and invoice.kind = 'invoice' and (invoice.payment_reference = staged.reference or invoice.number = staged.number)
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id and standing.open_cents = staged.cents`, [organisationId, day]);
  await client.query("analyze matched");
  await client.query(
    `insert into payment (organisation_id, id, debtor_id, source, bank_line_id, amount_cents, received_on, payer_name, payer_iban, reference, created_at)
     select $1, ${ID(12, "n")}, debtor_id, 'bank', id, amount_cents, booked_on, counterparty_name, counterparty_iban, coalesce(reference, remittance), now() from matched`, [organisationId]);
  await client.query(
    `insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, reason, created_at)
     select $1, ${ID(13, "2 * n + side")}, case side when 0 then 'payment' else 'allocation' end, booked_on, booked_on,
       case side when 0 then 'payment:' || ${ID(12, "n")} else 'allocation:' || ${ID(12, "n")} || ':' || invoice_id end, 'BW 6:43 lid 1; BW 6:44 lid 1', now()
     from matched cross join generate_series(0, 1) side`, [organisationId]);
  await client.query(
    `insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, payment_id, amount_cents)
     select $1, ${ID(14, "4 * n + side")}, ${ID(13, "2 * n + side / 2")}, (array['bank', 'unallocated', 'unallocated', 'receivable'])[side + 1],
       case side when 3 then 'principal' end, debtor_id, case side when 3 then invoice_id end, ${ID(12, "n")}, case when side % 2 = 0 then amount_cents else -amount_cents end
     from matched cross join generate_series(0, 3) side`, [organisationId]);
  await client.query(
    `insert into bank_match (organisation_id, id, bank_line_id, state, reason, confidence, candidates, payment_id, decided_at)
     select $1, ${ID(15, "staged.n")}, ${ID(11, "staged.n")}, case when matched.id is null then 'unknown' else 'auto' end, 'reference', 1,
       case when matched.id is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('debtorId', matched.debtor_id, 'debtorName', matched.counterparty_name, 'score', 1, 'reasons',
         '["reference", "ibanKnown", "amountExact"]'::jsonb, 'invoices', jsonb_build_array(jsonb_build_object('invoiceId', invoice_id, 'invoiceNumber', matched.number, 'cents', amount_cents, 'openCents', amount_cents)))) end,
       case when matched.id is not null then ${ID(12, "staged.n")} end, now()
     from staged left join matched on matched.n = staged.n`, [organisationId]);
  await client.query(
    `insert into debtor_iban (organisation_id, id, debtor_id, iban, learned_on)
     select $1, ${ID(16, "n")}, debtor_id, counterparty_iban, booked_on from matched on conflict do nothing`, [organisationId]);
  await client.query(
    `insert into audit (organisation_id, id, at, actor_kind, action, subject_kind, subject_id, after)
     select $1, ${ID(17, "n")}, now(), 'system', 'receive-payment', 'payment', ${ID(12, "n")}, jsonb_build_object('cents', amount_cents, 'source', 'bank', 'allocatedCents', amount_cents) from matched`, [organisationId]);
  await client.query("commit");
  return (performance.now() - start) / 1000;
}
