import type { Client } from "pg";

/** One of our own invoices and the line that pays it: entry i pays invoice i × {@link INVOICES_PER_ENTRY}. */
export const INVOICES_PER_ENTRY = 10;
const INVOICES_PER_DEBTOR = 5;

/** The amounts are spread, and many invoices have the same one, as in a real administration. */
export function centsOf(invoice: number): number {
  return 1_000 + ((invoice * 7_919) % 90_000);
}

export function numberOf(invoice: number): string {
  return `F2026-${String(invoice).padStart(7, "0")}`;
}

/** 16 figures; their check digit isn't looked at when they are matched. */
export function referenceOf(invoice: number): string {
  return `6${String(invoice).padStart(15, "0")}`;
}

export function ibanOf(debtor: number): string {
  return `NL91INGB${String(debtor).padStart(10, "0")}`;
}

export function debtorOf(invoice: number): number {
  return Math.ceil(invoice / INVOICES_PER_DEBTOR);
}

/** An id that is computed in SQL, in the order of a UUIDv7. */
export const ID = (table: number, number: string): string => `('0190${String(table).padStart(4, "0")}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** A debtor for every five invoices, all open, half of the debtors with an account that is known; nothing else. */
export async function fillAdministration(client: Client, organisationId: string, invoices: number): Promise<void> {
  const debtors = debtorOf(invoices);
  // What the triggers would write is written here at once; a million rows one by one would take the afternoon.
  await client.query("begin; set local session_replication_role = replica");
  await client.query(
    `insert into debtor (organisation_id, id, number, name, kind, created_at)
     select $1, ${ID(1, "n")}, n::text, 'Klant ' || chr(65 + (n % 26)::int) || ' ' || n, 'legal-person', now() from generate_series(1, $2::bigint) n`, [organisationId, debtors]);
  await client.query(
    `insert into debtor_iban (organisation_id, id, debtor_id, iban, learned_on)
     select $1, ${ID(2, "n")}, ${ID(1, "n")}, 'NL91INGB' || lpad(n::text, 10, '0'), '2026-01-02' from generate_series(2, $2::bigint, 2) n`, [organisationId, debtors]);
  await client.query(
    `insert into invoice (organisation_id, id, debtor_id, number, issued_on, due_on, total_cents, payment_reference, created_at)
     select $1, ${ID(3, "n")}, ${ID(1, `(n + ${INVOICES_PER_DEBTOR - 1}) / ${INVOICES_PER_DEBTOR}`)}, 'F2026-' || lpad(n::text, 7, '0'), date '2026-01-05' + (n % 150)::int,
       date '2026-01-19' + (n % 150)::int, 1000 + (n * 7919) % 90000, '6' || lpad(n::text, 15, '0'), now() from generate_series(1, $2::bigint) n`, [organisationId, invoices]);
  await client.query(
    `insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at)
     select $1, ${ID(4, "n")}, 'invoice', '2026-01-05', '2026-01-05', 'invoice:' || ${ID(3, "n")}, now() from generate_series(1, $2::bigint) n`, [organisationId, invoices]);
  await client.query(
    `insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, amount_cents)
     select organisation_id, ${ID(5, "2 * n + side")}, ${ID(4, "n")}, case side when 0 then 'receivable' else 'revenue' end, case side when 0 then 'principal' end,
       debtor_id, id, case side when 0 then total_cents else -total_cents end
     from (select *, substring(number from 7)::bigint as n from invoice where organisation_id = $1) invoice cross join generate_series(0, 1) side`, [organisationId]);
  await client.query(
    `insert into invoice_standing (organisation_id, invoice_id, debtor_id, due_on, principal_cents)
     select organisation_id, id, debtor_id, due_on, total_cents from invoice where organisation_id = $1`, [organisationId]);
  await client.query(
    `insert into match_key_due select organisation_id, 'invoice', id from invoice where organisation_id = $1
     union all select organisation_id, 'debtor', id from debtor where organisation_id = $1`, [organisationId]);
  await client.query("commit");
}
