import { callOutcome, formatDay, type Language } from "@tegemoet/domain";
import type { MessageKind } from "@tegemoet/messages";
import { reasonInWords } from "./reason-words";
import type { TimelineFact } from "./timeline.queries";

type Words = Readonly<Record<string, string>>;

/** Named as on the ladder (`words.steps` of the admin portal): a test holds the two together. */
const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKind, string>>>> = {
  nl: {
    invoice: "Factuur", "note-before-due": "Bericht vooraf", "reminder-1": "Herinnering 1", "reminder-2": "Herinnering 2", "reminder-3": "Herinnering 3",
    "fourteen-day-letter": "Veertiendagenbrief", "business-notice": "Ingebrekestelling", "call-confirmation": "Bevestiging van de afspraak", "not-reached": "Niet bereikt",
    "promise-broken": "Toezegging niet nagekomen", "plan-offered": "Aanbod in termijnen", "plan-accepted": "Regeling afgesproken", "plan-declined": "Voorstel afgewezen",
    "instalment-coming": "Termijn komt eraan", "instalment-missed": "Termijn gemist", "plan-broken": "Regeling verbroken", "plan-finished": "Regeling klaar",
    "dispute-received": "Betwisting ontvangen", "dispute-decided": "Antwoord op betwisting", hardship: "Betalen lukt niet", thanks: "Dank voor de betaling",
    "invoice-copy": "Kopie van de factuur", "own-words": "Eigen bericht", "portal-code": "Code voor het portaal",
  },
  en: {
    invoice: "Invoice", "note-before-due": "Note before due", "reminder-1": "Reminder 1", "reminder-2": "Reminder 2", "reminder-3": "Reminder 3",
    "fourteen-day-letter": "Fourteen-day letter", "business-notice": "Notice of default", "call-confirmation": "Confirmation of the agreement", "not-reached": "Not reached",
    "promise-broken": "Promise not kept", "plan-offered": "Instalments offered", "plan-accepted": "Plan agreed", "plan-declined": "Proposal declined",
    "instalment-coming": "Instalment coming", "instalment-missed": "Instalment missed", "plan-broken": "Plan broken", "plan-finished": "Plan finished",
    "dispute-received": "Dispute received", "dispute-decided": "Answer to a dispute", hardship: "Cannot pay", thanks: "Thanks for the payment",
    "invoice-copy": "Copy of the invoice", "own-words": "Message of our own", "portal-code": "Code for the portal",
  },
};

/** As `words.waitDetails` of the admin portal has them. */
const CHECKS: Readonly<Record<Language, Words>> = {
  nl: {
    "invoice-sent": "de factuur is niet verstuurd", "address-known": "geen adres bekend", "invoice-delivered": "de factuur kwam niet aan", "domain-plausible": "het mailadres lijkt een typfout",
    "term-plausible": "de termijn klopt niet", "due-day-plausible": "de vervaldag klopt niet", "month-plausible": "de maand klopt niet", "amount-plausible": "het bedrag wijkt sterk af",
    "amount-is-sum-of-lines": "de regels tellen niet op", "no-open-credits": "er staat nog een creditnota open", "no-unmatched-receipts": "er is een ontvangst die kan passen",
    "bank-data-fresh": "de bank is niet bijgewerkt",
  },
  en: {
    "invoice-sent": "the invoice was not sent", "address-known": "no address known", "invoice-delivered": "the invoice did not arrive", "domain-plausible": "the mail address looks mistyped",
    "term-plausible": "the term is not right", "due-day-plausible": "the due day is not right", "month-plausible": "the month is not right", "amount-plausible": "the amount differs a lot",
    "amount-is-sum-of-lines": "the lines do not add up", "no-open-credits": "a credit note is open", "no-unmatched-receipts": "a receipt may belong to it", "bank-data-fresh": "the bank is not up to date",
  },
};

/** What a kind of message is called. */
export function messageTitle(kind: string, language: Language): string {
  return (MESSAGES[language] as Words)[kind] ?? kind;
}

