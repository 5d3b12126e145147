import type { Language } from "@tegemoet/domain";
import type { LetterSource } from "./letter-texts";

/** What those who have no mail address hear of their instalments: the words of the mails, without buttons. */
export const PLAN_LETTER_TEXTS: Readonly<
  Record<"instalment-coming" | "instalment-missed" | "plan-broken", Readonly<Record<Language, LetterSource>>>
> = {
  "instalment-coming": {
    nl: {
      heading: "Termijn {{ instalment.number }} van {{ instalment.count }}, {{ instalment.amount }}",
      body: `
{{ greeting }},

Termijn {{ instalment.number }} van {{ instalment.count }} komt eraan. [U betaalt|Je betaalt] dan \
**{{ instalment.amount }}**, uiterlijk **{{ instalment.on }}**.

Lukt het deze keer niet? Laat het ons weten. Dan zoeken wij samen iets dat wel past.

Al betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.`,
    },
    en: {
      heading: "Instalment {{ instalment.number }} of {{ instalment.count }}, {{ instalment.amount }}",
      body: `
{{ greeting }},

Instalment {{ instalment.number }} of {{ instalment.count }} is coming up. You then pay **{{ instalment.amount }}**, \
by **{{ instalment.on }}**.

Is it not possible this time? Let us know. Then we will look together for something that fits.

Have you paid already? Then you don’t need to do anything. Thank you.`,
    },
  },
  "instalment-missed": {
    nl: {
      heading: "Termijn {{ instalment.number }} van {{ instalment.count }}: het kan nog",
      body: `
{{ greeting }},

Termijn {{ instalment.number }} van {{ instalment.count }} was voor {{ instalment.on }}. Wij zagen hem nog niet \
binnenkomen. Dat kan gebeuren.

[Betaalt u|Betaal je] **{{ instalment.amount }}** uiterlijk **{{ pay_by }}**? Dan loopt [uw|je] afspraak gewoon door.

Lukt dat niet? Vraag ons dan om andere termijnen. [U hoort|Je hoort] van ons of het kan.

[Heeft u|Heb je] net betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.`,
    },
    en: {
      heading: "Instalment {{ instalment.number }} of {{ instalment.count }}: there is still time",
      body: `
{{ greeting }},

Instalment {{ instalment.number }} of {{ instalment.count }} was for {{ instalment.on }}. We haven’t seen it arrive \
yet. That happens.

If you pay **{{ instalment.amount }}** by **{{ pay_by }}**, your agreement simply goes on.

Is that not possible? Then ask us for other instalments. We will tell you whether it can be done.

Have you just paid? Then you don’t need to do anything. Thank you.`,
    },
  },
  "plan-broken": {
    nl: {
      heading: "[Uw|Je] termijnen zijn gestopt: samen verder kijken",
      body: `
{{ greeting }},

Niet alle termijnen kwamen binnen. Daarom is [uw|je] afspraak gestopt. Wat [u|je] al betaalde, is hieronder verrekend.

@bill

[Wilt u|Wil je] de rest betalen uiterlijk **{{ pay_by }}**?

Lukt dat niet? Misschien past een ander bedrag per maand beter. Doe dan een nieuw voorstel, of bel ons.

[Heeft u|Heb je] net betaald? Dan [hoeft u|hoef je] niets te doen. Dank [u|je] wel.`,
    },
    en: {
      heading: "Your instalments have stopped: finding another way together",
      body: `
{{ greeting }},

Not all instalments arrived. So your agreement has stopped. What you already paid is taken into account below.

@bill

[Would you please|Could you] pay the rest by **{{ pay_by }}**?

Is that not possible? Maybe another amount a month suits you better. Then make a new proposal, or call us.

Have you just paid? Then you don’t need to do anything. Thank you.`,
    },
  },
};
