import { createHash } from "node:crypto";
import type { Reader } from "../../platform/database/transaction";
import { listSealed, type SealedRow } from "./audit-seal.queries";

const CHUNK = 2_000;
/** What the first row follows on. */
export const NOTHING_BEFORE = Buffer.alloc(32);

/** The hash of a row of the audit trail: over the hash before it and the row as the database writes it down. */
export function sealOf(before: Buffer, content: string): Buffer {
  return createHash("sha256").update(before).update(content, "utf8").digest();
}

/**
 * Walks the sealed audit trail from its beginning and names what was changed or taken out since (I-74). The first row that differs is
 * named; what follows it hangs on it and says nothing of its own.
 */
export async function checkAuditChain(reader: Reader): Promise<{ id: string; found: string }[]> {
  let before: Buffer = NOTHING_BEFORE;
  for (let position = 0; ;) {
    const rows = await listSealed(reader, position, CHUNK);
    if (rows.length === 0) return [];
    for (const row of rows) {
      position += 1;
      const wrong = faultOf(row, position, before);
      if (wrong) return [{ id: row.auditId, found: wrong }];
      before = row.hash;
    }
  }
}

function faultOf(row: SealedRow, position: number, before: Buffer): string | undefined {
  if (row.position !== position) return `the seal at ${position} is gone`;
  if (row.content === null) return `the row at ${position} is gone`;
  return sealOf(before, row.content).equals(row.hash) ? undefined : `the row at ${position} was changed after it was sealed`;
}
