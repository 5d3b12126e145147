import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "@tegemoet/domain";
import type { DataSource } from "typeorm";
import { asPerson } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { randomSecret, sha256 } from "../../platform/tokens";
import { SESSION_HOURS } from "./staff-session.queries";

/** Argon2id with 19 MiB and two passes, the least that OWASP asks (T-90). */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password as the database keeps it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

// An unknown address costs the same time as a wrong password, so that nobody learns who works here.
let decoy: Promise<string> | undefined;

/**
 * Signs somebody in: a new session in the first of their organisations.
 *
 * Refuses with SIGN_IN_FAILED, the same for an unknown address, a wrong password and an account that is closed.
 *
 * @returns The secret for the cookie, which is kept nowhere.
 */
export async function signIn(
  source: DataSource,
  { email, password, realNow, userAgent }: { email: string; password: string; realNow: Date; userAgent?: string },
): Promise<{ token: string; staffId: string; organisationId: string; sessionId: string }> {
  const staff = await asPerson(source, {}, (reader) =>
    reader.first<{ id: string; passwordHash: string; active: boolean }>(
      `select id, password_hash as "passwordHash", active from staff where email = $1`,
      [email.trim().toLowerCase()],
    ),
  );
  decoy ??= hashPassword(randomSecret());
  const right = await verify(staff?.passwordHash ?? (await decoy), password);
  if (!staff?.active || !right) throw new Refusal("SIGN_IN_FAILED");
  return asPerson(source, { staffId: staff.id }, async (reader) => {
    const membership = await reader.first<{ organisationId: string }>(
      `select membership.organisation_id as "organisationId" from membership
       join organisation on organisation.id = membership.organisation_id
       where membership.staff_id = $1 and membership.active order by organisation.created_at, organisation.name limit 1`,
      [staff.id],
    );
    if (!membership) throw new Refusal("SIGN_IN_FAILED");
    const token = randomSecret();
    const sessionId = newId();
    await reader.query(
      `insert into staff_session (id, token_hash, staff_id, organisation_id, created_at, last_seen_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $5, $5, $5::timestamptz + interval '${SESSION_HOURS} hours', $6)`,
      [sessionId, sha256(token), staff.id, membership.organisationId, realNow, userAgent?.slice(0, 200) ?? null],
    );
    return { token, staffId: staff.id, organisationId: membership.organisationId, sessionId };
  });
}

/** Ends a session; its cookie opens nothing from then on. */
export async function signOut(source: DataSource, staffId: string, sessionId: string, realNow: Date): Promise<void> {
  await asPerson(source, { staffId }, (reader) =>
    reader.query("update staff_session set ended_at = $2 where id = $1 and ended_at is null", [sessionId, realNow]),
  );
}
