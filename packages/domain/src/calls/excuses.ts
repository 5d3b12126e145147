import type { Language } from "../format";
import type { CallOutcomeKey } from "./outcomes";

/** Which of our own facts to lay beside an excuse. For knowing, not for reading aloud. */
export const EVIDENCE_KINDS = [
  "invoice-delivery", "reminder-delivery", "unmatched-receipts", "order-and-delivery", "open-dispute", "invoice-lines",
  "credit-notes",
  "earlier-promises", "payment-days", "contacts", "mandate", "plan-policy", "earlier-calls",
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Excuse {
  readonly key: string;
  readonly label: Record<Language, string>;
  readonly evidence: readonly EvidenceKind[];
  readonly reply: Record<Language, string>;
  readonly followUp: Record<Language, string>;
  /** The outcome that usually fits, to be chosen with one key. */
  readonly outcome: CallOutcomeKey;
}

/**
 * What people say, what we know about it, a kind answer that leads to an agreement, and what follows (features.md,
 * "Excuse library"). The replies ask for a day and never for blame; they never ask whether the invoice arrived or the
 * delivery was right.
 */
export const EXCUSES: readonly Excuse[] = [
  {
    key: "alreadyPaid", outcome: "paidAlready", evidence: ["unmatched-receipts", "payment-days"],
    label: { nl: "Al betaald", en: "Already paid" },
    reply: {
      nl: "Fijn, dan zoek ik het meteen op. Op welke dag was dat, en welk bedrag en kenmerk stonden erbij?",
      en: "Good, I will look it up now. On which day was that, and with which amount and reference?",
    },
    followUp: {
      nl: "Zoek de ontvangst op. De herinneringen wachten zolang.", en: "Find the receipt. Reminders wait meanwhile.",
    },
  },
  {
    key: "notReceived", outcome: "invoiceNotReceived", evidence: ["invoice-delivery", "reminder-delivery", "contacts"],
    label: { nl: "Factuur niet ontvangen", en: "Invoice not received" },
    reply: {
      nl: "Dan stuur ik u de facturen nu, terwijl wij spreken. Naar welk adres mag dat? Zodra u ze ziet, spreken wij de dag af.",
      en: "Then I will send you the invoices now, while we speak. Which address may I use? Once you see them, we agree on the day.",
    },
    followUp: {
      nl: "Stuur de kopie tijdens het gesprek en spreek de dag af.",
      en: "Send the copy during the call and agree on the day.",
    },
  },
  {
    key: "waitsForCustomer", outcome: "planRequested", evidence: ["plan-policy", "earlier-promises"],
    label: { nl: "Wacht op eigen klant", en: "Waiting for own customer" },
    reply: {
      nl: "Dat is vervelend. Zullen wij een deel nu afspreken en de rest in termijnen? Wat past bij u?",
      en: "That is unpleasant. Shall we agree on a part now and the rest in instalments? What suits you?",
    },
    followUp: { nl: "Bied termijnen aan binnen uw grens.", en: "Offer instalments within your limits." },
  },
  {
    key: "personAway", outcome: "callBack", evidence: ["contacts", "earlier-calls"],
    label: { nl: "Collega is er niet", en: "Colleague is away" },
    reply: {
      nl: "Met wie kan ik dan het beste spreken? Mag ik de naam, het nummer en een goede tijd noteren?",
      en: "Who is the best person to speak with? May I note the name, number and a good time?",
    },
    followUp: {
      nl: "Leg naam, nummer en uren vast en plan het gesprek.", en: "Record name, number and hours, and plan the call.",
    },
  },
  {
    key: "fixedDays", outcome: "paymentRun", evidence: ["payment-days", "earlier-promises"],
    label: { nl: "Vaste betaaldag", en: "Pays on fixed days" },
    reply: {
      nl: "Duidelijk. Op welke dag is de volgende betaalronde, en staan deze facturen daarin klaar?",
      en: "Clear. On which day is the next payment run, and are these invoices in it?",
    },
    followUp: { nl: "Leg de dag vast als toezegging.", en: "Record the day as a promise." },
  },
  {
    key: "notSatisfied", outcome: "dispute", evidence: ["order-and-delivery", "open-dispute", "invoice-lines"],
    label: { nl: "Niet tevreden", en: "Not satisfied" },
    reply: {
      nl: "Vertel, dan leg ik het precies vast en krijgt u antwoord van ons. Over welk deel gaat het? Wilt u de rest alvast betalen?",
      en: "Please tell me, I will record it exactly and you get an answer. Which part is it about? Would you pay the rest already?",
    },
    followUp: {
      nl: "Leg vast wat er niet klopt, met een dag voor ons antwoord.",
      en: "Record what is wrong, with a day for our answer.",
    },
  },
  {
    key: "invoiceWrong", outcome: "dispute", evidence: ["invoice-lines", "credit-notes", "order-and-delivery"],
    label: { nl: "Factuur klopt niet", en: "Invoice is wrong" },
    reply: {
      nl: "Dank u dat u het zegt. Welke regel klopt er niet? Ik laat het nakijken en u hoort de dag van ons antwoord.",
      en: "Thank you for telling me. Which line is wrong? I will have it checked and you will hear the day of our answer.",
    },
    followUp: {
      nl: "Taak voor een creditnota of een verbeterde factuur.", en: "Task for a credit note or a corrected invoice.",
    },
  },
  {
    key: "callLater", outcome: "callBack", evidence: ["contacts", "earlier-calls"],
    label: { nl: "Later terugbellen", en: "Call back later" },
    reply: {
      nl: "Natuurlijk. Welke tijd schikt u, en mag ik dan naar u vragen op dit nummer?",
      en: "Of course. What time suits you, and may I ask for you at this number?",
    },
    followUp: { nl: "Plan het gesprek op die tijd.", en: "Plan the call at that time." },
  },
  {
    key: "cannotPay", outcome: "cannotPay", evidence: ["plan-policy", "earlier-promises"],
    label: { nl: "Betalen lukt niet", en: "Cannot pay" },
    reply: {
      nl: "Fijn dat u het zegt. Wij zoeken samen iets dat wel lukt. Wilt u even rust, kleinere termijnen, of een gesprek met een collega?",
      en: "It is good that you say so. We will find something that works. Would you like some rest, smaller instalments, or a talk with a colleague?",
    },
    followUp: {
      nl: "Alles stopt. Een collega kijkt mee op een vaste dag.",
      en: "Everything stops. A colleague reviews it on a set day.",
    },
  },
  {
    key: "ill", outcome: "promiseFull", evidence: ["contacts", "earlier-promises"],
    label: { nl: "Was er even niet", en: "Was away for a while" },
    reply: {
      nl: "Fijn dat u er weer bent. Welke dag past u nu? En wie kan ik spreken als u er niet bent?",
      en: "Good that you are back. Which day suits you now? And whom may I speak with when you are away?",
    },
    followUp: {
      nl: "Spreek een dag af. Noteer niets over gezondheid.", en: "Agree on a day. Note nothing about health.",
    },
  },
  {
    key: "neverOrdered", outcome: "dispute", evidence: ["order-and-delivery", "invoice-lines", "invoice-delivery"],
    label: { nl: "Nooit besteld", en: "Never ordered" },
    reply: {
      nl: "Dan zoeken wij het uit. Ik mail u de bestelling en de levering, en bel u daarna terug. Welke dag schikt u?",
      en: "Then we will find out. I will mail you the order and delivery, and call you back. Which day suits you?",
    },
    followUp: { nl: "Stuur bestelling en levering mee.", en: "Send the order and the delivery." },
  },
  {
    key: "directDebit", outcome: "paidAlready", evidence: ["mandate", "unmatched-receipts"],
    label: { nl: "Gaat automatisch", en: "Is debited automatically" },
    reply: {
      nl: "Ik kijk het meteen na. Is de afschrijving misschien niet gelukt? Wilt u het bedrag dan zelf overmaken?",
      en: "I will check right now. Perhaps the debit failed? Would you then transfer the amount yourself?",
    },
    followUp: { nl: "Controleer de machtiging en probeer opnieuw.", en: "Check the mandate and try again." },
  },
  {
    key: "bankError", outcome: "paidAlready", evidence: ["unmatched-receipts", "payment-days"],
    label: { nl: "Fout bij de bank", en: "Error at the bank" },
    reply: {
      nl: "Vervelend. Wilt u mij de afschrijving mailen? Dan zoek ik mee, en wachten de herinneringen.",
      en: "That is unpleasant. Would you mail me the bank entry? Then I will look too, and reminders wait.",
    },
    followUp: { nl: "Vraag een foto of pdf van de afschrijving.", en: "Ask for a photo or pdf of the bank entry." },
  },
  {
    key: "somethingElse", outcome: "other", evidence: ["earlier-calls"],
    label: { nl: "Iets anders", en: "Something else" },
    reply: {
      nl: "Dank u, dat noteer ik. Wanneer kunnen wij de betaling verwachten?",
      en: "Thank you, I will note that. When can we expect the payment?",
    },
    followUp: { nl: "Noteer het en spreek een dag af.", en: "Note it and agree on a day." },
  },
];

/** The excuse with this key, or null when there is none. */
export function excuse(key: string): Excuse | null {
  return EXCUSES.find((candidate) => candidate.key === key) ?? null;
}
