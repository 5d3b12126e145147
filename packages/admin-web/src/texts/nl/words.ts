import type { CallReason, HandOverFault, HoldKind, MatchReason, PlanRule, PromiseState, WaitReason } from "@tegemoet/domain";

/** The words for codes of the server, by what they are codes of. Lists that the domain closes are held complete by the compiler. */
export const words = {
  hits: { debtor: "debiteur", invoice: "factuur", case: "dossier", page: "pagina" },
  waits: {
    settled: "alles is betaald", "handed over": "overgedragen aan een bureau", "stop code": "een bijzondere situatie", hardship: "betalen lukt nu niet", "emergency brake": "de noodrem loopt", "on hold": "gepauzeerd",
    "paid according to debtor": "de debiteur zegt betaald te hebben", "reply unread": "een antwoord is nog niet gelezen", disputed: "de betwisting loopt", "plan proposed": "een voorstel voor termijnen",
    "plan running": "de regeling loopt", "promise open": "de toezegging loopt", "money on its way": "een betaling is onderweg", "below minimum": "het bedrag is te klein", "not due": "nog niet vervallen",
    "step not sent yet": "de vorige stap is nog niet weg", "call open": "een gesprek staat nog open", "task open": "een taak staat nog open", "waiting for delivery": "de bezorging van de brief",
    "letter not delivered": "de brief is niet bezorgd", "letter term running": "de termijn van de brief loopt", "letter missing": "de brief van de wet ontbreekt", "ladder finished": "het traject is klaar",
    postponed: "uitgesteld", "step not yet due": "de volgende stap is nog niet aan de beurt", "not a business day": "geen werkdag", "contact cap": "genoeg contact voor nu", "self-check failed": "onze controle vond een fout",
    "autopilot off": "de automaat staat uit",
  } satisfies Record<WaitReason, string>,
  waitDetails: {
    pause: "pauze", never: "nooit herinneren", deceased: "overleden", insolvent: "insolvent", "protective-administration": "bewind", "debt-help": "schuldhulp", moratorium: "afkoelingsperiode",
    "invoice-sent": "de factuur is niet verstuurd", "address-known": "geen adres bekend", "invoice-delivered": "de factuur kwam niet aan", "domain-plausible": "het mailadres lijkt een typfout", "term-plausible": "de termijn klopt niet",
    "due-day-plausible": "de vervaldag klopt niet", "month-plausible": "de maand klopt niet", "amount-plausible": "het bedrag wijkt sterk af", "amount-is-sum-of-lines": "de regels tellen niet op", "no-open-credits": "er staat nog een creditnota open",
    "no-unmatched-receipts": "er is een ontvangst die kan passen", "bank-data-fresh": "de bank is niet bijgewerkt",
  },
  steps: {
    "note-before-due": "Bericht vooraf", "reminder-1": "Herinnering 1", call: "Bellen", "reminder-2": "Herinnering 2", "reminder-3": "Herinnering 3", "fourteen-day-letter": "Veertiendagenbrief", "business-notice": "Ingebrekestelling",
    "hand-over": "Overdracht voorleggen", invoice: "Factuur", "invoice-copy": "Kopie van de factuur", "call-confirmation": "Bevestiging van de afspraak", "not-reached": "Niet bereikt", "promise-broken": "Toezegging niet nagekomen",
    "plan-offered": "Aanbod in termijnen", "plan-accepted": "Regeling afgesproken", "plan-declined": "Voorstel afgewezen", "instalment-coming": "Termijn komt eraan", "instalment-missed": "Termijn gemist", "plan-broken": "Regeling verbroken",
    "plan-finished": "Regeling klaar", "dispute-received": "Betwisting ontvangen", "dispute-decided": "Antwoord op betwisting", hardship: "Betalen lukt niet", thanks: "Dank voor de betaling", "portal-code": "Code voor het portaal", reply: "Antwoord van de debiteur",
  },
  channels: { mail: "mail", letter: "brief", "mail-and-letter": "mail en brief", mailAndLetter: "mail en brief", sms: "sms", call: "gesprek", task: "taak", "hand-over": "overdracht", peppol: "Peppol", source: "uit uw pakket", unknown: "onbekend" },
  debtorKinds: { consumer: "consument", naturalPersonInBusiness: "eenmanszaak of zzp", legalPerson: "bedrijf", unknown: "soort onbekend" },
  roads: { consumer: "consumenten", business: "bedrijven" },
  holdKinds: { pause: "Pauze", "paid-claim": "Zegt betaald te hebben", reply: "Antwoord nog niet gelezen", hardship: "Betalen lukt niet", brake: "Noodrem", never: "Nooit herinneren" } satisfies Record<HoldKind, string>,
  promiseStates: { open: "loopt", kept: "nagekomen", partly: "deels nagekomen", broken: "verbroken", cancelled: "ingetrokken" } satisfies Record<PromiseState, string>,
  planStates: { proposed: "voorgesteld", offered: "aangeboden", running: "loopt", behind: "achter", broken: "verbroken", finished: "klaar", cancelled: "gestopt", declined: "afgewezen" },
  instalmentStates: { paid: "betaald", partly: "deels betaald", due: "nu aan de beurt", missed: "gemist", coming: "komt nog" },
  planRules: {
    totalTooSmall: "het totaal is te klein", instalmentTooSmall: "een termijn is te klein", tooManyInstalments: "te veel termijnen", lastsTooLong: "de looptijd is te lang", startsTooLate: "de eerste termijn is te laat",
    noInstalments: "geen termijnen", notPositive: "een termijn is nul", sumDiffers: "de som klopt niet", daysNotAscending: "de dagen lopen niet op", dayPast: "een dag is al voorbij",
  } satisfies Record<PlanRule, string>,
  disputeReasons: {
    "not-received": "Niet gekregen", "not-good": "Niet goed of niet af", "wrong-amount": "Het bedrag klopt niet", "not-mine": "De factuur is niet voor hen", cancelled: "Opgezegd of afgezegd", other: "Iets anders",
  },
  disputeOutcomes: { agreed: "De debiteur heeft gelijk", partly: "Gedeeltelijk gelijk", rejected: "De factuur klopt", withdrawn: "Ingetrokken door de debiteur" },
  handOverStates: { proposed: "wacht op tweede persoon", approved: "overgedragen", accepted: "aangenomen door het bureau", declined: "niet aangenomen", recalled: "teruggehaald", closed: "afgesloten", rejected: "teruggestuurd" },
  handOverFaults: {
    "nothing open": "er staat niets open", "not overdue": "niet over de vervaldag", disputed: "de betwisting loopt", "plan running": "een regeling loopt", "plan proposed": "een voorstel voor termijnen wacht", "promise open": "een toezegging loopt",
    "on hold": "gepauzeerd", "stop code": "een bijzondere situatie", "handed over already": "al overgedragen", "letter missing": "de veertiendagenbrief ontbreekt", "letter not delivered": "de brief is niet bezorgd",
    "letter term running": "de termijn van de brief loopt nog", "name missing": "de naam ontbreekt", "address incomplete": "het adres is niet volledig", "invoice document missing": "de pdf van de factuur ontbreekt",
    "no reminder sent": "er is nog niet herinnerd", "agency not registered": "het bureau is niet geregistreerd", "agency registration expired": "de registratie van het bureau is verlopen",
  } satisfies Record<HandOverFault, string>,
  agencyEvents: { status: "stand", call: "gesprek", letter: "brief", payment: "betaling", plan: "regeling", question: "vraag", accepted: "aangenomen", declined: "niet aangenomen", closed: "afgesloten" },
  callReasons: {
    askedFor: "vroeg om gebeld te worden", justBroken: "toezegging net verbroken", brokenPromise: "brak eerder een toezegging", keepsWord: "houdt zich aan afspraken", amount: "hoog bedrag", age: "lang te laat",
    goldenDay: "goede beldag", triedOften: "vaak niet bereikt",
  } satisfies Record<CallReason, string>,
  outcomes: {
    noAnswer: "geen gehoor", voicemail: "voicemail ingesproken", busy: "in gesprek of alleen receptie", wrongNumber: "nummer klopt niet", callBack: "vraagt om terugbellen", promiseFull: "toezegging, alles", promisePart: "toezegging, deel",
    planAgreed: "termijnen afgesproken", planRequested: "vraagt om termijnen", paidAlready: "heeft al betaald", paymentRun: "betaalt op vaste dag", awaitingApproval: "wacht op akkoord", invoiceNotReceived: "factuur niet ontvangen",
    dispute: "is het er niet mee eens", cannotPay: "betalen lukt nu niet", willNotPay: "wil niet betalen", insolvent: "failliet, bewind of schuldhulp", hungUp: "hing op", other: "iets anders",
  },
  claimParts: { principal: "hoofdsom", interest: "rente", costs: "kosten" },
  paymentSources: { psp: "iDEAL", bank: "bank", "by-hand": "met de hand", byHand: "met de hand" },
  entryStates: {
    unread: "nog niet gelezen", read: "gelezen", resolved: "hersteld", queued: "klaargezet", sending: "wordt verstuurd", handedOver: "overgedragen", "handed-over": "overgedragen", delivered: "afgeleverd", opened: "geopend", bounced: "niet aangekomen", parked: "aangehouden", cancelled: "niet verstuurd", open: "loopt",
    kept: "nagekomen", partly: "deels", broken: "verbroken", confirmed: "klopt", contradicted: "klopt niet",
  },
  importOutcomes: { created: "nieuw", changed: "gewijzigd", unchanged: "al bekend, niets gewijzigd", refused: "geweigerd" },
  importWarnings: {
    ADDRESS_INCOMPLETE: "adres niet volledig", AMOUNT_ROUNDED: "bedrag afgerond", AMOUNT_UNREADABLE: "een bedrag was niet te lezen", BUYER_ID_MISSING: "klantnummer ontbreekt", CREDITED_INVOICE_MISSING: "de factuur die wordt gecrediteerd ontbreekt",
    DOCUMENT_UNREADABLE: "de pdf was niet te lezen", DUE_DATE_MISSING: "vervaldag ontbreekt", ENCODING_GUESSED: "tekenset geraden", IBAN_INVALID: "IBAN klopt niet", ISSUE_DATE_MISSING: "factuurdatum ontbreekt",
    ACCOUNT_NOT_OURS: "deze rekening staat niet bij uw organisatie", LINES_KNOWN: "een deel van de regels was al bekend", FUTURE_DATE: "er staat een dag in die nog komt", BALANCE_MISSING: "zonder begin- of eindsaldo",
    BATCH_NOT_SPLIT: "de bank noemt de betalingen in een verzamelbetaling niet apart", ENTRY_NOT_BOOKED: "een regel die de bank nog niet boekte, is overgeslagen",
    LINES_DIFFER: "regels tellen niet op", LINES_MISSING: "zonder regels", MANDATE_MISSING: "machtiging ontbreekt", NOT_NLCIUS: "niet volgens NLCIUS", PAYMENT_CODE_UNUSUAL: "ongewone betaalcode", PAYMENT_MEANS_MISSING: "betaalwijze ontbreekt",
    REFERENCE_MISSING: "kenmerk ontbreekt", SUPPLIER_ID_MISSING: "nummer van de leverancier ontbreekt", TOTALS_DIFFER: "totalen verschillen", TYPE_CODE_UNKNOWN: "onbekend soort factuur",
  },
  matchReasons: {
    reference: "Het betalingskenmerk klopt", number: "Noemt het factuurnummer", numberShort: "Noemt een kort factuurnummer", numberNear: "Noemt bijna het factuurnummer", numberTail: "Noemt het einde van het factuurnummer",
    otherNumberNamed: "Noemt een ander nummer", amountExact: "Het bedrag is precies gelijk", sumExact: "De som is precies gelijk", sumOfSome: "Past op een paar facturen samen", amountPart: "Een deel van het bedrag", amountOver: "Meer dan er openstaat",
    allOpen: "Alles wat openstaat", onlyOneWithAmount: "De enige met dit bedrag", ibanKnown: "Betaalde eerder van deze rekening", ibanShared: "Meer debiteuren betalen van deze rekening", ibanOfOther: "De rekening van een ander",
    nameOfOther: "De naam van een ander", nameEqual: "De naam is gelijk", nameLike: "De naam lijkt, is niet gelijk", instalment: "Past op een termijn", creditSetOff: "Verrekend met een creditnota", paidAlready: "De factuur is al betaald", oldestFirst: "De oudste eerst",
    outgoing: "Geld dat uitging", zero: "Een regel van nul", "own-account": "Van of naar een eigen rekening", "provider-payout": "Uitbetaling van de betaaldienst", "no-candidate": "Niets dat hierop lijkt", "not-sure": "Niet zeker genoeg om vanzelf te boeken",
    returned: "Geld dat terugkwam", undone: "De koppeling is teruggedraaid", "not-a-debtor": "Niet van een debiteur", refund: "Terugbetaling", "by-hand": "Met de hand gekoppeld", "not-matched": "Er ging iets mis bij het zoeken; kies zelf",
    "two-alike": "Twee kandidaten passen even goed", "too-much": "Meer geld dan er openstaat",
  } satisfies Record<MatchReason, string> & Record<string, string>,
  ages: { notDue: "Niet vervallen", d1_30: "1–30 dagen", d31_60: "31–60 dagen", d61_90: "61–90 dagen", d90plus: "Meer dan 90 dagen" },
} as const;
