import { Refusal, type PlainDate } from "@tegemoet/domain";
import { findOrganisation } from "../organisations/organisation.queries";
import type { Reader } from "../../platform/database/transaction";
import { activeTexts } from "../templates/template.queries";
import { composeMessage, type ComposedMessage } from "./compose-message";
import { findAddressees } from "./gather-message-facts";
import { callFacts, deliveryFacts, invoiceFacts } from "./message-subjects.queries";
import { renderMessage } from "./render-message";
import type { MessageLine, WaitingMessage } from "./sending.queries";

/** Stands in the place of a personal link or code. Nothing opens by it. */
const NO_TOKEN = "-".repeat(64);

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
  const all = messages.map(({ message }) => message);
  const gathered = {
    organisation: await findOrganisation(reader),
    addressee: await findAddressees(reader, all.map(({ debtorId }) => debtorId)),
    invoices: await invoiceFacts(reader, new Map(messages.flatMap(({ lines }) => lines.map(({ invoiceId, openCents }) => [invoiceId, openCents] as const)))),
    calls: await callFacts(reader, all), texts: await activeTexts(reader, all),
    deliveries: await deliveryFacts(reader, messages.flatMap(({ lines }) => lines.map(({ invoiceId }) => invoiceId))),
    tokens: new Map(all.filter(({ kind }) => kind !== "portal-code").map(({ id }) => [id, NO_TOKEN])),
  };
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
