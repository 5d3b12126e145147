/**
 * Everything that Tegemoet writes to a debtor. A kind has its texts in {@link TEMPLATES} and its needs in
 * `REQUIRED_FACTS`.
 */
export const MESSAGE_KINDS = [
  "invoice",
  "note-before-due",
  "reminder-1",
  "reminder-2",
  "reminder-3",
  "fourteen-day-letter",
  "business-notice",
  "call-confirmation",
  "not-reached",
  "promise-broken",
  "plan-offered",
  "plan-accepted",
  "plan-declined",
  "instalment-coming",
  "instalment-missed",
  "plan-broken",
  "plan-finished",
  "dispute-received",
  "dispute-decided",
  "hardship",
  "thanks",
  "invoice-copy",
  "own-words",
  "portal-code",
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The kinds that also exist on paper. */
export const LETTER_KINDS = [
  "reminder-1",
  "reminder-2",
  "reminder-3",
  "not-reached",
  "fourteen-day-letter",
  "business-notice",
  "instalment-coming",
  "instalment-missed",
  "plan-broken",
] as const satisfies readonly MessageKind[];

export type LetterKind = (typeof LETTER_KINDS)[number];

/** The kinds that also exist as a text message. */
export const SMS_KINDS = [
  "note-before-due",
  "reminder-1",
  "reminder-2",
  "reminder-3",
  "not-reached",
] as const satisfies readonly MessageKind[];

export type SmsKind = (typeof SMS_KINDS)[number];

/** Whether a kind exists on paper. */
export function isLetterKind(kind: string): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind);
}

/** Whether a kind exists as a text message. */
export function isSmsKind(kind: string): kind is SmsKind {
  return (SMS_KINDS as readonly string[]).includes(kind);
}

/** How an organisation addresses people. One choice for all it sends; never mixed within a message. */
export type MessageTone = "u" | "je";

export const MESSAGE_TONES = ["u", "je"] as const satisfies readonly MessageTone[];

/** Whether a text is the name of a kind. */
export function isMessageKind(text: unknown): text is MessageKind {
  return (MESSAGE_KINDS as readonly unknown[]).includes(text);
}

/**
 * The voice in which a kind is really written: the letters that the law knows say "u" whatever the organisation chose,
 * because their accepted wording does, and no message mixes the two.
 */
export function voiceOf(kind: MessageKind, tone: MessageTone): MessageTone {
  return kind === "fourteen-day-letter" || kind === "business-notice" ? "u" : tone;
}
