import type { PlainDate, SelfCheckResult } from "@tegemoet/domain";
import { anyOf } from "../../platform/database/any-of";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/** What was looked at of one invoice, and the message that it stopped. */
export interface LookedAt {
  readonly invoiceId: string;
  readonly results: readonly SelfCheckResult[];
  readonly messageId?: string;
}

/**
 * Keeps what is wrong as a task for us. A fault that is gone is resolved by looking again; one that stands has one task, since the day it
 * was first seen, with what is wrong now. What is right is kept with the message that it let through.
 */
export async function keepFaults(tx: Tx, looked: readonly LookedAt[], day: PlainDate): Promise<void> {
  const faults: LookedAt[] = [];
  const cleared: string[] = [];
  for (const one of looked) {
    if (one.results.some(({ ok }) => !ok)) faults.push(one);
    else cleared.push(one.invoiceId);
  }
  if (cleared.length > 0) {
    await tx.query(
      `update self_check set resolved_at = $3 where organisation_id = $1 and invoice_id = ${anyOf("$2")} and not passed and resolved_at is null`, [tx.organisationId, cleared, tx.now]);
  }
  if (faults.length === 0) return;
  await tx.query(
    `insert into self_check (organisation_id, id, invoice_id, message_id, checked_on, passed, results)
     select $1, id, invoice_id, message_id, $2, false, results from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::jsonb[]) as looked (id, invoice_id, message_id, results)
     on conflict (organisation_id, invoice_id) where not passed and resolved_at is null
       do update set results = excluded.results where self_check.results is distinct from excluded.results`,
    [
      tx.organisationId, day, faults.map(() => newId()), faults.map(({ invoiceId }) => invoiceId), faults.map(({ messageId }) => messageId ?? null),
      faults.map(({ results }) => JSON.stringify(results)),
    ],
  );
}
