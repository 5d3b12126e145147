/** The button that stops all sending, beside every page. */
export const sending = {
  sending: {
    on: "Verzenden", off: "Gestopt", stopped: "Verzenden gestopt", stop: "Stoppen", resume: "Hervatten", title: "Verzenden stoppen", what: "Alles wat klaarstaat blijft wachten: mail, brieven, sms, ook codes voor het portaal. Er gaat niets verloren.",
    after: "Binnen vijf seconden begint er niets meer te vertrekken. Wat al onderweg is, halen wij niet terug.", left: "Vandaag vertrokken", inTheAir: "Nu onderweg", waiting: "Wacht",
    line: "Verzenden is gestopt door {{name}}, {{when}}: {{reason}}", somebody: "een collega", resumeThen: "Elk bericht wordt opnieuw beoordeeld voor het vertrekt.", limits: "Verzendlimiet: {{hour}} per uur, {{day}} per dag", noLimit: "geen limiet",
    perHour: "Berichten per uur", perDay: "Berichten per dag", limitUnreadable: "Vul een heel getal in, of laat het leeg", saveLimits: "Limieten bewaren", limitsHint: "Leeg is geen limiet. Waar een debiteur zelf om vroeg, gaat altijd door.",
  },
} as const;
