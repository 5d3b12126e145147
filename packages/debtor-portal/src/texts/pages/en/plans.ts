import type { Texts } from "../../texts";

const ORDINALS: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st" };

export const plans: Texts["plans"] = {
  title: "Pay in instalments",
  intro: (amount) => `You pay ${amount} in parts. Answer 3 questions. You hear straight away whether it is possible.`,
  amount: {
    legend: "1. How much can you pay each month?",
    hint: "Choose what you can also spare next month.",
    perMonth: "a month",
    slider: "Amount a month in euros",
    tooMuch: (amount) => `Is ${amount} too much?`,
    help: "Then we see together what is possible.",
    same: (count, amount) => `You pay ${amount} ${count === 1 ? "once" : `${count} times`}.`,
    andLast: (count, amount, last) => `You pay ${amount} ${count === 1 ? "once" : `${count} times`} and then ${last} once.`,
  },
  day: {
    legend: "2. On which day of the month?",
    hint: "The day after your income comes in is often handy.",
    nth: (day) => `The ${day}${ORDINALS[day] ?? "th"}`,
    other: "Another day",
    otherLabel: "Which day?",
  },
  start: { legend: "3. When do you start?" },
  schedule: {
    title: "This is what your agreement looks like",
    caption: "Your instalments",
    instalment: (number) => `Instalment ${number}`,
    together: "Together",
  },
  yes: { title: "Yes, this is possible.", what: "No interest and no costs are added.", button: "Yes, I agree to this" },
  asks: {
    title: "Then somebody has a look.",
    what: (day) => `You hear from us by **${day}**. Until then we send no reminder.`,
    button: "Send my proposal",
    note: "Would you like to add something?",
    noteHint: "There is no need to.",
    reasons: {
      totalTooSmall: (limit) => `Below ${limit} somebody always has a look.`,
      instalmentTooSmall: (limit) => `Below ${limit} a month somebody has a look.`,
      tooManyInstalments: (limit) => `Above ${limit} instalments somebody has a look.`,
      lastsTooLong: (limit) => `If it still runs after ${limit}, somebody has a look.`,
      startsTooLate: (limit) => `If the first instalment is after ${limit}, somebody has a look.`,
    },
  },
  after: "You get a message before each instalment. Can you not pay one? Let us know before.",
  tooLow: (amount) => `Fill in an amount of at least ${amount}`,
  tooHigh: (amount) => `Fill in an amount below ${amount}`,
  existing: {
    title: "Your instalments",
    states: { paid: "paid", partly: "partly paid", due: "to pay now", missed: "still open", coming: "to come" },
    proposed: (day) => (day ? `Somebody is looking at your proposal. You hear from us by **${day}**.` : "Somebody is looking at your proposal."),
    offered: (day) => (day ? `This is our proposal. It stands up to and including **${day}**.` : "This is our proposal."),
    change: "Does it no longer suit you? Let us know.",
    changeLink: "Call me or ask a question",
  },
};
