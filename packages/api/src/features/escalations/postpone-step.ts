import { Refusal, stepAhead, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { cancelMessage } from "./cancel-message";
import { lockMessageInLine } from "./skip-message";
import { lockSteps, type StepSubject } from "./step-claims";
import { listStepsOnTheirWay } from "./steps-taken.queries";

/**
 * Puts the next step of an invoice or of a case off to a day, with a reason; an earlier postponement ends. A step that stands in line as a
 * message leaves the line and is open again; a call or a task that is open stays where it is.
 *
 * Refuses with INPUT_INVALID without a reason or for a day that isn't ahead, STEP_NOT_DUE when the ladder has no step left, MESSAGE_LEFT for
 * one that is leaving right now; NOT_FOUND, NOTHING_OPEN.
 */
export async function postponeStep(tx: Tx, subject: StepSubject & { readonly until: PlainDate; readonly reason: string }, realNow: Date): Promise<{ postponed: number }> {
  const today = dayOf(tx.now);
  const reason = subject.reason.trim();
  if (reason === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  if (subject.until <= today) throw new Refusal("INPUT_INVALID", { fields: ["until: after today"] });
  const { claims } = await lockSteps(tx, subject, today, realNow);
  const ahead = claims.flatMap(({ row, facts }) => {
    const found = stepAhead(facts, today);
    return found ? [{ invoiceId: row.invoiceId, number: row.invoiceNumber, stepKey: found.step.id, onItsWay: found.onItsWay }] : [];
  });
  if (ahead.length === 0) throw new Refusal("STEP_NOT_DUE", { reason: "ladder finished", until: null, detail: null });
  const going = await listStepsOnTheirWay(tx, ahead.filter(({ onItsWay }) => onItsWay).map(({ invoiceId }) => invoiceId));
  for (const messageId of new Set(going.flatMap((step) => step.messageId ?? []))) {
    await lockMessageInLine(tx, messageId);
    await tx.query("update work_task set closed_at = $3, outcome = 'lapsed', reason = 'postponed' where organisation_id = $1 and message_id = $2 and closed_at is null", [tx.organisationId, messageId, tx.now]);
    await cancelMessage(tx, { messageId, reason: "postponed" });
  }
  const by = tx.actor.kind === "staff" ? tx.actor.id : null;
  const invoiceIds = ahead.map(({ invoiceId }) => invoiceId);
  await tx.query(
    "update step_postponement set lifted_at = $3, lifted_by = $4 where organisation_id = $1 and invoice_id = any($2::uuid[]) and lifted_at is null", [tx.organisationId, invoiceIds, tx.now, by]);
  await tx.query(
    `insert into step_postponement (organisation_id, id, invoice_id, step_key, until_day, reason, placed_at, placed_by)
     select $1, id, invoice_id, step_key, $2, $3, $4, $5 from unnest($6::uuid[], $7::uuid[], $8::text[]) as put_off (id, invoice_id, step_key)`,
    [tx.organisationId, subject.until, reason, tx.now, by, ahead.map(() => newId()), invoiceIds, ahead.map(({ stepKey }) => stepKey)],
  );
  await audit(tx, {
    action: "postpone-step", subject: subject.invoiceId ? "invoice" : "case", subjectId: subject.invoiceId ?? subject.caseId,
    after: { until: subject.until, reason, steps: ahead.map(({ number, stepKey }) => ({ invoice: number, step: stepKey })) },
  });
  return { postponed: ahead.length };
}
