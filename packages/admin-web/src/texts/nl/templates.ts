/** The texts that we send, writing them, and a mail of one's own. */
export const templates = {
  textsPage: {
    title: "Teksten", what: "Dit zijn alle berichten die u kunt versturen. Onze teksten staan klaar. Schrijft u liever uw eigen woorden? Dan versturen wij die, zodra u ze in gebruik neemt. Wat verstuurd is, blijft zoals het was.",
    kind: "Bericht", channel: { mail: "Mail", letter: "Brief", sms: "Sms" }, language: { nl: "Nederlands", en: "Engels" }, tone: { u: "met u", je: "met je" },
    ready: "onze tekst", own: "eigen tekst, versie {{version}}", draft: "concept", readyInUse: "Onze tekst is in gebruik", ownInUse: "Uw eigen tekst is in gebruik, versie {{version}}", draftBy: "Concept van {{name}}, versie {{version}}",
    subject: "Onderwerp", heading: "Kop van de brief", preheader: "Voorproefje", preheaderHint: "De eerste regel die een mailprogramma in de lijst laat zien.", body: "Tekst",
    bodyHint: "Een lege regel begint een nieuwe alinea. **Twee sterren** maken vet. Een gegeven staat tussen dubbele accolades. <factuur|facturen> kiest bij één of meer facturen.", smsHint: "Een sms van 160 tekens kost het minst. De persoonlijke link telt mee.",
    pickVariable: "Gegeven invoegen", pickBlock: "Onderdeel invoegen", blocks: { bill: "de facturen met het totaal", button: "een knop om te betalen", link: "een link naar de eigen pagina", schedule: "een voorbeeld in termijnen", bank: "rekening en kenmerk", heading: "een kopje" },
    preview: "Voorbeeld", previewOf: "Zoals {{name}} het krijgt", otherDebtor: "Andere debiteur", noDebtors: "Er is nog geen debiteur met een openstaand bedrag.", asMail: "Mail", asText: "Platte tekst",
    trial: "Proefmail aan mij", trialSent: "De proefmail is onderweg naar {{email}}.", madeUp: "Verzonnen voor dit voorbeeld, omdat deze debiteur het niet heeft: {{facts}}.", smsLength_one: "{{count}} teken.", smsLength_other: "{{count}} tekens.", line: "Regel {{line}}.",
    keep: "Concept bewaren", kept: "Het concept is bewaard. Er verandert nog niets aan wat u verstuurt.", use: "In gebruik nemen", used: "Deze tekst is nu in gebruik.", useThen: "In gebruik nemen geldt voor alles wat daarna weggaat. Wat verstuurd is, blijft zoals het was.",
    discard: "Concept weggooien", discarded: "Het concept is weggegooid.", toReady: "Terug naar onze tekst", retired: "Onze tekst is weer in gebruik.",
    versions: "Versies", version: "Versie {{version}}", readyName: "Onze tekst", readyAlways: "Staat altijd klaar.", states: { active: "in gebruik", draft: "concept", retired: "was in gebruik", discarded: "weggegooid" },
    madeBy: "Geschreven door {{name}}, {{when}}", activatedBy: "In gebruik genomen door {{name}}, {{when}}", retiredBy: "Beëindigd door {{name}}, {{when}}", difference: "Wat verschilt", hideDifference: "Verschil sluiten", take: "Hierop verder", same: "gelijk aan wat u schrijft",
    fault: {
      EMPTY: "Hier staat nog niets: vul dit in.", TOO_LONG: "Deze tekst is te lang ({{detail}} tekens).", SYNTAX: "Hier klopt de schrijfwijze niet: {{detail}}", UNKNOWN_TAG: "“{{detail}}” kennen wij niet als opdracht.", UNKNOWN_FILTER: "Dit filter kennen wij niet: {{detail}}",
      UNKNOWN_VARIABLE: "Het gegeven “{{detail}}” bestaat niet. Kies er een uit de lijst.", EMPTY_VARIABLE: "“{{detail}}” is niet altijd bekend. Zet er “if {{detail}}” omheen.", TOO_HEAVY: "Deze tekst kost te veel rekenwerk: gebruik minder herhalingen in elkaar.", UNKNOWN_BLOCK: "Dit onderdeel past hier niet: {{detail}}", LAW: "De wet vraagt meer: {{detail}}", FACT: "Voor deze debiteur ontbreekt: {{detail}}",
    },
    lawFault: {
      creditor: "De naam van uw organisatie staat er niet in.", debtor: "De naam van de debiteur staat er niet in.", invoice: "Het factuurnummer staat er niet in.", principal: "Het bedrag van de facturen staat er niet in.",
      default: "Er staat niet dat de debiteur te laat is met betalen.", term: "De termijn van de wet staat er niet in: binnen vijftien dagen nadat deze brief bij u is bezorgd.", "term-void": "Deze termijn maakt de brief ongeldig. Reken vanaf de dag van bezorging.",
      "no-costs-in-time": "Er staat niet dat op tijd betalen geen kosten geeft.", costs: "Het precieze bedrag van de kosten staat er niet in.", vat: "Er staat niet dat er btw in de kosten zit.", consequence: "Er staat niet wat er na de termijn bij komt.", "how-to-pay": "Er staat niet hoe de debiteur kan betalen.",
      "invoice-amount": "Het open bedrag van elke factuur staat er niet in.", "costs-too-early": "Over kosten mag pas in de veertiendagenbrief.", "too-long": "Deze sms is te lang.",
    },
    facts: { invoices: "open facturen", payBy: "dag om te betalen", calls: "gesprek", agreement: "afspraak", plan: "regeling", instalment: "termijn", dispute: "betwisting", payment: "betaling", pausedUntil: "pauze", costsCents: "kosten", costsVatCents: "btw over de kosten", code: "code", interestCents: "rente" },
  },
  writing: {
    tone: "Toonmeter", good: "Klinkt vriendelijk.", marks_one: "{{count}} plek om nog eens naar te kijken", marks_other: "{{count}} plekken om nog eens naar te kijken", reading: "Leest op niveau {{level}}, {{words}} woorden per zin.", instead: "Bijvoorbeeld: {{words}}",
    missing: "De wet vraagt ook nog: {{what}}.", law: { default: "dat iemand te laat is met betalen", term: "de termijn van vijftien dagen na bezorging", "term-void": "een termijn die vanaf de bezorging loopt", "no-costs-in-time": "dat op tijd betalen geen kosten geeft", consequence: "wat er na de termijn bij komt" },
    confirm_one: "Ik heb het rode woord gelezen. Het blijft staan.", confirm_other: "Ik heb de {{count}} rode plekken gelezen. Ze blijven staan.",
  },
  ownMail: {
    act: "Mail schrijven", title: "Mail aan {{name}}", to: "Aan", nobody: "Deze debiteur heeft nog geen mailadres.", subject: "Onderwerp", subjectMissing: "Vul een onderwerp in", body: "Uw bericht", bodyMissing: "Schrijf eerst een bericht", unconfirmed: "Lees eerst de rode plekken na",
    hint: "Uw naam, de rekening en hoe iemand kan zien dat de mail echt is, komen er vanzelf onder. Een regel die met @ begint, wordt een knop of een overzicht.", send: "Versturen", after: "Gaat weg als de Noodrem niet aan staat, binnen de uren waarop u contact heeft. Telt mee als contact en staat op de tijdlijn.", sent: "De mail staat klaar om te gaan.",
  },
} as const;
