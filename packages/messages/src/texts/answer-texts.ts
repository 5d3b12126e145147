import type { AuthoredTexts } from "./authored-text";

/** What we write back when a debtor did something: asked, told, paid, or wants to come in. */
export const ANSWER_TEXTS: AuthoredTexts<
  "dispute-received" | "dispute-decided" | "hardship" | "thanks" | "own-words" | "portal-code"
> = {
  "dispute-received": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] bericht over factuur \
{{ dispute.invoice_number }}{% if dispute.amount %}, {{ dispute.amount }}{% endif %}, antwoord uiterlijk \
{{ dispute.answer_by_short }}",
      preheader: "Wij zoeken het uit. [U hoort|Je hoort] het uiterlijk {{ dispute.answer_by }}.",
      body: `
{{ greeting }},

Fijn dat [u|je] het laat weten. Er klopt volgens [u|jou] iets niet aan factuur \
{{ dispute.invoice_number }}.{% if dispute.amount %} Het gaat om {{ dispute.amount }}.{% endif %}

{% if dispute.reason %}Dit [schreef u|schreef je]:
“{{ dispute.reason }}”{% endif %}

Wij zoeken het uit. [U hoort|Je hoort] het uiterlijk **{{ dispute.answer_by }}**.

Tot die tijd [krijgt u|krijg je] hierover geen herinneringen.

@button portal Bekijk [uw|je] bericht

[Wilt u|Wil je] nog iets toevoegen? Antwoord op deze mail. Een foto of pdf is goed.`,
    },
    en: {
      subject: "{{ creditor.name }}: your message about invoice {{ dispute.invoice_number }}{% if dispute.amount %}, \
{{ dispute.amount }}{% endif %}, answer by {{ dispute.answer_by_short }}",
      preheader: "We will look into it. You will hear from us by {{ dispute.answer_by }}.",
      body: `
{{ greeting }},

Thank you for letting us know. In your view something is not right with invoice \
{{ dispute.invoice_number }}.{% if dispute.amount %} It is about {{ dispute.amount }}.{% endif %}

{% if dispute.reason %}This is what you wrote:
“{{ dispute.reason }}”{% endif %}

We will look into it. You will hear from us by **{{ dispute.answer_by }}**.

Until then you get no reminders about this.

@button portal See your message

Would you like to add something? Reply to this e-mail. A photo or PDF is fine.`,
    },
  },
  "dispute-decided": {
    nl: {
      subject: "{{ creditor.name }}: ons antwoord over factuur {{ dispute.invoice_number }}{% if open_amount %}, \
{{ open_amount }}{% endif %}{% if open_amount and pay_by_short %}, graag uiterlijk {{ pay_by_short }}{% else %}, \
{{ today_short }}{% endif %}",
      preheader: "{% if dispute.outcome == 'agreed' %}[U heeft|Je hebt] \
gelijk.{% elsif dispute.outcome == 'partly' %}[U heeft|Je hebt] deels gelijk.{% else %}Wij zochten het \
uit.{% endif %} Dit is ons antwoord.",
      body: `
{{ greeting }},

Wij zochten uit wat [u|je] schreef over factuur {{ dispute.invoice_number }}. {% if dispute.outcome == "agreed" %}[U \
heeft|Je hebt] gelijk. Dank [u|je] dat [u|je] het liet weten.{% elsif dispute.outcome == "partly" %}[U heeft|Je \
hebt] deels gelijk.{% else %}De factuur klopt volgens ons wel.{% endif %}

{% if dispute.explanation %}{{ dispute.explanation }}{% endif %}

{% if open_amount %}{% if pay_by %}Wat nu nog open staat, [kunt u|kun je] betalen tot en met \
**{{ pay_by }}**.{% endif %}

@bill Samen nog open
@button pay Betaal {{ total }}

[Ziet u|Zie je] het anders, of past een andere dag beter?
@link portal Laat het ons weten | Bellen kan ook.

@bank Liever zelf overmaken?{% else %}[U hoeft|Je hoeft] niets meer te betalen.

@button portal Bekijk ons antwoord{% endif %}`,
    },
    en: {
      subject: "{{ creditor.name }}: our answer about invoice {{ dispute.invoice_number }}{% if open_amount %}, \
{{ open_amount }}{% endif %}{% if open_amount and pay_by_short %}, please pay by {{ pay_by_short }}{% else %}, \
{{ today_short }}{% endif %}",
      preheader: "{% if dispute.outcome == 'agreed' %}You are right.{% elsif dispute.outcome == 'partly' %}You are \
partly right.{% else %}We looked into it.{% endif %} This is our answer.",
      body: `
{{ greeting }},

We looked into what you wrote about invoice {{ dispute.invoice_number }}. {% if dispute.outcome == "agreed" %}You \
are right. Thank you for letting us know.{% elsif dispute.outcome == "partly" %}You are partly right.{% else %}In \
our view the invoice is correct.{% endif %}

{% if dispute.explanation %}{{ dispute.explanation }}{% endif %}

{% if open_amount %}{% if pay_by %}You can pay what is still open up to and including **{{ pay_by }}**.{% endif %}

@bill Still open in all
@button pay Pay {{ total }}

Do you see it differently, or would another day suit you better?
@link portal Let us know | You can call us too.

@bank Rather pay by bank transfer?{% else %}You don’t need to pay anything else.

@button portal See our answer{% endif %}`,
    },
  },
  "hardship": {
    nl: {
      subject: "{{ creditor.name }}: {% if open_amount %}{{ invoice_phrase }}, {{ open_amount }}, {% endif %}rust \
tot en met {{ paused_until_short }}",
      preheader: "Tot en met {{ paused_until }} hoort [u|je] niets van ons.",
      body: `
{{ greeting }},

Fijn dat [u|je] het laat weten. Betalen lukt nu niet. [U hoeft|Je hoeft] niet te vertellen waarom.

Tot en met **{{ paused_until }}** [krijgt u|krijg je] van ons geen herinneringen. Er komen ook geen telefoontjes. Er \
zijn geen extra kosten.

{% if help.size > 0 %}# Hier [krijgt u|krijg je] gratis hulp

{% for place in help %}**{{ place.name }}**{% if place.phone %}
{{ place.phone }}{% endif %}{% if place.url %}
{{ place.url }}{% endif %}

{% endfor %}{% endif %}

Lukt een klein bedrag per maand wel? Dat is ook goed. [U kiest|Je kiest] zelf wanneer [u|je] kijkt.

@button portal Naar [uw|je] eigen pagina`,
    },
    en: {
      subject: "{{ creditor.name }}: {% if open_amount %}{{ invoice_phrase }}, {{ open_amount }}, {% endif %}a rest \
until {{ paused_until_short }}",
      preheader: "Up to and including {{ paused_until }} you will hear nothing from us.",
      body: `
{{ greeting }},

Thank you for letting us know. You can’t pay at the moment. You don’t need to tell us why.

Up to and including **{{ paused_until }}** you get no reminders from us. We won’t call you either. There are no \
extra costs.

{% if help.size > 0 %}# Free help for you

{% for place in help %}**{{ place.name }}**{% if place.phone %}
{{ place.phone }}{% endif %}{% if place.url %}
{{ place.url }}{% endif %}

{% endfor %}{% endif %}

Would a small amount a month be possible? That is fine too. You choose when to look.

@button portal Go to your own page`,
    },
  },
  "thanks": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] betaling van {{ payment.amount }} is binnen, \
{{ payment.received_on_short }}",
      preheader: "Dank [u|je] wel. {% if open_amount %}Er staat nog {{ open_amount }} open.{% else %}Alles is \
betaald.{% endif %}",
      body: `
{{ greeting }},

[Uw|Je] betaling van **{{ payment.amount }}** is binnen. Dank [u|je] wel.

{% if open_amount %}Er staat nu nog {{ open_amount }} open.{% if pay_by %} Dat [kunt u|kun je] betalen tot en met \
**{{ pay_by }}**.{% endif %}

@bill Samen nog open
@button portal Bekijk wat er nog open staat{% else %}Alles is betaald. [U hoeft|Je hoeft] niets meer te doen.

@button portal Bekijk [uw|je] betaling{% endif %}`,
    },
    en: {
      subject: "{{ creditor.name }}: your payment of {{ payment.amount }} has arrived, {{ payment.received_on_short }}",
      preheader: "Thank you. {% if open_amount %}{{ open_amount }} is still open.{% else %}Everything is \
paid.{% endif %}",
      body: `
{{ greeting }},

Your payment of **{{ payment.amount }}** has arrived. Thank you.

{% if open_amount %}{{ open_amount }} is still open.{% if pay_by %} You can pay it up to and including \
**{{ pay_by }}**.{% endif %}

@bill Still open in all
@button portal See what is still open{% else %}Everything is paid. You don’t need to do anything else.

@button portal See your payment{% endif %}`,
    },
  },
  // Where a person starts who writes a mail of their own: who, about what, and how to answer.
  "own-words": {
    nl: {
      subject: "{{ creditor.name }}: een bericht over {{ invoice_phrase }}",
      preheader: "Wij schrijven [u|je] over {{ invoice_phrase }}.",
      body: `
{{ greeting }},

Wij schrijven [u|je] over {{ invoice_phrase }}.

[Heeft u|Heb je] een vraag? Antwoord gewoon op deze mail.

@button portal Bekijk [uw|je] eigen pagina`,
    },
    en: {
      subject: "{{ creditor.name }}: a message about {{ invoice_phrase }}",
      preheader: "We are writing to you about {{ invoice_phrase }}.",
      body: `
{{ greeting }},

We are writing to you about {{ invoice_phrase }}.

Do you have a question? Just reply to this e-mail.

@button portal See your own page`,
    },
  },
  "portal-code": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] code om verder te gaan",
      preheader: "Typ deze code op de pagina waar [u|je] was.",
      body: `
{{ greeting }},

[U vroeg|Je vroeg] om een code. Typ hem op de pagina waar [u|je] was:

@code

{% if code_minutes %}De code werkt {{ code_minutes }} minuten. {% endif %}Geef hem aan niemand. Ook wij vragen er \
nooit naar.

[Vroeg u|Vroeg je] dit niet? Dan [hoeft u|hoef je] niets te doen.`,
    },
    en: {
      subject: "{{ creditor.name }}: your code to continue",
      preheader: "Type this code on the page where you were.",
      body: `
{{ greeting }},

You asked for a code. Type it on the page where you were:

@code

{% if code_minutes %}The code works for {{ code_minutes }} minutes. {% endif %}Give it to nobody. We never ask for \
it either.

Did you not ask for this? Then you don’t need to do anything.`,
    },
  },
};
