import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { lockSentMessage } from "../communications/inbound.queries";
import { recordBounce } from "../communications/record-bounce";
import { reverseEntry } from "../ledger/reverse-entry";

const NOON = 720;

/**
 * The post brought a letter back. It counts as not delivered: the address is at fault until somebody mends it, the term of a fourteen-day
 * letter doesn't run, and costs that were booked on it are taken back (I-41, BW 6:96 lid 6).
 *
 * Refuses with NOT_FOUND, CONFLICT for a message that isn't a posted letter, and INPUT_INVALID for a day before it was posted or one to
 * come.
 *
 * @returns Whether costs stay in the books because they were paid or waived meanwhile: then a person has to look.
 */
export async function recordReturnedLetter(tx: Tx, { messageId, on, reason }: { messageId: string; on: PlainDate; reason: string | null }): Promise<{ costsStay: boolean }> {
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  if (message.channel !== "letter" || !["handed-over", "delivered", "bounced"].includes(message.state)) throw new Refusal("CONFLICT", { state: message.state });
  if (message.state === "bounced") return { costsStay: false };
  const sent = await tx.first<{ at: Date }>("select handed_over_at as at from message where organisation_id = $1 and id = $2", [tx.organisationId, messageId]);
  const [first, today] = [dayOf(sent?.at ?? tx.now), dayOf(tx.now)];
  if (on < first || on > today) throw new Refusal("INPUT_INVALID", { field: "on", from: first, until: today });
  await recordBounce(tx, { messageId, at: on === today ? tx.now : momentAt(on, NOON), detail: reason?.trim().slice(0, 300) || null });
  return { costsStay: await stopTerm(tx, messageId) };
}

async function stopTerm(tx: Tx, messageId: string): Promise<boolean> {
  const letter = await tx.first<{ id: string }>(
    `update fourteen_day_letter set delivered_on = null, last_day = null, costs_from = null where organisation_id = $1 and message_id = $2 returning id`, [tx.organisationId, messageId]);
  const booked = letter && (await tx.first<{ id: string }>(
    `select id from ledger_entry entry where organisation_id = $1 and reference = 'costs:letter:' || $2
       and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)`, [tx.organisationId, letter.id]));
  if (!letter || !booked) return false;
  await tx.query("savepoint costs");
  try {
    await reverseEntry(tx, { entryId: booked.id, reason: "the fourteen-day letter came back" });
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.query("rollback to savepoint costs");
    await audit(tx, { action: "costs-of-returned-letter", subject: "fourteen-day-letter", subjectId: letter.id, after: { entryId: booked.id, refused: error.code } });
    return true;
  }
}
