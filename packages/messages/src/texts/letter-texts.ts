import type { Language } from "@tegemoet/domain";
import { LETTER_KINDS, MESSAGE_TONES, type LetterKind, type MessageTone } from "../message-kinds";
import { inTone } from "./authored-text";
import { LAW_PARAGRAPHS } from "./law-texts";
import { PLAN_LETTER_TEXTS } from "./plan-letter-texts";

/**
 * The text of a letter: its heading (what is still possible, never what threatens) and its body, in the notation of
 * `message-blocks.ts` without buttons and links. How to pay and both codes stand in the foot, which is ours.
 */
export interface LetterSource {
  readonly heading: string;
  readonly body: string;
}

const { nl: NL, en: EN } = LAW_PARAGRAPHS;

const CLOSING = {
  nl: "[Heeft u|Heb je] net betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.",
  en: "Have you just paid? Then you don’t need to do anything. Thank you.",
};

const CALLED = {
  nl: `{% if call %}{% if call.reached %}Op {{ call.day }} om {{ call.time }} uur spraken wij \
{% if call.person %}met {{ call.person }}{% else %}elkaar{% endif %} aan de telefoon. Wij komen er graag op \
terug.{% else %}Wij belden [u|je] op {{ call.day }} om {{ call.time }} uur. Wij kregen [u|je] niet te pakken, daarom \
schrijven wij.{% endif %}{% endif %}`,
  en: `{% if call %}{% if call.reached %}On {{ call.day }} at {{ call.time }} we spoke {% if call.person %}with \
{{ call.person }}{% else %}with you{% endif %} on the telephone. We would like to come back to that.{% else %}We \
called you on {{ call.day }} at {{ call.time }}. We couldn’t reach you, so we are writing.{% endif %}{% endif %}`,
};

