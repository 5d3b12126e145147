import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { addJob } from "../../platform/jobs/add-job";
import { lockBulkAction } from "./bulk-action.queries";
import { BULK_ACTS } from "./bulk-order";
import { reopenRows } from "./bulk-row.queries";

/**
 * Tries the rows again that were refused or that broke; what is done stays done and isn't touched.
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED, and NOTHING_OPEN when every row was done. While it runs nothing changes.
 */
export async function retryBulkAction(tx: Tx, { id, staffId, role, realNow }: { id: string; staffId: string; role: Role; realNow: Date }): Promise<void> {
  const action = await lockBulkAction(tx, id);
  if (!action || action.state === "checking" || action.state === "ready") throw new Refusal("NOT_FOUND");
  if (!(BULK_ACTS[action.act].roles as readonly Role[]).includes(role)) throw new Refusal("NOT_ALLOWED", { has: role });
  if (action.state === "running") return;
  const rows = await reopenRows(tx, id);
  if (rows === 0) throw new Refusal("NOTHING_OPEN");
  await tx.query(
    "update bulk_action set state = 'running', started_by = $3, finished_at = null, touched_at = $4 where organisation_id = $1 and id = $2", [tx.organisationId, id, staffId, realNow]);
  await addJob(tx, "run-bulk-actions");
  await audit(tx, { action: "retry-bulk-action", subject: "bulk-action", subjectId: id, after: { rows } });
}
