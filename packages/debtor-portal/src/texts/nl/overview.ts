import type { Voice } from "./voice";

export const overview = ({ u, U, uw, Uw, jou, vraag, Vraag }: Voice) => ({
  title: (count: number) => (count === 1 ? "1 factuur staat nog open" : `${count} facturen staan nog open`),
  caption: "Wat er nog open staat",
  invoice: (number: string) => `Factuur ${number}`,
  others: (count: number) => (count === 1 ? "en 1 andere factuur" : `en ${count} andere facturen`),
  interestAndCosts: "Rente en kosten",
  together: "Samen",
  open: "Nog open",
  payBy: (day: string, noCosts: boolean) => `${Vraag("wil")} dit betalen uiterlijk **${day}**?${noCosts ? " Er zijn geen extra kosten." : ""}`,
  payWhen: (noCosts: boolean) => `${Vraag("wil")} dit betalen?${noCosts ? " Er zijn geen extra kosten." : ""}`,
  allPaid: { title: `Alles is betaald. Dank ${u} wel.`, what: `${U} hoeft niets te doen.` },
  noAmount: {
    title: "Bekijk hoe het ermee staat",
    what: `Hier ${vraag("zie")} ${uw} facturen, wat is betaald en wat wij afspraken.`,
    button: `Open ${uw} overzicht`,
  },
  agreementTitle: "Klopt deze afspraak?",
  agreementIntro: "Wij maakten samen een afspraak. Kijk hier of alles goed is opgeschreven.",
  agreementOpen: "Bekijk de afspraak",
  details: {
    locked: `Eerst controleren wij of ${u} het bent. Daarna ${vraag("zie")} alle gegevens en facturen.`,
    unlock: "Laat alle gegevens zien",
  },
  paused: {
    until: (day: string) => `Tot en met **${day}** ${vraag("hoor")} niets van ons.`,
    open: `${U} hoort nu niets van ons.`,
    paidClaim: "Wij zoeken de betaling op.",
    hardship: "Onze herinneringen staan stil.",
    dispute: "Wij kijken naar wat er niet klopt.",
    staff: "Onze herinneringen staan stil.",
  },
  plan: {
    running: (next: string | null, day: string | null) => (next && day
      ? `${U} betaalt in termijnen. De volgende keer is **${day}**: **${next}**.`
      : `${U} betaalt in termijnen.`),
    proposed: (day: string | null) => (day
      ? `${Uw} voorstel is binnen. ${U} hoort het uiterlijk **${day}**.`
      : `${Uw} voorstel is binnen. Iemand kijkt ernaar.`),
    offered: "Er ligt een voorstel klaar om in termijnen te betalen.",
    behind: (next: string | null, day: string | null) => (next && day
      ? `De termijn van **${day}** staat nog open: **${next}**.`
      : "Er staat nog een termijn open."),
    see: "Bekijk de termijnen",
    payTerm: "Betaal deze termijn",
  },
  promise: (amount: string, day: string) => `${U} betaalt **${amount}** uiterlijk **${day}**.`,
  invoices: `${Uw} facturen`,
  issuedOn: (day: string) => `van ${day}`,
  paid: `${U} betaalde`,
  paidOn: (day: string) => `op ${day}`,
  credited: "Van de factuur af",
  stillOpen: "Nog open",
  disputed: `Hier kijken wij nog naar. Daarvoor ${vraag("krijg")} geen herinnering.`,
  inPlan: "Dit hoort bij de afspraak in termijnen.",
  settled: "Betaald. Dank.",
  document: (number: string) => `Bekijk factuur ${number} (pdf)`,
  breakdown: {
    title: (amount: string) => `Waaruit bestaat ${amount}?`,
    principal: (count: number) => (count === 1 ? "1 factuur" : `${count} facturen`),
    paid: `${U} betaalde al`,
    interest: "Rente",
    costs: "Extra kosten",
    asOf: (day: string) => `Zo staat het op ${day}.`,
    period: (from: string, until: string) => `van ${from} tot en met ${until}`,
    more: "Hoe komen wij aan de rente en kosten?",
    whole: "Bekijk het per dag en per deel, of reken een andere dag uit",
  },
  history: "Wat is er al gebeurd?",
  agreements: `Wat wij met ${jou} afspraken`,
  toAgreement: "Klopt deze afspraak? Geef antwoord",
  confirmed: `${U} zei: dit klopt.`,
  contradicted: `${U} zei: dit klopt niet. Wij kijken ernaar.`,
});
