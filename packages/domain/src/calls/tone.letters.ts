import type { Language } from "../format";
import type { LawPhrase } from "../law/fourteen-day-letter-faults";
import type { ToneRule } from "./tone-rules";

/** A whole letter as somebody might send it, and the verdict it earns: every rule it breaks, and what the law misses in it. */
export interface LabelledLetter {
  readonly name: string;
  readonly language: Language;
  readonly kind: "reminder" | "fourteen-day-letter" | "business-notice";
  readonly text: string;
  readonly rules: readonly ToneRule[];
  readonly missing: readonly LawPhrase[];
}

const letter = (name: string, language: Language, kind: LabelledLetter["kind"], rules: readonly ToneRule[], text: string, missing: readonly LawPhrase[] = []): LabelledLetter => ({ name, language, kind, text, rules, missing });

export const TONE_LETTERS: readonly LabelledLetter[] = [
  letter("a kind first reminder", "nl", "reminder", [], `Beste mevrouw Hendriks,

Er staat nog 1 factuur van ons open. Misschien is de mail niet aangekomen. Of kwam het er nog niet van. Dat kan gebeuren.

Wilt u uiterlijk vrijdag 4 december betalen? Het gaat om € 350,00.

Heeft u net betaald? Dan hoeft u niets te doen. Dank u wel.`),
  letter("a second reminder that tells of the call and offers terms", "nl", "reminder", [], `Beste meneer De Boer,

Wij belden u op dinsdag 3 november om 10.20 uur. Wij kregen u niet te pakken, daarom schrijven wij.

Er staan nog 2 facturen open, samen € 512,40. Een nieuwe dag is maandag 30 november.

Is alles in één keer te veel? Betaal dan in termijnen. Dat kost niets extra.`),
  letter("an answer to somebody with money worries", "nl", "reminder", [], `Beste Yasemin,

Fijn dat je het laat weten. Tot en met 24 december hoor je niets van ons. Je hoeft niet te vertellen waarom.

Wil je eens met iemand praten? De gemeente helpt gratis. Bel ons gerust als er iets verandert.`),
  letter("a lawful fourteen-day letter", "nl", "fourteen-day-letter", [], `Beste mevrouw Hendriks,

Factuur F-1 is nog niet betaald. De betaaltermijn is voorbij. U bent daarom in verzuim: u bent te laat met betalen.

Wij vragen u: betaal € 350,00 binnen vijftien dagen nadat deze brief bij u is bezorgd. Dan betaalt u geen incassokosten.

Betaalt u niet binnen deze termijn? Dan komt er € 52,50 aan incassokosten bij.`),
  letter("a notice to a business that names what is due", "nl", "business-notice", [], `Geachte directie,

De betaaltermijn van factuur F-9 is voorbij. U bent daarom in verzuim: u bent te laat met betalen.

Wilt u € 1.210,00 betalen uiterlijk maandag 7 december? Daarna mogen wij incassokosten rekenen.`),
  letter("an answer to a dispute", "nl", "reminder", [], `Beste meneer Bakker,

Dank voor uw bericht over factuur F-3. Wij zochten het uit. U heeft gelijk: de taart was niet compleet.

De factuur wordt € 24,00 lager. Het nieuwe bedrag is € 61,00. Wilt u dat uiterlijk vrijdag 11 december betalen?`),
  letter("a thank-you", "en", "reminder", [], `Dear Ms Hendriks,

Your payment of € 350.00 has arrived. Thank you. There is nothing else for you to do.`),
  letter("a kind English reminder", "en", "reminder", [], `Dear Mr Jones,

One invoice of ours is still open. Maybe it slipped your mind. That happens.

Would you please pay € 120.00 by Friday 4 December? You can also pay in instalments. It costs nothing extra.

Have you just paid? Then you don’t need to do anything.`),
  letter("a lawful English fourteen-day letter", "en", "fourteen-day-letter", [], `Dear Ms Hendriks,

Invoice F-1 has not been paid. Its term has passed. You are therefore in default: you are late in paying.

We ask you to pay € 350.00 within fifteen days after this letter has been delivered to you. Then you pay no collection costs.

If you don’t pay within this term, € 52.50 in collection costs will be added.`),

  letter("an official letter of the old kind", "nl", "reminder", ["legalese", "jargon", "must"], `Geachte heer,

Hierbij delen wij u mede dat de openstaande post niet is voldaan. U dient het bedrag over te maken.

Indien u reeds betaalde, kunt u dit bericht als niet verzonden beschouwen.`),
  letter("a threat in a first reminder", "nl", "reminder", ["threat", "must"], `Beste klant,

Factuur F-7 staat nog open. U moet uiterlijk vrijdag 4 december betalen.

Anders geven wij de zaak uit handen. Dan volgt een dagvaarding.`),
  letter("a reproach", "nl", "reminder", ["blame", "sorry-tone"], `Beste mevrouw,

Helaas heeft u nog steeds niet betaald. Ondanks onze mails hoorden wij niets. U houdt zich niet aan de afspraak.

Wilt u uiterlijk maandag 30 november betalen?`),
  letter("costs before their time", "nl", "reminder", ["costs-too-early", "letter-too-early"], `Beste mevrouw Hendriks,

Er staat nog 1 factuur open. Betaal graag binnen veertien dagen nadat deze mail is bezorgd.

Daarna rekenen wij incassokosten.`),
  letter("a shouting mail", "nl", "reminder", ["capitals", "exclamation", "vague-day"], `LET OP!

Er staat nog een factuur open. Betaal zo snel mogelijk!`),
  letter("an interrogation", "nl", "reminder", ["forbidden-question"], `Beste meneer Smit,

Er staat nog een factuur open. Heeft u onze factuur wel ontvangen? Was alles naar wens? Waarom heeft u nog niet betaald?`),
  letter("two voices in one mail", "nl", "reminder", ["mixed-voice", "click-here"], `Hoi Sanne,

Je factuur staat nog open. Wilt u hem vrijdag 4 december betalen? Klik hier. Bel ons als je een vraag hebt.`),
  letter("a fourteen-day letter without its term and without the promise", "nl", "fourteen-day-letter", ["must"], `Beste mevrouw Hendriks,

Factuur F-1 is nog niet betaald. U bent daarom in verzuim: u bent te laat met betalen.

U moet € 350,00 betalen. Betaalt u niet op tijd? Dan komt er € 52,50 aan incassokosten bij.`, ["term", "no-costs-in-time"]),
  letter("a fourteen-day letter with a void term", "nl", "fourteen-day-letter", ["legalese"], `Beste mevrouw Hendriks,

Factuur F-1 is nog niet betaald. U bent daarom in verzuim: u bent te laat met betalen.

Betaal € 350,00 binnen veertien dagen na dagtekening. Dan betaalt u geen incassokosten.

Betaalt u niet binnen deze termijn? Dan komt er € 52,50 aan incassokosten bij.`, ["term", "term-void"]),
  letter("an English demand", "en", "reminder", ["must", "threat", "blame", "vague-day"], `Dear Sir,

You failed to pay our invoice. You must pay immediately. Otherwise we will take legal action.`),
  letter("an English letter of office", "en", "reminder", ["legalese", "jargon", "sorry-tone"], `Dear Sir,

Unfortunately your account is in arrears. Pursuant to our terms you are kindly requested to contact us.`),
  letter("an English letter with costs and a long sentence", "en", "reminder", ["costs-too-early", "long-sentence", "click-here"], `Dear Ms Hendriks,

One invoice of ours is still open and we would be very grateful if you could find the time to pay it by Friday 4 December.

Click here. A late fee applies after that day.`),
];
