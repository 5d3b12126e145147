import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { addJob } from "../../platform/jobs/add-job";
import { lockBulkAction } from "./bulk-action.queries";
import { BULK_ACTS } from "./bulk-order";

/**
 * Begins what was rehearsed. The worker does row after row; closing the page changes nothing. A second press, or two at once, is the same start.
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED, and CHECK_NEEDED while it is still being rehearsed.
 */
export async function startBulkAction(tx: Tx, { id, staffId, role, realNow }: { id: string; staffId: string; role: Role; realNow: Date }): Promise<void> {
  const action = await lockBulkAction(tx, id);
  if (!action) throw new Refusal("NOT_FOUND");
  if (!(BULK_ACTS[action.act].roles as readonly Role[]).includes(role)) throw new Refusal("NOT_ALLOWED", { has: role });
  if (action.state === "checking") throw new Refusal("CHECK_NEEDED");
  if (action.state !== "ready") return;
  await tx.query(
    "update bulk_action set state = 'running', started_by = $3, started_at = $4, touched_at = $5 where organisation_id = $1 and id = $2", [tx.organisationId, id, staffId, tx.now, realNow]);
  await addJob(tx, "run-bulk-actions");
  await audit(tx, { action: "start-bulk-action", subject: "bulk-action", subjectId: id, after: { list: action.list, act: action.act, rows: action.total, cents: action.cents, ...action.orders } });
}
