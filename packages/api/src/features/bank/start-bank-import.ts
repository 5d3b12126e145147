import { Refusal } from "@tegemoet/domain";
import { missingBankFields, type BankMapping, type Table } from "@tegemoet/files";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";
import { keepBankMapping } from "./bank-mapping.queries";

/**
 * Begins to take in a bank's own export that waited for its columns to be named. Begun before, it goes on as it was: a second press
 * changes nothing.
 *
 * Refuses with NOT_FOUND, and FILE_COLUMN_MISSING naming the fields without a column.
 *
 * @param remember Whether the next file with this header is taken in without asking.
 */
export async function startBankImport(tx: Tx, importId: string, { table, mapping, remember }: { table: Table; mapping: BankMapping; remember: boolean }): Promise<void> {
  const missing = missingBankFields(mapping);
  if (missing.length > 0) throw new Refusal("FILE_COLUMN_MISSING", { fields: missing });
  const found = await tx.first<{ state: string; fileName: string }>(
    `select state, file_name as "fileName" from import where organisation_id = $1 and id = $2 and kind = 'bank' and document_id is not null for update`, [tx.organisationId, importId]);
  if (!found) throw new Refusal("NOT_FOUND");
  if (found.state !== "waiting") return;
  await tx.query("update import set state = 'running', total = 1, mapping = $3, touched_at = $4 where organisation_id = $1 and id = $2", [tx.organisationId, importId, JSON.stringify(mapping), tx.now]);
  if (remember) await keepBankMapping(tx, table.columns, mapping);
  await audit(tx, { action: "start-import", subject: "import", subjectId: importId, after: { fileName: found.fileName, rows: table.rows.length, remember } });
  await addJob(tx, "take-tables");
}
