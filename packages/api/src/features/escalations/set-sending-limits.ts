import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";

const MOST = 1_000_000;

/** How many messages may leave in any hour and on any day; null is no limit. Refuses with INPUT_INVALID for what isn't 1 to 1,000,000. */
export async function setSendingLimits(tx: Tx, { perHour, perDay }: { perHour: number | null; perDay: number | null }): Promise<void> {
  const wrong = Object.entries({ perHour, perDay }).filter(([, limit]) => limit !== null && (!Number.isInteger(limit) || limit < 1 || limit > MOST));
  if (wrong.length > 0) throw new Refusal("INPUT_INVALID", { fields: wrong.map(([name]) => `${name}: 1 to ${MOST}, or empty`) });
  const before = await tx.first(`select send_limit_hour as "perHour", send_limit_day as "perDay" from organisation where id = $1 for update`, [tx.organisationId]);
  await tx.query("update organisation set send_limit_hour = $2, send_limit_day = $3 where id = $1", [tx.organisationId, perHour, perDay]);
  await audit(tx, { action: "set-sending-limits", subject: "organisation", subjectId: tx.organisationId, before, after: { perHour, perDay } });
  await addJob(tx, "send-due-messages");
}
