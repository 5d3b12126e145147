import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { insertDirectDebits } from "./direct-debit.queries";
import { mandateOf } from "./mandate";

export interface NewDirectDebit {
  readonly debtorId: string;
  /** Without it we collect every invoice of the debtor. */
  readonly invoiceId?: string;
  readonly mandate?: string;
  /** Default today. */
  readonly since?: PlainDate;
}

/**
 * A person says that we collect a debtor's invoices, or one of them, by direct debit: while its collection is awaited nobody is reminded.
 * Said again it takes the place of what was said before; on the day of a bounce or later it says that we try once more.
 *
 * Refuses with NOT_FOUND for an invoice that isn't this debtor's, INPUT_INVALID for a mandate that no bank takes and a day to come.
 */
export async function recordDirectDebit(tx: Tx, { debtorId, invoiceId, mandate, since }: NewDirectDebit): Promise<{ directDebitId: string }> {
  const today = dayOf(tx.now);
  if (since !== undefined && since > today) throw new Refusal("INPUT_INVALID", { fields: ["since: today or before"] });
  const reference = mandateOf(mandate);
  // The debtor's row is taken first, as the night and the senders take it: this is either seen, or comes after what was decided.
  if (!(await tx.first("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]))) throw new Refusal("NOT_FOUND");
  if (invoiceId && !(await tx.first("select 1 from invoice where organisation_id = $1 and id = $2 and debtor_id = $3 and kind = 'invoice'", [tx.organisationId, invoiceId, debtorId]))) throw new Refusal("NOT_FOUND");
  await tx.query(
    `update direct_debit set ended_at = $4, ended_by = $5, end_reason = 'recorded again'
     where organisation_id = $1 and debtor_id = $2 and invoice_id is not distinct from $3::uuid and ended_at is null`,
    [tx.organisationId, debtorId, invoiceId ?? null, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null]);
  const row = { id: newId(), debtorId, invoiceId: invoiceId ?? null, mandate: reference ?? null, since: since ?? today, source: "staff" as const };
  await insertDirectDebits(tx, [row]);
  await audit(tx, {
    action: "record-direct-debit", subject: invoiceId ? "invoice" : "debtor", subjectId: invoiceId ?? debtorId, after: { mandate: row.mandate, since: row.since },
  });
  return { directDebitId: row.id };
}
