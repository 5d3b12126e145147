import { FOURTEEN_DAY_TERM_WORDING } from "@tegemoet/domain";
import type { AuthoredTexts } from "./authored-text";

/**
 * The term as the Hoge Raad accepts it (25 November 2016, ECLI:NL:HR:2016:2704): fourteen days from the day after
 * delivery. Any other wording ("na heden", a date) may cost the creditor its claim to costs, so this one is never
 * reworded.
 */
export const TERM_SENTENCE = FOURTEEN_DAY_TERM_WORDING.nl;

/** What a letter that the law knows says in its own words, on paper and by mail alike. */
export const LAW_PARAGRAPHS = {
  nl: {
    inDefault: "<Deze factuur is|Deze facturen zijn> nog niet helemaal betaald. De betaaltermijn is voorbij. U bent \
daarom in verzuim: u bent te laat met betalen.",
    term: `Wij vragen u: betaal {{ total }} **${TERM_SENTENCE}**. Dan betaalt u geen incassokosten.`,
    costs: "Betaalt u niet binnen deze termijn? Dan komt er **{{ costs }}** aan incassokosten bij.{% if costs_vat %} \
Daarin zit {{ costs_vat }} btw. Wij kunnen deze btw niet verrekenen, daarom rekenen wij die mee.{% endif %}",
    part: "Betaalt u binnen de termijn een deel? Dan rekenen wij de kosten over wat daarna nog open staat.",
    notice: "Wilt u {{ total }} betalen uiterlijk **{{ pay_by }}**?{% if costs or interest %} Dan betaalt u geen \
kosten en geen rente.{% endif %}",
    later: "{% if costs %}Betaalt u later? Dan komt er **{{ costs }}** aan incassokosten bij.{% if costs_vat %} \
Daarin zit {{ costs_vat }} btw. Wij kunnen deze btw niet verrekenen.{% endif %}{% endif %}{% if interest %} Ook \
rekenen wij dan de wettelijke handelsrente. Tot en met vandaag is dat {{ interest }}.{% endif %}",
  },
  en: {
    inDefault: "<This invoice has|These invoices have> not been paid in full. The time to pay has passed. You are \
therefore in default: you are late in paying.",
    term: `We ask you: pay {{ total }} **${FOURTEEN_DAY_TERM_WORDING.en}**. Then you pay no collection costs. In the \
words of Dutch law: “${TERM_SENTENCE}”.`,
    costs: "If you don’t pay within this term, **{{ costs }}** of collection costs will be added.{% if costs_vat %} \
This includes {{ costs_vat }} VAT. We can’t set off this VAT, so we charge it.{% endif %}",
    part: "If you pay a part within the term, we compute the costs over what is still open then.",
    notice: "Would you please pay {{ total }} by **{{ pay_by }}**?{% if costs or interest %} Then you pay no costs \
and no interest.{% endif %}",
    later: "{% if costs %}If you pay later, **{{ costs }}** of collection costs will be added.{% if costs_vat %} \
This includes {{ costs_vat }} VAT. We can’t set off this VAT.{% endif %}{% endif %}{% if interest %} We will then \
also charge statutory commercial interest. Up to and including today this is {{ interest }}.{% endif %}",
  },
} as const;

const { nl: NL, en: EN } = LAW_PARAGRAPHS;

/**
 * The letters that the law knows. They are written with "u" in both tones: the accepted wording is, and a message never
 * mixes the two.
 */
export const LAW_TEXTS: AuthoredTexts<"fourteen-day-letter" | "business-notice"> = {
  "fourteen-day-letter": {
    nl: {
      subject: "{{ creditor.name }}: brief over {{ invoice_phrase }}, {{ total }}, nog zonder kosten te betalen, \
{{ today_short }}",
      preheader: "Nog zonder kosten te betalen: {{ total }}. In termijnen betalen kan ook.",
      body: `
Aan {{ debtor.name }}

Beste {{ addressee }},

${NL.inDefault}

@bill Samen nog open

${NL.term}

@button pay Betaal {{ total }}

${NL.costs}

${NL.part}

@costs

Lukt betalen niet, of klopt er iets niet?
@link terms Kies termijnen, of iets anders | Bellen kan ook: u vindt ons nummer hieronder.

{% if letter_attached %}De brief zit ook als pdf bij deze mail.{% endif %}

@bank Zelf overmaken`,
    },
    en: {
      subject: "{{ creditor.name }}: letter about {{ invoice_phrase }}, {{ total }}, still without costs, \
{{ today_short }}",
      preheader: "You can still pay without costs: {{ total }}. Instalments are possible too.",
      body: `
To {{ debtor.name }}

Dear {{ addressee }},

${EN.inDefault}

@bill Still open in all

${EN.term}

@button pay Pay {{ total }}

${EN.costs}

${EN.part}

@costs

Can’t you pay, or is something not right?
@link terms Choose instalments, or something else | You can call us too: our number is below.

{% if letter_attached %}The letter also comes with this e-mail as a PDF.{% endif %}

@bank Pay by bank transfer`,
    },
  },
  "business-notice": {
    nl: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, betalen kan zonder kosten tot en met \
{{ pay_by_short }}",
      preheader: "Tot en met {{ pay_by }} betaalt u geen kosten.",
      body: `
Aan {{ debtor.name }}

Beste {{ addressee }},

${NL.inDefault}

${NL.notice}

@bill Samen nog open
@button pay Betaal {{ total }}

${NL.later}

Klopt er iets niet, of past een andere afspraak beter?
@link terms Doe ons een voorstel | Wij denken graag mee.

{% if letter_attached %}De brief zit ook als pdf bij deze mail.{% endif %}

Heeft u net betaald? Dan hoeft u niets te doen. Dank u wel.

@bank Zelf overmaken`,
    },
    en: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, to be paid without costs by {{ pay_by_short }}",
      preheader: "Up to and including {{ pay_by }} you pay no costs.",
      body: `
To {{ debtor.name }}

Dear {{ addressee }},

${EN.inDefault}

${EN.notice}

@bill Still open in all
@button pay Pay {{ total }}

${EN.later}

Is something not right, or would another arrangement suit you better?
@link terms Make us a proposal | We are glad to think along.

{% if letter_attached %}The letter also comes with this e-mail as a PDF.{% endif %}

Have you just paid? Then you don’t need to do anything. Thank you.

@bank Pay by bank transfer`,
    },
  },
};
