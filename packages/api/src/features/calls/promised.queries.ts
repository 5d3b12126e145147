import { promiseStanding, type PlainDate, type PromiseStanding } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** Business days that banks and weekends get after the promised day. */
export const PROMISE_GRACE_DAYS = 2;

interface PromisedFacts {
  id: string;
  debtorId: string;
  callLogId: string | null;
  source: string;
  amountCents: number;
  byDay: PlainDate;
  madeOn: PlainDate;
  cancelledOn: PlainDate | null;
  toleranceCents: number;
  invoiceNumbers: string[];
  payments: { receivedOn: PlainDate; cents: number }[];
}

/** A promise with how it stands on a day. */
export interface PromisedRow extends PromisedFacts {
  standing: PromiseStanding;
}

/** The promises of some debtors, the newest first, each with how it stands on a day by the money that came on its invoices. */
export async function listPromised(reader: Reader, debtorIds: readonly string[], today: PlainDate): Promise<PromisedRow[]> {
  const rows = await reader.query<PromisedFacts>(
    `select promise.id, promise.debtor_id as "debtorId", promise.call_log_id as "callLogId", promise.source, promise.amount_cents as "amountCents",
       promise.by_day as "byDay", promise.made_on as "madeOn", promise.cancelled_on as "cancelledOn", organisation.tolerance_cents as "toleranceCents",
       array(select invoice.number from promise_invoice line
             join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
             where line.organisation_id = $1 and line.promise_id = promise.id order by invoice.due_on, invoice.number) as "invoiceNumbers",
       coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
         select entry.value_on as day, -sum(posting.amount_cents) as cents
         from promise_invoice line
         join posting on posting.organisation_id = line.organisation_id and posting.invoice_id = line.invoice_id and posting.account = 'receivable'
         join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation' and entry.value_on >= promise.made_on
         where line.organisation_id = $1 and line.promise_id = promise.id
           and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
         group by entry.value_on) money), '[]') as payments
     from promise join organisation on organisation.id = promise.organisation_id
     where promise.organisation_id = $1 and promise.debtor_id = any($2::uuid[])
     order by promise.made_on desc, promise.id desc limit 500`,
    [reader.organisationId, debtorIds],
  );
  return rows.map((row) => ({
    ...row,
    standing: promiseStanding(
      { cents: row.amountCents, byDay: row.byDay, madeOn: row.madeOn, cancelledOn: row.cancelledOn }, row.payments, today,
      { toleranceCents: row.toleranceCents, graceDays: PROMISE_GRACE_DAYS },
    ),
  }));
}
