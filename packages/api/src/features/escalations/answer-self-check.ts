import { failedChecks, isAnswerable, Refusal, type PlainDate, type SelfCheckName } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { keepFaults } from "./keep-faults";
import { insertSelfCheckAnswers } from "./self-check-answer.queries";
import { checkOurselves } from "./self-check.queries";

/**
 * A person looked at what our own check found of an invoice, and it is right as it is: the reminder goes its way again. It holds for what
 * is seen now; an answer about one amount or day doesn't cover another. What can only be mended stays.
 *
 * Refuses with NOT_FOUND, and with INPUT_INVALID without a reason or when nothing that was found can be answered.
 *
 * @returns The checks that still fail.
 */
export async function answerSelfCheck(tx: Tx, { invoiceId, reason, today }: { invoiceId: string; reason: string; today: PlainDate }): Promise<SelfCheckName[]> {
  if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say what you looked at"] });
  const known = await tx.first("select 1 from invoice where organisation_id = $1 and id = $2 and kind = 'invoice' for update", [tx.organisationId, invoiceId]);
  if (!known) throw new Refusal("NOT_FOUND");
  const look = async () => (await checkOurselves(tx, [invoiceId], today)).get(invoiceId) ?? [];
  const answered = (await look()).filter(isAnswerable);
  if (answered.length === 0) throw new Refusal("INPUT_INVALID", { fields: ["invoiceId: what was found can only be mended"] });
  await insertSelfCheckAnswers(tx, invoiceId, answered, reason.trim().slice(0, 500));
  const results = await look();
  await keepFaults(tx, [{ invoiceId, results }], today);
  await tx.query(
    "update self_check set resolved_by = $3 where organisation_id = $1 and invoice_id = $2 and resolved_at = $4 and resolved_by is null",
    [tx.organisationId, invoiceId, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now]);
  await audit(tx, { action: "answer-self-check", subject: "invoice", subjectId: invoiceId, after: { checks: answered.map(({ check }) => check), reason: reason.trim() } });
  return failedChecks(results);
}
