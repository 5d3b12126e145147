/** The frame around every page, signing in, and the states that every view owes. */
export const frame = {
  nav: {
    tasks: "Taken", resting: "Wat rust",
    today: "Vandaag", calls: "Bellijst", post: "Post", cases: "Dossiers", debtors: "Debiteuren", invoices: "Facturen", bank: "Bank", plans: "Regelingen",
    disputes: "Betwistingen", handOvers: "Overdracht", insights: "Inzicht", settings: "Instellingen",
  },
  frame: {
    menu: "Hoofdmenu", phoneMenu: "Menu op de telefoon", skip: "Naar de inhoud", find: "Zoek of spring", search: "Zoeken", more: "Meer", signOut: "Afmelden",
    switchOrganisation: "{{name}}, wisselen van administratie",
    autopilotOn: "Automaat aan", autopilotOff: "Automaat uit", switchOff: "Uitzetten", switchOn: "Aanzetten",
    autopilotStop: "De automaat uitzetten", autopilotStart: "De automaat aanzetten", autopilotReason: "Waarom? (mag leeg blijven)",
    autopilotStopThen: "Vanaf nu gaat er niets meer vanzelf uit. Wat aan de beurt is, wordt een taak voor een collega.",
    autopilotStartThen: "Vanaf de volgende nacht gaan berichten weer vanzelf uit.",
  },
  roles: { admin: "beheerder", manager: "manager", collector: "medewerker", viewer: "meekijker" },
  roleHints: {
    admin: "Mag alles, ook mensen, instellingen en sleutels.", manager: "Beslist over overdracht, betwistingen en regelingen, en doet het dagelijks werk.",
    collector: "Belt, maakt afspraken, koppelt ontvangsten.", viewer: "Ziet alles, verandert niets.",
  },
  theme: { auto: "Licht of donker zoals het systeem", light: "Licht", dark: "Donker" },
  may: { collector: "Dit kan een medewerker, manager of beheerder.", manager: "Dit kan een manager of beheerder.", admin: "Dit kan een beheerder." },
  hours: {
    golden: "Gouden uur", left: "nog {{time}}", next: "Gouden uur vanaf {{time}}", none: "Vandaag geen gouden uur", minutes: "{{minutes}} min", hours: "{{hours}} u {{minutes}} min",
    span: "{{from}} tot {{until}}", label: "Gouden beluren {{windows}}; nu {{now}}",
  },
  palette: {
    label: "Zoek een debiteur, factuur, dossier, bedrag of pagina", placeholder: "Debiteur, factuurnummer, dossier, bedrag of pagina", found: "Gevonden",
    nothing: "Niets gevonden voor “{{text}}”. Probeer een deel van de naam of het nummer.",
  },
  keys: { ctrl: "Ctrl", enter: "Enter", space: "Spatie", all: "Alle toetsen", choose: "kies", open: "open", do: "doe", search: "zoek", close: "sluit" },
  keysHelp: {
    title: "Toetsen", everywhere: "Overal", lists: "In lijsten", goTo: "Ga naar", callRoom: "In de belkamer", case: "In een dossier", bank: "Bij de bank",
    palette: "zoek of spring", help: "alle toetsen", undo: "ongedaan maken", close: "sluiten", next: "volgende regel", previous: "vorige regel", open: "openen", search: "zoeken",
    excuse: "wat u hoort", copy: "kopie mailen", hangUp: "ophangen", save: "vastleggen", brake: "noodrem", call: "bellen", note: "notitie", candidate: "kandidaat kiezen",
    match: "koppelen", ignore: "negeren", line: "andere regel", ownInvoice: "zelf een factuur zoeken", takeBack: "terugdraaien", single: "Losse letters als toets", singleHint: "Zet dit uit als u dicteert of met een schakelaar werkt. Toetsen met Ctrl blijven werken.",
  },
  signIn: {
    title: "Aanmelden", email: "E-mailadres", password: "Wachtwoord", submit: "Aanmelden", showPassword: "Wachtwoord tonen of verbergen",
    emailMissing: "Vul uw e-mailadres in", passwordMissing: "Vul uw wachtwoord in",
    httpsTitle: "Aanmelden kan hier alleen met HTTPS",
    httpsWhy: "U opent Tegemoet zonder beveiligde verbinding op {{host}}. Uw browser bewaart de aanmelding dan niet, en een ander op het netwerk kan meelezen. Daarom vragen wij hier geen wachtwoord.",
    httpsHow: "Open hetzelfde adres met https:// ervoor. Werkt dat nog niet? Zet dan een proxy met een certificaat voor Tegemoet, of open het op de machine zelf als http://localhost.",
  },
  dialog: { close: "Sluiten", cancel: "Niet doen" },
  toast: { undo: "Ongedaan maken", close: "Sluiten" },
  states: {
    loading: "Even geduld, de gegevens worden opgehaald.", again: "Opnieuw proberen", stale: "Dit zijn de gegevens van net.",
    offline: "Geen verbinding sinds {{time}}. Wat u typt, blijft staan.", unknownTitle: "Niet gevonden", unknown: "Deze pagina bestaat niet (meer).", toToday: "Naar Vandaag",
  },
  field: {
    dayHint: "“vr”, “+7” of “27-11”", dayUnreadable: "Deze dag lezen wij niet. Typ bijvoorbeeld vr, +7 of 27-11", dayNotAhead: "Kies een dag tot en met vandaag",
    amountUnreadable: "Dit bedrag lezen wij niet. Typ bijvoorbeeld 250 of 250,50", mailUnreadable: "Dit e-mailadres klopt niet. Typ bijvoorbeeld naam@bedrijf.nl",
  },
} as const;