const WORDS = {
  nl: {
    by: { mail: "mail", letter: "brief", sms: "sms" } as Words,
    state: { queued: "klaargezet", sending: "wordt verstuurd", printed: "geprint, nog niet op de post", "handed-over": "overgedragen", delivered: "afgeleverd", bounced: "niet aangekomen", parked: "apart gezet, kijk ernaar", cancelled: "niet verstuurd" } as Words,
    invoiceSent: "Factuur", creditNote: "Creditnota", invoiceBounced: "Factuur niet aangekomen", messageBounced: "Bericht niet aangekomen", reply: "Antwoord", autoReply: "Automatisch antwoord", question: "Vraag via het portaal",
    call: "Gesprek", promiseMade: "Toezegging", viaPortal: "via het portaal", promiseKept: "Toezegging nagekomen", promiseBroken: "Toezegging niet nagekomen", agreementConfirmed: "Afspraak bevestigd: klopt",
    agreementContradicted: "Klopt niet, zegt de debiteur", payment: "Ontvangen", source: { psp: "iDEAL", bank: "bank", "by-hand": "met de hand" } as Words,
    planProposed: "Regeling voorgesteld", planAccepted: "Regeling afgesproken", planDeclined: "Regeling afgewezen", planBroken: "Regeling verbroken", planFinished: "Regeling afgerond",
    dispute: "Betwisting", disputeDecided: "Betwisting beslist", hold: "Pauze", brake: "Noodrem", hardship: "Betalen lukt nu niet", paidClaim: "Zegt al betaald te hebben", holdLifted: "Pauze opgeheven",
    letterTerm: "Termijn van de veertiendagenbrief", costsBooked: "Incassokosten", stepSkipped: "Stap overgeslagen", stepPostponed: "Stap uitgesteld", stopCode: "Bijzondere situatie", stopCodeEnded: "Bijzondere situatie voorbij", taskDone: "Taak gedaan", step: { call: "bellen", task: "taak", "hand-over": "overdracht voorleggen" } as Words,
    stop: { deceased: "overleden", insolvent: "failliet of in surseance", "protective-administration": "onder bewind", "debt-help": "schuldhulp", moratorium: "afkoelingsperiode" } as Words,
    handOver: "Overdracht", agencyEvent: "Bericht van het incassobureau", note: "Notitie", linkOpened: "Eigen pagina geopend", selfCheck: "Zelfcontrole hield tegen",
    until: "t/m", lastDay: "laatste dag", instalments: "termijnen", byPolicy: "binnen uw beleid", event: { proposed: "voorgesteld", approved: "goedgekeurd", rejected: "afgewezen", recalled: "teruggehaald" } as Words, presumed: "volgens de postregel",
  },
  en: {
    by: { mail: "mail", letter: "letter", sms: "text message" } as Words,
    state: { queued: "queued", sending: "being sent", printed: "printed, not posted yet", "handed-over": "handed over", delivered: "delivered", bounced: "did not arrive", parked: "set apart, have a look", cancelled: "not sent" } as Words,
    invoiceSent: "Invoice", creditNote: "Credit note", invoiceBounced: "Invoice did not arrive", messageBounced: "Message did not arrive", reply: "Reply", autoReply: "Automatic reply", question: "Question through the portal",
    call: "Call", promiseMade: "Promise", viaPortal: "through the portal", promiseKept: "Promise kept", promiseBroken: "Promise not kept", agreementConfirmed: "Agreement confirmed",
    agreementContradicted: "Not right, says the debtor", payment: "Received", source: { psp: "iDEAL", bank: "bank", "by-hand": "by hand" } as Words,
    planProposed: "Plan proposed", planAccepted: "Plan agreed", planDeclined: "Plan declined", planBroken: "Plan broken", planFinished: "Plan finished",
    dispute: "Dispute", disputeDecided: "Dispute decided", hold: "Hold", brake: "Emergency brake", hardship: "Can't pay now", paidClaim: "Says it was paid", holdLifted: "Hold lifted",
    letterTerm: "Term of the fourteen-day letter", costsBooked: "Collection costs", stepSkipped: "Step skipped", stepPostponed: "Step postponed", stopCode: "Special situation", stopCodeEnded: "Special situation over", taskDone: "Task done", step: { call: "call", task: "task", "hand-over": "propose hand-over" } as Words,
    stop: { deceased: "deceased", insolvent: "insolvent", "protective-administration": "under administration", "debt-help": "debt help", moratorium: "moratorium" } as Words,
    handOver: "Hand-over", agencyEvent: "Message of the agency", note: "Note", linkOpened: "Own page opened", selfCheck: "Our own check stopped it",
    until: "until", lastDay: "last day", instalments: "instalments", byPolicy: "within your policy", event: { proposed: "proposed", approved: "approved", rejected: "rejected", recalled: "recalled" } as Words, presumed: "by the postal rule",
  },
} as const;

