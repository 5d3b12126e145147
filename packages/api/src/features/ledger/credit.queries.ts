import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

export interface OpenCredit {
  debtorId: string;
  number: string;
  issuedOn: PlainDate;
  /** What of the credit note no invoice has taken and nobody was paid back. */
  leftCents: Cents;
}

/** What is left of a credit note, which stays locked until the end of the transaction. Refuses with NOT_FOUND. */
export async function lockCredit(tx: Tx, creditNoteId: string): Promise<OpenCredit> {
  const note = await tx.first<Omit<OpenCredit, "leftCents">>(
    `select debtor_id as "debtorId", number, issued_on as "issuedOn" from invoice where organisation_id = $1 and id = $2 and kind = 'credit-note' for update`,
    [tx.organisationId, creditNoteId],
  );
  if (!note) throw new Refusal("NOT_FOUND");
  // Summed after the lock, so that what another act used of it counts.
  const books = await tx.first<{ left: Cents }>(
    "select -coalesce(sum(amount_cents), 0)::bigint as left from posting where organisation_id = $1 and invoice_id = $2 and account = 'receivable'", [tx.organisationId, creditNoteId]);
  return { ...note, leftCents: books?.left ?? 0 };
}
