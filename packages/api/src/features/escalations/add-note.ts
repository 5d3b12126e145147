import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/** Writes a note in a case. Refuses with NOT_FOUND, INPUT_INVALID when it is empty or longer than 5,000 characters. */
export async function addNote(tx: Tx, { caseId, text }: { caseId: string; text: string }): Promise<{ noteId: string; debtorId: string }> {
  const body = text.trim();
  if (body === "" || body.length > 5_000) throw new Refusal("INPUT_INVALID", { fields: ["text: between 1 and 5000 characters"] });
  const found = await tx.first<{ debtorId: string }>(`select debtor_id as "debtorId" from collection_case where organisation_id = $1 and id = $2`, [tx.organisationId, caseId]);
  if (!found) throw new Refusal("NOT_FOUND");
  const noteId = newId();
  await tx.query("insert into note (organisation_id, id, debtor_id, case_id, body_text, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7)", [
    tx.organisationId, noteId, found.debtorId, caseId, body, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now,
  ]);
  await audit(tx, { action: "add-note", subject: "case", subjectId: caseId });
  return { noteId, debtorId: found.debtorId };
}
