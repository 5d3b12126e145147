import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface OpenPromiseRow {
  id: string;
  debtorId: string;
  caseId: string | null;
  cents: number;
  byDay: PlainDate;
  madeOn: PlainDate;
  cancelledOn: PlainDate | null;
  toleranceCents: number;
  /** What is still open of its invoices. */
  openCents: number;
  payments: { receivedOn: PlainDate; cents: number }[];
}

/** Promises that nobody has found kept or broken yet, with the money that came on their invoices since. */
export function listOpenPromises(reader: Reader): Promise<OpenPromiseRow[]> {
  return reader.query<OpenPromiseRow>(
    `select promise.id, promise.debtor_id as "debtorId", promise.amount_cents as cents, promise.by_day as "byDay", promise.made_on as "madeOn",
       promise.cancelled_on as "cancelledOn", organisation.tolerance_cents as "toleranceCents",
       (select id from collection_case where organisation_id = $1 and debtor_id = promise.debtor_id and closed_on is null) as "caseId",
       coalesce((select sum(standing.open_cents) from promise_invoice line join invoice_standing standing on standing.organisation_id = line.organisation_id
         and standing.invoice_id = line.invoice_id where line.organisation_id = $1 and line.promise_id = promise.id), 0)::bigint as "openCents",
       coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
         select entry.value_on as day, -sum(posting.amount_cents) as cents
         from promise_invoice line
         join posting on posting.organisation_id = line.organisation_id and posting.invoice_id = line.invoice_id and posting.account = 'receivable'
         join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation' and entry.value_on >= promise.made_on
         where line.organisation_id = $1 and line.promise_id = promise.id
           and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
         group by entry.value_on) money), '[]') as payments
     from promise join organisation on organisation.id = promise.organisation_id
     where promise.organisation_id = $1
       and exists (select 1 from promise_invoice line where line.organisation_id = $1 and line.promise_id = promise.id and line.settled_on is null)
     order by promise.id for update of promise`,
    [reader.organisationId],
  );
}
