import type { PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { bookCosts } from "../ledger/book-costs";
import { bookInterest } from "../ledger/book-interest";

/** The rate of VAT on collection costs, for a creditor who can't set it off. */
export const COSTS_VAT_PERCENT = 21;

interface Lapsed {
  id: string;
  kind: "letter" | "notice";
  invoiceIds: string[];
  vatDeductible: boolean;
}

/** Looked up for each letter by its name: "not exists" would have the whole ledger read and held against a handful of letters. */
const notBooked = (reference: string): string => `(select id from ledger_entry where organisation_id = $1 and reference = ${reference}) is null`;

/**
 * Claims costs where the law allows it by today: of a consumer once the fourteen days of the letter have fully passed unpaid
 * (BW 6:96 lid 6), of a business once the day that the notice named has passed (BW 6:96 lid 4), with the interest so far. Over
 * what is still open then: what was paid inside the term costs nothing.
 *
 * @returns How many letters and notices got their costs.
 */
export async function bookLawfulCosts(tx: Tx, today: PlainDate): Promise<number> {
  const lapsed = await tx.query<Lapsed>(
    `select letter.id, 'letter' as kind, organisation.vat_deductible as "vatDeductible",
       (select array_agg(line.invoice_id order by line.invoice_id) from letter_invoice line where line.organisation_id = $1 and line.letter_id = letter.id) as "invoiceIds"
     from fourteen_day_letter letter join organisation on organisation.id = letter.organisation_id
     where letter.organisation_id = $1 and letter.costs_from <= $2
       and ${notBooked("'costs:letter:' || letter.id")}
       and exists (select 1 from letter_invoice line join invoice_standing standing on standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id
                   where line.organisation_id = $1 and line.letter_id = letter.id and standing.principal_cents > 0)
     union all
     select message.id, 'notice', organisation.vat_deductible,
       (select array_agg(line.invoice_id order by line.invoice_id) from message_invoice line where line.organisation_id = $1 and line.message_id = message.id)
     from message join organisation on organisation.id = message.organisation_id
     where message.organisation_id = $1 and message.kind = 'business-notice' and message.channel = 'mail' and message.handed_over_at is not null
       and message.bounced_at is null and message.pay_by < $2
       and ${notBooked("'costs:notice:' || message.id")}
       and exists (select 1 from message_invoice line join invoice_standing standing on standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id
                   where line.organisation_id = $1 and line.message_id = message.id and standing.principal_cents > 0)`,
    [tx.organisationId, today],
  );
  let booked = 0;
  for (const { id, kind, invoiceIds, vatDeductible } of lapsed) {
    const stopped = await stoppedByAgreement(tx, invoiceIds, today);
    const free = invoiceIds.filter((invoiceId) => !stopped.has(invoiceId));
    if (free.length === 0) continue;
    const cents = await bookCosts(tx, { invoiceIds: free, bookedOn: today, reference: `${kind}:${id}`, ...(vatDeductible ? {} : { vatPercent: COSTS_VAT_PERCENT }) });
    if (cents === 0) continue;
    await bookInterest(tx, { invoiceIds: free, until: today, bookedOn: today });
    booked += 1;
  }
  return booked;
}

/** Invoices for which no costs come on top now: disputed, in a plan, promised, on hold, or of a debtor whom the law protects. */
async function stoppedByAgreement(tx: Tx, invoiceIds: readonly string[], today: PlainDate): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select invoice.id from invoice where invoice.organisation_id = $1 and invoice.id = any($2::uuid[]) and (
       exists (select 1 from dispute where organisation_id = $1 and invoice_id = invoice.id and decided_on is null)
       or exists (select 1 from plan_invoice where organisation_id = $1 and invoice_id = invoice.id and active)
       or exists (select 1 from promise_invoice where organisation_id = $1 and invoice_id = invoice.id and settled_on is null)
       or exists (select 1 from debtor_status where organisation_id = $1 and debtor_id = invoice.debtor_id and ended_at is null)
       or exists (select 1 from hold where organisation_id = $1 and lifted_at is null and from_day <= $3 and (until_day is null or until_day >= $3)
                  and (scope = 'organisation' or (scope = 'debtor' and debtor_id = invoice.debtor_id) or invoice_id = invoice.id)))`,
    [tx.organisationId, invoiceIds, today],
  );
  return new Set(rows.map(({ id }) => id));
}

