import { GUARDS } from "./verify-guards.queries";
import { LAW } from "./verify-law.queries";

export interface Check {
  readonly rule: string;
  readonly says: string;
  /** Rows (id, found) that break the rule; $1 is the organisation. */
  readonly sql: string;
}

const STANDS = `not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)`;

const BOOKS: readonly Check[] = [
  {
    rule: "entry-out-of-balance", says: "debit and credit of every entry are equal (I-1)",
    sql: `select entry_id::text as id, sum(amount_cents) || ' cents' as found from posting where organisation_id = $1 group by entry_id having sum(amount_cents) <> 0`,
  },
  {
    rule: "entry-without-postings", says: "an entry has postings (I-1)",
    sql: `select entry.id::text, entry.kind as found from ledger_entry entry where entry.organisation_id = $1
      and not exists (select 1 from posting where posting.organisation_id = $1 and posting.entry_id = entry.id)`,
  },
  {
    rule: "reversal-differs", says: "a reversal takes back exactly what it reverses (I-2)",
    sql: `select reversal.id::text, 'of ' || reversal.reverses_id as found from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id is not null
      and exists (select 1 from posting where organisation_id = $1 and entry_id in (reversal.id, reversal.reverses_id)
                  group by account, part, debtor_id, invoice_id, payment_id having sum(amount_cents) <> 0)`,
  },
  {
    rule: "invoice-not-booked", says: "every invoice and credit note with an amount is booked once, for that amount",
    sql: `select invoice.id::text, invoice.number as found from invoice where invoice.organisation_id = $1 and invoice.total_cents > 0 and invoice.total_cents is distinct from (
      select abs(sum(posting.amount_cents)) from ledger_entry entry join posting on posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'revenue'
      where entry.organisation_id = $1 and entry.reference = invoice.kind || ':' || invoice.id)`,
  },
  {
    rule: "posting-of-another-debtor", says: "what is booked on an invoice is booked on the debtor who owes it (I-7)",
    sql: `select posting.id::text, 'invoice ' || invoice.number as found from posting
      join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id
      where posting.organisation_id = $1 and posting.debtor_id <> invoice.debtor_id`,
  },
  {
    rule: "reason-missing", says: "what comes off without money, and money that goes back, says why",
    sql: `select id::text, kind as found from ledger_entry where organisation_id = $1 and kind in ('write-off', 'waiver', 'refund', 'chargeback') and trim(coalesce(reason, '')) = ''`,
  },
];

