import type { Client } from "pg";
import { ID } from "../bank-import/administration";

/** The night that is run: a Thursday in a week without holidays. */
export const NIGHT = "2026-11-19";

export const INVOICES_PER_DEBTOR = 10;

/**
 * What each debtor's ten invoices are on that night: days past due, and the steps that left before. Three of them take a step tonight: a
 * first, a second and a third reminder, in one message. Two reminders went out before, 26 and 14 days ago, so that nobody is near the
 * contact cap. One isn't reminded for another day or two each, and two lie beyond the days that a night looks ahead.
 */
const INVOICES: readonly { late: number; steps: readonly { key: string; daysAgo: number }[] }[] = [
  { late: 6, steps: [] },
  { late: 20, steps: [{ key: "reminder-1", daysAgo: 14 }] },
  { late: 34, steps: [{ key: "reminder-1", daysAgo: 26 }, { key: "reminder-2", daysAgo: 14 }] },
  { late: 4, steps: [] }, { late: 3, steps: [] }, { late: 2, steps: [] }, { late: -5, steps: [] }, { late: -6, steps: [] }, { late: -20, steps: [] }, { late: -45, steps: [] },
];

const values = (rows: readonly string[]): string => `(values ${rows.join(", ")})`;
const KINDS = values(INVOICES.map(({ late }, index) => `(${index}, ${late})`));
const STEPS = values(INVOICES.flatMap(({ steps }, index) => steps.map(({ key, daysAgo }, order) => `(${index}, '${key}', ${daysAgo}, ${order})`)));

/** Every hundredth debtor disputes the newest late invoice, and every two hundredth rests: their steps are not taken. */
export function stepsTonight(debtors: number): number {
  return 3 * debtors - Math.floor(debtors / 100) - 3 * Math.floor((debtors + 199) / 200);
}

/**
 * Fills one organisation: debtors, ten open invoices each with lines and deliveries, the messages and steps that left before, disputes,
 * holds and a bank statement of yesterday. Written in SQL at once; the triggers' work is done by hand.
 */
export async function fillPortfolio(client: Client, organisationId: string, debtors: number, ladderVersionId: string): Promise<void> {
  const say = (sql: string, ...more: unknown[]): Promise<unknown> => client.query(sql, [organisationId, ...more]);
  const day = `date '${NIGHT}'`;
  const moment = (ago: string): string => `(${day} - ${ago} + time '09:00') at time zone 'Europe/Amsterdam'`;
  await client.query("begin; set local session_replication_role = replica");
  await say(
    `insert into debtor (organisation_id, id, number, name, kind, email, phone, street, house_number, postal_code, city, created_at)
     select $1, ${ID(1, "n")}, n::text, 'Klant ' || n, case n % 3 when 0 then 'consumer' else 'legal-person' end, 'klant' || n || '@bedrijf' || n % 97 || '.example', '+3130' || lpad(n::text, 7, '0'),
       'Kade', (n % 90)::text, '3511 AB', 'Utrecht', now() from generate_series(1, $2::bigint) n`, debtors);
  await say(
    `insert into collection_case (organisation_id, id, number, debtor_id, opened_on) select $1, ${ID(2, "n")}, 1000 + n, ${ID(1, "n")}, ${day} - 33 from generate_series(1, $2::bigint) n`, debtors);
  // A total below what is worth a call.
  await say(
    `insert into invoice (organisation_id, id, debtor_id, number, issued_on, due_on, total_cents, source, created_at)
     select $1, ${ID(3, `${INVOICES_PER_DEBTOR} * n + kind.nr`)}, ${ID(1, "n")}, 'F' || (${INVOICES_PER_DEBTOR} * n + kind.nr), ${day} - kind.late - 14, ${day} - kind.late,
       1000 + (n * 79) % 3900, 'bench', now()
     from generate_series(1, $2::bigint) n cross join ${KINDS} as kind (nr, late)`, debtors);
  // What the tables were counted as before this organisation came would have the second one's rows looked for one by one.
  await client.query("analyze debtor; analyze invoice");
  await say(
    `insert into invoice_standing (organisation_id, invoice_id, debtor_id, due_on, principal_cents)
     select organisation_id, id, debtor_id, due_on, total_cents from invoice where organisation_id = $1`);
  await say(
    `insert into invoice_line (organisation_id, id, invoice_id, position, description, amount_cents)
     select organisation_id, gen_random_uuid(), id, 1, 'Werk', total_cents from invoice where organisation_id = $1`);
  await say(
    `insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at, delivered_at)
     select invoice.organisation_id, gen_random_uuid(), invoice.id, 'mail', debtor.email, invoice.issued_on + time '09:00', invoice.issued_on + time '09:01'
     from invoice join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id where invoice.organisation_id = $1`);
  await say(
    `insert into message (organisation_id, id, debtor_id, case_id, kind, channel, to_address, language, total_cents, pay_by, state, queued_on, queued_at, send_after, handed_over_at, delivered_at)
     select $1, ${ID(4, "2 * n + sent.nr")}, ${ID(1, "n")}, ${ID(2, "n")}, 'reminder', 'mail', 'klant@bedrijf.example', 'nl', 1000, ${day} - sent.ago + 7, 'delivered', ${day} - sent.ago,
       ${moment("sent.ago")}, ${moment("sent.ago")}, ${moment("sent.ago")}, ${moment("sent.ago")}
     from generate_series(1, $2::bigint) n cross join (values (0, 26), (1, 14)) as sent (nr, ago)`, debtors);
  await say(
    `insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on, message_id)
     select $1, ${ID(5, "4 * n + step.nr + step.place")}, ${ID(3, `${INVOICES_PER_DEBTOR} * n + step.nr`)}, $3, step.key, ${day} - step.ago, ${ID(4, "2 * n + (step.ago = 14)::int")}
     from generate_series(1, $2::bigint) n cross join ${STEPS} as step (nr, key, ago, place)`, debtors, ladderVersionId);
  await say(
    `insert into dispute (organisation_id, id, debtor_id, invoice_id, reason, amount_cents, raised_on, deadline_on, raised_via)
     select $1, ${ID(6, "n")}, ${ID(1, "n")}, ${ID(3, `${INVOICES_PER_DEBTOR} * n`)}, 'amount', 1000, ${day} - 2, ${day} + 12, 'staff' from generate_series(100, $2::bigint, 100) n`, debtors);
  await say(
    `insert into hold (organisation_id, id, scope, debtor_id, kind, reason, from_day, placed_at)
     select $1, ${ID(7, "n")}, 'debtor', ${ID(1, "n")}, 'pause', 'bench', ${day} - 2, now() from generate_series(1, $2::bigint, 200) n`, debtors);
  await say(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     select id, ${ID(8, "1")}, iban, 'EUR', 'bench', ${day} - 1, ${day} - 1, 0, 0, now() from organisation where id = $1`);
  await client.query("commit");
}

/** The same number of rows into the same table, with its keys, as somebody who knows SQL would write them. In seconds. */
export async function writeStepsByHand(client: Client, organisationId: string, rows: number): Promise<number> {
  const start = performance.now();
  await client.query(
    `insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, round, taken_on, message_id)
     select $1, gen_random_uuid(), step.invoice_id, step.ladder_version_id, 'by-hand', row_number() over (partition by step.invoice_id), date '${NIGHT}', step.message_id
     from step_taken step where step.organisation_id = $1 and step.step_key <> 'by-hand' limit $2`, [organisationId, rows]);
  return (performance.now() - start) / 1000;
}
