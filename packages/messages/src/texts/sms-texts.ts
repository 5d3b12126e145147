import type { Language } from "@tegemoet/domain";
import { MESSAGE_TONES, type MessageTone, type SmsKind } from "../message-kinds";
import { inTone } from "./authored-text";

const AUTHORED: Readonly<Record<SmsKind, Readonly<Record<Language, string>>>> = {
  "note-before-due": {
    nl: "{{ creditor.name }}: een seintje vooraf. [U kunt|Je kunt] {{ total }} ({{ invoice_phrase }}) betalen tot en met \
{{ pay_by_short }}. Dat kan hier: {{ link }}",
    en: "{{ creditor.name }}: a short note in advance. You can pay {{ total }} ({{ invoice_phrase }}) up to and including \
{{ pay_by_short }}. You can do so here: {{ link }}",
  },
  "reminder-1": {
    nl: "{{ creditor.name }}: {{ invoice_phrase }} <staat|staan> nog open, {{ total }}. [Wilt u|Wil je] betalen uiterlijk \
{{ pay_by_short }}? Dat kan hier: {{ link }}",
    en: "{{ creditor.name }}: {{ invoice_phrase }} <is|are> still open, {{ total }}. [Would you please|Could you] pay by \
{{ pay_by_short }}? You can do so here: {{ link }}",
  },
  "reminder-2": {
    nl: "{{ creditor.name }}: {% if missed_call %}wij belden [u|je] op {{ missed_call.day }}. {% endif %}Er staat nog \
{{ total }} open. [Wilt u|Wil je] betalen uiterlijk {{ pay_by_short }}? In termijnen kan ook: {{ link }}",
    en: "{{ creditor.name }}: {% if missed_call %}we called you on {{ missed_call.day }}. {% endif %}{{ total }} is still \
open. [Would you please|Could you] pay by {{ pay_by_short }}? Instalments are fine too: {{ link }}",
  },
  "reminder-3": {
    nl: "{{ creditor.name }}: er staat nog {{ total }} open. [Wilt u|Wil je] betalen uiterlijk {{ pay_by_short }}? Lukt dat \
niet, stel dan zelf termijnen voor: {{ link }}",
    en: "{{ creditor.name }}: {{ total }} is still open. [Would you please|Could you] pay by {{ pay_by_short }}? If not, \
propose your own instalments: {{ link }}",
  },
  "not-reached": {
    nl: "{{ creditor.name }}: wij belden [u|je] op {{ missed_call.day }} over {{ invoice_phrase }}. Wanneer komt het uit? \
{% if creditor.phone %}Bel {{ creditor.phone }}, of kijk{% else %}Kijk{% endif %} op {{ link }}",
    en: "{{ creditor.name }}: we called you on {{ missed_call.day }} about {{ invoice_phrase }}. When would suit you? \
{% if creditor.phone %}Call {{ creditor.phone }}, or see{% else %}See{% endif %} {{ link }}",
  },
};

/** Our own text messages, as Liquid sources: of every kind that exists as one, in each language and tone. */
export const SMS_TEMPLATES: Readonly<Record<SmsKind, Readonly<Record<Language, Readonly<Record<MessageTone, string>>>>>> =
  Object.fromEntries(
    Object.entries(AUTHORED).map(([kind, { nl, en }]) => [kind, { nl: bothTones(nl), en: bothTones(en) }]),
  ) as never;

function bothTones(authored: string): Record<MessageTone, string> {
  return Object.fromEntries(MESSAGE_TONES.map((tone) => [tone, inTone(authored, tone)])) as Record<MessageTone, string>;
}
