import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { lockDefaultProposal } from "./default-proposal.queries";
import { lockLadder } from "./draft.queries";

/**
 * Asks a second person to make this the ladder of whoever no rule takes. Asked twice it is asked once.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID without a reason, ALREADY_DECIDED for the default itself, an archived ladder, and one that was never
 * published.
 */
export async function proposeDefaultLadder(tx: Tx, { ladderId, reason }: { ladderId: string; reason: string }): Promise<void> {
  const because = requiredText("reason", reason, 500);
  await requireEligible(tx, ladderId);
  if (await lockDefaultProposal(tx, ladderId)) return;
  await tx.query("insert into approval (organisation_id, id, kind, subject_id, asked_by, asked_at, note) values ($1, $2, 'default-ladder', $3, $4, $5, $6)", [
    tx.organisationId, newId(), ladderId, tx.actor.id, tx.now, because,
  ]);
  await audit(tx, { action: "propose-default-ladder", subject: "ladder", subjectId: ladderId, after: { reason: because } });
}

/** A ladder in force that isn't the default, locked. */
export async function requireEligible(tx: Tx, ladderId: string): Promise<Awaited<ReturnType<typeof lockLadder>>> {
  const ladder = await lockLadder(tx, ladderId);
  const published = await tx.first("select 1 from ladder_version where organisation_id = $1 and ladder_id = $2 and published_on is not null limit 1", [tx.organisationId, ladderId]);
  const state = ladder.archivedAt ? "archived" : ladder.isDefault ? "default" : published ? undefined : "not published";
  if (state) throw new Refusal("ALREADY_DECIDED", { state });
  return ladder;
}
