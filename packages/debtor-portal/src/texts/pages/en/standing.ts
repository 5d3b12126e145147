import type { PageTexts } from "../../texts";

export const standing: PageTexts["standing"] = {
  title: "How we come to this amount",
  asOf: (day) => `This is how it stands on ${day}.`,
  loading: "One moment. We are working it out.",
  parts: { principal: "Invoices", interest: "Interest", costs: "Extra costs", paid: "Paid or taken off", together: "Together" },
  invoices: "The invoices",
  due: (day) => `could be paid until ${day}`,
  interest: {
    title: "The interest",
    span: (from, until) => `from ${from} up to and including ${until}`,
    count: (days) => (days === 1 ? "1 day" : `${days} days`),
    rate: (rate, base) => `${rate} a year over ${base}`,
    why: (article) => `The government sets this rate. It is in the law: ${article}.`,
    assumed: (day) => `The rate from ${day} on is not known yet. The amount may turn out a little different.`,
  },
  costs: {
    title: "The extra costs",
    over: (base, day) => `On ${day} ${base} was open. Over that the law counts like this.`,
    slice: (rate, part) => `${rate} of ${part}`,
    least: "The law names a lowest amount.",
    vat: "VAT",
    why: (article) => `This is in the law: ${article}.`,
  },
  paid: {
    title: "What came off",
    kinds: { payment: "Payment", "set-off": "Set off with a credit note", waiver: "Waived", "write-off": "No longer asked for", "charge-back": "Taken back by the bank", moved: "From interest to invoice" },
    first: "A payment first goes to costs, then to interest and then to the invoice. That is in the law: BW 6:44.",
    to: { principal: (number) => `to invoice ${number}`, interest: (number) => `to interest on ${number}`, costs: (number) => `to costs of ${number}` },
  },
  whatIf: {
    title: "What if I pay later?",
    day: "The day of payment",
    hint: "Then it says here what it is on that day.",
    answer: (day, amount) => `Would you pay everything on **${day}**? Then it is **${amount}**.`,
    same: "That is as much as today.",
    more: (amount) => `That is ${amount} more than today.`,
    letter: (day) => `Would you pay by **${day}**? Then there are no extra costs.`,
    after: (amount) => `After that ${amount} is added. That was also in our letter to you.`,
    between: (from, until) => `Choose a day from ${from} up to and including ${until}.`,
  },
};
