import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";

export interface NewDocument {
  readonly kind: "invoice" | "letter" | "letter-batch" | "attachment" | "upload" | "source";
  readonly debtorId?: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file as it is, with its hash. The name loses whatever could be a path or a header. */
export async function storeDocument(tx: Tx, document: NewDocument): Promise<string> {
  const [id] = await storeDocuments(tx, [document]);
  return id as string;
}

/** Keeps many, as {@link storeDocument} does one. @returns Their ids in their order; undefined where there is none to keep. */
export async function storeDocuments(tx: Tx, documents: readonly (NewDocument | undefined)[]): Promise<(string | undefined)[]> {
  const ids = documents.map((document) => document && newId());
  const kept = documents.flatMap((document, index) => (document ? [{ ...document, id: ids[index], bytes: Buffer.from(document.bytes) }] : []));
  if (kept.length === 0) return ids;
  await tx.query(
    `insert into document (organisation_id, id, kind, debtor_id, file_name, mime_type, size, sha256, bytes, created_at)
     select $1, id, kind, debtor_id, file_name, mime_type, size, sha256, bytes, $2
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::int[], $9::bytea[], $10::bytea[])
       as made (id, kind, debtor_id, file_name, mime_type, size, sha256, bytes)`,
    [
      tx.organisationId, tx.now, kept.map(({ id }) => id), kept.map(({ kind }) => kind), kept.map(({ debtorId }) => debtorId ?? null),
      kept.map(({ fileName }) => fileName.replace(/[\\/\r\n"\0]/g, "_").slice(-120) || "document"), kept.map(({ mimeType }) => mimeType),
      kept.map(({ bytes }) => bytes.length), kept.map(({ bytes }) => sha256(bytes)), kept.map(({ bytes }) => bytes),
    ],
  );
  return ids;
}
