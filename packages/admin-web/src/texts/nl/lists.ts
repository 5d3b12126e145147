/** What lists share, and the heads of columns. */
export const lists = {
  list: {
    shown: "{{shown}} van {{total}} getoond", together: "samen", more: "Meer tonen", export: "CSV", exporting: "Bestand maken", sort: "Sorteren", dropFilter: "Filter wissen",
    pickShown: "Alle getoonde regels kiezen", noneFound: "Niets gevonden met dit filter.", and: "en",
  },
  columns: {
    debtor: "Debiteur", name: "Naam", invoice: "Factuur", invoices: "Facturen", description: "Omschrijving", issued: "Factuurdatum", due: "Vervaldag", late: "Te laat", step: "Stap",
    channel: "Kanaal", amount: "Bedrag", open: "Open", overdue: "Over de vervaldag", total: "Totaal", waits: "Wacht op", owner: "Van", why: "Waarom", state: "Stand", city: "Plaats",
    oldestDue: "Oudste vervaldag",
  },
  age: {
    days_one: "{{count}} dag", days_other: "{{count}} dagen", late_one: "{{count}} dag te laat", late_other: "{{count}} dagen te laat", notLate: "nog niet",
    today: "vandaag",
  },
  waiting: { plain: "Wacht: {{reason}}", until: "Wacht: {{reason}}, tot {{day}}" },
  delivery: {
    queued: "klaargezet", printed: "geprint", handedOver: "overgedragen", delivered: "afgeleverd", opened: "geopend", bounced: "niet aangekomen", parked: "aangehouden", cancelled: "niet verstuurd",
    notYet: "nog niet", bouncedAt: "Niet aangekomen bij {{to}}, {{time}}",
  },
  confidence: { sure: "zeker", fairly: "vrij zeker", doubt: "twijfel", small: "klein" },
  timeline: { heading: "Tijdlijn", all: "Alles", spoken: "Gesproken", sent: "Verstuurd", paid: "Betaald", empty: "Hier is nog niets gebeurd.", document: "Document openen" },
  behaviour: {
    nothingPaid: "Nog geen factuur betaald.", onTime_one: "Betaalt op tijd, {{count}} factuur.", onTime_other: "Betaalt op tijd, over {{count}} facturen.",
    late_one: "Gemiddeld {{days}} dagen te laat, over {{count}} factuur", late_other: "Gemiddeld {{days}} dagen te laat, over {{count}} facturen", faster: "loopt terug", steady: "gelijk", slower: "loopt op",
    noPromises: "Nog geen toezegging gedaan.", promises: "Toezeggingen: {{kept}} van {{total}} nagekomen", bars: "Dagen te laat per factuur, de oudste eerst: {{days}}",
  },
  message: {
    one: "Bericht", back: "Terug", kind: "Soort", to: "Aan", nobody: "geen adres", reason: "Reden", attached: "Bijlagen", asSent: "Zoals verstuurd", plain: "Alleen tekst",
    preview: "Het bericht zoals het is verstuurd", noText: "Dit bericht heeft geen tekst.", parkedWhy: "Er ging onderweg iets mis, en het is niet zeker of dit bericht al weg is. Kijk of de debiteur het heeft, en kies dan.",
    send: "Nu versturen", dontSend: "Niet versturen", released: "Het bericht gaat nu uit.", dropped: "Het bericht gaat niet uit.", markRead: "Gelezen",
    checked: "Eerst zelf gekeken: factuur {{invoice}}, {{right}} van {{all}} controles goed op {{day}}", yes: "ja", no: "nee", nothingSeen: "niets bekend",
    markReadThen: "Daarna gaan de herinneringen verder, als er niets anders wacht.",
  },
} as const;
