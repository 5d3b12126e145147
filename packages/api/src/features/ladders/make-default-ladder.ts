import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { decideDefaultProposal, lockDefaultProposal } from "./default-proposal.queries";
import { requireEligible } from "./propose-default-ladder";

/**
 * The second person says yes: from now on invoices that begin and that no rule takes follow this ladder. The one that was the default stays in
 * use, without a rule: who was put on it by hand stays, and what runs on it runs on (I-46). The rule of the new default falls away, because
 * the default takes whoever is left.
 *
 * Refuses with NOT_FOUND, ALREADY_DECIDED when nobody asked or it can't be the default any more, SECOND_PERSON_NEEDED for who asked.
 */
export async function makeDefaultLadder(tx: Tx, { ladderId }: { ladderId: string }): Promise<void> {
  // Both are locked in one order, so that two of these at once wait for each other.
  await tx.query("select 1 from ladder where organisation_id = $1 and (is_default or id = $2) order by id for update", [tx.organisationId, ladderId]);
  const ladder = await requireEligible(tx, ladderId);
  const proposal = await lockDefaultProposal(tx, ladderId);
  if (!proposal) throw new Refusal("ALREADY_DECIDED", { state: "not proposed" });
  if (tx.actor.kind !== "staff" || proposal.askedById === tx.actor.id) throw new Refusal("SECOND_PERSON_NEEDED");
  await decideDefaultProposal(tx, proposal.id, "approved");
  const [before] = await tx.query<{ id: string; name: string }>(
    "update ladder set is_default = false, conditions = '{}', row_version = row_version + 1 where organisation_id = $1 and is_default returning id, name", [tx.organisationId]);
  await tx.query("update ladder set is_default = true, conditions = '{}', row_version = row_version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, ladderId]);
  await audit(tx, {
    action: "make-default-ladder", subject: "ladder", subjectId: ladderId, before: { default: before?.id ?? null, name: before?.name ?? null, conditions: ladder.conditions },
    after: { default: ladderId, name: ladder.name, reason: proposal.reason, askedBy: proposal.askedById },
  });
}
