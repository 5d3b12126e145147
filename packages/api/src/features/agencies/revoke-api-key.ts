import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findKey } from "./agency.queries";

/** Ends a key at once: the next call with it is a stranger's. Ending it twice changes nothing. Refuses with NOT_FOUND. */
export async function revokeApiKey(tx: Tx, keyId: string): Promise<void> {
  const key = await findKey(tx, keyId);
  if (!key) throw new Refusal("NOT_FOUND");
  if (key.revokedAt) return;
  await tx.query("update api_key set revoked_at = $3 where organisation_id = $1 and id = $2 and revoked_at is null", [tx.organisationId, keyId, tx.now]);
  await audit(tx, { action: "revoke-api-key", subject: "api-key", subjectId: keyId, after: { agencyId: key.agencyId, prefix: key.prefix } });
}
