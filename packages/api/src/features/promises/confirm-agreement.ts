import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockAgreement, type AgreementRow } from "./agreement.queries";

/**
 * The debtor says that it is right. Pressing twice changes nothing.
 *
 * Refuses with NOT_FOUND for an agreement of somebody else, AGREEMENT_ANSWERED when they said before that it is wrong.
 */
export async function confirmAgreement(tx: Tx, { agreementId, debtorId }: { agreementId: string; debtorId: string }): Promise<AgreementRow> {
  const agreement = await lockAgreement(tx, agreementId, debtorId);
  if (!agreement) throw new Refusal("NOT_FOUND");
  if (agreement.contradictedAt) throw new Refusal("AGREEMENT_ANSWERED", { answer: "contradicted" });
  if (agreement.confirmedAt) return agreement;
  await tx.query("update agreement set confirmed_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, agreementId, tx.now]);
  await audit(tx, { action: "confirm-agreement", subject: "agreement", subjectId: agreementId });
  return { ...agreement, confirmedAt: tx.now };
}