const AUTHORED: Readonly<Record<LetterKind, Readonly<Record<Language, LetterSource>>>> = {
  "reminder-1": {
    nl: {
      heading: "Er staat nog {{ total }} open",
      body: `
{{ greeting }},

Er <staat nog 1 factuur|staan nog {{ invoice_count }} facturen> van ons open. Misschien <is de factuur|zijn de \
facturen> niet aangekomen. Of kwam het er nog niet van. Dat kan gebeuren.

@bill

[Wilt u|Wil je] uiterlijk **{{ pay_by }}** betalen?

${CLOSING.nl}`,
    },
    en: {
      heading: "{{ total }} is still open",
      body: `
{{ greeting }},

<One invoice of ours is|{{ invoice_count }} invoices of ours are> still open. Maybe <it|they> never reached you. Or \
it slipped your mind. That happens.

@bill

[Would you please|Could you] pay by **{{ pay_by }}**?

${CLOSING.en}`,
    },
  },
  "reminder-2": {
    nl: {
      heading: "Er staat nog {{ total }} open",
      body: `
{{ greeting }},

${CALLED.nl}

@bill

Wij stellen een nieuwe dag voor. [Wilt u|Wil je] uiterlijk **{{ pay_by }}** betalen?

Is alles in één keer te veel? Betaal dan in termijnen. Dat kost niets extra.{% if example %} Dit kan bijvoorbeeld:

@schedule example Samen{% endif %}

${CLOSING.nl}`,
    },
    en: {
      heading: "{{ total }} is still open",
      body: `
{{ greeting }},

${CALLED.en}

@bill

We propose a new date. [Would you please|Could you] pay by **{{ pay_by }}**?

Is it too much in one go? Then pay in instalments. It costs nothing extra.{% if example %} For example:

@schedule example In all{% endif %}

${CLOSING.en}`,
    },
  },
  "reminder-3": {
    nl: {
      heading: "Samen een manier vinden voor {{ total }}",
      body: `
{{ greeting }},

Wij schreven [u|je] al eerder over <deze factuur|deze facturen>. <Hij staat|Ze staan> nog open. Misschien zit er \
iets in de weg.

@bill

[Wilt u|Wil je] uiterlijk **{{ pay_by }}** betalen?

Lukt het niet in één keer? Stel dan zelf een bedrag per maand voor.{% if example %} Bijvoorbeeld zo:

@schedule example Samen{% endif %}

Zolang de termijnen lopen, sturen wij geen herinneringen.

${CLOSING.nl}`,
    },
    en: {
      heading: "Finding a way together for {{ total }}",
      body: `
{{ greeting }},

We wrote to you before about <this invoice|these invoices>. <It is|They are> still open. Maybe something stands in \
the way.

@bill

[Would you please|Could you] pay by **{{ pay_by }}**?

Can’t you pay it in one go? Then propose an amount a month.{% if example %} For example:

@schedule example In all{% endif %}

As long as the instalments run, we send no reminders.

${CLOSING.en}`,
    },
  },
  "not-reached": {
    nl: {
      heading: "Wij belden [u|je]. Wanneer komt het wel uit?",
      body: `
{{ greeting }},

Wij belden [u|je] op {{ missed_call.day }} om {{ missed_call.time }} uur. Wij kregen [u|je] niet te pakken.

Het gaat over <deze factuur|deze facturen>. Wij willen graag weten wat voor [u|jou] lukt.

@bill

[Belt u|Bel je] ons terug? Of kijk op [uw|je] eigen pagina. Daar [kiest u|kies je] zelf wat past, op elk moment.

${CLOSING.nl}`,
    },
    en: {
      heading: "We called you. When would suit you?",
      body: `
{{ greeting }},

We called you on {{ missed_call.day }} at {{ missed_call.time }}. We couldn’t reach you.

It is about <this invoice|these invoices>. We would like to know what works for you.

@bill

Would you call us back? Or look at your own page. There you choose what suits you, at any hour.

${CLOSING.en}`,
    },
  },
  "fourteen-day-letter": {
    nl: {
      heading: "Nog zonder kosten te betalen: {{ total }}",
      body: `
Beste {{ addressee }},

${NL.inDefault}

@bill

${NL.term}

${NL.costs} ${NL.part}

@costs`,
    },
    en: {
      heading: "You can still pay without costs: {{ total }}",
      body: `
Dear {{ addressee }},

${EN.inDefault}

@bill

${EN.term}

${EN.costs} ${EN.part}

@costs`,
    },
  },
  "business-notice": {
    nl: {
      heading: "{% if costs or interest %}Nog zonder kosten te betalen: {{ total }}{% else %}Er staat nog \
{{ total }} open{% endif %}",
      body: `
Beste {{ addressee }},

${NL.inDefault}

@bill

${NL.notice}

${NL.later}

Heeft u net betaald? Dan hoeft u niets te doen. Dank u wel.`,
    },
    en: {
      heading: "{% if costs or interest %}You can still pay without costs: {{ total }}{% else %}{{ total }} is still \
open{% endif %}",
      body: `
Dear {{ addressee }},

${EN.inDefault}

@bill

${EN.notice}

${EN.later}

Have you just paid? Then you don’t need to do anything. Thank you.`,
    },
  },
  ...PLAN_LETTER_TEXTS,
};

/** Our own letter texts: the Liquid sources of every letter, language and tone. */
export const LETTER_TEMPLATES: Readonly<Record<LetterKind, Readonly<Record<Language, Readonly<Record<MessageTone, LetterSource>>>>>> =
  Object.fromEntries(LETTER_KINDS.map((kind) => [kind, { nl: bothTones(kind, "nl"), en: bothTones(kind, "en") }])) as never;

function bothTones(kind: LetterKind, language: Language): Record<MessageTone, LetterSource> {
  const { heading, body } = AUTHORED[kind][language];
  return Object.fromEntries(
    MESSAGE_TONES.map((tone) => [tone, { heading: inTone(heading, tone), body: inTone(body, tone) }]),
  ) as Record<MessageTone, LetterSource>;
}
