import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { newId } from "../../platform/ids";
import { hashPassword } from "./sign-in";

/**
 * Gives somebody a place in this organisation. A person who has an account already keeps their own password.
 *
 * Refuses with INPUT_INVALID for a password under twelve characters (T-90).
 */
export async function inviteStaff(
  tx: Tx,
  { name, email, role, password, passwordHash }: { name: string; email: string; role: Role; password: string; passwordHash?: string },
): Promise<string> {
  if (password.length < 12) throw new Refusal("INPUT_INVALID", { fields: ["password: at least 12 characters"] });
  const address = email.trim().toLowerCase();
  const known = await tx.first<{ id: string }>("select id from staff where email = $1", [address]);
  const staffId = known?.id ?? newId();
  if (!known) {
    await tx.query("insert into staff (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)", [
      staffId, address, name, passwordHash ?? (await hashPassword(password)), tx.now,
    ]);
  }
  await tx.query(
    `insert into membership (organisation_id, id, staff_id, role) values ($1, $2, $3, $4)
     on conflict on constraint one_membership_per_person do update set role = excluded.role, active = true`,
    [tx.organisationId, newId(), staffId, role],
  );
  await audit(tx, { action: "invite-staff", subject: "staff", subjectId: staffId, after: { email: address, role } });
  return staffId;
}