const STANDINGS: readonly Check[] = [
  {
    rule: "invoice-standing-differs", says: "what is kept as open of an invoice is the sum of its postings, part by part (I-5)",
    sql: `select coalesce(standing.invoice_id, sums.invoice_id)::text as id,
        concat_ws(' ', 'kept', standing.principal_cents, standing.interest_cents, standing.costs_cents, 'booked', sums.principal, sums.interest, sums.costs) as found
      from (select * from invoice_standing where organisation_id = $1) standing
      full join (
        select posting.invoice_id, coalesce(sum(amount_cents) filter (where part = 'principal'), 0) as principal,
          coalesce(sum(amount_cents) filter (where part = 'interest'), 0) as interest, coalesce(sum(amount_cents) filter (where part = 'costs'), 0) as costs
        from posting join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id and invoice.kind = 'invoice'
        where posting.organisation_id = $1 and posting.account = 'receivable' group by posting.invoice_id) sums on sums.invoice_id = standing.invoice_id
      where (standing.principal_cents, standing.interest_cents, standing.costs_cents) is distinct from (sums.principal, sums.interest, sums.costs)`,
  },
  {
    rule: "invoice-overpaid", says: "no part of an invoice is below zero (I-4)",
    sql: `select posting.invoice_id::text as id, posting.part || ' ' || sum(amount_cents) as found
      from posting join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id and invoice.kind = 'invoice'
      where posting.organisation_id = $1 and posting.account = 'receivable' group by posting.invoice_id, posting.part having sum(amount_cents) < 0`,
  },
  {
    rule: "invoice-above-total", says: "an invoice's principal is never more than what was invoiced (I-4)",
    sql: `select posting.invoice_id::text as id, invoice.number || ': ' || sum(amount_cents) || ' of ' || invoice.total_cents as found
      from posting join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id and invoice.kind = 'invoice'
      where posting.organisation_id = $1 and posting.account = 'receivable' and posting.part = 'principal'
      group by posting.invoice_id, invoice.number, invoice.total_cents having sum(amount_cents) > invoice.total_cents`,
  },
  {
    rule: "credit-note-overdrawn", says: "a credit note gives no more than it is for (I-4)",
    sql: `select posting.invoice_id::text as id, invoice.number || ': ' || sum(amount_cents) as found
      from posting join invoice on invoice.organisation_id = $1 and invoice.id = posting.invoice_id and invoice.kind = 'credit-note'
      where posting.organisation_id = $1 and posting.account = 'receivable' group by posting.invoice_id, invoice.number having sum(amount_cents) > 0`,
  },
  {
    rule: "standing-of-another", says: "what is kept as open is kept with the invoice's own debtor and due day (I-7)",
    sql: `select invoice.id::text, invoice.number as found from invoice_standing standing
      join invoice on invoice.organisation_id = $1 and invoice.id = standing.invoice_id
      where standing.organisation_id = $1 and (standing.debtor_id <> invoice.debtor_id or standing.due_on <> invoice.due_on)`,
  },
  {
    rule: "payment-standing-differs", says: "what is kept as unallocated of a payment is the sum of its postings (I-6)",
    sql: `select coalesce(standing.payment_id, sums.payment_id)::text as id, concat_ws(' ', 'kept', standing.unallocated_cents, 'booked', sums.cents) as found
      from (select * from payment_standing where organisation_id = $1) standing
      full join (select payment_id, -sum(amount_cents) as cents from posting where organisation_id = $1 and account = 'unallocated' group by payment_id) sums
        on sums.payment_id = standing.payment_id
      where standing.unallocated_cents is distinct from sums.cents`,
  },
  {
    rule: "payment-not-whole", says: "a payment is what was allocated, refunded and is left, or nothing when it was reversed (I-3, I-6)",
    sql: `select payment.id::text, payment.amount_cents || ' is not ' || parts.whole as found from payment
      cross join lateral (
        select coalesce(sum(posting.amount_cents) filter (where entry.kind <> 'payment' and ${STANDS} and entry.kind <> 'reversal'), 0)
          + coalesce((select unallocated_cents from payment_standing where organisation_id = $1 and payment_id = payment.id), 0) as whole,
          coalesce(sum(-posting.amount_cents) filter (where entry.kind = 'payment' and ${STANDS}), 0) as booked,
          bool_or(entry.kind = 'payment' and not ${STANDS}) as reversed
        from posting join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id
        where posting.organisation_id = $1 and posting.payment_id = payment.id and posting.account = 'unallocated') parts
      where payment.organisation_id = $1 and (
        parts.whole <> case when parts.reversed then 0 else payment.amount_cents end or parts.booked <> case when parts.reversed then 0 else payment.amount_cents end)`,
  },
];

const MONEY: readonly Check[] = [
  {
    rule: "bank-line-and-payments-differ", says: "a matched bank line has payments for exactly its amount, any other line none (I-22, I-23)",
    sql: `select line.id::text, coalesce(match.state, 'unknown') || ', line ' || line.amount_cents || ', payments ' || money.cents as found
      from bank_line line
      left join bank_match match on match.organisation_id = $1 and match.bank_line_id = line.id and match.undone_at is null
      cross join lateral (
        select coalesce(sum(payment.amount_cents), 0) as cents from payment
        join ledger_entry entry on entry.organisation_id = $1 and entry.reference = 'payment:' || payment.id and ${STANDS}
        where payment.organisation_id = $1 and payment.bank_line_id = line.id) money
      where line.organisation_id = $1 and money.cents <> case when match.state in ('auto', 'by-hand') then line.amount_cents else 0 end`,
  },
  {
    rule: "foreign-money-booked", says: "money of another currency is never booked as euros (I-8)",
    sql: `select line.id::text, line.currency || ' ' || line.amount_cents as found from bank_line line
      join payment on payment.organisation_id = $1 and payment.bank_line_id = line.id where line.organisation_id = $1 and line.currency <> 'EUR'`,
  },
  {
    rule: "checkout-without-payment", says: "a paid checkout has one payment of its amount, any other has none (I-13)",
    sql: `select checkout.id::text, checkout.state || ' ' || checkout.amount_cents || ', payments ' || money.cents as found from checkout
      cross join lateral (select coalesce(sum(amount_cents), 0) as cents from payment where payment.organisation_id = $1 and payment.checkout_id = checkout.id) money
      where checkout.organisation_id = $1 and money.cents <> case when checkout.state = 'paid' then checkout.amount_cents else 0 end`,
  },
];

/** Every rule that the books keep, in the order in which a breach of one explains the next. */
export const CHECKS: readonly Check[] = [...BOOKS, ...STANDINGS, ...MONEY, ...LAW, ...GUARDS];
