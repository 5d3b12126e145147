import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import type { NewEntry, NewPosting } from "../ledger/book-entry";

export interface StandingAllocation {
  id: string;
  paymentId: string;
  valueOn: PlainDate;
  /** The mirror of what was booked. */
  postings: NewPosting[];
}

/** What payments pay, entry by entry, each with the postings that take it back. */
export function listAllocations(reader: Reader, paymentIds: readonly string[]): Promise<StandingAllocation[]> {
  return reader.query<StandingAllocation>(
    `select entry.id, (array_agg(posting.payment_id) filter (where posting.payment_id is not null))[1] as "paymentId", entry.value_on as "valueOn",
       json_agg(json_strip_nulls(json_build_object('account', posting.account, 'part', posting.part, 'debtorId', posting.debtor_id, 'invoiceId', posting.invoice_id,
         'paymentId', posting.payment_id, 'cents', -posting.amount_cents)) order by posting.id) as postings
     from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id
     where entry.organisation_id = $1 and entry.kind = 'allocation'
       and entry.id in (select entry_id from posting where organisation_id = $1 and payment_id = any($2::uuid[]))
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = entry.organisation_id and reversal.reverses_id = entry.id)
     group by entry.id, entry.value_on order by entry.id`,
    [reader.organisationId, paymentIds],
  );
}

/** The entry that takes an allocation back, with the day of the allocation: it is as if it had never been. */
export function reversalOf({ id, valueOn, postings }: StandingAllocation, { reason, bookedOn }: { reason: string; bookedOn: PlainDate }): NewEntry {
  return { kind: "reversal", bookedOn, valueOn, reference: `reversal:${id}`, reversesId: id, reason, postings };
}
