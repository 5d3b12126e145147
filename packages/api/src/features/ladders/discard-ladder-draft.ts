import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockLadder, publishedSteps, requireDraft } from "./draft.queries";

/**
 * Throws a draft away; its steps stay in the trail. A ladder that never had a published version goes with it.
 *
 * Refuses with NOT_FOUND, CONFLICT when it isn't the draft that was seen.
 */
export async function discardLadderDraft(tx: Tx, { ladderId, rowVersion }: { ladderId: string; rowVersion: number }): Promise<{ ladderGone: boolean }> {
  const ladder = await lockLadder(tx, ladderId);
  const draft = await requireDraft(tx, ladderId, rowVersion);
  await tx.query("delete from ladder_version where organisation_id = $1 and id = $2", [tx.organisationId, draft.id]);
  const ladderGone = !ladder.isDefault && (await publishedSteps(tx, ladderId)).length === 0;
  if (ladderGone) {
    const held = await tx.first("select 1 from debtor where organisation_id = $1 and ladder_id = $2 limit 1", [tx.organisationId, ladderId]);
    if (held) throw new Refusal("ALREADY_DECIDED", { state: "in use" });
    await tx.query("delete from ladder where organisation_id = $1 and id = $2", [tx.organisationId, ladderId]);
  }
  await audit(tx, { action: "discard-ladder-draft", subject: "ladder-version", subjectId: draft.id, before: { name: ladder.name, version: draft.version, steps: draft.steps }, after: { ladderGone } });
  return { ladderGone };
}
