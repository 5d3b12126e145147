import { Refusal, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { composeMessage, type ComposedMessage } from "./compose-message";
import { exampleMessageFacts } from "./gather-message-facts";
import { renderMessage } from "./render-message";
import type { MessageLine, WaitingMessage } from "./sending.queries";

export interface ShownMessage {
  readonly message: WaitingMessage;
  readonly composed: ComposedMessage;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
  /** Why it can't be written: what the law or the text lacks. */
  readonly fault: string | null;
}

/**
 * Messages as they would leave on a day: by the sender's own steps, without a link being made or a word written down. Links and codes in
 * them are placeholders.
 */
export async function showMessages(
  reader: Reader, messages: readonly { readonly message: WaitingMessage; readonly lines: readonly MessageLine[] }[], { today, publicUrl }: { today: PlainDate; publicUrl: string },
): Promise<ShownMessage[]> {
  const gathered = await exampleMessageFacts(reader, messages);
  const shown: ShownMessage[] = [];
  for (const one of messages) {
    const composed = await composeMessage(reader, one, gathered, { today, secretKey: "", publicUrl });
    shown.push({ message: one.message, composed, ...written(one.message, composed) });
  }
  return shown;
}

function written(message: WaitingMessage, composed: ComposedMessage): Pick<ShownMessage, "subject" | "html" | "text" | "fault"> {
  try {
    return { ...renderMessage(message, composed).kept, fault: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { subject: "", html: null, text: "", fault: [error.code, error.details["element"]].filter(Boolean).join(": ") };
  }
}
