import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findVersion, lockVersions } from "./template.queries";

/**
 * Takes an own text out of use, so that our ready text is written again; a draft is put aside. Doing it twice changes nothing.
 *
 * Refuses with NOT_FOUND.
 */
export async function retireTemplate(tx: Tx, { id }: { id: string }): Promise<void> {
  const found = await findVersion(tx, id);
  if (!found) throw new Refusal("NOT_FOUND");
  const version = (await lockVersions(tx, found)).find((one) => one.id === id);
  if (!version || version.retiredAt) return;
  await tx.query("update template_version set retired_at = $3, retired_by = $4, row_version = row_version + 1 where organisation_id = $1 and id = $2", [
    tx.organisationId, id, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null,
  ]);
  await audit(tx, { action: "retire-template", subject: "template-version", subjectId: id, after: { kind: version.kind, version: version.version, wasActive: version.activatedAt !== null } });
}