/** A title and a line for something that happened, in the reader's language. Amount, state and invoices stand beside it as facts of their own. */
export function timelineText(fact: TimelineFact, language: Language): { title: string; text: string | null } {
  const w = WORDS[language];
  const { data } = fact;
  const text = (name: string): string | undefined => (typeof data[name] === "string" && data[name] !== "" ? String(data[name]) : undefined);
  const day = fact.day === null ? undefined : formatDay(fact.day, "short-year", language);
  const line = (...parts: (string | undefined)[]): string | null => parts.filter(Boolean).join(", ") || null;
  const list = fact.invoiceNumbers.join(", ") || undefined;
  const step = w.step[text("step") ?? ""] ?? messageTitle(text("step") ?? "", language);
  const why = text("reason");
  const reason = why && reasonInWords(why, language);
  switch (fact.kind) {
    case "invoiceSent": return { title: `${data["kind"] === "credit-note" ? w.creditNote : w.invoiceSent} ${list ?? ""}`, text: text("address") ?? null };
    case "invoiceBounced": return { title: w.invoiceBounced, text: line(text("address"), text("reason")) };
    case "message": return {
      title: messageTitle(String(data["kind"]), language),
      text: line(w.by[String(data["channel"])], fact.state === "delivered" ? undefined : w.state[fact.state ?? ""], reason),
    };
    case "messageBounced": return { title: w.messageBounced, text: line(messageTitle(String(data["kind"]), language), text("address"), text("reason")) };
    case "linkOpened": return { title: w.linkOpened, text: line(messageTitle(String(data["kind"]), language)) };
    case "reply": return { title: data["kind"] === "portal-question" ? w.question : data["kind"] === "auto-reply" ? w.autoReply : w.reply, text: line(text("subject"), text("text")) };
    case "call": return { title: `${w.call}: ${callOutcome(String(data["outcome"]))?.label[language] ?? String(data["outcome"])}`, text: line(text("person"), text("number"), text("notes")) };
    case "promiseMade": return { title: w.promiseMade, text: line(day && `${w.until} ${day}`, data["source"] === "portal" ? w.viaPortal : undefined) };
    case "promiseKept": return { title: w.promiseKept, text: day ?? null };
    case "promiseBroken": return { title: w.promiseBroken, text: day ?? null };
    case "agreementConfirmed": return { title: w.agreementConfirmed, text: text("sentence") ?? null };
    case "agreementContradicted": return { title: w.agreementContradicted, text: text("contradiction") ?? null };
    case "payment": return { title: w.payment, text: line(w.source[String(data["source"])], text("reference")) };
    case "planProposed": case "planAccepted": case "planDeclined": case "planBroken": case "planFinished":
      return { title: w[fact.kind], text: line(`${String(data["count"] ?? "")} ${w.instalments}`, data["by"] === "policy" ? w.byPolicy : undefined, text("reason")) };
    case "dispute": return { title: w.dispute, text: line(text("reason"), text("text")) };
    case "disputeDecided": return { title: w.disputeDecided, text: text("decision") ?? null };
    case "hold": return { title: data["kind"] === "brake" ? w.brake : data["kind"] === "hardship" ? w.hardship : w.hold, text: line(text("reason"), day && `${w.until} ${day}`) };
    case "paidClaim": return { title: w.paidClaim, text: text("reason") ?? null };
    case "holdLifted": return { title: w.holdLifted, text: text("reason") ?? null };
    case "stepSkipped": return { title: `${w.stepSkipped}: ${step}`, text: reason ?? null };
    case "stepPostponed": return { title: `${w.stepPostponed}: ${step}`, text: line(day && `${w.until} ${day}`, reason) };
    case "stopCode": return { title: `${w.stopCode}: ${w.stop[String(data["kind"])] ?? ""}`, text: line(day && `${w.until} ${day}`, reason) };
    case "stopCodeEnded": return { title: `${w.stopCodeEnded}: ${w.stop[String(data["kind"])] ?? ""}`, text: reason ?? null };
    case "taskDone": return { title: `${w.taskDone}: ${step}`, text: reason ?? null };
    case "letterTerm": return { title: w.letterTerm, text: line(day && `${w.lastDay} ${day}`, data["presumed"] === true ? w.presumed : undefined) };
    case "costsBooked": return { title: w.costsBooked, text: text("article") ?? null };
    case "handOver": return { title: `${w.handOver} ${w.event[fact.state ?? ""] ?? ""}`, text: line(text("agency"), text("reason")) };
    case "agencyEvent": return { title: w.agencyEvent, text: line(text("kind"), text("text")) };
    case "note": return { title: w.note, text: text("text") ?? null };
    case "selfCheck": return { title: w.selfCheck, text: line(...(text("checks") ?? "").split(", ").map((check) => CHECKS[language][check] ?? check)) };
    default: return { title: fact.kind, text: null };
  }
}
