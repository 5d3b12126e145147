import { Refusal, stepAhead } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { skipMessage } from "./skip-message";
import { lockSteps, type StepSubject } from "./step-claims";
import { insertStepsTaken, listStepsOnTheirWay } from "./steps-taken.queries";
import { skipTask } from "./skip-task";

/**
 * Passes the next step of an invoice or of a case by, with a reason that the timeline shows: it counts as taken, and nobody hears from it.
 * A step that is on its way is taken out of the line, off the call list or off the work list.
 *
 * Refuses with INPUT_INVALID without a reason, STEP_NOT_DUE when the ladder has no step left, MESSAGE_LEFT for one that is leaving right now;
 * NOT_FOUND, NOTHING_OPEN.
 */
export async function skipStep(tx: Tx, subject: StepSubject & { readonly reason: string }, realNow: Date): Promise<{ skipped: number }> {
  const reason = subject.reason.trim();
  if (reason === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  const today = dayOf(tx.now);
  const { claims } = await lockSteps(tx, subject, today, realNow);
  const ahead = claims.flatMap((claim) => {
    const found = stepAhead(claim.facts, today);
    return found ? [{ ...claim, ...found }] : [];
  });
  if (ahead.length === 0) throw new Refusal("STEP_NOT_DUE", { reason: "ladder finished", until: null, detail: null });
  await skipOnTheirWay(tx, ahead.filter(({ onItsWay }) => onItsWay).map(({ row }) => row.invoiceId), reason);
  await insertStepsTaken(tx, today, ahead.filter(({ onItsWay }) => !onItsWay).map(({ row, step, occurrence, ladderVersionId }) => ({
    invoiceId: row.invoiceId, ladderVersionId, stepKey: step.id, round: occurrence, skippedReason: reason,
  })));
  await audit(tx, {
    action: "skip-step", subject: subject.invoiceId ? "invoice" : "case", subjectId: subject.invoiceId ?? subject.caseId,
    after: { reason, steps: ahead.map(({ row, step }) => ({ invoice: row.invoiceNumber, step: step.id })) },
  });
  return { skipped: ahead.length };
}

async function skipOnTheirWay(tx: Tx, invoiceIds: readonly string[], reason: string): Promise<void> {
  if (invoiceIds.length === 0) return;
  const going = await listStepsOnTheirWay(tx, invoiceIds);
  for (const messageId of new Set(going.flatMap((step) => step.messageId ?? []))) await skipMessage(tx, { messageId, reason });
  for (const taskId of new Set(going.flatMap((step) => (step.messageId ? [] : step.taskId ?? [])))) await skipTask(tx, { taskId, reason });
  for (const callTaskId of new Set(going.flatMap((step) => step.callTaskId ?? []))) {
    const by = tx.actor.kind === "staff" ? tx.actor.id : null;
    await tx.query("update step_taken set skipped_reason = $3, skipped_by = $4 where organisation_id = $1 and call_task_id = $2", [tx.organisationId, callTaskId, reason, by]);
    await tx.query(
      "update call_task set closed_at = $3, closed_because = 'skipped', claimed_until = null where organisation_id = $1 and id = $2 and closed_at is null and reason = 'step'", [tx.organisationId, callTaskId, tx.now]);
  }
}
