import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";

export interface NewDocument {
  readonly kind: "invoice" | "letter" | "attachment" | "upload" | "source";
  readonly debtorId?: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file as it is, with its hash. The name loses whatever could be a path or a header. */
export async function storeDocument(tx: Tx, { kind, debtorId, fileName, mimeType, bytes }: NewDocument): Promise<string> {
  const id = newId();
  const name = fileName.replace(/[\\/\r\n"\0]/g, "_").slice(-120) || "document";
  await tx.query(
    `insert into document (organisation_id, id, kind, debtor_id, file_name, mime_type, size, sha256, bytes, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, id, kind, debtorId ?? null, name, mimeType, bytes.length, sha256(bytes), Buffer.from(bytes), tx.now],
  );
  return id;
}
