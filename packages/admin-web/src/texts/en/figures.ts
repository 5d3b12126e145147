/** The figures of the house, and the money of a payment by hand: of pages that nobody opens first. */
export const figures = {
  payment: {
    title: "Book a payment", amount: "Amount", on: "Received on", reference: "Reference (may be empty)", book: "Book", booked: "{{amount}} booked.",
    after: "For money that does not come by the bank file. The oldest invoice first; what is left over stays to be divided.",
  },
  insights: {
    asOf: "As of", ageing: "Ageing on {{day}}", ageingSentence: "Of every {{hundred}}, {{due}} is overdue.", dso: "On average it takes {{days}} days until an invoice is paid (DSO).", daysLate: "Days after the due day",
    share: "Share", nothingOpen: "On this day nothing was open.",
  },
};
