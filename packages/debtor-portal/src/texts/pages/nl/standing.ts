import type { Voice } from "../../nl/voice";

/** Where the amount comes from, part by part, and what it would be on another day. */
export const standing = ({ jou, Vraag }: Voice) => ({
  title: "Zo komen wij aan dit bedrag",
  asOf: (day: string) => `Zo staat het op ${day}.`,
  loading: "Even geduld. Wij rekenen het uit.",
  parts: { principal: "Facturen", interest: "Rente", costs: "Extra kosten", paid: "Al betaald of eraf gehaald", together: "Samen" },
  invoices: "De facturen",
  due: (day: string) => `betalen kon tot en met ${day}`,
  interest: {
    title: "De rente",
    span: (from: string, until: string) => `van ${from} tot en met ${until}`,
    count: (days: number) => (days === 1 ? "1 dag" : `${days} dagen`),
    rate: (rate: string, base: string) => `${rate} per jaar over ${base}`,
    why: (article: string) => `De overheid stelt deze rente vast. Het staat in de wet: ${article}.`,
    assumed: (day: string) => `De rente vanaf ${day} is nog niet bekend. Het bedrag kan dan iets anders worden.`,
  },
  costs: {
    title: "De extra kosten",
    over: (base: string, day: string) => `Op ${day} stond ${base} open. Daarover rekent de wet zo.`,
    slice: (rate: string, part: string) => `${rate} van ${part}`,
    least: "De wet noemt een laagste bedrag.",
    vat: "Btw",
    why: (article: string) => `Dit staat in de wet: ${article}.`,
  },
  paid: {
    title: "Wat eraf ging",
    kinds: { payment: "Betaling", "set-off": "Verrekend met een creditnota", waiver: "Kwijtgescholden", "write-off": "Niet meer gevraagd", "charge-back": "Teruggehaald door de bank", moved: "Van rente naar factuur" },
    first: "Een betaling gaat eerst naar kosten, dan naar rente en dan naar de factuur. Dat staat in de wet: BW 6:44.",
    to: { principal: (number: string) => `naar factuur ${number}`, interest: (number: string) => `naar rente van ${number}`, costs: (number: string) => `naar kosten van ${number}` },
  },
  whatIf: {
    title: "Wat als ik later betaal?",
    day: "De dag van betalen",
    hint: "Hier staat dan wat het die dag is.",
    answer: (day: string, amount: string) => `${Vraag("betaal")} alles op **${day}**? Dan is het **${amount}**.`,
    same: "Dat is net zo veel als vandaag.",
    more: (amount: string) => `Dat is ${amount} meer dan vandaag.`,
    letter: (day: string) => `${Vraag("betaal")} uiterlijk **${day}**? Dan zijn er geen extra kosten.`,
    after: (amount: string) => `Daarna komt er ${amount} bij. Dat stond ook in onze brief aan ${jou}.`,
    between: (from: string, until: string) => `Kies een dag van ${from} tot en met ${until}.`,
  },
});
