import type { PaidInvoice, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** The invoices of some debtors that were paid in full, with the day the last of the money came. Credit notes alone pay nothing. */
export function listPaidInvoices(reader: Reader, debtorId: string, today: PlainDate): Promise<PaidInvoice[]> {
  return reader.query<PaidInvoice>(
    `select standing.due_on as "dueOn", money.paid_on as "paidOn"
     from invoice_standing standing
     cross join lateral (
       select max(entry.value_on) as paid_on from posting
       join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation'
       where posting.organisation_id = $1 and posting.invoice_id = standing.invoice_id and posting.account = 'receivable' and posting.amount_cents < 0
         and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)) money
     where standing.organisation_id = $1 and standing.debtor_id = $2 and standing.open_cents = 0 and money.paid_on is not null and money.paid_on <= $3
     order by money.paid_on desc limit 200`,
    [reader.organisationId, debtorId, today],
  );
}
