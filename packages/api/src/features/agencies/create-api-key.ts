import { addDays, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { newToken, sha256 } from "../../platform/tokens";
import { findAgency } from "./agency.queries";

export const KEY_SCOPES = ["cases:read", "cases:write"] as const;
/** A key lives a good year at most, so that a forgotten one ends by itself (T-92). */
const MOST_DAYS = 400;
// The first 22 characters of a token hold the organisation; what comes after them differs from key to key.
const TELLING = [22, 30] as const;

/**
 * Makes a key for an agency: 256 random bits, shown once and kept as a hash. Its last day is counted whole.
 *
 * Refuses with NOT_FOUND for an agency that isn't ours, INPUT_INVALID for a scope that isn't one or a day outside the next 400.
 *
 * @returns The whole secret, which is kept nowhere.
 */
export async function createApiKey(
  tx: Tx, { agencyId, scopes, expiresOn, today }: { agencyId: string; scopes: readonly string[]; expiresOn: PlainDate; today: PlainDate },
): Promise<{ keyId: string; secret: string }> {
  const chosen = KEY_SCOPES.filter((scope) => scopes.includes(scope));
  if (chosen.length === 0 || scopes.some((scope) => !(KEY_SCOPES as readonly string[]).includes(scope))) {
    throw new Refusal("INPUT_INVALID", { fields: [`scopes: ${KEY_SCOPES.join(" and ")}, at least one`] });
  }
  if (expiresOn < today || expiresOn > addDays(today, MOST_DAYS)) {
    throw new Refusal("INPUT_INVALID", { fields: [`expiresOn: from ${today} up to ${addDays(today, MOST_DAYS)}`] });
  }
  if (!(await findAgency(tx, agencyId))) throw new Refusal("NOT_FOUND");
  const token = newToken(tx.organisationId);
  const keyId = newId();
  const prefix = token.slice(...TELLING);
  await tx.query(
    `insert into api_key (organisation_id, id, agency_id, prefix, key_hash, scopes, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.organisationId, keyId, agencyId, prefix, sha256(token), chosen, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now,
      momentAt(addDays(expiresOn, 1), 0),
    ],
  );
  await audit(tx, { action: "create-api-key", subject: "api-key", subjectId: keyId, after: { agencyId, prefix, scopes: chosen, expiresOn } });
  return { keyId, secret: `tgm_${token}` };
}
