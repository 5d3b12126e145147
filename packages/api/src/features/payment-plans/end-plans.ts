import { addBusinessDays, planStanding, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { queueMessage } from "../communications/queue-message";
import { listRunningPlans, type RunningPlanRow } from "./running-plans.queries";

/** A word before a term is due, so many business days ahead. */
const COMING_DAYS = 3;

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
    if (standing.state === "finished" || standing.state === "broken") {
      await end(tx, plan, today, standing.state);
      counts[standing.state] += 1;
      await tell(tx, plan, standing.state === "finished" ? "plan-finished" : "plan-broken", undefined, sendAfter);
      continue;
    }
    const next = standing.next;
    if (!next) continue;
    const kind = next.dueOn < today ? "instalment-missed" : addBusinessDays(today, COMING_DAYS) >= next.dueOn ? "instalment-coming" : undefined;
    if (kind && (await tell(tx, plan, kind, next.number, sendAfter))) counts.told += 1;
  }
  return counts;
}

async function end(tx: Tx, plan: RunningPlanRow, today: PlainDate, because: "finished" | "broken"): Promise<void> {
  await tx.query("update plan set ended_on = $3, ended_because = $4, version = version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, plan.id, today, because]);
  await tx.query("update plan_invoice set active = false where organisation_id = $1 and plan_id = $2", [tx.organisationId, plan.id]);
  await audit(tx, { action: "end-plan", subject: "plan", subjectId: plan.id, after: { because } });
}

/** Says it once: the same word about the same term never goes twice. */
async function tell(tx: Tx, plan: RunningPlanRow, kind: string, instalment: number | undefined, sendAfter: Date): Promise<boolean> {
  if (plan.told.includes(`${kind}:${instalment ?? ""}`)) return false;
  await queueMessage(tx, {
    debtorId: plan.debtorId, caseId: plan.caseId ?? undefined, kind, channel: "mail", sendAfter,
    invoices: plan.invoices.filter(({ openCents }) => openCents > 0 || kind === "plan-finished"),
    facts: { planId: plan.id, ...(instalment === undefined ? {} : { instalment }) },
  });
  return true;
}
