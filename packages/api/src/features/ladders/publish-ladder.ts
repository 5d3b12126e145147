import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { lockLadder, requireDraft } from "./draft.queries";
import { requireSound } from "./propose-ladder";

/**
 * The second person says yes. From now on invoices that begin follow this version; those that run stay on theirs until somebody moves them
 * (I-46).
 *
 * Refuses with NOT_FOUND, CONFLICT when it isn't the draft that was seen, ALREADY_DECIDED when nobody asked,
 * SECOND_PERSON_NEEDED for who asked, INPUT_INVALID for a ladder that became unsound.
 */
export async function publishLadder(tx: Tx, { ladderId, rowVersion }: { ladderId: string; rowVersion: number }): Promise<{ versionId: string }> {
  const ladder = await lockLadder(tx, ladderId);
  if (ladder.archivedAt) throw new Refusal("ALREADY_DECIDED", { state: "archived" });
  const draft = await requireDraft(tx, ladderId, rowVersion);
  if (!draft.proposedAt) throw new Refusal("ALREADY_DECIDED", { state: "draft" });
  if (tx.actor.kind !== "staff" || draft.proposedById === tx.actor.id) throw new Refusal("SECOND_PERSON_NEEDED");
  requireSound(draft.steps);
  await tx.query(
    "update ladder_version set published_on = $3, published_by = $4, row_version = row_version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, draft.id, dayOf(tx.now), tx.actor.id],
  );
  await audit(tx, { action: "publish-ladder", subject: "ladder-version", subjectId: draft.id, after: { ladderId, version: draft.version } });
  return { versionId: draft.id };
}
