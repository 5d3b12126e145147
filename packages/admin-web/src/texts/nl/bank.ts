/** The bank page: its four piles, and what a line may pay. */
export const bank = {
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
} as const;
