import { SHARED, type AuthoredTexts } from "./authored-text";

/** What follows a call: the agreement to confirm, the call that reached nobody, the agreement that wasn't kept. */
export const CALL_TEXTS: AuthoredTexts<"call-confirmation" | "not-reached" | "promise-broken"> = {
  "call-confirmation": {
    nl: {
      subject: "{{ creditor.name }}: onze afspraak over {{ agreement.invoice_phrase }}, {{ agreement.amount }}, \
{{ agreement.by_day_short }}",
      preheader: "Klopt onze afspraak? [U betaalt|Je betaalt] {{ agreement.amount }} uiterlijk {{ agreement.by_day }}.",
      body: `
{{ greeting }},

Fijn dat wij elkaar spraken.{% if call and call.reached %} Dat was op {{ call.day }} om {{ call.time }} uur.{% endif %}

# Dit spraken wij af

{% if agreement.sentence %}“{{ agreement.sentence }}”{% endif %}

@facts
[U betaalt|Je betaalt]: {{ agreement.amount }}
Uiterlijk op: {{ agreement.by_day }}{% for number in agreement.invoices %}{% if forloop.first %}
Voor: factuur {{ number }}{% else %}, {{ number }}{% endif %}{% endfor %}
Wij beloven: Tot en met {{ agreement.by_day }} krijgt [u|je] hierover geen herinnering.

{% if agreement.instalment_count > 1 %}@schedule agreement Samen{% endif %}

# Klopt dit?

@choice Ja, dit klopt | Nee, dit klopt niet

[U ziet|Je ziet] de afspraak daarna nog een keer. Pas daar [kiest u|kies je].

@bank Zo [kunt u|kun je] straks betalen`,
    },
    en: {
      subject: "{{ creditor.name }}: our agreement on {{ agreement.invoice_phrase }}, {{ agreement.amount }}, \
{{ agreement.by_day_short }}",
      preheader: "Is our agreement right? You pay {{ agreement.amount }} by {{ agreement.by_day }}.",
      body: `
{{ greeting }},

It was good to speak with you.{% if call and call.reached %} That was on {{ call.day }} at {{ call.time }}.{% endif %}

# This is what we agreed

{% if agreement.sentence %}“{{ agreement.sentence }}”{% endif %}

@facts
You pay: {{ agreement.amount }}
At the latest on: {{ agreement.by_day }}{% for number in agreement.invoices %}{% if forloop.first %}
For: invoice {{ number }}{% else %}, {{ number }}{% endif %}{% endfor %}
We promise: Up to and including {{ agreement.by_day }} you get no reminder about this.

{% if agreement.instalment_count > 1 %}@schedule agreement In all{% endif %}

# Is this right?

@choice Yes, this is right | No, this is not right

You will see the agreement once more. Only there do you choose.

@bank How you can pay later`,
    },
  },
  "not-reached": {
    nl: {
      subject: "{{ creditor.name }}: wij belden over {{ invoice_phrase }}, {{ total }}, {{ missed_call_short }}",
      preheader: "Wij belden [u|je] op {{ missed_call.day }}. Wanneer komt het wel uit?",
      body: `
{{ greeting }},

Wij belden [u|je] op {{ missed_call.day }} om {{ missed_call.time }} uur. Wij kregen [u|je] niet te pakken.

Het gaat over <deze factuur|deze facturen>. Wij willen graag weten wat voor [u|jou] lukt.

@bill Samen nog open
@button pay Betaal {{ total }}

# Wanneer komt bellen wel uit?

Antwoord op deze mail met een dag en een tijd. Dan bellen wij [u|je].
Liever niet bellen?
@link portal Regel het op [uw|je] eigen pagina | Op elk moment.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: we called about {{ invoice_phrase }}, {{ total }}, {{ missed_call_short }}",
      preheader: "We called you on {{ missed_call.day }}. When would suit you?",
      body: `
{{ greeting }},

We called you on {{ missed_call.day }} at {{ missed_call.time }}. We couldn’t reach you.

It is about <this invoice|these invoices>. We would like to know what works for you.

@bill Still open in all
@button pay Pay {{ total }}

# When would a call suit you?

Reply to this e-mail with a day and a time. Then we will call you.
Rather not on the telephone?
@link portal Arrange it on your own page | At any hour.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
  "promise-broken": {
    nl: {
      subject: "{{ creditor.name }}: onze afspraak over {{ agreement.invoice_phrase }}, {{ total }}, graag uiterlijk \
{{ pay_by_short }}",
      preheader: "Lukte het niet? Kies dan een andere dag, of betaal in termijnen.",
      body: `
{{ greeting }},

Wij spraken af: {{ agreement.amount }}, uiterlijk {{ agreement.by_day }}. Wij zagen het bedrag nog niet helemaal \
binnenkomen.

Misschien kwam er iets tussen. Dat kan. [Wilt u|Wil je] uiterlijk **{{ pay_by }}** betalen?

@bill Samen nog open
@button pay Betaal {{ total }}

Lukt dat niet?
@link terms Kies een andere dag, of betaal in termijnen | Dan maken wij een nieuwe afspraak.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: our agreement on {{ agreement.invoice_phrase }}, {{ total }}, please pay by \
{{ pay_by_short }}",
      preheader: "Didn’t it work out? Then choose another day, or pay in instalments.",
      body: `
{{ greeting }},

We agreed: {{ agreement.amount }}, by {{ agreement.by_day }}. We haven’t seen the whole amount arrive yet.

Maybe something came up. That happens. [Would you please|Could you] pay by **{{ pay_by }}**?

@bill Still open in all
@button pay Pay {{ total }}

Is that not possible?
@link terms Choose another day, or pay in instalments | Then we make a new agreement.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
};
