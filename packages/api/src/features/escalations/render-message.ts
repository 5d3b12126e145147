import { fourteenDayLetterFaults, Refusal } from "@tegemoet/domain";
import { isLetterKind, isSmsKind, refusingHoles, renderLetter, renderLetterText, renderMail, renderSms, sourceFaults, type LetterOrder } from "@tegemoet/messages";
import type { OutgoingLetter, OutgoingMail, OutgoingSms } from "../../platform/outside";
import { smsSender } from "../communications/http-sms-gateway";
import type { ComposedMessage } from "./compose-message";
import type { WaitingMessage } from "./sending.queries";

/** A message as it leaves, and as it is kept: the same but for the secrets, which only the sent one has. */
export type RenderedMessage =
  | { readonly channel: "mail"; readonly kept: KeptText; readonly mail: Omit<OutgoingMail, "messageId" | "references" | "attachments" | "to"> & { readonly images: OutgoingMail["attachments"] } }
  | { readonly channel: "letter"; readonly kept: KeptText; readonly keptPdf: Buffer; readonly letter: Omit<OutgoingLetter, "reference">; readonly order: LetterOrder; readonly keptOrder: LetterOrder }
  | { readonly channel: "sms"; readonly kept: KeptText; readonly sms: Pick<OutgoingSms, "text" | "from"> };

export interface KeptText {
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
}

/** Stands where a secret was. Of a token's length, so that what is kept is laid out as what was sent. */
const HIDDEN = "-".repeat(64);

/**
 * Writes a message out of its facts. What is kept has a placeholder for each link and code: a copy of the database opens nothing (T-20).
 *
 * Refuses with LETTER_ELEMENT_MISSING when a fact that the kind or its text needs isn't there, and for a fourteen-day letter that doesn't say what the
 * law asks.
 */
export function renderMessage(message: WaitingMessage, composed: ComposedMessage): RenderedMessage {
  return refusingHoles(message.kind, () => written(message, composed));
}

function written(message: WaitingMessage, composed: ComposedMessage): RenderedMessage {
  const { facts, brand, tone, secrets } = composed;
  const { kind, language } = message;
  const words = wordsOf(message, composed);
  const hide = (text: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, secret.length === HIDDEN.length ? HIDDEN : "•••"), text);
  if (message.channel === "letter") {
    if (!isLetterKind(kind)) throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: "letter" });
    const order = { kind, language, tone, facts, brand, ...(words ? { template: { heading: words.subject, body: words.body } } : {}) };
    const text = renderLetterText(order);
    refuseUnlawful(message, composed, text);
    const heading = text.split("\n").find((line, index, all) => /^-{3,}$/.test(all[index + 1] ?? "") && line.trim()) ?? kind;
    const keptOrder = { ...order, facts: { ...facts, portalUrl: facts.portalUrl ? hide(facts.portalUrl) : null } };
    return {
      channel: "letter", kept: { subject: heading, html: null, text: hide(text) }, order, keptOrder,
      keptPdf: renderLetter(keptOrder),
      letter: { recipient: [facts.debtor.name, facts.debtor.address, facts.debtor.postalCode, facts.debtor.city].filter(Boolean).join(", "), pdf: renderLetter(order) },
    };
  }
  if (message.channel === "sms") {
    if (!isSmsKind(kind)) throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: "sms" });
    const { text } = renderSms({ kind, language, tone, facts, ...(words ? { template: words.body } : {}) });
    // A phone shows no subject; the first words stand for it in lists.
    return { channel: "sms", kept: { subject: hide(text).slice(0, 80), html: null, text: hide(text) }, sms: { text, from: smsSender(brand.name) } };
  }
  const mail = renderMail({ kind, language, tone, facts, brand, ...(words ? { template: { preheader: "", ...words } } : {}) });
  refuseUnlawful(message, composed, mail.text);
  return {
    channel: "mail", kept: { subject: hide(mail.subject), html: hide(mail.html), text: hide(mail.text) },
    mail: {
      from: mail.from, replyTo: mail.replyTo, subject: mail.subject, html: mail.html, text: mail.text,
      // Not copied: a picture is drawn when its bytes are asked for.
      images: mail.inlineImages.map((image) => ({ fileName: image.filename, mimeType: image.contentType, cid: image.cid, get bytes() { return image.content; } })),
    },
  };
}

/**
 * The words to write: what a person wrote for this message, else the organisation's own text, else (undefined) ours. A message in own words
 * has no other words to fall back on.
 *
 * Refuses with TEXT_FAULTY: no name or tag that isn't allowed ever reaches the engine.
 */
function wordsOf({ kind, channel, ownWords }: WaitingMessage, { text }: ComposedMessage): { subject: string; body: string } | undefined {
  if (kind === "own-words" && !ownWords) throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: "own-words" });
  if (!ownWords) return text;
  const faults = sourceFaults({ channel }, { preheader: "", ...ownWords });
  if (faults.length > 0) throw new Refusal("TEXT_FAULTY", { elements: faults.map(({ part, code, detail }) => `${part}: ${code} ${detail}`) });
  return ownWords;
}

/** The domain reads the letter once more, independently of the texts that wrote it. */
function refuseUnlawful({ kind, language }: WaitingMessage, { facts, costs }: ComposedMessage, text: string): void {
  if (kind !== "fourteen-day-letter") return;
  const faults = fourteenDayLetterFaults(text, {
    language, creditorName: facts.creditor.legalName ?? facts.creditor.name, debtorName: facts.debtor.name,
    invoiceNumbers: facts.invoices.map(({ number }) => number), principal: facts.totalCents, costs: facts.costsCents ?? 0,
    costsIncludeVat: (costs?.vat ?? 0) > 0, iban: facts.creditor.iban, payUrl: facts.portalUrl ?? undefined,
  });
  if (faults.length > 0) throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: faults[0] ?? "", elements: faults });
}
