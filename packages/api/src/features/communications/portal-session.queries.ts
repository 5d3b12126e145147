import type { Reader, Tx } from "../../platform/database/transaction";
import type { DebtorViewer } from "../../platform/graphql/viewer";

/** Half an hour without a sign of life, twelve hours in all (T-27). */
export const PORTAL_IDLE_MINUTES = 30;
export const PORTAL_HOURS = 12;

/** The debtor behind the hash of a portal session's token. A link that was revoked ends its sessions too. */
export async function findPortalSession(reader: Reader, tokenHash: Buffer, realNow: Date): Promise<(DebtorViewer & { lastSeenAt: Date }) | undefined> {
  const row = await reader.first<{ id: string; debtorId: string; linkId: string; language: "nl" | "en"; checked: boolean; endsAt: Date; lastSeenAt: Date }>(
    `select session.id, session.debtor_id as "debtorId", session.link_id as "linkId", session.language,
            (session.checked_at is not null or not organisation.portal_check) as checked,
            least(session.expires_at, session.last_seen_at + interval '${PORTAL_IDLE_MINUTES} minutes') as "endsAt",
            session.last_seen_at as "lastSeenAt"
     from portal_session session
     join debtor_link link on link.organisation_id = session.organisation_id and link.id = session.link_id
     join organisation on organisation.id = session.organisation_id
     where session.organisation_id = $1 and session.token_hash = $2 and session.ended_at is null and link.revoked_at is null
       and session.expires_at > $3 and session.last_seen_at > $3 - interval '${PORTAL_IDLE_MINUTES} minutes'`,
    [reader.organisationId, tokenHash, realNow],
  );
  return row && {
    kind: "debtor", debtorId: row.debtorId, organisationId: reader.organisationId, sessionId: row.id, linkId: row.linkId,
    language: row.language, checked: row.checked, endsAt: row.endsAt, lastSeenAt: row.lastSeenAt,
  };
}

/** A sign of life: the half hour begins anew. */
export async function touchPortalSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query("update portal_session set last_seen_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, sessionId, tx.now]);
}

export interface CheckRow {
  language: "nl" | "en";
  expiresAt: Date;
  checked: boolean;
  kind: "postcode" | "code" | null;
  email: string | null;
}

/**
 * How a session is checked: a person by postcode and house number. Those of a company are public, so it gets a code by mail, as does
 * whoever's address we don't know.
 */
export function findCheck(reader: Reader, sessionId: string): Promise<CheckRow | undefined> {
  return reader.first<CheckRow>(
    `select session.language, session.expires_at as "expiresAt", (session.checked_at is not null or not organisation.portal_check) as checked, debtor.email,
       case when debtor.postal_code is not null and debtor.house_number is not null and (debtor.kind <> 'legal-person' or debtor.email is null) then 'postcode'
            when debtor.email is not null then 'code' end as kind
     from portal_session session
     join debtor on debtor.organisation_id = session.organisation_id and debtor.id = session.debtor_id
     join organisation on organisation.id = session.organisation_id
     where session.organisation_id = $1 and session.id = $2`,
    [reader.organisationId, sessionId],
  );
}

/** Enough to know one's own mailbox by, and no more: j•••@example.nl. */
export function maskMailbox(email: string): string {
  return email.replace(/^(.)[^@]*/, "$1•••");
}
