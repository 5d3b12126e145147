import { Refusal, type PlainDate, type ToneReport } from "@tegemoet/domain";
import { proseOf, readyText, toneOfText, wordsToEdit } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { openCentsOf, listMessages, type WaitingMessage } from "./sending.queries";
import { showMessages, type ShownMessage } from "./show-messages";

export interface MessageWords {
  /** What a person edits: variables only for what may still change. */
  readonly subject: string;
  readonly body: string;
  readonly own: boolean;
  readonly mayEdit: boolean;
  readonly shown: Pick<ShownMessage, "subject" | "html" | "text" | "fault">;
  readonly tone: ToneReport;
}

/**
 * The words of a message that hasn't left, to edit, and how they read; with words given, as it would be with those. Nothing is written.
 *
 * Refuses with NOT_FOUND.
 */
export async function messageWords(
  reader: Reader, { messageId, given, today, publicUrl }: { messageId: string; given?: { subject: string; body: string }; today: PlainDate; publicUrl: string },
): Promise<MessageWords> {
  const [message] = await listMessages(reader, [messageId]);
  if (!message) throw new Refusal("NOT_FOUND");
  const open = await openCentsOf(reader, message.lines.map(({ invoiceId }) => invoiceId));
  const lines = message.lines.map((line) => ({ ...line, openCents: open.get(line.invoiceId) ?? 0 })).filter(({ openCents }) => openCents > 0 || message.kind === "invoice-copy");
  const [shown] = await showMessages(reader, [{ message: given ? { ...message, ownWords: given } : message, lines }], { today, publicUrl });
  if (!shown) throw new Refusal("NOT_FOUND");
  const { subject, html, text, fault } = shown;
  const words = given ?? message.ownWords ?? wordsInUse(message, shown);
  return {
    ...words, own: message.ownWords !== null, mayEdit: mayEdit(message), shown: { subject, html, text, fault },
    tone: toneOfText(message, proseOf(text || words.body)),
  };
}

/** The words of a fourteen-day letter are the law's; a code for the portal has none of its own. */
export function mayEdit({ kind }: Pick<WaitingMessage, "kind">): boolean {
  return kind !== "fourteen-day-letter" && kind !== "portal-code";
}

function wordsInUse({ kind, channel, language }: WaitingMessage, { composed }: ShownMessage): { subject: string; body: string } {
  const { tone, facts, text } = composed;
  const source = text ?? readyText({ kind, channel, language, tone });
  return source ? wordsToEdit({ kind, language, tone, facts }, source) : { subject: "", body: "" };
}
