import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { hmac, newToken } from "../../platform/tokens";

/** A link works this long, reusable until then (T-22). */
export const LINK_DAYS = 90;

export type LinkDestination = "overview" | "pay" | "terms" | "agreement" | "help";

/**
 * Makes a debtor's personal link: 256 random bits of which only an HMAC is kept, so a copy of the database opens nothing (T-20).
 *
 * @returns The token for the address; it can't be shown again.
 */
export async function createLink(
  tx: Tx,
  secretKey: string,
  link: { debtorId: string; messageId?: string; agreementId?: string; destination?: LinkDestination; days?: number },
): Promise<string> {
  const token = newToken(tx.organisationId);
  await tx.query(
    `insert into debtor_link (organisation_id, id, debtor_id, message_id, agreement_id, destination, token_hmac, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(days => $9))`,
    [
      tx.organisationId, newId(), link.debtorId, link.messageId ?? null, link.agreementId ?? null, link.destination ?? "overview",
      hmac(secretKey, "debtor-link", token), tx.now, link.days ?? LINK_DAYS,
    ],
  );
  return token;
}
