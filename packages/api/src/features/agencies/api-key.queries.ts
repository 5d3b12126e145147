import type { Reader } from "../../platform/database/transaction";
import type { AgencyViewer } from "../../platform/graphql/viewer";

/** The agency behind the hash of a key that is neither revoked nor past its day. */
export async function findApiKey(reader: Reader, keyHash: Buffer, realNow: Date): Promise<AgencyViewer | undefined> {
  const row = await reader.first<{ id: string; agencyId: string; scopes: string[] }>(
    `select api_key.id, api_key.agency_id as "agencyId", api_key.scopes from api_key
     join agency on agency.organisation_id = api_key.organisation_id and agency.id = api_key.agency_id
     where api_key.organisation_id = $1 and api_key.key_hash = $2 and api_key.revoked_at is null and api_key.expires_at > $3 and agency.active`,
    [reader.organisationId, keyHash, realNow],
  );
  return row && { kind: "agency", agencyId: row.agencyId, keyId: row.id, organisationId: reader.organisationId, scopes: row.scopes };
}
