import type { Client } from "pg";
import { ID } from "../bank-import/administration";

/**
 * So many consumers, each with one invoice of three weeks late whose PDF is kept, and a first reminder in line about it; the step is taken
 * and the invoice arrived. Written in one go: the bench is about sending.
 *
 * @param pdf What goes along with each mail.
 */
export async function fillReminders(client: Client, organisationId: string, versionId: string, mails: number, day: string, pdf: Buffer): Promise<void> {
  await client.query("begin; set local session_replication_role = replica");
  const run = (sql: string, ...values: unknown[]): Promise<unknown> => client.query(sql, [organisationId, mails, ...values]);
  await run(`insert into debtor (organisation_id, id, number, name, kind, language, email, street, house_number, postal_code, city, created_at)
    select $1, ${ID(1, "n")}, n::text, 'Mevrouw Klant ' || n, 'consumer', case when n % 10 = 0 then 'en' else 'nl' end, 'klant' || n || '@klant.example', 'Dorpsstraat', n::text, '3511 AB', 'Utrecht', now() from generate_series(1, $2::bigint) n`);
  await run(`insert into document (organisation_id, id, kind, debtor_id, file_name, mime_type, size, sha256, bytes, created_at)
    select $1, ${ID(9, "n")}, 'invoice', ${ID(1, "n")}, 'factuur-' || n || '.pdf', 'application/pdf', length($3::bytea), sha256($3::bytea), $3::bytea, now() from generate_series(1, $2::bigint) n`, pdf);
  await run(`insert into invoice (organisation_id, id, debtor_id, number, issued_on, due_on, total_cents, description, document_id, created_at)
    select $1, ${ID(3, "n")}, ${ID(1, "n")}, 'F2026-' || lpad(n::text, 7, '0'), $3::date - 35, $3::date - 21, 1000 + (n * 7919) % 90000, 'Onderhoud van de ketel', ${ID(9, "n")}, now() from generate_series(1, $2::bigint) n`, day);
  await run(`insert into invoice_line (organisation_id, id, invoice_id, position, description, amount_cents) select $1, ${ID(6, "n")}, ${ID(3, "n")}, 1, 'Onderhoud van de ketel', 1000 + (n * 7919) % 90000 from generate_series(1, $2::bigint) n`);
  await run(`insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at, delivered_at)
    select $1, ${ID(7, "n")}, ${ID(3, "n")}, 'mail', 'klant' || n || '@klant.example', $3::date - 35, $3::date - 35 from generate_series(1, $2::bigint) n`, day);
  await run(`insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at)
    select $1, ${ID(4, "n")}, 'invoice', $3::date - 35, $3::date - 35, 'invoice:' || ${ID(3, "n")}, now() from generate_series(1, $2::bigint) n`, day);
  await run(`insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, amount_cents)
    select $1, ${ID(5, "2 * n + side")}, ${ID(4, "n")}, case side when 0 then 'receivable' else 'revenue' end, case side when 0 then 'principal' end, ${ID(1, "n")}, ${ID(3, "n")},
      case side when 0 then 1 else -1 end * (1000 + (n * 7919) % 90000) from generate_series(1, $2::bigint) n cross join generate_series(0, 1) side`);
  await run(`insert into invoice_standing (organisation_id, invoice_id, debtor_id, due_on, principal_cents)
    select $1, ${ID(3, "n")}, ${ID(1, "n")}, $3::date - 21, 1000 + (n * 7919) % 90000 from generate_series(1, $2::bigint) n`, day);
  await run(`insert into message (organisation_id, id, debtor_id, kind, channel, language, pay_by, total_cents, queued_on, queued_at, send_after)
    select $1, ${ID(8, "n")}, ${ID(1, "n")}, 'reminder-1', 'mail', case when n % 10 = 0 then 'en' else 'nl' end, $3::date + 7, 1000 + (n * 7919) % 90000, $3, $4, $4 from generate_series(1, $2::bigint) n`, day, `${day}T00:00:00Z`);
  await run(`insert into message_invoice (organisation_id, message_id, invoice_id, step_key, open_cents)
    select $1, ${ID(8, "n")}, ${ID(3, "n")}, 'reminder-1', 1000 + (n * 7919) % 90000 from generate_series(1, $2::bigint) n`);
  await run(`insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on, message_id)
    select $1, ${ID(11, "n")}, ${ID(3, "n")}, $3, 'reminder-1', $4, ${ID(8, "n")} from generate_series(1, $2::bigint) n`, versionId, day);
  await client.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, ${ID(12, "1")}, 'NL91ABNA0417164300', 'EUR', 'bench', $2::date - 1, $2::date - 1, 0, 0, now())`, [organisationId, day]);
  await client.query("commit");
  await client.query("analyze");
}
