import type { Reader, Tx } from "../../platform/database/transaction";
import type { Role, StaffViewer } from "../../platform/graphql/viewer";

/** Thirty minutes without a sign of life, twelve hours in all (T-27 holds for staff likewise, with a longer pause). */
export const SESSION_IDLE_MINUTES = 120;
export const SESSION_HOURS = 12;

type Asking = Pick<Reader, "query" | "first">;

/** The signed-in person behind the hash of a session token, with the role of this moment. */
export async function findStaffSession(reader: Asking, tokenHash: string, realNow: Date): Promise<StaffViewer | undefined> {
  const session = await reader.first<{ id: string; staffId: string; organisationId: string; lastSeenAt: Date }>(
    `select id, staff_id as "staffId", organisation_id as "organisationId", last_seen_at as "lastSeenAt" from staff_session
     where token_hash = decode($1, 'hex') and ended_at is null and expires_at > $2 and last_seen_at > $2 - interval '${SESSION_IDLE_MINUTES} minutes'`,
    [tokenHash, realNow],
  );
  if (!session) return undefined;
  // From here on the person is known; their memberships become visible to this transaction only.
  await reader.query(`set local app.staff = '${session.staffId}'`);
  const member = await reader.first<{ role: Role }>(
    `select membership.role from membership join staff on staff.id = membership.staff_id
     where membership.organisation_id = $1 and membership.staff_id = $2 and membership.active and staff.active`,
    [session.organisationId, session.staffId],
  );
  if (!member) return undefined;
  if (realNow.getTime() - session.lastSeenAt.getTime() > 60_000) {
    await reader.query("update staff_session set last_seen_at = $2 where id = $1", [session.id, realNow]);
  }
  return { kind: "staff", staffId: session.staffId, organisationId: session.organisationId, sessionId: session.id, role: member.role };
}

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  language: "nl" | "en";
  active: boolean;
  role: Role | null;
}

/** Somebody of this organisation. */
export function findStaff(reader: Reader, staffId: string): Promise<StaffRow | undefined> {
  return reader.first<StaffRow>(
    `select staff.id, staff.name, staff.email, staff.language, staff.active and membership.active as active, membership.role
     from membership join staff on staff.id = membership.staff_id
     where membership.organisation_id = $1 and membership.staff_id = $2`,
    [reader.organisationId, staffId],
  );
}

/** Everybody of this organisation, by name. */
export function listStaff(reader: Reader): Promise<StaffRow[]> {
  return reader.query<StaffRow>(
    `select staff.id, staff.name, staff.email, staff.language, staff.active and membership.active as active, membership.role
     from membership join staff on staff.id = membership.staff_id
     where membership.organisation_id = $1 order by staff.name`,
    [reader.organisationId],
  );
}

/** The organisations a person belongs to. */
export function listOrganisationsOf(reader: Asking, staffId: string): Promise<{ id: string; name: string }[]> {
  return reader.query(
    `select organisation.id, organisation.name from membership join organisation on organisation.id = membership.organisation_id
     where membership.staff_id = $1 and membership.active order by organisation.name`,
    [staffId],
  );
}

/** How many admins this organisation still has: the last one can't be taken away (T-11). */
export async function countAdmins(tx: Tx): Promise<number> {
  const row = await tx.first<{ count: number }>(
    `select count(*) as count from membership join staff on staff.id = membership.staff_id
     where membership.organisation_id = $1 and membership.role = 'admin' and membership.active and staff.active`,
    [tx.organisationId],
  );
  return row?.count ?? 0;
}
