import { nextBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { lockAgreement, type AgreementRow } from "./agreement.queries";

/**
 * The debtor says that we noted it wrong, in their own words. Somebody calls back the same day; what was promised is not held against
 * them meanwhile, because the promise itself stays as it is until a human corrects the call.
 *
 * Refuses with NOT_FOUND for an agreement of somebody else, AGREEMENT_ANSWERED when it was confirmed before.
 */
export async function contradictAgreement(
  tx: Tx, { agreementId, debtorId, text, today }: { agreementId: string; debtorId: string; text: string; today: PlainDate },
): Promise<{ agreement: AgreementRow; callOn: PlainDate }> {
  const agreement = await lockAgreement(tx, agreementId, debtorId);
  if (!agreement) throw new Refusal("NOT_FOUND");
  const callOn = nextBusinessDay(today);
  if (agreement.confirmedAt) throw new Refusal("AGREEMENT_ANSWERED", { answer: "confirmed" });
  if (agreement.contradictedAt) return { agreement, callOn };
  await tx.query("update agreement set contradicted_at = $3, contradiction = $4 where organisation_id = $1 and id = $2", [tx.organisationId, agreementId, tx.now, text]);
  await openCallTask(tx, { debtorId, reason: "contradicted", note: text.slice(0, 500), plannedOn: callOn });
  await audit(tx, { action: "contradict-agreement", subject: "agreement", subjectId: agreementId, after: { text } });
  return { agreement: { ...agreement, contradictedAt: tx.now, contradiction: text }, callOn };
}
