import { addDays, Refusal, tone as measureTone, type Language, type PlainDate, type ToneReport } from "@tegemoet/domain";
import {
  draftLetterText, draftMail, isMessageKind, lawFaults, LETTER_KINDS, LETTER_TEMPLATES, letterFaults, proseOf, sampleFacts, templateFaults, TEMPLATES,
  type LetterKind, type MessageFacts, type MessageKind, type MessageTone, type TemplateFault,
} from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findOrganisation } from "../organisations/organisation.queries";
import { activeTexts, textKey, type TextChannel } from "../templates/template.queries";
import { composeMessage, type ComposedMessage } from "./compose-message";
import { findAddressees } from "./gather-message-facts";
import { callFacts, invoiceFacts } from "./message-subjects.queries";
import { newestSubjects, openLines } from "./preview-subjects.queries";
import type { WaitingMessage } from "./sending.queries";

export interface PreviewOrder {
  readonly kind: string;
  readonly debtorId: string;
  /** Default: the debtor's language. */
  readonly language?: Language | null;
  /** Default: the organisation's voice. */
  readonly tone?: MessageTone | null;
  /** Default: mail. */
  readonly channel?: TextChannel | null;
  /** Words in the place of the text that is in use; of a letter the subject is its heading. */
  readonly subject?: string | null;
  readonly preheader?: string | null;
  readonly body?: string | null;
  readonly today: PlainDate;
  readonly publicUrl: string;
}

export interface MessagePreview {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  /** Null for what isn't a mail, and while the words can't be written. */
  readonly html: string | null;
  readonly text: string;
  readonly faults: readonly PreviewFault[];
  /** Places in `text`. */
  readonly tone: ToneReport;
  /** The facts that this debtor doesn't have and that stand in as made-up ones: "plan", "dispute" … */
  readonly madeUp: readonly string[];
  /** Whether an own text of the organisation, our ready text, or the words given were written. */
  readonly written: "own" | "ready" | "given";
}

/** LAW: the text doesn't say what the law asks. FACT: this debtor or the organisation lacks something that the message needs. Others: the text itself. */
export type PreviewFault = Pick<TemplateFault, "part" | "detail" | "line"> & { readonly code: TemplateFault["code"] | "LAW" | "FACT" };

interface Source {
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
}

/** Stands in the place of a personal link or code. Nothing opens by it. */
const NO_TOKEN = "een-voorbeeld-opent-niets";
/** As long as the "u" and "je" of the house, English somewhat longer. */
const LONGEST_SENTENCE = { nl: 15, en: 18 } as const;

/**
 * A message as this debtor would get it today: by the text in use, or by the words given. Nothing is written, nothing is sent, and the
 * links and codes in it are placeholders. What the debtor has no facts for is made up, and named.
 *
 * Refuses with NOT_FOUND, and INPUT_INVALID for a kind or channel that there is no text of.
 */
export async function previewMessage(reader: Reader, order: PreviewOrder): Promise<MessagePreview> {
  const { kind, channel: asked, debtorId, today } = order;
  const channel = asked ?? "mail";
  if (!isMessageKind(kind)) throw new Refusal("INPUT_INVALID", { field: "kind" });
  if (channel === "letter" && !isLetterKind(kind)) throw new Refusal("INPUT_INVALID", { field: "channel" });
  const addressee = await findAddressees(reader, [debtorId]);
  const language = order.language ?? (await languageOf(reader, debtorId));
  const voice = order.tone ?? (await findOrganisation(reader)).tone;
  const composed = await composeFor(reader, { ...order, kind, language, tone: voice }, addressee);
  const { facts, madeUp } = withStandIns(kind, language, voice, composed, channel, today);
  const key = { kind, channel, language, tone: voice };
  const own = (await activeTexts(reader, [key])).get(textKey(key));
  const source = sourceOf(order, own ?? readyText(key));
  const written = order.body != null || order.subject != null ? "given" : own ? "own" : "ready";
  return { language, madeUp, written, ...draft(key, source, { ...composed, facts }) };
}

function sourceOf({ subject, preheader, body }: PreviewOrder, text: Source): Source {
  return { subject: subject ?? text.subject, preheader: preheader ?? text.preheader, body: body ?? text.body };
}

/** Our own text of a kind and channel; of a letter the heading stands in the place of the subject. */
export function readyText({ kind, channel, language, tone }: { kind: MessageKind; channel: TextChannel; language: Language; tone: MessageTone }): Source {
  if (channel === "mail") return TEMPLATES[kind][language][tone];
  if (!isLetterKind(kind)) throw new Refusal("INPUT_INVALID", { field: "channel" });
  const { heading, body } = LETTER_TEMPLATES[kind][language][tone];
  return { subject: heading.replace(/\u00a0/g, " "), preheader: "", body };
}

type Key = Parameters<typeof readyText>[0];

