import { Refusal, tone as measureTone, TONE_WEIGHT, type Language, type ToneMark, type ToneReport } from "@tegemoet/domain";
import { lawFaults, letterFaults } from "./letter/letter-faults";
import { draftLetterText } from "./letter/render-letter";
import { draftMail } from "./mail/render-mail";
import type { Brand, MessageFacts } from "./message-facts";
import { isLetterKind, isSmsKind, voiceOf, type MessageKind, type MessageTone } from "./message-kinds";
import { proseOf } from "./prose-of";
import { missingFacts, refusingHoles, REQUIRED_FACTS } from "./required-facts";
import { SAMPLE_BRAND, sampleFacts } from "./sample-facts";
import { draftSms, MOST_SMS_PARTS } from "./sms/render-sms";
import { templateFaults, type TemplateFault, type TextMedium } from "./template-faults";
import { TEMPLATES } from "./templates";
import { asWritten } from "./texts/authored-text";
import { LETTER_TEMPLATES } from "./texts/letter-texts";
import { textVariables } from "./text-variables";
import { SMS_TEMPLATES } from "./texts/sms-texts";

/** Which text: one of each kind, medium, language and voice. */
export interface TextKey {
  readonly kind: MessageKind;
  readonly channel: TextMedium;
  readonly language: Language;
  readonly tone: MessageTone;
}

/** What is written in an editor. Of a letter the subject is its heading; a text message has a body alone. */
export interface TextParts {
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
}

/** Our own text of a kind and medium, as people edit it; undefined where there is none: only some kinds exist on paper or as a text message. */
export function readyText(key: TextKey): TextParts | undefined {
  const found = readySource(key);
  return found && { subject: asWritten(found.subject), preheader: asWritten(found.preheader), body: asWritten(found.body) };
}

function readySource({ kind, channel, language, tone }: TextKey): TextParts | undefined {
  if (channel === "mail") return TEMPLATES[kind][language][tone];
  if (channel === "sms")
    return isSmsKind(kind) ? { subject: "", preheader: "", body: SMS_TEMPLATES[kind][language][tone] } : undefined;
  if (!isLetterKind(kind)) return undefined;
  const { heading, body } = LETTER_TEMPLATES[kind][language][tone];
  return { subject: heading, preheader: "", body };
}

/** A message as it would be, written for who is still working on its text. */
export interface DraftedText {
  readonly subject: string;
  readonly preheader: string;
  /** Only of a mail. */
  readonly html: string | null;
  readonly text: string;
  /** What the law misses in the words: names of `fourteenDayLetterFaults`, "costs-too-early", or "too-long" of a text message. */
  readonly faults: readonly string[];
  readonly tone: ToneReport;
}

/** Words that a sentence may have: English says the same in somewhat more of them. */
const LONGEST_SENTENCE = { nl: 15, en: 18 } as const;

/**
 * Writes a text with facts, without refusing what the law misses in it.
 *
 * @throws Refusal when a name or link can't stand in a message, or a variable's fact isn't there; Error of the engine for a text with {@link templateFaults}.
 */
export function draftText(key: TextKey, parts: TextParts, facts: MessageFacts, brand: Brand): DraftedText {
  const drafted = refusingHoles(key.kind, () => drafters[key.channel](key, parts, facts, brand));
  const tone = toneOfText(key, proseOf(drafted.text));
  const early = tone.marks.some(({ rule }) => rule === "costs-too-early") ? ["costs-too-early"] : [];
  return { ...drafted, faults: [...drafted.faults, ...early], tone };
}

type Drafter = (key: TextKey, parts: TextParts, facts: MessageFacts, brand: Brand) => Omit<DraftedText, "tone">;

const drafters: Readonly<Record<TextMedium, Drafter>> = {
  mail: (key, template, facts, brand) => {
    const { mail, faults } = draftMail({ ...key, facts, brand, template, qr: false });
    return { subject: mail.subject, preheader: mail.preheader, html: mail.html, text: mail.text, faults };
  },
  letter: ({ kind, ...key }, { subject, body }, facts, brand) => {
    if (!isLetterKind(kind)) throw new RangeError(`no letter of ${kind}`);
    const { heading, text, faults } = draftLetterText({ ...key, kind, facts, brand, template: { heading: subject, body } });
    return { subject: heading.replace(/\u00a0/g, " "), preheader: "", html: null, text, faults };
  },
  sms: ({ kind, ...key }, { body }, facts) => {
    if (!isSmsKind(kind)) throw new RangeError(`no text message of ${kind}`);
    const { text, parts } = draftSms({ ...key, kind, facts, template: body });
    return { subject: "", preheader: "", html: null, text, faults: parts > MOST_SMS_PARTS ? ["too-long"] : [] };
  },
};

