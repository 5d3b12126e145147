/** Claims, invoices, imports, the bank and figures. */
export const money = {
  claim: {
    label: "What is outstanding", principal: "Principal", invoices_one: "{{count}} invoice", invoices_other: "{{count}} invoices", interest: "Interest", interestUntil: "Interest to {{day}}", noInterest: "no interest",
    noInterestWhy: "There is no interest yet: the invoices are not overdue, or interest begins later.", costs: "Costs", collectionCosts: "Collection costs", scale: "by scale", none: "none", notYet: "not yet",
    notYetWhy: "For this debtor no costs exist yet. They can only come after a fourteen-day letter whose term has fully passed.", noCosts: "No costs were booked.", paid: "Paid",
    nothingPaid: "Nothing was paid yet.", outstandingOn: "Outstanding on {{day}}", tomorrow: "{{day}}: {{amount}}", tomorrowShort: "tomorrow {{amount}}, or on another day", whatIf: "When it is paid later", payOn: "Paid on",
    invoice: "Invoice", period: "Period", over: "Over", rate: "Rate", span: "{{from}} to {{until}}", roundedOnce: "Rounded once, on the sum", atLeast: "The legal minimum", atMost: "The legal maximum", withVat: "With VAT", bracket: "Principal", part: "Part", upTo: "up to {{amount}}", above: "above that",
  },
  invoices: {
    one: "Invoice", title: "Invoice {{number}}", creditTitle: "Credit note {{number}}", count_one: "{{count}} invoice", count_other: "{{count}} invoices", search: "Invoice number, debtor or amount",
    states: { open: "Open", overdue: "Overdue", paid: "Paid", all: "All" }, import: "Import invoices", empty: "No open invoices.", none: "No invoices.", paid: "paid", creditNote: "credit note", credits: "Credits", creditsNone: "no invoice that is known; it stands as a credit",
    details: "Details", order: "Order", reference: "Payment reference", lines: "Lines", noLines: "This invoice came without lines.", quantity: "Quantity", price: "Price", vat: "VAT", totalWithVat: "Total with VAT",
    payments: "Payments", noPayments: "Nothing received on this invoice yet.", receivedOn: "Received", source: "By", part: "On", deliveries: "Delivery", noDelivery: "Not known how this invoice was sent.",
    openDocument: "Open {{name}}",
  },
  imports: {
    choose: "Choose files", sending: "Sending", dropInvoices: "Drop your UBL invoices here", dropInvoicesHint: "XML files, also with a pdf inside; several at once is fine. The same invoice again changes nothing.",
    earlier: "Imported before", none: "Nothing imported yet.", when: "When", file: "File", outcome: "Outcome", by: "By", running: "reading {{total}} files or lines, {{done}} done", stillRunning: "still running",
    statements: "Statements:", counts: "{{created}} new, {{unchanged}} known already, {{failed}} refused", failed: "could not be read. Nothing was half done.", ended: "{{file}} was read: {{created}} new, {{unchanged}} known already, {{failed}} refused.", endedFailed: "{{file}} could not be read.", progress: "Progress", debtor: "debtor",
  },
  bank: {
    until: "up to date to {{day}}", drop: "Drop a bank file here", dropHint: "CAMT.053, MT940, CSV or Excel, of any bank. The same file again changes nothing.", dropMore: "Another bank file? Drop it here.",
    lastImport: "Last read: {{file}}, {{when}}",
    piles: "Piles", pile: { matched: "Matched", proposed: "Proposed", unknown: "Unknown", ignored: "Ignored" }, doneOf: "{{done}} of {{total}} done",
    states: { auto: "Booked by itself", byHand: "Matched by hand", proposed: "Proposed", unknown: "Unknown", ignored: "Ignored", undone: "Undone" },
    search: "Name, IBAN, description or amount", noName: "Without a name", noText: "no description", empty: "No bank lines yet. Drop a bank file above.", backToLines: "All lines",
    emptyPile: { matched: "Here is what was matched by itself or by hand. Nothing so far.", proposed: "No more proposals to look at.", unknown: "Every line has a place.", ignored: "Nothing was ignored. Here is what belongs to no debtor." },
    toPile: "{{pile}}: {{count}}", found_one: "{{shown}} line found", found_other: "{{shown}} lines found",
    bookedOn: "Booked on", fromWhom: "From whom, description", amount: "Amount", confidence: "Certainty", noConfidence: "no candidate", against: "Mind:",
    whose: "Where does this belong?", noCandidate: "No open invoice looks like this.", searchOwn: "Search an invoice yourself", addInvoice: "Add another invoice", searchInvoice: "Invoice number, name or amount", choose: "Choose",
    noneOpen: "No open invoice with “{{text}}”. Search by number, name or amount.",
    division: "Division", paidOfIt: "Paid of it", staysOpen: "Stays open", partOf: "Part for {{number}}", dropPart: "Take {{number}} out of the division", left: "Left to divide of {{amount}}", unallocated: "Not divided yet",
    match: "Match", ignore: "Ignore", wentOut: "This money went out; no debtor paid it.",
    needs: {
      nothing: "Matching books the payment and stops what was planned for it. It can be undone.", candidate: "Choose a candidate, or search an invoice yourself.", readable: "An amount cannot be read. Write it as 186.00.",
      less: "You divide more than came in.", open: "A part is more than is open of that invoice.",
    },
    whyIgnore: "Why does this line belong nowhere?", ignoreReasons: { "own-account": "Own account", "not-a-debtor": "Not from a debtor", refund: "Refund" },
    matched: "{{name}}, {{amount}} matched to {{invoices}}", ignoredSaid: "{{name}}, {{amount}} ignored", undo: "Undo the match", unignore: "Treat it after all", undone: "Undone. The line waits for a place again.",
    undoThen: "The booking is reversed; the invoice is open again.", unignoreThen: "The line goes back to what still looks for a place.", nothingToUndo: "There is nothing to undo here.", keyLine: "line", keyCandidate: "candidate", keySearch: "search yourself",
    statements_one: "{{count}} statement", statements_other: "Last {{count}} statements", account: "Account", number: "Number", days: "Days", opening: "Opening balance", closing: "Closing balance", lines: "Lines", importedAt: "Read",
  },
  payment: {
    title: "Book a payment", amount: "Amount", on: "Received on", reference: "Reference (may be empty)", book: "Book", booked: "{{amount}} booked.",
    after: "For money that does not come by the bank file. The oldest invoice first; what is left over stays to be divided.",
  },
  insights: {
    asOf: "As of", ageing: "Ageing on {{day}}", ageingSentence: "Of every {{hundred}}, {{due}} is overdue.", dso: "On average it takes {{days}} days until an invoice is paid (DSO).", daysLate: "Days after the due day",
    share: "Share", nothingOpen: "On this day nothing was open.",
  },
};
