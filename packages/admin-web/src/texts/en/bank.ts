/** The bank page: its four piles, and what a line may pay. */
export const bank = {
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
};
