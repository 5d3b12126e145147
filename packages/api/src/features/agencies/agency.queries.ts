import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface ApiKeyRow {
  id: string;
  agencyId: string;
  prefix: string;
  scopes: string[];
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export interface AgencyRow {
  id: string;
  name: string;
  email: string | null;
  wkiNumber: string | null;
  wkiExpiresOn: PlainDate | null;
}

const AGENCY = `agency.id, agency.name, agency.email, agency.wki_number as "wkiNumber", agency.wki_expires_on as "wkiExpiresOn"`;
const KEY = `id, agency_id as "agencyId", prefix, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

/** An agency that this organisation works with. */
export function findAgency(reader: Reader, agencyId: string): Promise<AgencyRow | undefined> {
  return reader.first<AgencyRow>(`select ${AGENCY} from agency where organisation_id = $1 and id = $2 and active`, [reader.organisationId, agencyId]);
}

/** Every agency of this organisation with its keys, the newest key first. */
export async function listAgencies(reader: Reader): Promise<(AgencyRow & { keys: ApiKeyRow[] })[]> {
  const agencies = await reader.query<AgencyRow>(`select ${AGENCY} from agency where organisation_id = $1 and active order by lower(name), id`, [reader.organisationId]);
  const keys = await reader.query<ApiKeyRow>(`select ${KEY} from api_key where organisation_id = $1 order by created_at desc, id desc`, [reader.organisationId]);
  return agencies.map((agency) => ({ ...agency, keys: keys.filter(({ agencyId }) => agencyId === agency.id) }));
}

/** One key, without anything that would open the door. */
export function findKey(reader: Reader, keyId: string): Promise<ApiKeyRow | undefined> {
  return reader.first<ApiKeyRow>(`select ${KEY} from api_key where organisation_id = $1 and id = $2`, [reader.organisationId, keyId]);
}
