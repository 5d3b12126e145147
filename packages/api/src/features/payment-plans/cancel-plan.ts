import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockPlan } from "./plan.queries";

/** Ends a plan, or takes back an offer: its invoices go on where they stood on the ladder. Refuses with NOT_FOUND, ALREADY_DECIDED. */
export async function cancelPlan(tx: Tx, { planId, reason, today }: { planId: string; reason: string; today: PlainDate }): Promise<void> {
  const plan = await lockPlan(tx, planId, today);
  if (!plan) throw new Refusal("NOT_FOUND");
  if (plan.endedOn || plan.declinedOn) throw new Refusal("ALREADY_DECIDED", { decision: plan.endedBecause ?? "declined", on: plan.endedOn ?? plan.declinedOn });
  await tx.query(
    "update plan set ended_on = $3, ended_because = 'cancelled', end_reason = $4, version = version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, planId, today, reason]);
  await tx.query("update plan_invoice set active = false where organisation_id = $1 and plan_id = $2", [tx.organisationId, planId]);
  await audit(tx, { action: "cancel-plan", subject: "plan", subjectId: planId, after: { reason } });
}
