import type { SelfCheckAnswer } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/** What persons said of the checks of some invoices, by invoice. */
export async function listSelfCheckAnswers(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, SelfCheckAnswer[]>> {
  const answers = new Map<string, SelfCheckAnswer[]>();
  if (invoiceIds.length === 0) return answers;
  const rows = await reader.query<SelfCheckAnswer & { invoiceId: string }>(
    `select invoice_id as "invoiceId", check_name as check, evidence from self_check_answer where organisation_id = $1 and invoice_id = any($2::uuid[])`, [reader.organisationId, invoiceIds]);
  for (const { invoiceId, ...answer } of rows) answers.set(invoiceId, [...(answers.get(invoiceId) ?? []), answer]);
  return answers;
}

export async function insertSelfCheckAnswers(tx: Tx, invoiceId: string, answers: readonly SelfCheckAnswer[], reason: string): Promise<void> {
  await tx.query(
    `insert into self_check_answer (organisation_id, id, invoice_id, check_name, evidence, reason, answered_at, answered_by)
     select $1, made.id, $2, made.check_name, made.evidence, $3, $4, $5 from unnest($6::uuid[], $7::text[], $8::jsonb[]) as made (id, check_name, evidence)`,
    [
      tx.organisationId, invoiceId, reason, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, answers.map(() => newId()), answers.map(({ check }) => check),
      answers.map(({ evidence }) => JSON.stringify(evidence)),
    ],
  );
}
