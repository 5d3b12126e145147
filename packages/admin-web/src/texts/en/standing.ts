/** Where every cent comes from and went: the standing explained, corrections, and the money of a debtor. */
export const standing = {
  standing: {
    forgiven: "Let go", forgivenBelow: "waived or written off", paidBelow_one: "{{count}} time", paidBelow_other: "{{count}} times", paidBelow_zero: "nothing yet",
    on: "Day", what: "What", off: "Off", kinds: {
      payment: "Payment", "set-off": "Set off with a credit note", "credit-note": "Credit note", waiver: "Waived", "write-off": "Written off", "charge-back": "Taken back by the bank", moved: "From interest to principal",
    },
    paidFirst: "Each payment first pays costs, then interest, then the principal (BW 6:44).",
    costsOver: "Over {{amount}}, which was open on {{day}}", letter: "Letter delivered on {{delivered}}; paying without costs was possible until {{lastDay}}.", costsWhole: "Together with other invoices {{amount}}; of it {{share}} on what is still open.",
    costsUnknown: "The books no longer tell over what these costs were computed.", vat: "VAT", assumed: "The rate from {{day}} on isn't known yet. The last known one was used.",
    sum: "Together",
  },
  correct: {
    act: "Correct", title: "Waive or correct", invoice: "Invoice", what: "What would you like to do?",
    kinds: { costs: "Waive costs", interest: "Waive interest", "write-off": "Write off: this will not be paid" },
    amount: "Amount", reason: "Reason", reasonHint: "This reason stays in the case.", reasonMissing: "Give a reason.", tooMuch: "{{amount}} is open.",
    wholeInterest: "This interest was never asked for. It can only be waived as a whole: {{amount}}.", before: "Now", after: "After", total: "Total", save: "Waive {{amount}}", writeOff: "Write off {{amount}}",
    waived: "{{amount}} waived.", writtenOff: "{{amount}} written off.", takenBack: "Taken back with one press", undoLater: "You can take this back once, on the page with this debtor's payments.",
    nothing: "Nothing is open that could be corrected.",
  },
  account: {
    title: "Payments and credit", link: "Payments and credit", back: "To the debtor", open: "Outstanding", left: "Not allocated yet", credit: "Credit of credit notes",
    payments: "Payments", noPayments: "Nothing has come in from this debtor yet.", credits: "Credit notes", noCredits: "No credit notes.", corrections: "Waived and written off", noCorrections: "Nothing waived or written off.",
    paid: "Paid", leftOf: "{{amount}} not allocated yet", creditLeft: "{{amount}} left", chargedBack: "Taken back on {{day}}", refunded: "{{amount}} paid back on {{day}}: {{reason}}", credits_of: "of invoice {{number}}",
    reversed: "taken back on {{day}}", by: "by {{name}}", allocate: "Allocate", setOff: "Set off", refund: "Paid back", chargeBack: "Charged back", reverse: "Take back",
    allocateTitle: "Allocate to invoices", setOffTitle: "Set off against invoices", toDivide: "To divide: {{amount}}", stays: "Stays: {{amount}}", tooMuch: "You divide {{amount}} too much.", nothingChosen: "Give an amount for an invoice.",
    partOf: "To {{number}}", openNow: "open: {{amount}}", noOpen: "Nothing is open to allocate to.", allocated: "{{amount}} allocated.", setOffDone: "{{amount}} set off.",
    allocateThen: "The money counts from the day it came: interest ends on that day.", setOffThen: "A set-off counts from the day on which both the credit note and the invoice stood (BW 6:129).",
    refundTitle: "Paid back to the debtor", refundOn: "Paid on", refundThen: "This only books it. You transfer the money yourself at your bank.", refundDone: "{{amount}} booked as paid back.",
    chargeBackTitle: "Taken back by the bank", chargeBackOn: "Taken back on", chargeBackThen: "What it had paid is open again afterwards, part by part.", chargeBackDone: "Booked. The invoices are open again.",
    reverseTitle: "Take back", reverseThen: "The entry stays, with a contra entry beside it. This can be done once.", reverseDone: "Taken back.", bookBack: "Book",
  },
  books: {
    title: "Books", right: "The books are right. Checked {{time}}.", never: "The books were not checked yet. That happens after every night.", wrong_one: "{{count}} rule doesn't hold. Checked {{time}}.", wrong_other: "{{count}} rules don't hold. Checked {{time}}.",
    what: "Every night we hold the books against fixed rules. What stands below is for an administrator; the command is npm run verify.", times_one: "{{count}} time", times_other: "{{count}} times",
  },
} as const;
