import { Refusal, type Language } from "@tegemoet/domain";
import { refuseFaults } from "../letter/letter-faults";
import { renderLiquid, restoreMarks } from "../liquid-sandbox";
import { webAddress } from "../mail/header-values";
import type { MessageFacts } from "../message-facts";
import type { MessageTone, SmsKind } from "../message-kinds";
import { missingFacts } from "../required-facts";
import { textVariables, type TextVariables } from "../text-variables";
import { SMS_TEMPLATES } from "../texts/sms-texts";
import { smsLength, toGsm, type SmsLength } from "./sms-length";

/** What to write as a text message, to whom, in which voice. */
export interface SmsOrder {
  readonly kind: SmsKind;
  readonly language: Language;
  readonly tone: MessageTone;
  readonly facts: MessageFacts;
  /** The organisation's own text. Default: {@link SMS_TEMPLATES}. */
  readonly template?: string;
}

export interface RenderedSms extends SmsLength {
  readonly text: string;
}

/** Longer isn't a text message any more. */
export const MOST_SMS_PARTS = 4;

/**
 * Writes a text message: one line, in the 7-bit alphabet where its names allow, so that it stays within 160 characters, or within two
 * parts when the debtor's own link is long.
 *
 * @throws Refusal LETTER_ELEMENT_MISSING with the `element` when a fact that the kind needs isn't there.
 * @throws Refusal INPUT_INVALID for a link that can't be one, and for a text of more than {@link MOST_SMS_PARTS} parts.
 */
export function renderSms(order: SmsOrder): RenderedSms {
  const { kind, facts } = order;
  refuseFaults(kind, missingFacts(kind, facts));
  const sms = draftSms(order);
  if (sms.parts > MOST_SMS_PARTS) throw new Refusal("INPUT_INVALID", { field: "sms", parts: sms.parts });
  return sms;
}

/** The same text for who is still writing it, however long it is. Its facts are complete. */
export function draftSms({ kind, language, tone, facts, template }: SmsOrder): RenderedSms {
  if (facts.portalUrl) webAddress("portalUrl", facts.portalUrl);
  const source = template ?? SMS_TEMPLATES[kind][language][tone];
  const written = restoreMarks(renderLiquid(source, smsVariables(kind, language, tone, facts)));
  const text = toGsm(written.replace(/\s+/g, " ").trim()).replace(/ ([.,?])/g, "$1");
  return { text, ...smsLength(text) };
}

/** The names that a text message may use: those of a mail, and the debtor's own link. */
export function smsVariables(kind: SmsKind, language: Language, tone: MessageTone, facts: MessageFacts): TextVariables {
  return { ...textVariables(kind, language, tone, facts), link: facts.portalUrl ?? null };
}
