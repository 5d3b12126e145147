import { SHARED, type AuthoredTexts } from "./authored-text";

/** The life of a payment plan, which we call "in termijnen betalen" and "uw afspraak". */
export const PLAN_TEXTS: AuthoredTexts<
  "plan-offered" | "plan-accepted" | "plan-declined" | "instalment-coming" | "instalment-missed" | "plan-broken" | "plan-finished"
> = {
  "plan-offered": {
    nl: {
      subject: "{{ creditor.name }}: ons voorstel voor {{ plan.count }} termijnen, {{ plan.total }}, vanaf \
{{ plan.first_on_short }}",
      preheader: "In {{ plan.count }} termijnen betalen. Het kost niets extra.",
      body: `
{{ greeting }},

[U kunt|Je kunt] in {{ plan.count }} termijnen betalen. Dat kost niets extra. Zo ziet het eruit:

@schedule plan Samen

Past dit bij [u|jou]? Pas als [u ja zegt|je ja zegt], staat de afspraak vast.{% if plan.offer_ends_on %} Ons \
voorstel geldt tot en met **{{ plan.offer_ends_on }}**.{% endif %}

@button terms Bekijk het voorstel

Liever iets anders? Antwoord op deze mail, of bel ons. Wij denken met [u|je] mee.`,
    },
    en: {
      subject: "{{ creditor.name }}: our proposal of {{ plan.count }} instalments, {{ plan.total }}, from \
{{ plan.first_on_short }}",
      preheader: "Pay in {{ plan.count }} instalments. It costs nothing extra.",
      body: `
{{ greeting }},

You can pay in {{ plan.count }} instalments. It costs nothing extra. This is what it looks like:

@schedule plan In all

Does this suit you? Only when you say yes is the agreement made.{% if plan.offer_ends_on %} Our proposal stands up \
to and including **{{ plan.offer_ends_on }}**.{% endif %}

@button terms See the proposal

Would you prefer something else? Reply to this e-mail, or call us. We will think along with you.`,
    },
  },
  "plan-accepted": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] afspraak staat vast, {{ plan.count }} termijnen, {{ plan.total }}, \
