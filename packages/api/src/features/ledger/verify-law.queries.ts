import type { Check } from "./verify.queries";

const STANDS = `not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)`;

/** Cents of the scale of Besluit BIK art. 2 over a principal in cents, rounded half up. */
const scale = (principal: string): string => `round(least(677500, greatest(4000,
  0.15 * least(${principal}, 250000) + 0.10 * least(greatest(${principal} - 250000, 0), 250000) + 0.05 * least(greatest(${principal} - 500000, 0), 500000)
  + 0.01 * least(greatest(${principal} - 1000000, 0), 19000000) + 0.005 * greatest(${principal} - 20000000, 0))))`;

/** What the law allows, held against what was booked and sent. Interest has a check of its own, in code: its arithmetic is not SQL's. */
export const LAW: readonly Check[] = [
  {
    rule: "costs-before-letter", says: "a consumer owes no costs before the term of the letter about that invoice has passed (BW 6:96 lid 6, I-37, I-40)",
    sql: `select entry.id::text, posting.amount_cents || ' on ' || entry.booked_on as found
      from posting
      join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'costs'
      join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
      join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id and debtor.kind in ('consumer', 'unknown')
      where posting.organisation_id = $1 and posting.account = 'receivable' and posting.part = 'costs' and posting.amount_cents > 0 and ${STANDS} and not exists (
        select 1 from letter_invoice line
        join fourteen_day_letter letter on letter.organisation_id = $1 and letter.id = line.letter_id
        where line.organisation_id = $1 and line.invoice_id = posting.invoice_id and letter.costs_from <= entry.booked_on)`,
  },
  {
    rule: "costs-above-scale", says: "costs are at most what the scale gives over the invoices they are about, with VAT (Besluit BIK art. 2, I-10)",
    sql: `select entry.id::text, costs.cents || ' over ' || costs.principal as found
      from ledger_entry entry
      cross join lateral (
        select sum(posting.amount_cents) as cents, sum(invoice.total_cents) as principal from posting
        join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
        where posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'receivable') costs
      where entry.organisation_id = $1 and entry.kind = 'costs' and ${STANDS} and costs.cents > ${scale("costs.principal")} + round(${scale("costs.principal")} * 0.21)`,
  },
  {
    rule: "letter-term-too-short", says: "a fourteen-day letter gives fourteen full days after delivery and ends on a working day (I-38)",
    sql: `select letter.id::text, concat_ws(' ', 'sent', letter.sent_on, 'delivered', letter.delivered_on, 'last day', letter.last_day, 'costs from', letter.costs_from) as found
      from fourteen_day_letter letter where letter.organisation_id = $1 and letter.costs_from is not null and (
        letter.delivered_on is null or letter.last_day < letter.delivered_on + 14 or extract(isodow from letter.last_day) in (6, 7)
        or letter.delivered_on < letter.sent_on or (letter.channel = 'letter' and letter.presumed and letter.delivered_on < letter.sent_on + 2))`,
  },
  {
    rule: "letter-runs-undelivered", says: "a letter by mail that bounced starts no term (I-41)",
    sql: `select letter.id::text, 'bounced ' || message.bounced_at as found from fourteen_day_letter letter
      join message on message.organisation_id = $1 and message.id = letter.message_id and message.bounced_at is not null
      where letter.organisation_id = $1 and letter.channel = 'mail' and letter.costs_from is not null`,
  },
];
