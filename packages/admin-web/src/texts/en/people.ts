/** Cases, debtors and what can be done with them. */
export const people = {
  cases: {
    one: "Case", count_one: "{{shown}} case", count_other: "{{shown}} cases", search: "Debtor or case number", above500: "outstanding > € 500", above30: "> 30 days late",
    byWait: "Waits for", anyWait: "Any reason", byState: "State", open: "Open", closed: "Closed", all: "All", empty: "No open cases: nothing is late.", toInvoices: "Look at invoices",
    none: "No cases with {{filters}}.", noStep: "no step yet", closedOn: "Closed on {{day}}", goesOn: "Goes on", waits: "Waits", waitsUntil: "Waits until {{day}}",
    agreements: "Agreements", promise: "Promise", plan: "Payment plan", planOf_one: "{{count}} instalment, {{amount}}", planOf_other: "{{count}} instalments, {{amount}}", dispute: "Dispute",
    decidedOn: "decided on {{day}}", answerBy: "answer by {{day}}", handOver: "Hand-over",
  },
  actions: { call: "Call", note: "Note", payment: "Book a payment", hold: "Pause", dispute: "Dispute", plan: "Payment plan", handOver: "Hand over" },
  letter: {
    heading: "Fourteen-day letter", sent: "Sent", delivered: "Delivered", presumed: "presumed", waiting: "waits for delivery", lastDay: "Last day", unknown: "not known yet", costs: "Costs",
    costsFrom: "{{amount}} over {{principal}}, possible from {{day}}",
  },
  selfCheck: {
    title: "Our own check", waits: "Something may be wrong here. Reminders wait until it is mended.", right: "It is right as it is", save: "Record", saved: "Recorded. The reminders go on.",
    reason: "What did you look at?", missing: "Write down what you looked at", after: "This holds for what is there now. When an amount or a day changes, we ask again.",
  },
  note: { title: "Note", text: "What do you want to remember?", save: "Save", saved: "Note saved.", after: "The note stands on the timeline, with your name. Nothing about health.", missing: "Write a note first" },
  dispute: {
    title: "Record a dispute", amount: "Which amount is it about?", amountHint: "Empty is the whole invoice.", reason: "Kind", text: "What is not right, in the debtor's words", textMissing: "Write what is not right",
    noInvoice: "Choose an invoice", save: "Save", saved: "The dispute was recorded.", after: "Reminders of this amount wait until we answered.",
  },
  plan: {
    title: "Offer instalments", over_one: "{{amount}}, {{count}} invoice", over_other: "{{amount}}, {{count}} invoices", count: "Number of instalments", countUnreadable: "Fill in a number, for instance 3",
    first: "First instalment", together: "Together", note: "A sentence with it (may be empty)", offer: "Offer", offered: "The offer was sent.", inside: "Within the policy", outside: "Outside the policy: {{rules}}",
    after: "The debtor gets the offer by mail. Until the answer reminders wait.",
  },
  plans: {
    search: "Debtor", states: { proposed: "To decide", offered: "Offered", running: "Running", behind: "Behind", broken: "Broken", finished: "Finished", all: "All" },
    noneProposed: "No proposals to decide.", none: "No payment plans in this group.", proposedBy: "proposed by {{who}}, {{day}}", byDebtor: "the debtor", byUs: "us", terms: "Instalments",
    termsOf_one: "{{count}} × {{amount}}", termsOf_other: "{{count}} × {{amount}}", next: "Next", answerBy: "answer by {{day}}", term: "Instalment", dueOn: "By", forInvoices: "Invoices {{invoices}}",
    outside: "Outside the policy", accept: "Yes, agree", decline: "Decline", cancel: "Stop the plan", accepted: "The plan with {{name}} was agreed.", acceptThen: "The debtor gets a confirmation with every instalment.",
    reason: "Why?", reasonHint: "The debtor reads this. Write a whole, kind sentence.", reasonMissing: "Write the reason",
    declineTitle: "Decline the proposal of {{name}}", cancelTitle: "Stop the plan of {{name}}", declineThen: "The debtor gets a mail with this sentence and the other possibilities.",
    cancelThen: "Reminding goes on where it was.", declineSaid: "The proposal of {{name}} was declined.", cancelSaid: "The plan of {{name}} was stopped.",
  },
  disputes: {
    search: "Debtor or invoice", open: "To decide", decided: "Decided", none: "No disputes.", raised: "Raised", answer: "Answer", amount: "Disputed", late_one: "{{count}} day past its day",
    late_other: "{{count}} days past its day", answerBy: "by {{day}}", says: "The debtor says", decision: "Our answer", decide: "Decide", decideTitle: "Answer about {{number}}",
    decideAndMail: "Decide and mail", outcome: "Outcome", text: "Our answer", textHint: "The debtor reads this. Kind and complete.", textMissing: "Write the answer",
    after: "The debtor gets this by mail. After that the ladder goes on.", said: "The answer to {{name}} was sent.",
  },
  handOver: {
    title: "Hand over to a collection agency", what: "{{name}}, {{amount}} outstanding.", agency: "Agency", noAgency: "No agency was set up yet.", complete: "Complete",
    lacks_one: "{{count}} thing is still missing:", lacks_other: "{{count}} things are still missing:", propose: "Propose to a second person", proposed: "Proposed. A second person decides.",
    after: "Nothing leaves yet: a second person decides first.",
  },
  handOvers: {
    search: "Debtor, case or agency", candidates: "Candidates", proposed: "To decide", running: "With an agency", ended: "Ended", complete: "Complete?", addAgency: "Add an agency",
    noCandidates: "No cases to hand over.", none: { proposed: "No proposals that wait for a second person.", running: "No cases with an agency.", ended: "No ended hand-overs yet." },
    proposedBy: "Proposed by", decidedBy: "Decided by", snapshot: "Fingerprint", ownProposal: "You proposed this yourself. Another manager or administrator decides.", approve: "Approve", reject: "Send back",
    recall: "Recall", events: "From the agency", approveTitle: "Approve the hand-over", approveNow: "Hand over {{amount}}",
    approveWhat: "{{name}}, {{amount}}, goes to {{agency}}. {{who}} proposed this.", approveThen: "The agency sees the case at once. Our reminders stop.",
    approved: "{{name}} was handed over to {{agency}}.", reason: "Why?", reasonMissing: "Write the reason", rejectTitle: "Send the proposal for {{name}} back", rejectThen: "The colleague who proposed it reads the reason.",
    rejectSaid: "The proposal for {{name}} was sent back.", recallTitle: "Recall {{name}}", recallThen: "The agency sees this at once and stops.", recallSaid: "{{name}} was recalled.",
  },
  debtors: {
    one: "Debtor", count_one: "{{count}} debtor", count_other: "{{count}} debtors", search: "Name, number, city or e-mail", onlyOverdue: "Something late", anyKind: "Any kind", kind: "Kind",
    kindHint: "Decides which law holds. Unknown is treated as a consumer.", empty: "No debtors yet. They come with the first invoices.", onHold: "On hold", toCase: "Open the case", edit: "Change details",
    editTitle: "Change {{name}}", save: "Save", saveThen: "New messages go to these details.", saved: "The details were saved.", nameMissing: "Fill in a name",
    agreedTerm: "Agreed payment term in days", agreedTermHint: "When the term of an invoice is shorter, we look at ourselves before we remind. Empty: nothing agreed.",
    agreedTermUnreadable: "Fill in a number of days, from 1 to 365", details: "Details",
    contacts: "Contacts", address: "Address", noAddress: "not known", street: "Street", houseNumber: "House number", postalCode: "Postal code", email: "E-mail", noEmail: "not known", phone: "Phone",
    noPhone: "not known", language: "Language", kvk: "KVK", vat: "VAT number", pays: "Pays", speaks: "Speaks", unallocated: "Not allocated yet",
  },
};
