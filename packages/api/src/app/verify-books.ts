import { keepVerification } from "../features/ledger/keep-verification";
import { SEAL_AT_ONCE, sealAudit } from "../features/ledger/seal-audit";
import { breachSentence, verify, type Breach } from "../features/ledger/verify";
import { inTransaction, reading, type Act } from "../platform/database/transaction";
import type { Product } from "./product";

/** After a night: seals the audit trail of the day, holds the books against their rules and keeps what was found, for the staff and in the log. */
export async function verifyBooks({ source, clock, logger }: Pick<Product, "source" | "clock" | "logger">, organisationId: string): Promise<Breach[]> {
  const act: Act = { organisationId, actor: { kind: "system" }, now: clock.now() };
  while ((await inTransaction(source, act, sealAudit)) === SEAL_AT_ONCE);
  const breaches = await reading(source, organisationId, verify);
  await inTransaction(source, act, (tx) => keepVerification(tx, breaches));
  for (const breach of breaches) logger.error({ organisationId, rule: breach.rule, count: breach.count }, breachSentence(breach));
  return breaches;
}
