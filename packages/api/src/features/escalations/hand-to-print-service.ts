import { Refusal } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";

/** These letters go by the print service, although the organisation prints by itself. Refuses with INPUT_INVALID where there is no such service. */
export async function handToPrintService(tx: Tx, { messageIds, hasService }: { messageIds: readonly string[]; hasService: boolean }): Promise<{ handed: number }> {
  if (!hasService) throw new Refusal("INPUT_INVALID", { field: "printService" });
  const handed = await tx.query<{ id: string }>(
    `update message set facts = facts || '{"byService": true}' where organisation_id = $1 and id = any($2::uuid[]) and state = 'queued' and channel = 'letter' and send_after <= $3 returning id`,
    [tx.organisationId, messageIds, tx.now]);
  await auditAll(tx, handed.map(({ id }) => ({ action: "hand-to-print-service", subject: "message", subjectId: id })));
  if (handed.length > 0) await addJob(tx, "send-due-messages");
  return { handed: handed.length };
}
