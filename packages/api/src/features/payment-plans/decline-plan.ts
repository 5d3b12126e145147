import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { queueMessage } from "../communications/queue-message";
import { lockUndecided } from "./accept-plan";
import { hasMailAddress } from "./start-plan";

/** Says no to what a debtor proposed, with why; they can propose something else. Refuses with NOT_FOUND, ALREADY_DECIDED, PLAN_NOT_PROPOSED. */
export async function declinePlan(tx: Tx, { planId, reason, today }: { planId: string; reason: string; today: PlainDate }): Promise<void> {
  const plan = await lockUndecided(tx, planId, today);
  if (plan.proposedBy !== "debtor") throw new Refusal("PLAN_NOT_PROPOSED", { proposedBy: plan.proposedBy });
  await tx.query(
    "update plan set declined_on = $3, decline_reason = $4, declined_by_staff = $5, version = version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, planId, today, reason, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await audit(tx, { action: "decline-plan", subject: "plan", subjectId: planId, after: { reason } });
  if (await hasMailAddress(tx, plan.debtorId)) {
    await queueMessage(tx, { debtorId: plan.debtorId, caseId: plan.caseId ?? undefined, kind: "plan-declined", channel: "mail", invoices: [], sendAfter: tx.now, facts: { planId, reason }, byRequest: true });
  }
}
