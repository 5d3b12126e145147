import { SHARED, type AuthoredTexts } from "./authored-text";

const SUBJECT = {
  nl: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, graag uiterlijk {{ pay_by_short }}",
  en: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, please pay by {{ pay_by_short }}",
};

/** From the invoice itself up to the last reminder: everything before a letter that the law knows. */
export const REMINDER_TEXTS: AuthoredTexts<
  "invoice" | "invoice-copy" | "note-before-due" | "reminder-1" | "reminder-2" | "reminder-3"
> = {
  "invoice": {
    nl: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, betalen kan tot en met {{ pay_by_short }}",
      preheader: "[Uw|Je] <factuur|facturen> van {{ total }}. Betalen kan tot en met {{ pay_by }}.",
      body: `
{{ greeting }},

Hierbij [krijgt u|krijg je] <een factuur|{{ invoice_count }} facturen> van ons.{% if attached %} <De pdf zit|De \
pdf’s zitten> bij deze mail.{% endif %}

Betalen kan tot en met **{{ pay_by }}**.

@bill Samen te betalen
@button pay Betaal {{ total }}

Klopt er iets niet, of [heeft u|heb je] een vraag?
@link portal Bekijk [uw|je] <factuur|facturen> | Daar [kunt u|kun je] ons ook iets vragen.

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, to be paid by {{ pay_by_short }}",
      preheader: "Your <invoice|invoices> of {{ total }}. You can pay up to and including {{ pay_by }}.",
      body: `
{{ greeting }},

Here <is your invoice|are your {{ invoice_count }} invoices>.{% if attached %} <The PDF comes|The PDFs come> with \
this e-mail.{% endif %}

You can pay up to and including **{{ pay_by }}**.

@bill To be paid in all
@button pay Pay {{ total }}

Is something not right, or do you have a question?
@link portal See your <invoice|invoices> | You can ask us anything there.

${SHARED.en.bank}`,
    },
  },
  "invoice-copy": {
    nl: {
      subject: "{{ creditor.name }}: kopie van {{ invoice_phrase }}, {{ total }}{% if pay_by_short %}, betalen kan \
tot en met {{ pay_by_short }}{% endif %}",
      preheader: "Hier is de kopie waar [u|je] om vroeg.",
      body: `
{{ greeting }},

[U vroeg|Je vroeg] om een kopie van [uw|je] <factuur|facturen>.{% if attached %} <De pdf zit|De pdf’s zitten> bij \
deze mail.{% else %} [U vindt|Je vindt] <hem|ze> op [uw|je] eigen pagina.{% endif %}

@bill Nog open
@button portal Bekijk [uw|je] <factuur|facturen>

Klopt er iets niet? Antwoord gewoon op deze mail. Wij zoeken het uit.

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: copy of {{ invoice_phrase }}, {{ total }}{% if pay_by_short %}, to be paid by \
{{ pay_by_short }}{% endif %}",
      preheader: "Here is the copy you asked for.",
      body: `
{{ greeting }},

You asked for a copy of your <invoice|invoices>.{% if attached %} <The PDF comes|The PDFs come> with this \
e-mail.{% else %} You will find <it|them> on your own page.{% endif %}

@bill Still open
@button portal See your <invoice|invoices>

Is something not right? Just reply to this e-mail. We will look into it.

${SHARED.en.bank}`,
    },
  },
  "note-before-due": {
    nl: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, betalen kan tot en met {{ pay_by_short }}",
      preheader: "Een seintje vooraf, zodat de dag [u|je] niet verrast.",
      body: `
{{ greeting }},

Dit is een seintje vooraf. Zo komt de dag niet onverwacht.

<Deze factuur|Deze facturen> [kunt u|kun je] betalen tot en met **{{ pay_by }}**.

@bill Samen te betalen
@button pay Betaal {{ total }}

${SHARED.nl.ways}

[Heeft u|Heb je] al betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.

${SHARED.nl.bank}`,
    },
    en: {
      subject: "{{ creditor.name }}: {{ invoice_phrase }}, {{ total }}, to be paid by {{ pay_by_short }}",
      preheader: "A short note in advance, so that the day doesn’t surprise you.",
      body: `
{{ greeting }},

This is a short note in advance. So the day doesn’t come as a surprise.

You can pay <this invoice|these invoices> up to and including **{{ pay_by }}**.

@bill To be paid in all
@button pay Pay {{ total }}

${SHARED.en.ways}

Have you paid already? Then you don’t need to do anything. Thank you.

${SHARED.en.bank}`,
    },
  },
  "reminder-1": {
    nl: {
      subject: SUBJECT.nl,
      preheader: "<1 factuur staat|{{ invoice_count }} facturen staan> nog open. Samen {{ total }}.",
      body: `
{{ greeting }},

Er <staat nog 1 factuur|staan nog {{ invoice_count }} facturen> van ons open. Misschien <is de mail|zijn de mails> \
niet aangekomen. Of kwam het er nog niet van. Dat kan gebeuren.

[Wilt u|Wil je] <hem|ze> uiterlijk **{{ pay_by }}** betalen?

@bill Samen nog open
@button pay Betaal {{ total }}

${SHARED.nl.ways}

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: SUBJECT.en,
      preheader: "<1 invoice is|{{ invoice_count }} invoices are> still open. {{ total }} in all.",
      body: `
{{ greeting }},

<One invoice of ours is|{{ invoice_count }} invoices of ours are> still open. Maybe our e-mail never reached you. Or \
it slipped your mind. That happens.

[Would you please|Could you] pay <it|them> by **{{ pay_by }}**?

@bill Still open in all
@button pay Pay {{ total }}

${SHARED.en.ways}

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
  "reminder-2": {
    nl: {
      subject: SUBJECT.nl,
      preheader: "{% if missed_call and call.reached == false %}Wij belden [u|je] op {{ call.day }}. {% endif %}In \
termijnen betalen kan ook.",
      body: `
{{ greeting }},

{% if call %}{% if call.reached %}Op {{ call.day }} om {{ call.time }} uur spraken wij {% if call.person %}met \
{{ call.person }}{% else %}elkaar{% endif %} aan de telefoon. Wij komen er graag op \
terug.{% elsif missed_count > 1 %}Wij belden [u|je] {{ missed_count }} keer. De laatste keer was op {{ call.day }} \
om {{ call.time }} uur. Wij kregen [u|je] niet te pakken, daarom schrijven wij.{% else %}Wij belden [u|je] op \
{{ call.day }} om {{ call.time }} uur. Wij kregen [u|je] niet te pakken, daarom schrijven wij.{% endif %}{% endif %}

Er <staat nog 1 factuur|staan nog {{ invoice_count }} facturen> open. Wij stellen een nieuwe dag voor. \
[Wilt u|Wil je] <hem|ze> uiterlijk **{{ pay_by }}** betalen?

@bill Samen nog open
@button pay Betaal {{ total }}

# Is alles in één keer te veel?

Betaal dan in termijnen. Dat kost niets extra.{% if example %} Dit kan bijvoorbeeld:

@schedule example Samen{% endif %}

@link terms Kies [uw|je] eigen termijnen, of iets anders | [U kiest|Je kiest] zelf de dag en het bedrag.

Zullen wij [u|je] bellen? Antwoord dan met een dag en een tijd.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: SUBJECT.en,
      preheader: "{% if missed_call and call.reached == false %}We called you on {{ call.day }}. {% endif %}You can \
also pay in instalments.",
      body: `
{{ greeting }},

{% if call %}{% if call.reached %}On {{ call.day }} at {{ call.time }} we spoke {% if call.person %}with \
{{ call.person }}{% else %}with you{% endif %} on the telephone. We would like to come back to \
that.{% elsif missed_count > 1 %}We called you {{ missed_count }} times. The last time was on {{ call.day }} at \
{{ call.time }}. We couldn’t reach you, so we are writing.{% else %}We called you on {{ call.day }} at \
{{ call.time }}. We couldn’t reach you, so we are writing.{% endif %}{% endif %}

<One invoice is|{{ invoice_count }} invoices are> still open. We propose a new date. \
[Would you please|Could you] pay <it|them> by **{{ pay_by }}**?

@bill Still open in all
@button pay Pay {{ total }}

# Is it too much in one go?

Then pay in instalments. It costs nothing extra.{% if example %} For example:

@schedule example In all{% endif %}

@link terms Choose your own instalments, or something else | You choose the day and the amount.

Shall we call you? Then reply with a day and a time.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
  "reminder-3": {
    nl: {
      subject: SUBJECT.nl,
      preheader: "Lukt het niet in één keer? Stel dan zelf termijnen voor.",
      body: `
{{ greeting }},

Wij schreven [u|je] al eerder over <deze factuur|deze facturen>. <Hij staat|Ze staan> nog open. Misschien zit er \
iets in de weg.

[Wilt u|Wil je] uiterlijk **{{ pay_by }}** betalen?

@bill Samen nog open
@button pay Betaal {{ total }}

# Lukt het niet in één keer?

Stel dan zelf een bedrag per maand voor.{% if example %} Bijvoorbeeld zo:

@schedule example Samen{% endif %}

Zolang de termijnen lopen, sturen wij geen herinneringen.
@link terms Stel [uw|je] termijnen voor | Of vertel ons wat er speelt.

Liever even praten? Bel ons, of antwoord op deze mail. Wij denken met [u|je] mee.

${SHARED.nl.justPaid}

${SHARED.nl.bank}`,
    },
    en: {
      subject: SUBJECT.en,
      preheader: "Can’t pay it in one go? Then propose your own instalments.",
      body: `
{{ greeting }},

We wrote to you before about <this invoice|these invoices>. <It is|They are> still open. Maybe something stands in \
the way.

[Would you please|Could you] pay by **{{ pay_by }}**?

@bill Still open in all
@button pay Pay {{ total }}

# Can’t pay it in one go?

Then propose an amount a month.{% if example %} For example:

@schedule example In all{% endif %}

As long as the instalments run, we send no reminders.
@link terms Propose your instalments | Or tell us what is going on.

You can talk to us too. Call us, or reply to this e-mail. We will think along with you.

${SHARED.en.justPaid}

${SHARED.en.bank}`,
    },
  },
};
