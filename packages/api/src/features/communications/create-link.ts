import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { hmac, newToken } from "../../platform/tokens";

/** A link works this long, reusable until then (T-22). */
export const LINK_DAYS = 90;

export type LinkDestination = "overview" | "pay" | "terms" | "agreement" | "help";

export interface NewLink {
  readonly debtorId: string;
  readonly messageId?: string;
  readonly agreementId?: string;
  readonly destination?: LinkDestination;
  readonly days?: number;
}

/**
 * Makes a debtor's personal link: 256 random bits of which only an HMAC is kept, so a copy of the database opens nothing (T-20).
 *
 * @returns The token for the address; it can't be shown again.
 */
export async function createLink(tx: Tx, secretKey: string, link: NewLink): Promise<string> {
  const [token] = await createLinks(tx, secretKey, [link]);
  return token as string;
}

/** Makes many links at once; their tokens in the same order. */
export async function createLinks(tx: Tx, secretKey: string, links: readonly NewLink[]): Promise<string[]> {
  if (links.length === 0) return [];
  const tokens = links.map(() => newToken(tx.organisationId));
  await tx.query(
    `insert into debtor_link (organisation_id, id, debtor_id, message_id, agreement_id, destination, token_hmac, created_at, expires_at)
     select $1, id, debtor_id, message_id, agreement_id, destination, token_hmac, $2::timestamptz, $2::timestamptz + make_interval(days => days)
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bytea[], $9::int[])
       as link (id, debtor_id, message_id, agreement_id, destination, token_hmac, days)`,
    [
      tx.organisationId, tx.now, links.map(() => newId()), links.map(({ debtorId }) => debtorId), links.map(({ messageId }) => messageId ?? null),
      links.map(({ agreementId }) => agreementId ?? null), links.map(({ destination }) => destination ?? "overview"),
      tokens.map((token) => hmac(secretKey, "debtor-link", token)), links.map(({ days }) => days ?? LINK_DAYS),
    ],
  );
  return tokens;
}