/** The tone of a text, measured as its kind may sound: the law's letters name costs, nothing before them does. */
export function toneOfText({ kind, language }: Pick<TextKey, "kind" | "language">, text: string): ToneReport {
  return measureTone(text, {
    language,
    kind: kind === "fourteen-day-letter" || kind === "business-notice" ? kind : "reminder",
    longestSentence: LONGEST_SENTENCE[language],
  });
}

/** A fault of a text itself, or LAW: what every message by it would fail to say, or would say too early. */
export type OwnTextFault = Omit<TemplateFault, "code"> & { readonly code: TemplateFault["code"] | "LAW" };

/** The facts that a kind needs and that aren't there, on this medium. */
export function lackingFacts({ kind, channel }: Pick<TextKey, "kind" | "channel">, facts: MessageFacts): string[] {
  return { mail: lawFaults, letter: letterFaults, sms: missingFacts }[channel](kind, facts);
}

/**
 * Why an own text can't be activated: a fault of its source, or an element of the law that it fails to say (I-39). Tried with one invoice
 * and with two, for a creditor that sets off VAT and for one that can't.
 */
export function ownTextFaults(key: TextKey, parts: TextParts): OwnTextFault[] {
  const faults = sourceFaults(key, parts);
  if (faults.length > 0) return faults;
  try {
    const law = new Set(trialFacts(key).flatMap((facts) => draftText(key, parts, facts, SAMPLE_BRAND).faults));
    return [...law].map((detail) => ({ part: "body", code: "LAW", detail, line: null }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ part: "body", code: "EMPTY_VARIABLE", detail: String(error.details["element"] ?? error.details["field"] ?? error.code), line: null }];
  }
}

/** The faults of an own text's parts alone; a part that may be empty is left out when it is. */
export function sourceFaults({ channel }: Pick<TextKey, "channel">, { subject, preheader, body }: TextParts): TemplateFault[] {
  const parts = { ...(channel === "sms" ? {} : { subject }), ...(preheader.trim() && channel === "mail" ? { preheader } : {}), body };
  return templateFaults(parts, channel);
}

function trialFacts({ kind, language, tone }: TextKey): MessageFacts[] {
  const facts = sampleFacts(kind, language, voiceOf(kind, tone));
  const [first] = facts.invoices;
  const single = first ? [{ ...facts, invoices: [first], totalCents: first.openCents }] : [];
  const withVat = { ...facts, creditor: { ...facts.creditor, vatDeductible: false }, costsCents: 5_382, costsVatCents: 934 };
  return [facts, ...single, withVat];
}


/** A variable that a text may use, with what it would read as. */
export interface TextVariable {
  readonly name: string;
  readonly sample: string;
}

/** The variables for the picker of an editor: what this kind has facts for, with made-up values. Lists are left to `@bill` and `@schedule`. */
export function pickableVariables({ kind, channel, language, tone }: TextKey): TextVariable[] {
  const facts = sampleFacts(kind, language, voiceOf(kind, tone));
  const needed = new Set<string>(REQUIRED_FACTS[kind].map((name) => name.split(".")[0] ?? name));
  const link = channel === "sms" ? [{ name: "link", sample: facts.portalUrl ?? "" }] : [];
  return [...link, ...flat(textVariables(kind, language, tone, facts)).filter(({ name }) => fits(name.split(".")[0] ?? name, needed))];
}

/** Which fact a group of variables tells of; the others are always there. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  agreement: ["agreement"], plan: ["plan"], instalment: ["instalment"], dispute: ["dispute"], payment: ["payment"], paused_until: ["pausedUntil"], paused_until_short: ["pausedUntil"],
  code: ["code"], code_minutes: ["code"], costs: ["costsCents"], costs_vat: ["costsCents"], total_with_costs: ["costsCents"], interest: ["interestCents"],
};

function fits(group: string, needed: ReadonlySet<string>): boolean {
  return GROUPS[group]?.some((fact) => needed.has(fact)) ?? true;
}

function flat(variables: object, path = ""): TextVariable[] {
  return Object.entries(variables).flatMap(([name, value]: [string, unknown]) => {
    const full = path ? `${path}.${name}` : name;
    if (typeof value === "string" || typeof value === "number") return [{ name: full, sample: String(value) }];
    return value !== null && typeof value === "object" && !Array.isArray(value) ? flat(value, full) : [];
  });
}

/** The marks that need a person's word before they go to a debtor: orders, threats, blame, costs and questions that the house doesn't ask. */
export function redMarks({ marks }: Pick<ToneReport, "marks">): readonly ToneMark[] {
  return marks.filter(({ rule }) => TONE_WEIGHT[rule] === "hard");
}
