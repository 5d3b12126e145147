import { isTimeToTell, planStanding, type PlainDate } from "@tegemoet/domain";
import { isLetterKind } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import { dayOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { queueMessage } from "../communications/queue-message";
import { listRunningPlans, type RunningPlanRow } from "./running-plans.queries";

/**
 * Looks how running plans stand on a day: a finished or broken one ends (decided by its days, once), the others hear of the term that
 * is coming or was missed. A broken plan leaves its invoices where they stood on the ladder (I-52).
 *
 * @param sendAfter When the mails of today may go out.
 */
export async function endPlans(tx: Tx, today: PlainDate, sendAfter: Date = momentAt(today, 510)): Promise<{ finished: number; broken: number; told: number }> {
  const counts = { finished: 0, broken: 0, told: 0 };
  for (const plan of await listRunningPlans(tx)) {
    const standing = planStanding(plan, plan.payments, today);
    // Credited, set off, or paid before it was agreed: nothing is open, so nothing is broken and nobody is asked for it.
    if (standing.state !== "finished" && plan.invoices.every(({ openCents }) => openCents <= 0)) {
      await end(tx, plan, today, "finished");
      counts.finished += 1;
      continue;
    }
    if (standing.state === "finished" || standing.state === "broken") {
      await end(tx, plan, today, standing.state);
      counts[standing.state] += 1;
      await tell(tx, plan, standing.state === "finished" ? "plan-finished" : "plan-broken", undefined, sendAfter);
      continue;
    }
    const next = standing.next;
    if (!next) continue;
    const kind = next.dueOn < today ? "instalment-missed" : isTimeToTell(next.dueOn, today, plan.route ?? "mail") ? "instalment-coming" : undefined;
    if (kind && (await tell(tx, plan, kind, next.number, sendAfter))) counts.told += 1;
  }
  return counts;
}

async function end(tx: Tx, plan: RunningPlanRow, today: PlainDate, because: "finished" | "broken"): Promise<void> {
  await tx.query("update plan set ended_on = $3, ended_because = $4, version = version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, plan.id, today, because]);
  await tx.query("update plan_invoice set active = false where organisation_id = $1 and plan_id = $2", [tx.organisationId, plan.id]);
  await audit(tx, { action: "end-plan", subject: "plan", subjectId: plan.id, after: { because } });
}

/**
 * Says it once: the same word about the same term never goes twice. Who has no mail address hears it by post; whom no address reaches is
 * called, and that all was paid they know themselves.
 */
async function tell(tx: Tx, plan: RunningPlanRow, kind: string, instalment: number | undefined, sendAfter: Date): Promise<boolean> {
  const word = `${kind}:${instalment ?? ""}`;
  if (plan.told.includes(word)) return false;
  const channel = plan.route === "letter" && !isLetterKind(kind) ? "mail" : plan.route;
  if (!channel && kind !== "plan-finished") {
    await openCallTask(tx, { debtorId: plan.debtorId, caseId: plan.caseId ?? undefined, reason: kind === "plan-broken" ? "plan-broken" : "by-hand", note: kind, plannedOn: dayOf(sendAfter) });
    await audit(tx, { action: "ask-to-tell", subject: "plan", subjectId: plan.id, after: { told: word } });
    return true;
  }
  await queueMessage(tx, {
    debtorId: plan.debtorId, caseId: plan.caseId ?? undefined, kind, channel: channel ?? "mail", sendAfter,
    invoices: plan.invoices.filter(({ openCents }) => openCents > 0 || kind === "plan-finished"),
    facts: { planId: plan.id, ...(instalment === undefined ? {} : { instalment }) },
  });
  return true;
}
