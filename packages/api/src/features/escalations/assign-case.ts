import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findStaff } from "../users/staff-session.queries";

/**
 * A colleague looks after a case from now on, or nobody in particular (null): its steps for a person come to them.
 *
 * Refuses with NOT_FOUND, also for a colleague who isn't of this organisation; CASE_CLOSED; ALREADY_DECIDED when it is theirs already.
 *
 * @returns Who looked after it before.
 */
export async function assignCase(tx: Tx, { caseId, ownerId, reason }: { caseId: string; ownerId: string | null; reason: string }): Promise<{ before: string | null }> {
  const found = await tx.first<{ ownerId: string | null; closed: boolean }>(
    `select owner_id as "ownerId", closed_on is not null as closed from collection_case where organisation_id = $1 and id = $2 for update`, [tx.organisationId, caseId]);
  if (!found) throw new Refusal("NOT_FOUND");
  if (found.closed) throw new Refusal("CASE_CLOSED");
  if (found.ownerId === ownerId) throw new Refusal("ALREADY_DECIDED", { state: "owner" });
  const owner = ownerId === null ? undefined : await findStaff(tx, ownerId);
  if (ownerId !== null && (!owner?.active || owner.role === "viewer")) throw new Refusal("NOT_FOUND");
  await tx.query("update collection_case set owner_id = $3 where organisation_id = $1 and id = $2", [tx.organisationId, caseId, ownerId]);
  await audit(tx, { action: "assign-case", subject: "case", subjectId: caseId, before: { ownerId: found.ownerId }, after: { ownerId, reason } });
  return { before: found.ownerId };
}
