import { failedChecks, type PlainDate, type SelfCheckResult } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/** What was looked at of one invoice, and the message that followed from it. */
export interface KeptCheck {
  readonly invoiceId: string;
  readonly results: readonly SelfCheckResult[];
  readonly messageId?: string;
}

const UNLESS_KEPT = `where not looked.passed or not exists (select 1 from self_check there
       where there.organisation_id = $1 and there.message_id = looked.message_id and there.invoice_id = looked.invoice_id)`;

/**
 * Keeps what was looked at: beside the message as its evidence, or open as a task for us when something was wrong. A fault that is gone
 * is resolved by looking again; one that stands has one task, since the day it was first seen, with what is wrong now.
 *
 * @param options.unlessKept A message whose evidence is there already gets no second one.
 */
export async function keepChecks(tx: Tx, checks: readonly KeptCheck[], day: PlainDate, options: { unlessKept?: boolean } = {}): Promise<void> {
  if (checks.length === 0) return;
  const passed = checks.map(({ results }) => failedChecks(results).length === 0);
  const cleared = checks.filter((_, index) => passed[index]).map(({ invoiceId }) => invoiceId);
  if (cleared.length > 0) {
    await tx.query(
      "update self_check set resolved_at = $3 where organisation_id = $1 and invoice_id = any($2::uuid[]) and not passed and resolved_at is null", [tx.organisationId, cleared, tx.now]);
  }
  await tx.query(
    `insert into self_check (organisation_id, id, invoice_id, message_id, checked_on, passed, results)
     select $1, id, invoice_id, message_id, $2, passed, results from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::boolean[], $7::jsonb[])
       as looked (id, invoice_id, message_id, passed, results)
     ${options.unlessKept ? UNLESS_KEPT : ""}
     on conflict (organisation_id, invoice_id) where not passed and resolved_at is null
       do update set results = excluded.results where self_check.results is distinct from excluded.results`,
    [
      tx.organisationId, day, checks.map(() => newId()), checks.map(({ invoiceId }) => invoiceId), checks.map(({ messageId }) => messageId ?? null), passed,
      checks.map(({ results }) => JSON.stringify(results)),
    ],
  );
}
