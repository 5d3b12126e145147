import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { optionalText } from "../../platform/graphql/text";

/**
 * Puts a debtor in a segment, which rules and holds may name; nothing given takes them out of it. Refuses with NOT_FOUND, INPUT_INVALID when
 * the name is too long.
 */
export async function setDebtorSegment(tx: Tx, { debtorId, segment }: { debtorId: string; segment: string | null }): Promise<void> {
  const named = optionalText("segment", segment?.toLowerCase().replace(/\s+/g, " "), 60) ?? null;
  const before = await tx.first<{ segment: string | null }>("select segment from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
  if (!before) throw new Refusal("NOT_FOUND");
  if (before.segment === named) return;
  await tx.query("update debtor set segment = $3, version = version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, debtorId, named]);
  await audit(tx, { action: "set-debtor-segment", subject: "debtor", subjectId: debtorId, before, after: { segment: named } });
}
