import { asksAnything, Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { decideDefaultProposal, lockDefaultProposal } from "./default-proposal.queries";
import { lockLadder, staffOf } from "./draft.queries";

/**
 * Takes a ladder out of use. Invoices that run on it run on; new ones go to another. Not the default, and not while it has a rule or debtors
 * of its own, unless another ladder takes those over: its rule when that one has none, and its debtors.
 *
 * Refuses with NOT_FOUND, ALREADY_DECIDED (default, archived, not published) and INPUT_INVALID when nothing takes over.
 */
export async function archiveLadder(tx: Tx, { ladderId, to }: { ladderId: string; to?: string }): Promise<void> {
  const ladder = await lockLadder(tx, ladderId);
  if (ladder.archivedAt) throw new Refusal("ALREADY_DECIDED", { state: "archived" });
  if (ladder.isDefault) throw new Refusal("ALREADY_DECIDED", { state: "default" });
  const own = await tx.first<{ count: number }>("select count(*)::int as count from debtor where organisation_id = $1 and ladder_id = $2", [tx.organisationId, ladderId]);
  const debtors = own?.count ?? 0;
  if (to === undefined && (debtors > 0 || asksAnything(ladder.conditions))) {
    throw new Refusal("INPUT_INVALID", { fields: ["to: another ladder for its rule and its debtors"], debtors });
  }
  const proposal = await lockDefaultProposal(tx, ladderId);
  if (proposal) await decideDefaultProposal(tx, proposal.id, "withdrawn");
  if (to !== undefined) await handOn(tx, ladder.conditions, ladderId, to);
  await tx.query(
    "update ladder set archived_at = $3, conditions = '{}', row_version = row_version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, ladderId, tx.now]);
  await audit(tx, { action: "archive-ladder", subject: "ladder", subjectId: ladderId, before: { conditions: ladder.conditions, debtors }, after: { to: to ?? null, by: staffOf(tx) } });
}

async function handOn(tx: Tx, conditions: object, ladderId: string, to: string): Promise<void> {
  if (to === ladderId) throw new Refusal("INPUT_INVALID", { fields: ["to: another ladder"] });
  const next = await lockLadder(tx, to);
  const published = await tx.first("select 1 from ladder_version where organisation_id = $1 and ladder_id = $2 and published_on is not null", [tx.organisationId, to]);
  if (next.archivedAt || !published) throw new Refusal("ALREADY_DECIDED", { state: next.archivedAt ? "archived" : "not published" });
  if (!next.isDefault && !asksAnything(next.conditions)) {
    await tx.query("update ladder set conditions = $3, row_version = row_version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, to, JSON.stringify(conditions)]);
  }
  // Whom a person put here stays put by a person; on the default that is the same as having no ladder of their own.
  await tx.query(
    "update debtor set ladder_id = $3, version = version + 1 where organisation_id = $1 and ladder_id = $2", [tx.organisationId, ladderId, to]);
}
