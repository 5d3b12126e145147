/** A bank's own export (CSV, Excel): which column is what. */
export const bankColumns = {
  bankColumns: {
    label: "Kolommen van {{file}}", hint: "De dag, het bedrag en de rekening zijn nodig. Naam, tegenrekening en omschrijving helpen om de factuur te vinden. Staan bij en af elk in een eigen kolom? Kies die onder Meer gegevens.",
    ownAccount: "Van welke eigen rekening is dit bestand?", ownAccountHint: "Nodig als geen kolom de rekening noemt, bijvoorbeeld NL91 ABNA 0417 1643 00.",
    remember: "Onthoud deze keuze voor het volgende bestand met deze kolommen", start_one: "{{count}} regel inlezen", start_other: "{{count}} regels inlezen",
    after: "Wat al bekend is, wordt niet nog eens geboekt.", mendFirst: "Kies een andere kolom, of herstel het bestand en sleep het opnieuw hierheen. Zolang er iets niet klopt, wordt niets ingelezen.",
    later: "Later verder", waits: "{{file}} wacht op de kolommen.", name: "Kolommen benoemen",
    preview: "Zo worden de regels gelezen", faulty_one: "{{shown}} regel is niet te lezen", faulty_other: "{{shown}} regels zijn niet te lezen", sound_one: "{{count}} regel is goed te lezen", sound_other: "{{count}} regels zijn goed te lezen",
    fault: "Regel {{line}}, {{field}}: {{what}} ({{value}})", lines_one: "{{count}} regel", lines_other: "{{count}} regels", balances: "van {{opening}} naar {{closing}}",
    difference: "De saldi kloppen niet met de regels: het verschil is {{amount}}. Kies een andere kolom voor het saldo of het bedrag, of maak het bestand opnieuw bij de bank.",
    fields: {
      bookedOn: "Boekdag", amount: "Bedrag", amountIn: "Bedrag bij", amountOut: "Bedrag af", debitCredit: "Bij of af", account: "Eigen rekening", iban: "Tegenrekening", name: "Naam tegenpartij",
      remittance: "Omschrijving", remittance2: "Omschrijving, vervolg", remittance3: "Omschrijving, slot", reference: "Betalingskenmerk", endToEndId: "End-to-end-kenmerk", mandateId: "Machtigingskenmerk",
      bankReference: "Kenmerk van de bank", valueOn: "Rentedag", currency: "Valuta", balanceAfter: "Saldo na de regel", code: "Soort mutatie", returnReason: "Reden van terugboeking",
    },
    faults: {
      DAY_UNREADABLE: "dit is geen datum", DAY_NOT_THERE: "deze dag bestaat niet", AMOUNT_UNREADABLE: "dit is geen bedrag", AMOUNT_UNCLEAR: "dit kunnen twee bedragen zijn; kies hoe bedragen zijn geschreven",
      AMOUNT_TOO_FINE: "meer dan twee cijfers achter de komma", AMOUNT_TOO_LARGE: "dit bedrag is te groot", CURRENCY_OTHER: "alleen euro kan worden ingelezen", SIDE_UNREADABLE: "hier staat niet of het bij of af is",
      ACCOUNT_MISSING: "de rekening ontbreekt", FORMULA: "een formule zonder uitkomst", CELL_ERROR: "een fout van het rekenblad",
    },
  },
} as const;
