import type { PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { bookEntry, type NewPosting } from "../ledger/book-entry";

/** Takes a charge-back back, when it turned out to be another payment's: the money is unallocated again, for a person to place. Answers whether one stood. */
export async function undoChargeBack(tx: Tx, { paymentId, reason }: { paymentId: string; reason: string }): Promise<boolean> {
  const entry = await tx.first<{ id: string; valueOn: PlainDate; postings: NewPosting[] }>(
    `select entry.id, entry.value_on as "valueOn", json_agg(json_strip_nulls(json_build_object('account', posting.account, 'debtorId', posting.debtor_id,
       'paymentId', posting.payment_id, 'cents', -posting.amount_cents))) as postings
     from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id
     where entry.organisation_id = $1 and entry.kind = 'chargeback' and posting.payment_id = $2
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
     group by entry.id, entry.value_on`,
    [tx.organisationId, paymentId],
  );
  if (!entry) return false;
  await bookEntry(tx, {
    kind: "reversal", bookedOn: dayOf(tx.now), valueOn: entry.valueOn, reference: `reversal:${entry.id}`, reversesId: entry.id, reason, postings: entry.postings,
  });
  await audit(tx, { action: "undo-charge-back", subject: "payment", subjectId: paymentId, after: { reason } });
  return true;
}
