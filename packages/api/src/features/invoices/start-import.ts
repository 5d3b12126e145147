import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { addJob } from "../../platform/jobs/add-job";
import { signatureOf, type ImportMapping } from "./import-fields";
import { beginImport, findImport } from "./import.queries";
import { keepMapping } from "./import-mapping.queries";
import type { ImportPreview } from "./preview-import";

/**
 * Begins to take in a spreadsheet that waited for its mapping, and remembers the mapping for the next one with this header. Begun before, it
 * goes on as it was: a second press changes nothing.
 *
 * Refuses with NOT_FOUND, FILE_COLUMN_MISSING naming the fields without a column.
 */
export async function startImport(tx: Tx, importId: string, { table, mapping, missing }: Pick<ImportPreview, "table" | "mapping" | "missing">): Promise<void> {
  const found = await findImport(tx, importId, tx.now);
  if (!found) throw new Refusal("NOT_FOUND");
  if (found.state !== "waiting") return;
  if (missing.length > 0) throw new Refusal("FILE_COLUMN_MISSING", { fields: missing });
  if (!(await beginImport(tx, importId, { total: table.rows.length, mapping: mapping satisfies ImportMapping }))) return;
  await keepMapping(tx, signatureOf(table.columns), mapping);
  await audit(tx, { action: "start-import", subject: "import", subjectId: importId, after: { fileName: found.fileName, rows: table.rows.length } });
  await addJob(tx, "take-tables");
}
