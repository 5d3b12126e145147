import type { CallReason, HandOverFault, HoldKind, MatchReason, PlanRule, PromiseState, WaitReason } from "@tegemoet/domain";

/** The words for codes of the server, by what they are codes of. Lists that the domain closes are held complete by the compiler. */
export const words = {
  hits: { debtor: "debtor", invoice: "invoice", case: "case", page: "page" },
  waits: {
    settled: "everything is paid", "handed over": "handed over to an agency", "stop code": "a special situation", hardship: "cannot pay now", "emergency brake": "the emergency brake is on", "on hold": "paused",
    "paid according to debtor": "the debtor says it was paid", "reply unread": "an answer was not read yet", disputed: "the dispute is open", "plan proposed": "a proposal for instalments",
    "plan running": "the payment plan runs", "promise open": "the promise is open", "money on its way": "a payment is on its way", "below minimum": "the amount is too small", "not due": "not due yet",
    "step not sent yet": "the step before has not left yet", "call open": "a call is still open", "task open": "a task is still open", "waiting for delivery": "delivery of the letter",
    "letter not delivered": "the letter was not delivered", "letter term running": "the term of the letter runs", "letter missing": "the letter of the law is missing", "ladder finished": "the ladder is finished",
    postponed: "postponed", "step not yet due": "the next step is not due yet", "not a business day": "not a business day", "contact cap": "enough contact for now", "self-check failed": "our check found a fault",
    "autopilot off": "the autopilot is off",
  } satisfies Record<WaitReason, string>,
  waitDetails: {
    pause: "pause", never: "never remind", deceased: "deceased", insolvent: "insolvent", "protective-administration": "protective administration", "debt-help": "debt help", moratorium: "moratorium",
    "invoice-sent": "the invoice was not sent", "address-known": "no address known", "invoice-delivered": "the invoice did not arrive", "domain-plausible": "the mail address looks mistyped", "term-plausible": "the term is not right",
    "due-day-plausible": "the due day is not right", "month-plausible": "the month is not right", "amount-plausible": "the amount differs a lot", "amount-is-sum-of-lines": "the lines do not add up", "no-open-credits": "a credit note is open",
    "no-unmatched-receipts": "a receipt may belong to it", "bank-data-fresh": "the bank is not up to date",
  },
  steps: {
    "note-before-due": "Note before due", "reminder-1": "Reminder 1", call: "Call", "reminder-2": "Reminder 2", "reminder-3": "Reminder 3", "fourteen-day-letter": "Fourteen-day letter", "business-notice": "Notice of default",
    "hand-over": "Propose hand-over", invoice: "Invoice", "invoice-copy": "Copy of the invoice", "call-confirmation": "Confirmation of the agreement", "not-reached": "Not reached", "promise-broken": "Promise not kept",
    "plan-offered": "Instalments offered", "plan-accepted": "Plan agreed", "plan-declined": "Proposal declined", "instalment-coming": "Instalment coming", "instalment-missed": "Instalment missed", "plan-broken": "Plan broken",
    "plan-finished": "Plan finished", "dispute-received": "Dispute received", "dispute-decided": "Answer to a dispute", hardship: "Cannot pay", thanks: "Thanks for the payment", "portal-code": "Code for the portal", reply: "Answer of the debtor",
  },
  channels: { mail: "mail", letter: "letter", "mail-and-letter": "mail and letter", mailAndLetter: "mail and letter", sms: "text message", call: "call", task: "task", "hand-over": "hand-over", peppol: "Peppol", source: "from your package", unknown: "unknown" },
  debtorKinds: { consumer: "consumer", naturalPersonInBusiness: "sole trader", legalPerson: "company", unknown: "kind unknown" },
  roads: { consumer: "consumers", business: "businesses" },
  holdKinds: { pause: "Pause", "paid-claim": "Says it was paid", reply: "Answer not read yet", hardship: "Cannot pay", brake: "Emergency brake", never: "Never remind" } satisfies Record<HoldKind, string>,
  promiseStates: { open: "open", kept: "kept", partly: "partly kept", broken: "broken", cancelled: "withdrawn" } satisfies Record<PromiseState, string>,
  planStates: { proposed: "proposed", offered: "offered", running: "running", behind: "behind", broken: "broken", finished: "finished", cancelled: "stopped", declined: "declined" },
  instalmentStates: { paid: "paid", partly: "partly paid", due: "due now", missed: "missed", coming: "still to come" },
  planRules: {
    totalTooSmall: "the total is too small", instalmentTooSmall: "an instalment is too small", tooManyInstalments: "too many instalments", lastsTooLong: "it lasts too long", startsTooLate: "the first instalment is too late",
    noInstalments: "no instalments", notPositive: "an instalment is zero", sumDiffers: "the sum is not right", daysNotAscending: "the days do not ascend", dayPast: "a day has passed",
  } satisfies Record<PlanRule, string>,
  disputeReasons: {
    "not-received": "Not received", "not-good": "Not good or not finished", "wrong-amount": "The amount is not right", "not-mine": "The invoice is not theirs", cancelled: "Cancelled before", other: "Something else",
  },
  disputeOutcomes: { agreed: "The debtor is right", partly: "Partly right", rejected: "The invoice is right", withdrawn: "Withdrawn by the debtor" },
  handOverStates: { proposed: "waits for a second person", approved: "handed over", accepted: "accepted by the agency", declined: "not accepted", recalled: "recalled", closed: "closed", rejected: "sent back" },
  handOverFaults: {
    "nothing open": "nothing is open", "not overdue": "not overdue", disputed: "the dispute is open", "plan running": "a plan runs", "plan proposed": "a proposal for instalments waits", "promise open": "a promise is open",
    "on hold": "paused", "stop code": "a special situation", "handed over already": "handed over already", "letter missing": "the fourteen-day letter is missing", "letter not delivered": "the letter was not delivered",
    "letter term running": "the term of the letter still runs", "name missing": "the name is missing", "address incomplete": "the address is not complete", "invoice document missing": "the pdf of the invoice is missing",
    "no reminder sent": "no reminder was sent", "agency not registered": "the agency is not registered", "agency registration expired": "the registration of the agency has expired",
  } satisfies Record<HandOverFault, string>,
  agencyEvents: { status: "status", call: "call", letter: "letter", payment: "payment", plan: "payment plan", question: "question", accepted: "accepted", declined: "not accepted", closed: "closed" },
  callReasons: {
    askedFor: "asked to be called", justBroken: "promise just broken", brokenPromise: "broke a promise before", keepsWord: "keeps agreements", amount: "large amount", age: "long overdue",
    goldenDay: "good day to call", triedOften: "often not reached",
  } satisfies Record<CallReason, string>,
  outcomes: {
    noAnswer: "no answer", voicemail: "voicemail left", busy: "busy or reception only", wrongNumber: "wrong number", callBack: "asked to be called back", promiseFull: "promise, everything", promisePart: "promise, part",
    planAgreed: "instalments agreed", planRequested: "asks for instalments", paidAlready: "has paid already", paymentRun: "pays in their payment run", awaitingApproval: "waiting for approval", invoiceNotReceived: "invoice not received",
    dispute: "disputes it", cannotPay: "cannot pay now", willNotPay: "will not pay", insolvent: "insolvent, administration or debt help", hungUp: "hung up", other: "something else",
  },
  claimParts: { principal: "principal", interest: "interest", costs: "costs" },
  paymentSources: { psp: "iDEAL", bank: "bank", "by-hand": "by hand", byHand: "by hand" },
  entryStates: {
    unread: "not read yet", read: "read", resolved: "mended", queued: "queued", sending: "being sent", handedOver: "handed over", "handed-over": "handed over", delivered: "delivered", opened: "opened", bounced: "bounced", parked: "held back", cancelled: "not sent", open: "open",
    kept: "kept", partly: "partly", broken: "broken", confirmed: "confirmed", contradicted: "contradicted",
  },
  importOutcomes: { created: "new", changed: "changed", unchanged: "known already, nothing changed", refused: "refused" },
  importWarnings: {
    ADDRESS_INCOMPLETE: "address not complete", AMOUNT_ROUNDED: "amount rounded", AMOUNT_UNREADABLE: "an amount could not be read", BUYER_ID_MISSING: "customer number missing", CREDITED_INVOICE_MISSING: "the credited invoice is missing",
    DOCUMENT_UNREADABLE: "the pdf could not be read", DUE_DATE_MISSING: "due day missing", ENCODING_GUESSED: "characters guessed", IBAN_INVALID: "IBAN is not right", ISSUE_DATE_MISSING: "invoice date missing",
    ACCOUNT_NOT_OURS: "this account is not one of your organisation", LINES_KNOWN: "a part of the lines was known already", FUTURE_DATE: "it has a day that is still to come", BALANCE_MISSING: "without an opening or closing balance",
    BATCH_NOT_SPLIT: "the bank does not name the payments in a batch", ENTRY_NOT_BOOKED: "a line that the bank had not booked yet was left out",
    LINES_DIFFER: "lines do not add up", LINES_MISSING: "without lines", MANDATE_MISSING: "mandate missing", NOT_NLCIUS: "not NLCIUS", PAYMENT_CODE_UNUSUAL: "unusual payment code", PAYMENT_MEANS_MISSING: "payment means missing",
    REFERENCE_MISSING: "reference missing", SUPPLIER_ID_MISSING: "supplier number missing", TOTALS_DIFFER: "totals differ", TYPE_CODE_UNKNOWN: "unknown kind of invoice",
  },
  matchReasons: {
    reference: "The payment reference is right", number: "Names the invoice number", numberShort: "Names a short invoice number", numberNear: "Nearly names the invoice number", numberTail: "Names the end of the invoice number",
    otherNumberNamed: "Names another number", amountExact: "The amount is exactly equal", sumExact: "The sum is exactly equal", sumOfSome: "Fits a few invoices together", amountPart: "A part of the amount", amountOver: "More than is open",
    allOpen: "Everything that is open", onlyOneWithAmount: "The only one with this amount", ibanKnown: "Paid from this account before", ibanShared: "Several debtors pay from this account", ibanOfOther: "The account of another",
    nameOfOther: "The name of another", nameEqual: "The name is equal", nameLike: "The name is like it, not equal", instalment: "Fits an instalment", creditSetOff: "Set off with a credit note", paidAlready: "The invoice was paid already",
    oldestFirst: "The oldest first", outgoing: "Money that went out", zero: "A line of zero", "own-account": "From or to an own account", "provider-payout": "Payout of the payment provider", "no-candidate": "Nothing like it",
    "not-sure": "Not sure enough to book by itself", returned: "Money that came back", undone: "The match was undone", "not-a-debtor": "Not from a debtor", refund: "Refund", "by-hand": "Matched by hand", "not-matched": "Something went wrong while looking; please choose",
    "two-alike": "Two candidates fit equally well", "too-much": "More money than is open",
  } satisfies Record<MatchReason, string> & Record<string, string>,
  ages: { notDue: "Not due", d1_30: "1–30 days", d31_60: "31–60 days", d61_90: "61–90 days", d90plus: "More than 90 days" },
};
