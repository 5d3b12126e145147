/** Claims, invoices and imports. */
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
};
