import { formatMoney, Refusal, type PlainDate } from "@tegemoet/domain";
import { templateFaults } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { mayEdit, messageWords } from "./message-words";
import { listMessages } from "./sending.queries";
import { lockMessageInLine } from "./skip-message";

export interface EditedMessage {
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
  /** The body in a person's own words that this one began with; null when it began with the text in use. */
  readonly began: string | null;
  readonly today: PlainDate;
  readonly publicUrl: string;
}

/**
 * Puts a person's words in the place of the text in use, for one message that hasn't left. They are kept beside it with who wrote them.
 * The amount that is open now becomes its variable, so that a part payment before it leaves is told (I-34).
 *
 * Two colleagues at once: who began with words that are no longer these is told, and nothing is lost (I-70).
 *
 * Refuses with NOT_FOUND; MESSAGE_LEFT; CONFLICT with the words of the colleague; WORDS_OF_THE_LAW for a fourteen-day letter; INPUT_INVALID for words that can't be written.
 */
export async function editMessage(tx: Tx, { messageId, subject, body, began, today, publicUrl }: EditedMessage): Promise<void> {
  const { state } = await lockMessageInLine(tx, messageId);
  const [message] = await listMessages(tx, [messageId]);
  if (!message) throw new Refusal("NOT_FOUND");
  if ((message.ownWords?.body ?? null) !== began) throw new Refusal("CONFLICT", { subject: message.ownWords?.subject ?? null, body: message.ownWords?.body ?? null });
  if (!mayEdit(message)) throw new Refusal("WORDS_OF_THE_LAW", { kind: message.kind });
  const total = formatMoney(message.lines.reduce((sum, { openCents }) => sum + openCents, 0), message.language);
  const living = (text: string): string => [total, total.replaceAll("\u00a0", " ")].reduce((left, amount) => left.replaceAll(amount, "{{ total }}"), text).trim();
  const words = { subject: living(subject), body: living(body) };
  const faults = templateFaults(words as never);
  if (faults.length > 0) throw new Refusal("INPUT_INVALID", { fields: faults.map(({ part, code, detail }) => `${part}: ${code} ${detail}`) });
  const { shown } = await messageWords(tx, { messageId, given: words, today, publicUrl });
  if (shown.fault) throw new Refusal("INPUT_INVALID", { fields: [`body: ${shown.fault}`] });
  await tx.query("update message set own_words = $3, own_words_by = $4 where organisation_id = $1 and id = $2", [
    tx.organisationId, messageId, JSON.stringify(words), tx.actor.kind === "staff" ? tx.actor.id : null,
  ]);
  await audit(tx, { action: "edit-message", subject: "message", subjectId: messageId, before: { state, words: message.ownWords }, after: words });
}
