/** Claims, invoices, imports, the bank and figures. */
export const money = {
  claim: {
    label: "Wat er openstaat", principal: "Hoofdsom", invoices_one: "{{count}} factuur", invoices_other: "{{count}} facturen", interest: "Rente", interestUntil: "Rente t/m {{day}}", noInterest: "geen rente",
    noInterestWhy: "Er is nog geen rente: de facturen zijn niet over de vervaldag, of de rente begint later.", costs: "Kosten", collectionCosts: "Incassokosten", scale: "staffel", none: "geen", notYet: "nog niet",
    notYetWhy: "Voor deze debiteur bestaan er nog geen kosten. Die kunnen pas na een veertiendagenbrief waarvan de termijn helemaal voorbij is.", noCosts: "Er zijn geen kosten geboekt.", paid: "Betaald",
    nothingPaid: "Er is nog niets betaald.", outstandingOn: "Openstaand op {{day}}", tomorrow: "{{day}}: {{amount}}", tomorrowShort: "morgen {{amount}}, of op een andere dag", whatIf: "Als er later wordt betaald", payOn: "Betaald op",
    invoice: "Factuur", period: "Periode", over: "Over", rate: "Tarief", span: "{{from}} t/m {{until}}", roundedOnce: "Eén keer afgerond op de som", atLeast: "Het wettelijk minimum", atMost: "Het wettelijk maximum", withVat: "Met btw", bracket: "Hoofdsom", part: "Deel", upTo: "tot {{amount}}", above: "daarboven",
  },
  invoices: {
    one: "Factuur", title: "Factuur {{number}}", creditTitle: "Creditnota {{number}}", count_one: "{{count}} factuur", count_other: "{{count}} facturen", search: "Factuurnummer, debiteur of bedrag",
    states: { open: "Open", overdue: "Te laat", paid: "Betaald", all: "Alle" }, import: "Facturen inlezen", empty: "Geen open facturen.", none: "Geen facturen.", paid: "betaald", creditNote: "creditnota", credits: "Crediteert", creditsNone: "geen factuur die bekend is; het staat als tegoed",
    details: "Gegevens", order: "Bestelling", reference: "Betalingskenmerk", lines: "Regels", noLines: "Deze factuur kwam zonder regels.", quantity: "Aantal", price: "Prijs", vat: "Btw", totalWithVat: "Totaal met btw",
    payments: "Betalingen", noPayments: "Nog niets ontvangen op deze factuur.", receivedOn: "Ontvangen", source: "Via", part: "Op", deliveries: "Verzending", noDelivery: "Niet bekend hoe deze factuur is verstuurd.",
    openDocument: "{{name}} openen",
  },
  imports: {
    choose: "Bestanden kiezen", sending: "Bezig met sturen", dropInvoices: "Sleep hier uw UBL-facturen heen", dropInvoicesHint: "XML-bestanden, ook met pdf erin; meer tegelijk mag. Dezelfde factuur nog eens verandert niets.",
    earlier: "Eerder ingelezen", none: "Nog niets ingelezen.", when: "Wanneer", file: "Bestand", outcome: "Uitkomst", by: "Door", running: "{{total}} bestanden of regels inlezen, {{done}} klaar", stillRunning: "loopt nog",
    statements: "Afschriften:", counts: "{{created}} nieuw, {{unchanged}} al bekend, {{failed}} geweigerd", failed: "kon niet worden ingelezen. Er is niets half gedaan.", ended: "{{file}} is ingelezen: {{created}} nieuw, {{unchanged}} al bekend, {{failed}} geweigerd.", endedFailed: "{{file}} kon niet worden ingelezen.", progress: "Voortgang", debtor: "debiteur",
  },
  bank: {
    until: "bijgewerkt tot {{day}}", drop: "Sleep hier een bankbestand heen", dropHint: "CAMT.053, MT940, CSV of Excel, van elke bank. Hetzelfde bestand nog eens verandert niets.", dropMore: "Nog een bankbestand? Sleep het hierheen.",
    lastImport: "Laatst ingelezen: {{file}}, {{when}}",
    piles: "Stapels", pile: { matched: "Gekoppeld", proposed: "Voorgesteld", unknown: "Onbekend", ignored: "Genegeerd" }, doneOf: "{{done}} van {{total}} klaar",
    states: { auto: "Vanzelf geboekt", byHand: "Met de hand gekoppeld", proposed: "Voorgesteld", unknown: "Onbekend", ignored: "Genegeerd", undone: "Teruggedraaid" },
    search: "Naam, IBAN, omschrijving of bedrag", noName: "Zonder naam", noText: "zonder omschrijving", empty: "Nog geen bankregels. Sleep hierboven een bankbestand.", backToLines: "Alle regels",
    emptyPile: { matched: "Hier staat wat vanzelf of met de hand is gekoppeld. Nu nog niets.", proposed: "Geen voorstellen meer om te beoordelen.", unknown: "Elke regel heeft een plek.", ignored: "Niets genegeerd. Hier staat wat bij geen debiteur hoort." },
    toPile: "{{pile}}: {{count}}", found_one: "{{shown}} regel gevonden", found_other: "{{shown}} regels gevonden",
    bookedOn: "Boekdag", fromWhom: "Van wie, omschrijving", amount: "Bedrag", confidence: "Zekerheid", noConfidence: "geen kandidaat", against: "Let op:",
    whose: "Waar hoort dit bij?", noCandidate: "Geen open factuur lijkt hierop.", searchOwn: "Zelf een factuur zoeken", addInvoice: "Nog een factuur erbij", searchInvoice: "Factuurnummer, naam of bedrag", choose: "Kiezen",
    noneOpen: "Geen open factuur met “{{text}}”. Zoek op nummer, naam of bedrag.",
    division: "Verdeling", paidOfIt: "Hiervan betaald", staysOpen: "Blijft open", partOf: "Deel voor {{number}}", dropPart: "{{number}} uit de verdeling halen", left: "Nog te verdelen van {{amount}}", unallocated: "Nog niet verdeeld",
    match: "Koppelen", ignore: "Negeren", wentOut: "Dit geld ging uit; een debiteur betaalde het niet.",
    needs: {
      nothing: "Koppelen boekt de betaling en stopt wat daarvoor gepland stond. Het blijft terug te draaien.", candidate: "Kies een kandidaat, of zoek zelf een factuur.", readable: "Een bedrag is niet te lezen. Schrijf het als 186,00.",
      less: "U verdeelt meer dan er binnenkwam.", open: "Een deel is meer dan er van die factuur openstaat.",
    },
    whyIgnore: "Waarom hoort deze regel nergens bij?", ignoreReasons: { "own-account": "Eigen rekening", "not-a-debtor": "Niet van een debiteur", refund: "Terugbetaling" },
    matched: "{{name}}, {{amount}} gekoppeld aan {{invoices}}", ignoredSaid: "{{name}}, {{amount}} genegeerd", undo: "Koppeling terugdraaien", unignore: "Toch behandelen", undone: "Teruggedraaid. De regel wacht weer op een plek.",
    undoThen: "De boeking wordt tegengeboekt; de factuur staat weer open.", unignoreThen: "De regel komt terug bij wat nog een plek zoekt.", nothingToUndo: "Hier is niets om terug te draaien.", keyLine: "regel", keyCandidate: "kandidaat", keySearch: "zelf zoeken",
    statements_one: "{{count}} afschrift", statements_other: "Laatste {{count}} afschriften", account: "Rekening", number: "Nummer", days: "Dagen", opening: "Beginsaldo", closing: "Eindsaldo", lines: "Regels", importedAt: "Ingelezen",
  },
  payment: {
    title: "Betaling boeken", amount: "Bedrag", on: "Ontvangen op", reference: "Kenmerk (mag leeg)", book: "Boeken", booked: "{{amount}} geboekt.",
    after: "Voor geld dat niet via het bankbestand komt. De oudste factuur eerst; wat overblijft, blijft staan om te verdelen.",
  },
  insights: {
    asOf: "Stand op", ageing: "Ouderdom op {{day}}", ageingSentence: "Van elke {{hundred}} is {{due}} over de vervaldag.", dso: "Gemiddeld duurt het {{days}} dagen tot een factuur is betaald (DSO).", daysLate: "Dagen na de vervaldag",
    share: "Deel", nothingOpen: "Op deze dag stond er niets open.",
  },
} as const;
