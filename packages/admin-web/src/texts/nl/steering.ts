/** Stopping, holding, and what a person does with a step or a message. */
export const steering = {
  directDebit: {
    heading: "Automatische incasso", none: "Wij schrijven bij deze debiteur niets af.", add: "Incasso vastleggen", title: "Wij schrijven zelf af", about: "Wat schrijven wij af?", all: "Alle facturen", one: "Alleen factuur {{number}}",
    mandate: "Machtigingskenmerk", mandateHint: "Mag leeg blijven.", mandateWrong: "Hoogstens 35 letters en cijfers", since: "Sinds", sinceHint: "De dag van de machtiging. Na een mislukte incasso: vandaag, als wij het opnieuw proberen.",
    sinceWrong: "Vandaag of eerder", record: "Vastleggen", recorded: "Vastgelegd. Herinneringen wachten op de incasso.", afterwards: "Zolang wij op de incasso wachten, krijgt de debiteur geen herinnering. Mislukt de incasso, dan gaat het traject verder.",
    of: "Factuur {{number}}", withMandate: "machtiging {{mandate}}", bounced_one: "Mislukt: {{numbers}}. Daarvoor gaan de herinneringen verder.", bounced_other: "Mislukt: {{numbers}}. Daarvoor gaan de herinneringen verder.",
    sources: { staff: "door een collega", ubl: "uit de factuur", table: "uit een bestand", api: "via de koppeling" },
    end: "Beëindigen", endTitle: "Schrijven wij dit niet meer af?", endWhy: "Waarom niet meer?", endThen: "Wat te laat is, wordt vanaf de volgende nacht weer herinnerd.", ended: "Beëindigd. De herinneringen gaan verder.",
  },
  stopCodes: {
    act: "Bijzondere situatie", title: "{{name}}: bijzondere situatie", kind: "Wat is er aan de hand?", evidence: "Waar blijkt dat uit?", evidenceHint: "Een inschrijving in een register, een brief van de bewindvoerder. Niets over gezondheid.",
    evidenceMissing: "Schrijf op waar dit uit blijkt", record: "Vastleggen", recorded: "Vastgelegd. Er gaat niets meer vanzelf uit.", after: "Vanaf nu gaat er niets vanzelf uit naar deze debiteur. Wat klaarstond, is uit de rij gehaald.",
    end: "Beëindigen", endTitle: "Is deze situatie voorbij?", endWhy: "Waarom is dit voorbij?", ended: "Beëindigd. Het traject gaat verder.",
  },
  step: {
    run: "Nu doen", postpone: "Uitstellen", skip: "Overslaan", runTitle: "De volgende stap nu doen", runWhat: "Dit is de volgende stap: {{step}}.", about: "Voor", whole: "Het hele dossier",
    runThen: "Pauzes, afspraken, onze eigen controle en het contactmaximum gelden ook nu.", ranMessages_one: "Het bericht staat klaar en gaat zo uit.", ranMessages_other: "{{count}} berichten staan klaar en gaan zo uit.",
    ranCall: "Het gesprek staat op de bellijst.", ranTask: "Er staat een taak klaar.", ran: "De stap is gezet.", refused: "Dit kan nu niet: {{reason}}.", refusedUntil: "Dit kan nog niet: {{reason}}. Vanaf {{day}} wel.",
    postponeTitle: "De volgende stap uitstellen", until: "Tot", why: "Waarom?", postponed: "Uitgesteld tot {{day}}.", postponeThen: "Tot die dag gaat deze stap niet vanzelf uit. De reden staat op de tijdlijn.",
    skipTitle: "De stap overslaan", skipped: "Overgeslagen. De reden staat op de tijdlijn.", skipThen: "De stap telt als gedaan, zonder dat de debiteur iets hoort. Daarna komt de volgende stap aan de beurt.",
  },
  queued: {
    now: "Nu versturen", goes: "Het bericht gaat zo uit.", edit: "Woorden wijzigen", asItWouldBe: "Zo gaat dit bericht uit, als er niets verandert.", ownWords: "Dit bericht is met eigen woorden geschreven.",
    fixed: "De woorden van deze brief staan vast: de wet schrijft ze voor.", editTitle: "Woorden van dit ene bericht", subject: "Onderwerp", body: "Tekst",
    bodyHint: "Wat tussen accolades staat, vullen wij in op het moment van versturen: dan klopt het bedrag altijd. Regels met @ zijn de tabel en de knop.", save: "Bewaren", saved: "De nieuwe woorden zijn bewaard.",
    editThen: "Alleen dit bericht verandert. Uw naam staat erbij.", rather: "Liever: {{words}}.", toneGood: "De toon is vriendelijk en goed te lezen.",
    postponeTitle: "Dit bericht uitstellen", postponeThen: "Op de ochtend van die dag kijken wij opnieuw of het nog klopt.", skipTitle: "Dit bericht niet versturen", autopilotOff: "De automaat staat uit. Een collega beslist over dit bericht bij",
  },
  resting: {
    count_one: "{{shown}} regel, {{forgotten}} vergeten", count_other: "{{shown}} regels, {{forgotten}} vergeten", search: "Debiteur, factuur of reden", forgotten: "Vergeten", above30: "Langer dan 30 dagen", byKind: "Soort", anyKind: "Alle soorten",
    none: "Niets met deze filters.", empty: "Er rust niets.", noEnd: "zonder einde", isForgotten: "vergeten", look: "Bekijken", notPostponed: "Niet langer uitgesteld.",
  },
  wide: {
    hold: "Pauze voor velen", brake: "Noodrem voor iedereen", holdTitle: "Pauzeren voor velen", whom: "Voor wie?", segment_one: "{{segment}} ({{shown}} debiteur)", segment_other: "{{segment}} ({{shown}} debiteuren)",
    brakeTitle: "Noodrem voor alle debiteuren", brakeWhat: "Alles wat klaarstaat wordt geannuleerd: mail, brieven, sms en gesprekken. Bureaus lezen dat alles stilligt.", brakeThen: "Na deze knop gaat er niets meer uit. De stappen zijn weer open en beginnen pas als u de noodrem opheft.",
    braked: "De noodrem staat aan voor iedereen.",
  },
  tasks: {
    count_one: "{{count}} taak", count_other: "{{count}} taken", all: "Van iedereen", mine: "Van mij", empty: "Geen taken.", autopilot: "de automaat staat uit", send: "Versturen", sent: "Het bericht gaat zo uit.", look: "Bekijken",
    didIt: "Zelf gedaan", finish: "Gedaan", done: "Gedaan. Het traject gaat verder.",
  },
} as const;
