import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findOpenCaseId, lockDebtor } from "./open-invoices.queries";
import { openCallTask } from "./open-call-task";

/** Checks a day and a minute on which somebody will call. Refuses with INPUT_INVALID. */
export function checkCallMoment(field: string, on: PlainDate, minute: number | undefined, today: PlainDate): void {
  const fields: string[] = [];
  if (on < today) fields.push(`${field}: today or later`);
  if (minute !== undefined && !(minute >= 0 && minute < 24 * 60)) fields.push("minute: between 0 and 1439");
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields });
}

/** Puts a call on the list for a day and perhaps an hour; a call that was planned already moves there. Refuses with NOT_FOUND, INPUT_INVALID. */
export async function planCall(
  tx: Tx, { debtorId, on, minute, note, today }: { debtorId: string; on: PlainDate; minute?: number; note?: string; today: PlainDate },
): Promise<{ taskId: string }> {
  checkCallMoment("on", on, minute, today);
  await lockDebtor(tx, debtorId);
  const { taskId } = await openCallTask(tx, { debtorId, caseId: await findOpenCaseId(tx, debtorId), reason: "by-hand", note, plannedOn: on, plannedMinute: minute });
  await tx.query("update call_task set planned_on = $3, planned_minute = $4 where organisation_id = $1 and id = $2", [tx.organisationId, taskId, on, minute ?? null]);
  await audit(tx, { action: "plan-call", subject: "call-task", subjectId: taskId, after: { on, minute } });
  return { taskId };
}
