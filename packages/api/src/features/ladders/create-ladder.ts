import { DUTCH_LADDER, Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { ladderInForce } from "./create-default-ladder";
import { findDraft, insertDraft, publishedSteps, staffOf } from "./draft.queries";

/**
 * A new ladder beside the others, as a draft: the ready Dutch one, or a copy of another. It takes nobody until it is published and has a rule,
 * or somebody is put on it.
 *
 * Refuses with INPUT_INVALID for a name that is empty or taken, NOT_FOUND for a copy of nothing.
 */
export async function createLadder(tx: Tx, { name, copyOf }: { name: string; copyOf?: string }): Promise<{ ladderId: string }> {
  const named = requiredText("name", name, 80);
  // The default comes first: a ladder beside it may never become the only one.
  await ladderInForce(tx);
  await requireFreeName(tx, named);
  const steps = copyOf === undefined ? DUTCH_LADDER.steps : await stepsToCopy(tx, copyOf);
  const ladderId = newId();
  await tx.query(
    "insert into ladder (organisation_id, id, name, rank, created_at, created_by) select $1, $2, $3, coalesce(max(rank), 0) + 10, $4, $5 from ladder where organisation_id = $1",
    [tx.organisationId, ladderId, named, tx.now, staffOf(tx)],
  );
  await insertDraft(tx, { id: newId(), ladderId, steps, note: null });
  await audit(tx, { action: "create-ladder", subject: "ladder", subjectId: ladderId, after: { name: named, copyOf: copyOf ?? null } });
  return { ladderId };
}

async function stepsToCopy(tx: Tx, ladderId: string) {
  const steps = await publishedSteps(tx, ladderId);
  if (steps.length > 0) return steps;
  const draft = await findDraft(tx, ladderId);
  if (!draft) throw new Refusal("NOT_FOUND");
  return draft.steps;
}

/** Refuses with INPUT_INVALID when another ladder in use has the name. */
export async function requireFreeName(tx: Tx, name: string, except?: string): Promise<void> {
  const taken = await tx.first(
    "select 1 from ladder where organisation_id = $1 and archived_at is null and lower(name) = lower($2) and id is distinct from $3::uuid", [tx.organisationId, name, except ?? null]);
  if (taken) throw new Refusal("INPUT_INVALID", { fields: ["name: another ladder has this name"] });
}
