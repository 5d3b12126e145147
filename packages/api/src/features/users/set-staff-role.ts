import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { countAdmins, findStaff } from "./staff-session.queries";

/** The more a role may do, the higher. */
const RANK: Readonly<Record<Role, number>> = { viewer: 0, collector: 1, manager: 2, admin: 3 };

/**
 * Gives somebody of this organisation another role, or ends their access. It holds from their next request on, because the role is looked
 * up with each (T-10).
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED when somebody raises their own rights, CONFLICT {last: "admin"} when nobody would be left to manage
 * the organisation (T-11).
 */
export async function setStaffRole(tx: Tx, { staffId, role, active }: { staffId: string; role: Role; active: boolean }): Promise<void> {
  // All memberships at once, so that two admins can't take each other's place at the same moment.
  const members = await tx.query<{ staffId: string; role: Role; active: boolean }>(
    `select staff_id as "staffId", role, active from membership where organisation_id = $1 order by staff_id for update`, [tx.organisationId]);
  const member = members.find((found) => found.staffId === staffId);
  const before = await findStaff(tx, staffId);
  if (!member || !before) throw new Refusal("NOT_FOUND");
  if (staffId === tx.actor.id && RANK[role] > RANK[member.role]) throw new Refusal("NOT_ALLOWED", { has: member.role });
  if (member.role === role && member.active === active) return;
  await tx.query("update membership set role = $3, active = $4 where organisation_id = $1 and staff_id = $2", [tx.organisationId, staffId, role, active]);
  if ((await countAdmins(tx)) === 0) throw new Refusal("CONFLICT", { last: "admin" });
  await audit(tx, { action: "set-staff-role", subject: "staff", subjectId: staffId, before: { role: member.role, active: member.active }, after: { role, active } });
}
