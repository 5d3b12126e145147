import { callWaitsUntil, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { listContactDays } from "../organisations/contact-days.queries";

/** So long nobody else calls this debtor (I-71). */
export const CLAIM_MINUTES = 15;

/**
 * Takes a call task, so that two people don't call one debtor. It ends by itself; taking it again makes it fifteen minutes more.
 *
 * A call that would pass the cap of contacts is only taken with a reason, which stands in the audit trail. A debtor who calls us needs no
 * task: what was said is logged whatever the cap.
 *
 * Refuses with NOT_FOUND, TASK_DONE, TASK_CLAIMED with the name and the moment when a colleague has it, and CONTACT_CAP with the day on which
 * it can be made.
 */
export async function claimCallTask(
  tx: Tx, { taskId, staffId, reason, today }: { taskId: string; staffId: string; reason?: string; today: PlainDate },
): Promise<void> {
  const task = await tx.first<{ closedAt: Date | null; claimedBy: string | null; claimedUntil: Date | null; debtorId: string; reason: string; note: string | null }>(
    `select debtor_id as "debtorId", reason, note, closed_at as "closedAt", claimed_by as "claimedBy", claimed_until as "claimedUntil" from call_task where organisation_id = $1 and id = $2 for update`,
    [tx.organisationId, taskId],
  );
  if (!task) throw new Refusal("NOT_FOUND");
  if (task.closedAt) throw new Refusal("TASK_DONE");
  const { claimedBy, claimedUntil } = task;
  if (claimedBy && claimedBy !== staffId && claimedUntil && claimedUntil > tx.now) {
    // Asked after the lock: joined to the task, a colleague who took it while we waited would have no name yet.
    const colleague = await tx.first<{ name: string }>("select name from staff where id = $1", [claimedBy]);
    throw new Refusal("TASK_CLAIMED", { by: colleague?.name ?? "", until: claimedUntil.toISOString() });
  }
  const inHand = claimedBy === staffId && claimedUntil !== null && claimedUntil > tx.now;
  const until = inHand ? null : await waitsUntil(tx, task, today);
  if (until && !reason) throw new Refusal("CONTACT_CAP", { until });
  if (until) await audit(tx, { action: "call-past-cap", subject: "call-task", subjectId: taskId, after: { reason, until } });
  await tx.query(
    `update call_task set claimed_by = $3, claimed_until = $4::timestamptz + interval '${CLAIM_MINUTES} minutes', note = case when call_task.reason = 'by-hand' then coalesce(note, $5) else note end where organisation_id = $1 and id = $2`,
    [tx.organisationId, taskId, staffId, tx.now, until ? reason : null],
  );
}

async function waitsUntil(tx: Tx, task: { debtorId: string; reason: string; note: string | null }, today: PlainDate): Promise<PlainDate | null> {
  const { rules, daysOf } = await listContactDays(tx, [task.debtorId], today);
  return callWaitsUntil(task, daysOf(task.debtorId), today, rules);
}
