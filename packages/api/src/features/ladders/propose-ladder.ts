import { ladderFaults, Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockLadder, requireDraft } from "./draft.queries";
import { KNOWN_TEXTS } from "./read-steps";

/**
 * Asks a second person to publish a draft. Refuses with NOT_FOUND, CONFLICT when it isn't the draft that was seen, ALREADY_DECIDED when it
 * was asked before, and INPUT_INVALID naming each fault: what is unsound can't be proposed.
 */
export async function proposeLadder(tx: Tx, { ladderId, rowVersion }: { ladderId: string; rowVersion: number }): Promise<void> {
  if (tx.actor.kind !== "staff") throw new Refusal("NOT_ALLOWED");
  await lockLadder(tx, ladderId);
  const draft = await requireDraft(tx, ladderId, rowVersion);
  if (draft.proposedAt) throw new Refusal("ALREADY_DECIDED", { state: "proposed" });
  requireSound(draft.steps);
  await tx.query(
    "update ladder_version set proposed_at = $3, proposed_by = $4, row_version = row_version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, draft.id, tx.now, tx.actor.id],
  );
  await audit(tx, { action: "propose-ladder", subject: "ladder-version", subjectId: draft.id, after: { version: draft.version } });
}

/** Refuses with INPUT_INVALID naming each fault of a ladder. */
export function requireSound(steps: Parameters<typeof ladderFaults>[0]["steps"]): void {
  const faults = ladderFaults({ steps }, KNOWN_TEXTS);
  if (faults.length > 0) throw new Refusal("INPUT_INVALID", { fields: faults.map(({ code, stepId }) => (stepId === null ? code : `${stepId}: ${code}`)) });
}
