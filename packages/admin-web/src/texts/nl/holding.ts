/** What stops a debtor, a case or everybody, wherever it is pressed. */
export const holding = {
  holds: {
    heading: "Pauzes", title: "Pauzeren", kind: "Soort", scope: "Voor", everything: "Alles van deze debiteur", onlyInvoice: "Alleen factuur {{number}}", onlyCase: "Alleen dit dossier", ofSegment: "segment {{segment}}", ofEverybody: "Alle debiteuren", stops: "Wat wacht er?", stopsEverything: "Alles, ook gesprekken", stopsReminders: "Alleen herinneringen",
    onlyReminders: "Alleen herinneringen wachten.", placeThenReminders: "Herinneringen wachten. Gesprekken en brieven van de wet gaan door.", reviewLabel: "Herbeoordelen op", reviewHint: "Op deze dag staat het op de werklijst. Mag leeg blijven.", owner: "Wie let hierop?", noOwner: "Niemand in het bijzonder", ownedBy: "{{name}} let hierop.",
    liftTitle: "De pauze opheffen", liftWhy: "Waarom kan het weer verder?", mistake: "bij vergissing", reason: "Waarom?", reasonMissing: "Schrijf kort op waarom",
    untilLabel: "Tot en met", untilHint: "“+14”, “27-11”. Leeg is tot iemand het opheft.", place: "Pauzeren", placeThen: "Tot en met {{day}} gaat er niets uit. Daarna gaat het traject vanzelf verder.",
    placeThenOpen: "Er gaat niets uit tot een collega dit opheft.", placed: "Gepauzeerd.", lift: "Opheffen", goOn: "Opheffen, verdergaan", after: "Wat nog aan de beurt is, gaat de volgende nacht uit.",
    lifted: "De pauze is opgeheven.", since: "sinds {{day}}", until: "tot en met {{day}}", review: "herbeoordelen op {{day}}", open: "tot iemand het opheft", found: "Ontvangst gevonden", notFound: "Niet gevonden",
    paidFound: "Goed. De pauze blijft tot de ontvangst is geboekt.", paidNotFound: "Het traject gaat verder.",
  },
  brake: {
    pull: "Noodrem", title: "Noodrem voor {{name}}", what: "Alles stopt nu: mails, brieven en gesprekken die klaarstonden. Een collega kijkt mee op een vaste dag.", reason: "Waarom?",
    reasonHint: "Kort, en niets over gezondheid.", reasonMissing: "Schrijf kort op waarom", review: "Herbeoordelen op", after: "Er gaat niets meer uit. Op {{day}} staat de herbeoordeling op Vandaag.",
    pulled: "De noodrem loopt: alles voor {{name}} ligt stil.", mistake: "Per vergissing", running: "Noodrem loopt",
  },
} as const;
