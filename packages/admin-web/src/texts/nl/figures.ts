/** The figures of the house, and the money of a payment by hand: of pages that nobody opens first. */
export const figures = {
  payment: {
    title: "Betaling boeken", amount: "Bedrag", on: "Ontvangen op", reference: "Kenmerk (mag leeg)", book: "Boeken", booked: "{{amount}} geboekt.",
    after: "Voor geld dat niet via het bankbestand komt. De oudste factuur eerst; wat overblijft, blijft staan om te verdelen.",
  },
  insights: {
    asOf: "Stand op", ageing: "Ouderdom op {{day}}", ageingSentence: "Van elke {{hundred}} is {{due}} over de vervaldag.", dso: "Gemiddeld duurt het {{days}} dagen tot een factuur is betaald (DSO).", daysLate: "Dagen na de vervaldag",
    share: "Deel", nothingOpen: "Op deze dag stond er niets open.",
  },
} as const;
