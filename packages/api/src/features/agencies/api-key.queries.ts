import type { Reader, Tx } from "../../platform/database/transaction";
import type { AgencyViewer } from "../../platform/graphql/viewer";

/** The agency behind the hash of a key that is neither revoked nor past its day, and when the key was last seen. */
export async function findApiKey(reader: Reader, keyHash: Buffer, realNow: Date): Promise<(AgencyViewer & { lastUsedAt: Date | null }) | undefined> {
  const row = await reader.first<{ id: string; agencyId: string; scopes: string[]; lastUsedAt: Date | null }>(
    `select api_key.id, api_key.agency_id as "agencyId", api_key.scopes, api_key.last_used_at as "lastUsedAt" from api_key
     join agency on agency.organisation_id = api_key.organisation_id and agency.id = api_key.agency_id
     where api_key.organisation_id = $1 and api_key.key_hash = $2 and api_key.revoked_at is null and api_key.expires_at > $3 and agency.active`,
    [reader.organisationId, keyHash, realNow],
  );
  return row && { kind: "agency", agencyId: row.agencyId, keyId: row.id, organisationId: reader.organisationId, scopes: row.scopes, lastUsedAt: row.lastUsedAt };
}

/** Writes down that a key was used, so that staff see which ones are asleep. */
export async function touchApiKey(tx: Tx, keyId: string): Promise<void> {
  await tx.query("update api_key set last_used_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, keyId, tx.now]);
}
