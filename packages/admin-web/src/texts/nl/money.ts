/** Claims, invoices and imports. */
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
} as const;
