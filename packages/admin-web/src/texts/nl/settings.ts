/** Settings. */
export const settings = {
  settings: {
    parts: { organisation: "Organisatie", policy: "Beleid", staff: "Mensen", agencies: "Incassobureaus", ladders: "Trajecten", texts: "Teksten" },
    saved: "Bewaard.", save: "Bewaren", saveThen: "Nieuwe berichten en het portaal gebruiken dit direct. Wat verstuurd is, blijft zoals het was.", name: "Naam voor debiteuren", nameMissing: "Vul een naam in",
    phoneHours: "Telefonisch bereikbaar", contactPerson: "Contactpersoon", contactPersonHint: "Deze naam staat onder mails en op het portaal.", brandColour: "Merkkleur",
    brandColourHint: "Het portaal maakt hier zelf een goed leesbare kleur van.", colourUnreadable: "Typ een kleur als #1d4a80", tone: "Aanspreken", toneHint: "Overal hetzelfde, nooit door elkaar.", toneU: "u", toneJe: "je",
    portalCheck: "Op het portaal eerst één vraag stellen", portalCheckHint: "Postcode of factuurnummer, voordat iemand details ziet.", vatDeductible: "Wij verrekenen btw", vatDeductibleHint: "Zo niet, dan komt de btw bij de incassokosten.",
    plans: "Termijnen", plansWhat: "Binnen deze grenzen krijgt een debiteur op het portaal meteen ja. Daarbuiten beslist een collega.", minInstalment: "Laagste termijn", minTotal: "Laagste totaal",
    maxInstalments: "Meeste termijnen", maxMonths: "Langste looptijd, in maanden", firstWithinDays: "Eerste termijn binnen, in dagen", graceDays: "Een termijn mag later zijn, in werkdagen", answerWithinDays: "Antwoord op een voorstel, in werkdagen",
    contact: "Toezeggingen en contact", promiseMaxDays: "Een toezegging ligt hoogstens vooruit, in dagen", contactCapDay: "Hoogstens berichten per dag", contactCapMonth: "Hoogstens berichten per 30 dagen",
    minimumReminder: "Herinneren vanaf openstaand bedrag", minimumReminderHint: "Is er van een factuur minder open, dan laten wij het rusten. Leeg is elk bedrag.", countUnreadable: "Vul een heel getal in", policyThen: "Dit geldt voor nieuwe voorstellen en toezeggingen. Lopende regelingen houden hun eigen beleid.",
    invite: "Iemand toevoegen", inviteNow: "Toevoegen", inviteThen: "Geef het wachtwoord zelf door. Wij mailen het niet.", invited: "{{name}} is toegevoegd.", role: "Rol", roleOf: "Rol van {{name}}", change: "Wijzigen",
    notYourself: "Uw eigen rol wijzigt een ander.", active: "actief", inactive: "niet actief", activate: "Weer toelaten", deactivate: "Toegang stoppen", personChanged: "De toegang van {{name}} is gewijzigd.",
    personNameMissing: "Vul een naam in", password: "Eerste wachtwoord", passwordHint: "Ten minste {{count}} tekens.", passwordShort: "Kies ten minste {{count}} tekens",
    addAgency: "Bureau toevoegen", noAgencies: "Nog geen incassobureaus.", agencyAdded: "{{name}} is toegevoegd.", agencyNameMissing: "Vul de naam van het bureau in", wki: "Geregistreerd (Wki {{number}}), tot {{day}}",
    wkiExpired: "Registratie {{number}} verliep op {{day}}", noWki: "Geen registratienummer: overdragen kan nog niet", noEnd: "nader bericht", wkiNumber: "Registratienummer (Wki)",
    wkiHint: "Een incassobureau staat in het register van Justis (Wet kwaliteit incassodienstverlening).", wkiExpires: "Registratie geldig tot",
    makeKey: "Sleutel maken", makeKeyTitle: "Sleutel voor {{name}}", makeKeyThen: "U ziet de sleutel één keer. Wij bewaren alleen een vingerafdruk.", mayWrite: "Mag ook terugmelden (anders alleen lezen)", expiresOn: "Geldig tot en met",
    dayAhead: "Kies een dag na vandaag", secretOnce: "Kopieer de sleutel nu. Hierna is hij nergens meer te zien.", copy: "Kopiëren", copied: "Gekopieerd", until: "geldig tot {{day}}", lastUsed: "laatst gebruikt {{moment}}",
    neverUsed: "nog niet gebruikt", revoke: "Intrekken", revoked: "Sleutel {{prefix}} is ingetrokken.", revokedOn: "ingetrokken op {{day}}",
  },
} as const;
