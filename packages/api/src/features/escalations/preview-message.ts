import { addDays, Refusal, type Language, type PlainDate, type ToneReport } from "@tegemoet/domain";
import {
  draftText, isMessageKind, lackingFacts, readyText, sampleFacts, sourceFaults, toneOfText, type MessageFacts, type MessageTone, type OwnTextFault, type TextKey,
  type TextMedium, type TextParts,
} from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findOrganisation } from "../organisations/organisation.queries";
import { composeMessage, type ComposedMessage } from "./compose-message";
import { exampleMessageFacts } from "./gather-message-facts";
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
  readonly channel?: TextMedium | null;
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

/** LAW: the words don't say what the law asks, or say it too early. FACT: this debtor or the organisation lacks something that the message needs. */
export type PreviewFault = Omit<OwnTextFault, "code"> & { readonly code: OwnTextFault["code"] | "FACT" };

/**
 * A message as this debtor would get it today: by the text in use, or by the words given. Nothing is written, nothing is sent, and the
 * links and codes in it are placeholders. What the debtor has no facts for is made up, and named.
 *
 * Refuses with NOT_FOUND, and INPUT_INVALID for a kind or channel that there is no text of.
 */
export async function previewMessage(reader: Reader, order: PreviewOrder): Promise<MessagePreview> {
  const { key, composed, ready } = await composePreview(reader, order);
  const { facts, madeUp } = withStandIns(key, composed.facts, order.today);
  const inUse = composed.text ?? ready;
  const source = { subject: order.subject ?? inUse.subject, preheader: order.preheader ?? inUse.preheader, body: order.body ?? inUse.body };
  const given = order.body != null || order.subject != null;
  return { language: key.language, madeUp, written: given ? "given" : composed.text ? "own" : "ready", ...draft(key, source, { ...composed, facts }) };
}

/** What a message to this debtor would tell today, whatever its words. Refuses as {@link previewMessage} does. */
export async function composePreview(reader: Reader, order: PreviewOrder): Promise<{ key: TextKey; composed: ComposedMessage; ready: TextParts }> {
  const { kind, debtorId } = order;
  if (!isMessageKind(kind)) throw new Refusal("INPUT_INVALID", { field: "kind" });
  const language = order.language ?? (await languageOf(reader, debtorId));
  const key: TextKey = { kind, channel: order.channel ?? "mail", language, tone: order.tone ?? (await findOrganisation(reader)).tone };
  const ready = readyText(key);
  if (!ready) throw new Refusal("INPUT_INVALID", { field: "channel" });
  return { key, ready, composed: await composeFor(reader, key, order) };
}

function draft(key: TextKey, source: TextParts, { facts, brand }: ComposedMessage): Omit<MessagePreview, "madeUp" | "written" | "language"> {
  const unwritten = { subject: source.subject, preheader: source.preheader, html: null, text: source.body, tone: toneOfText(key, source.body) };
  const faults = sourceFaults(key, source);
  if (faults.length > 0) return { ...unwritten, faults };
  try {
    const written = draftText(key, source, facts, brand);
    return { ...written, faults: [...lackingFacts(key, facts).map((detail) => fault("FACT", detail)), ...written.faults.map((detail) => fault("LAW", detail))] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...unwritten, faults: [fault("FACT", String(error.details["element"] ?? error.details["field"] ?? error.code))] };
  }
}

function fault(code: "FACT" | "LAW", detail: string): PreviewFault {
  return { part: "body", code, detail, line: null };
}

async function composeFor(reader: Reader, key: TextKey, { debtorId, today, publicUrl }: PreviewOrder): Promise<ComposedMessage> {
  const { kind, language, channel, tone } = key;
  const lines = await openLines(reader, debtorId, today, kind === "note-before-due" || kind === "invoice");
  const message: WaitingMessage = {
    id: newId(), debtorId, caseId: null, kind, channel, toAddress: null, language, facts: await newestSubjects(reader, debtorId), byRequest: false,
    payBy: null, queuedOn: today, createdBy: null, ownWords: null, lines,
  };
  return composeMessage(reader, { message, lines }, await exampleMessageFacts(reader, [{ message, lines }]), { today, secretKey: "", publicUrl, tone });
}

async function languageOf(reader: Reader, debtorId: string): Promise<Language> {
  const row = await reader.first<{ language: Language }>("select language from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]);
  if (!row) throw new Refusal("NOT_FOUND");
  return row.language;
}

/** Made-up facts where this debtor has none, so that every text can be looked at; each by its name. */
function withStandIns(key: TextKey, facts: MessageFacts, today: PlainDate): { facts: MessageFacts; madeUp: string[] } {
  const sample = sampleFacts(key.kind, key.language, key.tone);
  const moved = moveDays(sample, Math.round((Date.parse(today) - Date.parse(sample.today)) / 86_400_000)) as MessageFacts;
  const missing = [...new Set(lackingFacts(key, facts).map((name) => STANDS_FOR[name] ?? name))].filter((name) => name in moved);
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
