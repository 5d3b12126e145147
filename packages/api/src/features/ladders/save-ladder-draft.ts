import { ladderDifference, Refusal, type LadderStep } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findDraft, insertDraft, lockLadder, publishedSteps, staffOf, type DraftRow } from "./draft.queries";
import { readSteps, requireColleagues, type GivenStep } from "./read-steps";

export interface SaveLadderDraft {
  readonly ladderId: string;
  /** The draft as whoever saves saw it; 0 when there was none. */
  readonly rowVersion: number;
  readonly steps: readonly GivenStep[];
  readonly note?: string | null;
}

/**
 * Keeps a draft, with faults and all: only proposing asks that it is sound. A draft that was proposed is open again, and asks anew.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID, ALREADY_DECIDED for an archived ladder, and with CONFLICT when somebody else saved meanwhile, naming
 * who, and for each field that differs their value and yours (I-70).
 */
export async function saveLadderDraft(tx: Tx, { ladderId, rowVersion, steps: given, note }: SaveLadderDraft): Promise<void> {
  const steps = readSteps(given);
  await requireColleagues(tx, steps);
  const ladder = await lockLadder(tx, ladderId);
  if (ladder.archivedAt) throw new Refusal("ALREADY_DECIDED", { state: "archived" });
  const draft = await findDraft(tx, ladderId);
  if ((draft?.rowVersion ?? 0) !== rowVersion) throw conflict(draft, steps, draft?.steps ?? await publishedSteps(tx, ladderId));
  const kept = note?.trim().slice(0, 500) || null;
  const versionId = draft?.id ?? newId();
  if (draft) {
    await tx.query(
      `update ladder_version set steps = $3, note = $4, row_version = row_version + 1, changed_at = $5, changed_by = $6, proposed_at = null, proposed_by = null
       where organisation_id = $1 and id = $2`,
      [tx.organisationId, draft.id, JSON.stringify(steps), kept, tx.now, staffOf(tx)],
    );
  } else {
    await insertDraft(tx, { id: versionId, ladderId, steps, note: kept });
  }
  await audit(tx, { action: "save-ladder-draft", subject: "ladder-version", subjectId: versionId, before: draft?.steps, after: steps });
}

function conflict(draft: DraftRow | undefined, yours: readonly LadderStep[], theirs: readonly LadderStep[]): Refusal {
  const fields = ladderDifference({ steps: theirs }, { steps: yours }).flatMap(({ stepId, kind, moved, fields: changed }) => {
    if (kind === "added") return [`${stepId}||yours`];
    if (kind === "removed") return [`${stepId}||theirs`];
    return [...(moved ? [`${stepId}|order|`] : []), ...changed.map(({ field, before, after }) => `${stepId}|${field}|${before ?? ""}|${after ?? ""}`)];
  });
  return new Refusal("CONFLICT", { rowVersion: draft?.rowVersion ?? 0, by: draft?.changedBy ?? null, differences: fields });
}
