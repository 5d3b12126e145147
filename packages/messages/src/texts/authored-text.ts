import type { Language } from "@tegemoet/domain";
import type { MessageKind, MessageTone } from "../message-kinds";

/** The three parts of a mail text, each a Liquid source; the body is in the notation of `message-blocks.ts`. */
export interface TemplateSource {
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
}

/**
 * A text as we write it: both tones in one sentence as `[u|je]`, and one or more invoices as `<factuur|facturen>`.
 * So the two tones can't drift apart.
 */
export type AuthoredTexts<K extends MessageKind = MessageKind> = Readonly<Record<K, Readonly<Record<Language, TemplateSource>>>>;

/** One tone of an authored text, as a plain Liquid source. */
export function inTone(authored: string, tone: MessageTone): string {
  return oneOrMore(authored.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, tone === "u" ? "$1" : "$2")).trim();
}

/** `<factuur|facturen>`, as people write it, in Liquid. */
export function oneOrMore(source: string): string {
  return source.replace(/<([^<>|]*)\|([^<>|]*)>/g, "{% if invoice_count == 1 %}$1{% else %}$2{% endif %}");
}

/** The way back: a Liquid source as people edit it. */
export function asWritten(source: string): string {
  return source.replace(/\{% if invoice_count == 1 %\}((?:(?!\{%)[^<>|])*)\{% else %\}((?:(?!\{%)[^<>|])*)\{% endif %\}/g, "<$1|$2>");
}

/** Sentences that many messages share. */
export const SHARED = {
  nl: {
    justPaid: "[Heeft u|Heb je] net betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.",
    bank: "@bank Liever zelf overmaken?",
    ways: "Komt een andere dag beter uit? Of klopt er iets niet?\n@link portal Kies wat bij [u|jou] past | Daar \
<staat ook [uw|je] factuur|staan ook [uw|je] facturen>.",
  },
  en: {
    justPaid: "Have you just paid? Then you don’t need to do anything. Thank you.",
    bank: "@bank Rather pay by bank transfer?",
    ways: "Would another day suit you better? Or is something not right?\n@link portal Choose what suits you | Your \
<invoice is|invoices are> there too.",
  },
} as const;