function draft(key: Key, source: Source, { facts, brand }: ComposedMessage): Omit<MessagePreview, "madeUp" | "written" | "language"> {
  const { kind, channel, language } = key;
  const parts = channel === "letter" ? { heading: source.subject, body: source.body } : { subject: source.subject, ...(source.preheader ? { preheader: source.preheader } : {}), body: source.body };
  const faults: PreviewFault[] = templateFaults(parts as never).map((fault) => ({ ...fault, part: fault.part === "heading" ? "subject" : fault.part }));
  const unwritten = { subject: source.subject, preheader: source.preheader, html: null, text: source.body };
  if (faults.length > 0) return { ...unwritten, faults, tone: toneOf(source.body, kind, language) };
  try {
    const written = channel === "letter" ? writtenLetter(key, source, facts, brand) : writtenMail(key, source, facts, brand);
    const lacking = (channel === "letter" ? letterFaults : lawFaults)(kind, facts);
    const found = [...lacking.map((detail) => fault("FACT", detail)), ...written.faults.map((detail) => fault("LAW", detail))];
    return { ...written, faults: found, tone: toneOf(proseOf(written.text), kind, language) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const detail = String(error.details["element"] ?? error.details["field"] ?? error.code);
    return { ...unwritten, faults: [fault("FACT", detail)], tone: toneOf(source.body, kind, language) };
  }
}

function fault(code: "FACT" | "LAW", detail: string): PreviewFault {
  return { part: "body", code, detail, line: null };
}

function writtenMail({ kind, language, tone }: Key, template: Source, facts: MessageFacts, brand: ComposedMessage["brand"]): Source & { html: string; text: string; faults: readonly string[] } {
  const { mail, faults } = draftMail({ kind, language, tone, facts, brand, template, qr: false });
  return { ...template, subject: mail.subject, preheader: mail.preheader, html: mail.html, text: mail.text, faults };
}

function writtenLetter({ kind, language, tone }: Key, { subject, body }: Source, facts: MessageFacts, brand: ComposedMessage["brand"]): Source & { html: null; text: string; faults: readonly string[] } {
  const { heading, text, faults } = draftLetterText({ kind: kind as LetterKind, language, tone, facts, brand, template: { heading: subject, body } });
  return { subject: heading.replace(/\u00a0/g, " "), preheader: "", body, html: null, text, faults };
}

function toneOf(text: string, kind: MessageKind, language: Language): ToneReport {
  return measureTone(text, { language, kind: kind === "fourteen-day-letter" || kind === "business-notice" ? kind : "reminder", longestSentence: LONGEST_SENTENCE[language] });
}

async function composeFor(
  reader: Reader, order: PreviewOrder & { kind: MessageKind; language: Language; tone: MessageTone }, addressee: Awaited<ReturnType<typeof findAddressees>>,
): Promise<ComposedMessage> {
  const { kind, debtorId, today, publicUrl, language } = order;
  const id = newId();
  const lines = await openLines(reader, debtorId, today, kind === "note-before-due" || kind === "invoice");
  const message: WaitingMessage = {
    id, debtorId, caseId: null, kind, channel: order.channel === "letter" ? "letter" : "mail", toAddress: null, language, facts: await newestSubjects(reader, debtorId), byRequest: false,
    payBy: null, queuedOn: today, createdBy: null, lines,
  };
  const gathered = {
    addressee, invoices: await invoiceFacts(reader, new Map(lines.map(({ invoiceId, openCents }) => [invoiceId, openCents]))), calls: await callFacts(reader, [message]),
    tokens: new Map(kind === "portal-code" ? [] : [[id, NO_TOKEN]]),
  };
  return composeMessage(reader, { message, lines }, gathered, { today, secretKey: "", publicUrl, tone: order.tone });
}

async function languageOf(reader: Reader, debtorId: string): Promise<Language> {
  const row = await reader.first<{ language: Language }>("select language from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]);
  if (!row) throw new Refusal("NOT_FOUND");
  return row.language;
}

/** Made-up facts where this debtor has none, so that every text can be looked at; each by its name. */
function withStandIns(
  kind: MessageKind, language: Language, tone: MessageTone, { facts }: ComposedMessage, channel: TextChannel, today: PlainDate,
): { facts: MessageFacts; madeUp: string[] } {
  const sample = sampleFacts(kind, language, tone);
  const shift = (Date.parse(today) - Date.parse(sample.today)) / 86_400_000;
  const moved = moveDays(sample, Math.round(shift)) as MessageFacts;
  const lacking = (channel === "letter" ? letterFaults : lawFaults)(kind, facts);
  const missing = [...new Set(lacking.map((name) => STANDS_FOR[name] ?? name))].filter((name) => name in moved);
  let filled: Record<string, unknown> = { ...facts };
  for (const name of missing) filled = { ...filled, [name]: moved[name as keyof MessageFacts] };
  if (missing.includes("invoices")) filled = { ...filled, totalCents: moved.totalCents, costsCents: filled["costsCents"] ?? moved.costsCents };
  return { facts: filled as unknown as MessageFacts, madeUp: missing };
}

/** A part of a fact that is missing is made up with the whole. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  "dispute.answerBy": "dispute", "dispute.outcome": "dispute", "invoice.number": "invoices", "invoice.openCents": "invoices", "default": "invoices", "principal": "invoices", "totalCents": "invoices",
};

/** The sample's days, as far from today as they are from the sample's own. */
function moveDays(value: unknown, by: number): unknown {
  if (typeof value === "string") return value.replace(/^\d{4}-\d{2}-\d{2}(?=T|$)/, (day) => addDays(day, by));
  if (Array.isArray(value)) return value.map((inner) => moveDays(inner, by));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moveDays(inner, by)]));
}

function isLetterKind(kind: string): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind);
}
