import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit, auditAll } from "../../platform/audit";
import { dayOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { lockBatch } from "./letter-batch.queries";
import { writeLetterFacts } from "./write-letter-facts";

const NOON = 720;

/**
 * Somebody brought printed letters to the post, on this day: from it the terms of the law count. Letters that were left out go back into
 * the line, as if they had never been printed.
 *
 * Refuses with NOT_FOUND, CONFLICT when they were posted or given up already, and INPUT_INVALID for a day before they were printed or one
 * that is yet to come.
 */
export async function postLetterBatch(tx: Tx, { batchId, postedOn, leftOut = [] }: { batchId: string; postedOn: PlainDate; leftOut?: readonly string[] }): Promise<{ posted: number }> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw new Refusal("NOT_FOUND");
  if (!batch.open) throw new Refusal("CONFLICT", { batch: "closed" });
  const [first, last] = [dayOf(batch.madeAt), dayOf(tx.now)];
  if (postedOn < first || postedOn > last) throw new Refusal("INPUT_INVALID", { field: "postedOn", from: first, until: last });
  const posted = batch.letters.filter(({ id }) => !leftOut.includes(id));
  const back = batch.letters.filter(({ id }) => leftOut.includes(id)).map(({ id }) => id);
  const at = postedOn === last ? tx.now : new Date(Math.max(momentAt(postedOn, NOON).getTime(), batch.madeAt.getTime()));
  await tx.query(
    "update message set state = 'handed-over', state_reason = null, handed_over_at = $3 where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, posted.map(({ id }) => id), at]);
  for (const { id, debtorId, kind, named } of posted) {
    if (kind === "fourteen-day-letter" && named) await writeLetterFacts(tx, { messageId: id, debtorId, named, sentOn: postedOn });
  }
  await putLettersBack(tx, back);
  await tx.query(
    "update letter_batch set posted_on = $3, posted_at = $4, posted_by = $5, print_file = null where organisation_id = $1 and id = $2",
    [tx.organisationId, batchId, postedOn, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await auditAll(tx, posted.map(({ id, kind, cents }) => ({ action: "send-message", subject: "message", subjectId: id, after: { kind, channel: "letter", cents, postedOn, batchId } })));
  await audit(tx, { action: "post-letter-batch", subject: "letter-batch", subjectId: batchId, after: { postedOn, posted: posted.length, leftOut: back.length } });
  return { posted: posted.length };
}

/** Printed letters that stay here: they are decided and written anew when their turn comes. */
export async function putLettersBack(tx: Tx, messageIds: readonly string[]): Promise<void> {
  await tx.query(
    `update message set state = 'queued', batch_id = null, printed_at = null, sending_at = null, facts = facts - 'letterFacts'
     where organisation_id = $1 and id = any($2::uuid[]) and state = 'printed'`, [tx.organisationId, messageIds]);
}
