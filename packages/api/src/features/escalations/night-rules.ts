import { DEFAULT_CONTACT_RULES } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { findOrganisation } from "../organisations/organisation.queries";
import { ladderInForce } from "./create-default-ladder";
import type { NightRules } from "./decide-claim";

/** The ladder and the policy that hold for the organisation tonight. */
export async function nightRules(tx: Tx): Promise<NightRules & { ladderVersionId: string }> {
  const organisation = await findOrganisation(tx);
  const { ladder, versionId } = await ladderInForce(tx);
  return {
    ladder,
    ladderVersionId: versionId,
    toleranceCents: organisation.toleranceCents,
    contactRules: { ...DEFAULT_CONTACT_RULES, maxPerDay: organisation.contactCapDay, maxPer30Days: organisation.contactCapMonth },
  };
}
