import type { Tx } from "../../platform/database/transaction";
import { findLastSeal, insertSeals, listUnsealed } from "./audit-seal.queries";
import { NOTHING_BEFORE, sealOf } from "./check-audit-chain";

/** Rows a transaction seals at most, so that none of them is long. */
export const SEAL_AT_ONCE = 5_000;

/**
 * Seals rows of the audit trail that are not sealed yet, at most {@link SEAL_AT_ONCE}: each gets a place and a hash over the hash before
 * it and its own content. Nothing else waits for it, because no act needs the end of the chain.
 *
 * @returns How many were sealed; call again while it is {@link SEAL_AT_ONCE}.
 */
export async function sealAudit(tx: Tx): Promise<number> {
  const last = await findLastSeal(tx);
  let before: Buffer = last?.hash ?? NOTHING_BEFORE;
  const seals = (await listUnsealed(tx, SEAL_AT_ONCE)).map(({ id, content }) => {
    before = sealOf(before, content);
    return { auditId: id, hash: before };
  });
  await insertSeals(tx, last?.position ?? 0, seals);
  return seals.length;
}
