import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { hmac, newToken, sha256 } from "../../platform/tokens";
import { findLink, type LinkRow } from "./debtor-link.queries";
import { PORTAL_HOURS } from "./portal-session.queries";

/**
 * Opens a session from a debtor's link, after a person pressed a button: only now do we say that the mail was opened. The link stays
 * good for the next time, because scanners of mail press things too (T-21, T-22).
 *
 * Refuses with LINK_INVALID for an unknown, an expired and a revoked link alike.
 *
 * @returns The secret for the cookie, which is kept nowhere.
 */
export async function openLink(tx: Tx, { token, secretKey, realNow }: { token: string; secretKey: string; realNow: Date }): Promise<{ session: string; link: LinkRow }> {
  const link = await findLink(tx, hmac(secretKey, "debtor-link", token), tx.now);
  if (!link) throw new Refusal("LINK_INVALID");
  const session = newToken(tx.organisationId);
  await tx.query(
    `insert into portal_session (organisation_id, id, debtor_id, link_id, token_hash, language, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $7::timestamptz + interval '${PORTAL_HOURS} hours')`,
    [tx.organisationId, newId(), link.debtorId, link.id, sha256(session), link.language, realNow],
  );
  await tx.query("update debtor_link set opened_at = coalesce(opened_at, $3) where organisation_id = $1 and id = $2", [tx.organisationId, link.id, tx.now]);
  if (link.messageId) {
    await tx.query("update message set opened_at = coalesce(opened_at, $3) where organisation_id = $1 and id = $2", [tx.organisationId, link.messageId, tx.now]);
  }
  return { session, link };
}
