import type { ContactRefusal, Language, WaitReason } from "@tegemoet/domain";

type MessageReason = WaitReason | ContactRefusal | "no address" | "address fault" | "cut off while sending" | "sending limit" | "done by a person" | "day passed" | "corrected";

const REASONS: Readonly<Record<Language, Readonly<Record<MessageReason, string>>>> = {
  nl: {
    settled: "alles was betaald", "handed over": "overgedragen aan een bureau", "stop code": "een bijzondere situatie", hardship: "betalen lukt nu niet", "emergency brake": "de noodrem", "on hold": "gepauzeerd",
    "paid according to debtor": "de debiteur zegt betaald te hebben", "reply unread": "een antwoord was nog niet gelezen", disputed: "er loopt een betwisting", "plan proposed": "er ligt een voorstel voor termijnen",
    "plan running": "de regeling loopt", "promise open": "de toezegging loopt", "money on its way": "er was een betaling onderweg", "direct debit": "wij schrijven het zelf af", "below minimum": "het bedrag was te klein", "not due": "nog niet vervallen",
    "step not sent yet": "de vorige stap was nog niet weg", "call open": "er stond nog een gesprek open", "task open": "er stond nog een taak open", "waiting for delivery": "de brief werd nog bezorgd",
    "letter not delivered": "de brief was niet bezorgd", "letter term running": "de termijn van de brief liep nog", "letter missing": "de brief van de wet ontbrak", "ladder finished": "het traject was klaar",
    postponed: "uitgesteld", "step not yet due": "nog niet aan de beurt", "not a business day": "geen werkdag", "contact cap": "genoeg contact voor nu", "self-check failed": "onze controle vond een fout",
    "autopilot off": "de automaat staat uit: een collega beslist", sunday: "niet op zondag", holiday: "niet op een feestdag", "too early": "nog te vroeg op de dag", "too late": "al te laat op de dag",
    "no address": "er is geen adres", "address fault": "het adres klopt niet", "cut off while sending": "afgebroken tijdens het versturen", "sending limit": "wacht op de verzendlimiet",
    "done by a person": "een collega deed het zelf", "day passed": "de dag was al te dichtbij of voorbij", corrected: "verbeterd",
  },
  en: {
    settled: "everything was paid", "handed over": "handed over to an agency", "stop code": "a special situation", hardship: "can't pay now", "emergency brake": "the emergency brake", "on hold": "on hold",
    "paid according to debtor": "the debtor says it was paid", "reply unread": "a reply was still unread", disputed: "a dispute is open", "plan proposed": "a plan was proposed",
    "plan running": "the plan is running", "promise open": "the promise is open", "money on its way": "a payment was on its way", "direct debit": "we collect it by direct debit", "below minimum": "the amount was too small", "not due": "not due yet",
    "step not sent yet": "the step before it had not left", "call open": "a call was still open", "task open": "a task was still open", "waiting for delivery": "the letter was being delivered",
    "letter not delivered": "the letter was not delivered", "letter term running": "the term of the letter was running", "letter missing": "the letter of the law was missing", "ladder finished": "the ladder was finished",
    postponed: "postponed", "step not yet due": "not its turn yet", "not a business day": "no business day", "contact cap": "enough contact for now", "self-check failed": "our own check found a fault",
    "autopilot off": "the autopilot is off: a colleague decides", sunday: "not on a Sunday", holiday: "not on a holiday", "too early": "too early in the day", "too late": "too late in the day",
    "no address": "there is no address", "address fault": "the address is wrong", "cut off while sending": "cut off while being sent", "sending limit": "waits for the sending limit",
    "done by a person": "a colleague did it", "day passed": "its day was too near or had passed", corrected: "corrected",
  },
};

/** Why a message didn't leave or waits, in the reader's language; what a person wrote stays as they wrote it. */
export function reasonInWords(reason: string, language: Language): string {
  return (REASONS[language] as Readonly<Record<string, string>>)[reason] ?? reason;
}
