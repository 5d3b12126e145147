import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { newId } from "../../platform/ids";
import { hashPassword } from "./sign-in";

/**
 * Gives somebody a place in this organisation. A person who has an account already keeps their own password.
 *
 * Refuses with INPUT_INVALID for a password under twelve characters (T-90), an address that is none, or somebody who works here already:
 * their role is changed where the last admin is watched over.
 */
export async function inviteStaff(
  tx: Tx,
  { name, email, role, password, passwordHash }: { name: string; email: string; role: Role; password: string; passwordHash?: string },
): Promise<string> {
  if (password.length < 12) throw new Refusal("INPUT_INVALID", { fields: ["password: at least 12 characters"] });
  const address = email.trim().toLowerCase();
  const fullName = name.replace(/\s+/g, " ").trim();
  if (fullName === "" || fullName.length > 120) throw new Refusal("INPUT_INVALID", { fields: ["name: between 1 and 120 characters"] });
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(address) || address.length > 254) throw new Refusal("INPUT_INVALID", { fields: ["email: a mail address such as naam@bedrijf.nl"] });
  const known = await tx.first<{ id: string }>("select id from staff where email = $1", [address]);
  const staffId = known?.id ?? newId();
  const working = await tx.first("select 1 from membership where organisation_id = $1 and staff_id = $2 and active", [tx.organisationId, staffId]);
  if (working) throw new Refusal("INPUT_INVALID", { fields: ["email: this person works here already"] });
  if (!known) {
    await tx.query("insert into staff (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)", [
      staffId, address, fullName, passwordHash ?? (await hashPassword(password)), tx.now,
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
