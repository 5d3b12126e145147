/** Cases, debtors and what can be done with them. */
export const people = {
  cases: {
    one: "Dossier", count_one: "{{shown}} dossier", count_other: "{{shown}} dossiers", search: "Debiteur of dossiernummer", above500: "openstaand > € 500", above30: "> 30 dagen te laat",
    byWait: "Wacht op", anyWait: "Elke reden", byState: "Stand", open: "Lopend", closed: "Gesloten", all: "Alle", empty: "Geen lopende dossiers: niets is te laat.", toInvoices: "Facturen bekijken",
    none: "Geen dossiers met {{filters}}.", noStep: "nog geen stap", closedOn: "Gesloten op {{day}}", goesOn: "Gaat verder", waits: "Wacht", waitsUntil: "Wacht tot {{day}}",
    agreements: "Afspraken", promise: "Toezegging", plan: "Regeling", planOf_one: "{{count}} termijn, {{amount}}", planOf_other: "{{count}} termijnen, {{amount}}", dispute: "Betwisting",
    decidedOn: "beslist op {{day}}", answerBy: "antwoord voor {{day}}", handOver: "Overdracht",
  },
  actions: { call: "Bellen", note: "Notitie", payment: "Betaling boeken", hold: "Pauzeren", dispute: "Betwisting", plan: "Regeling", handOver: "Overdragen" },
  letter: {
    heading: "Veertiendagenbrief", sent: "Verstuurd", delivered: "Bezorgd", presumed: "aangenomen", waiting: "wacht op bezorging", lastDay: "Laatste dag", unknown: "nog niet bekend", costs: "Kosten",
    costsFrom: "{{amount}} over {{principal}}, mogelijk vanaf {{day}}",
  },
  selfCheck: {
    title: "Onze eigen controle", waits: "Hier klopt misschien iets niet. Tot het hersteld is wachten de herinneringen.", right: "Het klopt zo", save: "Vastleggen", saved: "Vastgelegd. De herinneringen gaan verder.",
    reason: "Waar keek u naar?", missing: "Schrijf op waar u naar keek", after: "Dit geldt voor wat er nu staat. Verandert een bedrag of een dag, dan vragen wij het opnieuw.",
  },
  note: { title: "Notitie", text: "Wat wilt u onthouden?", save: "Bewaren", saved: "Notitie bewaard.", after: "De notitie staat op de tijdlijn, met uw naam. Niets over gezondheid.", missing: "Schrijf eerst een notitie" },
  dispute: {
    title: "Betwisting vastleggen", amount: "Om welk bedrag gaat het?", amountHint: "Leeg is de hele factuur.", reason: "Soort", text: "Wat klopt er niet, in de woorden van de debiteur", textMissing: "Schrijf op wat er niet klopt",
    noInvoice: "Kies een factuur", save: "Vastleggen", saved: "De betwisting is vastgelegd.", after: "Herinneringen voor dit bedrag wachten tot wij hebben geantwoord.",
  },
  plan: {
    title: "Termijnen aanbieden", over_one: "{{amount}}, {{count}} factuur", over_other: "{{amount}}, {{count}} facturen", count: "Aantal termijnen", countUnreadable: "Vul een aantal in, bijvoorbeeld 3",
    first: "Eerste termijn", together: "Samen", note: "Een zin erbij (mag leeg)", offer: "Aanbieden", offered: "Het aanbod is gestuurd.", inside: "Binnen het beleid", outside: "Buiten het beleid: {{rules}}",
    after: "De debiteur krijgt het aanbod per mail. Tot het antwoord wachten de herinneringen.",
  },
  plans: {
    search: "Debiteur", states: { proposed: "Te beslissen", offered: "Aangeboden", running: "Lopend", behind: "Achter", broken: "Verbroken", finished: "Klaar", all: "Alle" },
    noneProposed: "Geen voorstellen om over te beslissen.", none: "Geen regelingen in deze groep.", proposedBy: "voorstel van {{who}}, {{day}}", byDebtor: "de debiteur", byUs: "ons", terms: "Termijnen",
    termsOf_one: "{{count}} × {{amount}}", termsOf_other: "{{count}} × {{amount}}", next: "Volgende", answerBy: "antwoord voor {{day}}", term: "Termijn", dueOn: "Uiterlijk", forInvoices: "Facturen {{invoices}}",
    outside: "Buiten het beleid", accept: "Ja, afspreken", decline: "Afwijzen", cancel: "Regeling stoppen", accepted: "De regeling met {{name}} is afgesproken.", acceptThen: "De debiteur krijgt een bevestiging met alle termijnen.",
    reason: "Waarom?", reasonHint: "De debiteur leest dit. Schrijf een hele, vriendelijke zin.", reasonMissing: "Schrijf de reden op",
    declineTitle: "Voorstel van {{name}} afwijzen", cancelTitle: "Regeling van {{name}} stoppen", declineThen: "De debiteur krijgt een mail met deze zin en de andere mogelijkheden.",
    cancelThen: "De herinneringen gaan verder waar zij waren.", declineSaid: "Het voorstel van {{name}} is afgewezen.", cancelSaid: "De regeling van {{name}} is gestopt.",
  },
  disputes: {
    search: "Debiteur of factuur", open: "Te beslissen", decided: "Beslist", none: "Geen betwistingen.", raised: "Gemeld", answer: "Antwoord", amount: "Betwist", late_one: "{{count}} dag over tijd",
    late_other: "{{count}} dagen over tijd", answerBy: "voor {{day}}", says: "De debiteur zegt", decision: "Ons antwoord", decide: "Beslissen", decideTitle: "Antwoord over {{number}}",
    decideAndMail: "Beslissen en mailen", outcome: "Uitkomst", text: "Ons antwoord", textHint: "De debiteur leest dit. Vriendelijk en volledig.", textMissing: "Schrijf het antwoord op",
    after: "De debiteur krijgt dit per mail. Daarna gaat het traject verder.", said: "Het antwoord aan {{name}} is verstuurd.",
  },
  handOver: {
    title: "Overdragen aan een incassobureau", what: "{{name}}, {{amount}} openstaand.", agency: "Incassobureau", noAgency: "Er is nog geen incassobureau ingesteld.", complete: "Volledig",
    lacks_one: "Er ontbreekt nog {{count}} ding:", lacks_other: "Er ontbreken nog {{count}} dingen:", propose: "Voorleggen aan een tweede persoon", proposed: "Voorgelegd. Een tweede persoon beslist.",
    after: "Er gaat nog niets weg: een tweede persoon beslist eerst.",
  },
  handOvers: {
    search: "Debiteur, dossier of bureau", candidates: "Kandidaten", proposed: "Te beslissen", running: "Bij een bureau", ended: "Afgelopen", complete: "Volledig?", addAgency: "Bureau toevoegen",
    noCandidates: "Geen dossiers om over te dragen.", none: { proposed: "Geen voorstellen die op een tweede persoon wachten.", running: "Geen dossiers bij een bureau.", ended: "Nog geen afgelopen overdrachten." },
    proposedBy: "Voorgelegd door", decidedBy: "Beslist door", snapshot: "Vingerafdruk", ownProposal: "U legde dit zelf voor. Een andere manager of beheerder beslist.", approve: "Goedkeuren", reject: "Terugsturen",
    recall: "Terughalen", events: "Van het bureau", approveTitle: "Overdracht goedkeuren", approveNow: "{{amount}} overdragen",
    approveWhat: "{{name}}, {{amount}}, gaat naar {{agency}}. {{who}} legde dit voor.", approveThen: "Het bureau ziet het dossier direct. Onze herinneringen stoppen.",
    approved: "{{name}} is overgedragen aan {{agency}}.", reason: "Waarom?", reasonMissing: "Schrijf de reden op", rejectTitle: "Voorstel voor {{name}} terugsturen", rejectThen: "De collega die het voorlegde, leest de reden.",
    rejectSaid: "Het voorstel voor {{name}} is teruggestuurd.", recallTitle: "{{name}} terughalen", recallThen: "Het bureau ziet dit direct en stopt.", recallSaid: "{{name}} is teruggehaald.",
  },
  debtors: {
    one: "Debiteur", count_one: "{{count}} debiteur", count_other: "{{count}} debiteuren", search: "Naam, nummer, plaats of e-mail", onlyOverdue: "Iets te laat", anyKind: "Elke soort", kind: "Soort",
    kindHint: "Bepaalt welke wet geldt. Onbekend behandelen wij als consument.", empty: "Nog geen debiteuren. Zij komen mee met de eerste facturen.", onHold: "Gepauzeerd", toCase: "Dossier openen", edit: "Gegevens wijzigen",
    editTitle: "{{name}} wijzigen", save: "Bewaren", saveThen: "Nieuwe berichten gaan naar deze gegevens.", saved: "De gegevens zijn bewaard.", nameMissing: "Vul een naam in",
    agreedTerm: "Afgesproken betaaltermijn in dagen", agreedTermHint: "Is de termijn van een factuur korter, dan kijken wij eerst zelf voor we herinneren. Leeg: niets afgesproken.",
    agreedTermUnreadable: "Vul een aantal dagen in, van 1 tot 365", details: "Gegevens",
    contacts: "Contactpersonen", address: "Adres", noAddress: "niet bekend", street: "Straat", houseNumber: "Huisnummer", postalCode: "Postcode", email: "E-mail", noEmail: "niet bekend", phone: "Telefoon",
    noPhone: "niet bekend", language: "Taal", kvk: "KVK", vat: "Btw-nummer", pays: "Betaalt", speaks: "Spreekt", unallocated: "Nog te verdelen",
  },
} as const;
