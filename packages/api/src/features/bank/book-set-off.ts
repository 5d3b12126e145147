import type { Cents } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { setOffCredit } from "../ledger/set-off-credit";
import { reverseEntry } from "../ledger/reverse-entry";

export interface PartOfLine {
  readonly invoiceId: string;
  /** Negative for a credit note that the payer took off. */
  readonly cents: Cents;
}

/**
 * Sets the credit notes that a payer took off against the invoices that are paid, in their order, before the money comes.
 *
 * Refuses with all of {@link setOffCredit}.
 *
 * @returns What is left for the money to pay, invoice by invoice.
 */
export async function bookSetOff(tx: Tx, parts: readonly PartOfLine[]): Promise<{ invoiceId: string; cents: Cents }[]> {
  const left = parts.filter(({ cents }) => cents > 0).map(({ invoiceId, cents }) => ({ invoiceId, cents }));
  for (const { invoiceId: creditNoteId, cents } of parts.filter((part) => part.cents < 0)) {
    let rest = -cents;
    const allocations = left.flatMap((invoice) => {
      const taken = Math.min(rest, invoice.cents);
      rest -= taken;
      invoice.cents -= taken;
      return taken > 0 ? [{ invoiceId: invoice.invoiceId, cents: taken }] : [];
    });
    await setOffCredit(tx, { creditNoteId, allocations });
  }
  return left.filter(({ cents }) => cents > 0);
}

/**
 * Takes back what was set off when a line was matched: against invoices that its payments paid, at the moment of that act.
 *
 * Refuses with all of {@link reverseEntry}.
 */
export async function reverseSetOff(tx: Tx, { decidedAt, paymentIds }: { decidedAt: Date; paymentIds: readonly string[] }): Promise<void> {
  const entries = await tx.query<{ id: string }>(
    `select distinct entry.id from ledger_entry entry
     join posting on posting.organisation_id = $1 and posting.entry_id = entry.id and posting.account = 'receivable' and posting.payment_id is null
     where entry.organisation_id = $1 and entry.kind = 'allocation' and entry.created_at = $2 and entry.reference like 'set-off:%'
       and posting.invoice_id in (select invoice_id from posting where organisation_id = $1 and payment_id = any($3::uuid[]) and invoice_id is not null)
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
     order by entry.id`,
    [tx.organisationId, decidedAt, paymentIds],
  );
  for (const { id } of entries) await reverseEntry(tx, { entryId: id, reason: "match undone" });
}
