import type { Request } from "express";
import type { DataSource } from "typeorm";
import { asPerson, inTransaction, reading } from "../platform/database/transaction";
import type { Clock } from "../platform/clock";
import type { AgencyViewer, DebtorViewer, StaffViewer } from "../platform/graphql/viewer";
import { organisationOfToken, sha256 } from "../platform/tokens";
import { cookieOf, PORTAL_COOKIE, STAFF_COOKIE } from "../platform/http/cookies";
import { findStaffSession } from "../features/users/staff-session.queries";
import { findPortalSession, touchPortalSession } from "../features/communications/portal-session.queries";
import { findApiKey, touchApiKey } from "../features/agencies/api-key.queries";

/** Who a staff member is, by the cookie; undefined when there is none, or it ended, or the person may no longer come in (T-10). */
export async function staffOf(source: DataSource, clock: Clock, request: Request): Promise<StaffViewer | undefined> {
  const token = cookieOf(request, STAFF_COOKIE);
  if (!token) return undefined;
  const hash = sha256(token).toString("hex");
  return asPerson(source, { sessionHash: hash }, (reader) => findStaffSession(reader, hash, clock.realNow()));
}

/** Who a debtor is, by the cookie of the session that a link opened. */
export async function debtorOf(source: DataSource, clock: Clock, request: Request): Promise<DebtorViewer | undefined> {
  const token = cookieOf(request, PORTAL_COOKIE);
  const organisationId = token && organisationOfToken(token);
  if (!token || !organisationId) return undefined;
  const realNow = clock.realNow();
  const found = await reading(source, organisationId, (reader) => findPortalSession(reader, sha256(token), realNow));
  if (!found) return undefined;
  const { lastSeenAt, ...viewer } = found;
  if (realNow.getTime() - lastSeenAt.getTime() > 60_000) {
    const act = { organisationId, actor: { kind: "debtor", id: viewer.debtorId }, now: realNow } as const;
    await inTransaction(source, act, (tx) => touchPortalSession(tx, viewer.sessionId));
  }
  return viewer;
}

/** Which agency asks, by its key in the Authorization header. */
export async function agencyOf(source: DataSource, clock: Clock, request: Request): Promise<AgencyViewer | undefined> {
  const match = /^Bearer tgm_([A-Za-z0-9_-]{64})$/.exec(request.get("authorization") ?? "");
  const organisationId = match?.[1] && organisationOfToken(match[1]);
  if (!match?.[1] || !organisationId) return undefined;
  const key = match[1];
  const realNow = clock.realNow();
  const found = await reading(source, organisationId, (reader) => findApiKey(reader, sha256(key), realNow));
  if (!found) return undefined;
  const { lastUsedAt, ...viewer } = found;
  // Once a minute is often enough to see which keys are asleep, and keeps reading a read.
  if (!lastUsedAt || realNow.getTime() - lastUsedAt.getTime() > 60_000) {
    await inTransaction(source, { organisationId, actor: { kind: "agency", id: viewer.agencyId }, now: realNow }, (tx) => touchApiKey(tx, viewer.keyId));
  }
  return viewer;
}
