import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";

/**
 * We don't collect this any more, with why: from the next night on what is late is reminded again.
 *
 * Refuses with NOT_FOUND, CONFLICT when it has ended, INPUT_INVALID without a reason.
 */
export async function endDirectDebit(tx: Tx, { directDebitId, reason }: { directDebitId: string; reason: string }): Promise<void> {
  const because = requiredText("reason", reason, 500);
  const debit = await tx.first<{ debtorId: string; invoiceId: string | null; endedAt: Date | null }>(
    `select debtor_id as "debtorId", invoice_id as "invoiceId", ended_at as "endedAt" from direct_debit where organisation_id = $1 and id = $2 for update`, [tx.organisationId, directDebitId]);
  if (!debit) throw new Refusal("NOT_FOUND");
  if (debit.endedAt) throw new Refusal("CONFLICT", { ended: true });
  await tx.query("update direct_debit set ended_at = $3, ended_by = $4, end_reason = $5 where organisation_id = $1 and id = $2", [
    tx.organisationId, directDebitId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, because,
  ]);
  await audit(tx, { action: "end-direct-debit", subject: debit.invoiceId ? "invoice" : "debtor", subjectId: debit.invoiceId ?? debit.debtorId, after: { reason: because } });
}
