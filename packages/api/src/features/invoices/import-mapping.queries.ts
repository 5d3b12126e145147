import type { Reader, Tx } from "../../platform/database/transaction";
import type { ImportMapping } from "./import-fields";

/** The mapping that was chosen for a header like this before. */
export async function findMapping(reader: Reader, signature: string): Promise<ImportMapping | undefined> {
  return (await reader.first<{ mapping: ImportMapping }>("select mapping from import_mapping where organisation_id = $1 and signature = $2", [reader.organisationId, signature]))?.mapping;
}

/** Remembers a mapping for the next file with this header. */
export async function keepMapping(tx: Tx, signature: string, mapping: ImportMapping): Promise<void> {
  await tx.query(
    `insert into import_mapping (organisation_id, signature, mapping, kept_by, kept_at) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, signature) do update set mapping = excluded.mapping, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
    [tx.organisationId, signature, JSON.stringify(mapping), tx.actor.kind === "staff" ? tx.actor.id : null, tx.now],
  );
}

/** The bytes of the file that an import waits with. */
export async function findImportFile(reader: Reader, importId: string): Promise<{ fileName: string; bytes: Buffer } | undefined> {
  return reader.first<{ fileName: string; bytes: Buffer }>(
    `select document.file_name as "fileName", document.bytes from import join document on document.organisation_id = import.organisation_id and document.id = import.document_id
     where import.organisation_id = $1 and import.id = $2`, [reader.organisationId, importId]);
}