vanaf {{ plan.first_on_short }}",
      preheader: "De eerste termijn is {{ plan.first_amount }}, op {{ plan.first_on }}.",
      body: `
{{ greeting }},

[Uw|Je] afspraak staat vast. [U betaalt|Je betaalt] in {{ plan.count }} termijnen:

@schedule plan Samen

De eerste keer is **{{ plan.first_on }}**. Voor elke termijn sturen wij [u|je] een bericht.

Zolang de termijnen op tijd binnenkomen, [krijgt u|krijg je] hierover geen herinneringen.

@button portal Bekijk [uw|je] afspraak

Verandert er iets? Laat het ons weten. Dan zoeken wij samen iets dat wel past.

@bank Zo [kunt u|kun je] de eerste termijn betalen`,
    },
    en: {
      subject: "{{ creditor.name }}: your agreement is made, {{ plan.count }} instalments, {{ plan.total }}, from \
{{ plan.first_on_short }}",
      preheader: "The first instalment is {{ plan.first_amount }}, on {{ plan.first_on }}.",
      body: `
{{ greeting }},

Your agreement is made. You pay in {{ plan.count }} instalments:

@schedule plan In all

The first time is **{{ plan.first_on }}**. We will send you a message before each instalment.

As long as the instalments arrive on time, you get no reminders about this.

@button portal See your agreement

Does something change? Let us know. Then we will look together for something that fits.

@bank How you can pay the first instalment`,
    },
  },
  "plan-declined": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] voorstel voor {{ plan.count }} termijnen, {{ plan.total }}, vanaf \
{{ plan.first_on_short }}",
      preheader: "Dit voorstel lukt ons niet. Een ander voorstel misschien wel.",
      body: `
{{ greeting }},

Dank [u|je] voor [uw|je] voorstel om in {{ plan.count }} termijnen te betalen. Zo lukt het ons \
niet.{% if plan.reason %} {{ plan.reason }}{% endif %}

Wij willen er graag samen uitkomen. Minder of andere termijnen kunnen misschien wel.

@button terms Doe een ander voorstel

Liever even praten? Bel ons, of antwoord op deze mail met een dag en een tijd.`,
    },
    en: {
      subject: "{{ creditor.name }}: your proposal of {{ plan.count }} instalments, {{ plan.total }}, from \
{{ plan.first_on_short }}",
      preheader: "This proposal doesn’t work for us. Another one may.",
      body: `
{{ greeting }},

Thank you for your proposal to pay in {{ plan.count }} instalments. It doesn’t work for us this \
way.{% if plan.reason %} {{ plan.reason }}{% endif %}

We would like to find a way together. Fewer or other instalments may work.

@button terms Make another proposal

Rather talk? Call us, or reply to this e-mail with a day and a time.`,
    },
  },
  "instalment-coming": {
    nl: {
      subject: "{{ creditor.name }}: termijn {{ instalment.number }} van {{ instalment.count }}, \
{{ instalment.amount }}, {{ instalment.on_short }}",
      preheader: "Termijn {{ instalment.number }} van {{ instalment.count }}: {{ instalment.amount }}, op \
{{ instalment.on }}.",
      body: `
{{ greeting }},

Termijn {{ instalment.number }} van {{ instalment.count }} komt eraan. [U betaalt|Je betaalt] dan \
**{{ instalment.amount }}**, uiterlijk **{{ instalment.on }}**.

@button pay Betaal {{ instalment.amount }}

Lukt het deze keer niet?
@link terms Laat het ons weten | Dan zoeken wij samen iets dat wel past.

Al betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: instalment {{ instalment.number }} of {{ instalment.count }}, \
{{ instalment.amount }}, {{ instalment.on_short }}",
      preheader: "Instalment {{ instalment.number }} of {{ instalment.count }}: {{ instalment.amount }}, on \
{{ instalment.on }}.",
      body: `
{{ greeting }},

Instalment {{ instalment.number }} of {{ instalment.count }} is coming up. You then pay **{{ instalment.amount }}**, \
by **{{ instalment.on }}**.

@button pay Pay {{ instalment.amount }}

Is it not possible this time?
@link terms Let us know | Then we will look together for something that fits.

Have you paid already? Then you don’t need to do anything. Thank you.

${SHARED.en.bank}`,
    },
  },
  "instalment-missed": {
    nl: {
      subject: "{{ creditor.name }}: termijn {{ instalment.number }} van {{ instalment.count }}, \
{{ instalment.amount }}, graag uiterlijk {{ pay_by_short }}",
      preheader: "Wij zagen termijn {{ instalment.number }} nog niet binnenkomen. Het kan nog.",
      body: `
{{ greeting }},

Termijn {{ instalment.number }} van {{ instalment.count }} was voor {{ instalment.on }}. Wij zagen hem nog niet \
binnenkomen. Dat kan gebeuren.

[Betaalt u|Betaal je] **{{ instalment.amount }}** uiterlijk **{{ pay_by }}**? Dan loopt [uw|je] afspraak gewoon door.

@button pay Betaal {{ instalment.amount }}

Lukt dat niet?
@link terms Vraag andere termijnen | [U hoort|Je hoort] van ons of het kan.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: instalment {{ instalment.number }} of {{ instalment.count }}, \
{{ instalment.amount }}, please pay by {{ pay_by_short }}",
      preheader: "We haven’t seen instalment {{ instalment.number }} yet. There is still time.",
      body: `
{{ greeting }},

Instalment {{ instalment.number }} of {{ instalment.count }} was for {{ instalment.on }}. We haven’t seen it arrive \
yet. That happens.

If you pay **{{ instalment.amount }}** by **{{ pay_by }}**, your agreement simply goes on.

@button pay Pay {{ instalment.amount }}

Is that not possible?
@link terms Ask for other instalments | We will tell you whether it can be done.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
  "plan-broken": {
    nl: {
      subject: "{{ creditor.name }}: [uw|je] termijnen voor {{ invoice_phrase }}, {{ total }}, graag uiterlijk \
{{ pay_by_short }}",
      preheader: "[Uw|Je] termijnen zijn gestopt. Wij zoeken graag samen naar iets dat wel lukt.",
      body: `
{{ greeting }},

Niet alle termijnen kwamen binnen. Daarom is [uw|je] afspraak gestopt. Wat [u|je] al betaalde, is hieronder verrekend.

[Wilt u|Wil je] de rest betalen uiterlijk **{{ pay_by }}**?

@bill Samen nog open
@button pay Betaal {{ total }}

Lukt dat niet? Misschien past een ander bedrag per maand beter.
@link terms Doe een nieuw voorstel | Of bel ons, dan kijken wij samen.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: your instalments for {{ invoice_phrase }}, {{ total }}, please pay by \
{{ pay_by_short }}",
      preheader: "Your instalments have stopped. We would like to find something that works.",
      body: `
{{ greeting }},

Not all instalments arrived. So your agreement has stopped. What you already paid is taken into account below.

[Would you please|Could you] pay the rest by **{{ pay_by }}**?

@bill Still open in all
@button pay Pay {{ total }}

Is that not possible? Maybe another amount a month suits you better.
@link terms Make a new proposal | Or call us, and we will look together.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
  "plan-finished": {
    nl: {
      subject: "{{ creditor.name }}: alle termijnen zijn betaald{% if plan %}, {{ plan.total }}{% endif %}, \
{{ today_short }}",
      preheader: "De laatste termijn is binnen. Dank [u|je] wel.",
      body: `
{{ greeting }},

De laatste termijn is binnen. Alles is betaald. Dank [u|je] wel.

[U hoeft|Je hoeft] niets meer te doen. [Uw|Je] betalingen staan op [uw|je] eigen pagina.

@button portal Bekijk [uw|je] betalingen`,
    },
    en: {
      subject: "{{ creditor.name }}: all instalments are paid{% if plan %}, {{ plan.total }}{% endif %}, \
{{ today_short }}",
      preheader: "The last instalment has arrived. Thank you.",
      body: `
{{ greeting }},

The last instalment has arrived. Everything is paid. Thank you.

You don’t need to do anything else. Your payments are on your own page.

@button portal See your payments`,
    },
  },
};
