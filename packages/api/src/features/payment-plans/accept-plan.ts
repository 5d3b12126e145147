import { Refusal, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { lockPlan, type PlanRow } from "./plan.queries";
import { startPlan } from "./start-plan";

/** A plan that still waits for an answer, locked. Refuses with NOT_FOUND, ALREADY_DECIDED, PLAN_CANCELLED. */
export async function lockUndecided(tx: Tx, planId: string, today: PlainDate): Promise<PlanRow> {
  const plan = await lockPlan(tx, planId, today);
  if (!plan) throw new Refusal("NOT_FOUND");
  if (plan.acceptedOn) throw new Refusal("ALREADY_DECIDED", { decision: "accepted", on: plan.acceptedOn });
  if (plan.declinedOn) throw new Refusal("ALREADY_DECIDED", { decision: "declined", on: plan.declinedOn });
  if (plan.endedOn) throw new Refusal("PLAN_CANCELLED", { on: plan.endedOn });
  return plan;
}

/**
 * Says yes: staff to what a debtor proposed, a debtor to what we offered. Of two who do so at once, the second hears that it was done.
 *
 * Refuses with NOT_FOUND, ALREADY_DECIDED, PLAN_NOT_PROPOSED when it is the other side's turn, PLAN_OFFER_ENDED, AMOUNT_DIFFERS, PLAN_EXISTS.
 */
export async function acceptPlan(tx: Tx, { planId, debtorId, today }: { planId: string; debtorId?: string; today: PlainDate }): Promise<void> {
  const plan = await lockUndecided(tx, planId, today);
  if (debtorId !== undefined && plan.debtorId !== debtorId) throw new Refusal("NOT_FOUND");
  const by = debtorId === undefined ? "staff" : "debtor";
  if ((by === "staff") === (plan.proposedBy === "staff")) throw new Refusal("PLAN_NOT_PROPOSED", { proposedBy: plan.proposedBy });
  if (by === "debtor" && plan.answerBy < today) throw new Refusal("PLAN_OFFER_ENDED", { answerBy: plan.answerBy });
  await startPlan(tx, { plan, by, today });
}
