import type { Language } from "@tegemoet/domain";
import { MESSAGE_KINDS, MESSAGE_TONES, type MessageKind, type MessageTone } from "./message-kinds";
import { ANSWER_TEXTS } from "./texts/answer-texts";
import { inTone, type AuthoredTexts, type TemplateSource } from "./texts/authored-text";
import { CALL_TEXTS } from "./texts/call-texts";
import { LAW_TEXTS } from "./texts/law-texts";
import { PLAN_TEXTS } from "./texts/plan-texts";
import { REMINDER_TEXTS } from "./texts/reminder-texts";

const AUTHORED: AuthoredTexts = { ...REMINDER_TEXTS, ...LAW_TEXTS, ...CALL_TEXTS, ...PLAN_TEXTS, ...ANSWER_TEXTS };

/**
 * Our own texts: the Liquid sources of every kind, language and tone. An organisation may put its own version in their
 * place.
 */
export const TEMPLATES: Readonly<
  Record<MessageKind, Readonly<Record<Language, Readonly<Record<MessageTone, TemplateSource>>>>>
> = Object.fromEntries(
  MESSAGE_KINDS.map((kind) => [kind, { nl: bothTones(kind, "nl"), en: bothTones(kind, "en") }]),
) as never;

function bothTones(kind: MessageKind, language: Language): Record<MessageTone, TemplateSource> {
  const { subject, preheader, body } = AUTHORED[kind][language];
  return Object.fromEntries(
    MESSAGE_TONES.map((tone) => [
      tone,
      { subject: inTone(subject, tone), preheader: inTone(preheader, tone), body: inTone(body, tone) },
    ]),
  ) as Record<MessageTone, TemplateSource>;
}
