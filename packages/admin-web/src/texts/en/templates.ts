import type { templates as nl } from "../nl/templates";
import type { SameKeys } from "../same-keys";

/** The texts that we send, writing them, and a mail of one's own. */
export const templates = {
  textsPage: {
    title: "Texts", what: "These are all the messages you can send. Our texts are ready. Would you rather use your own words? Then we send those, once you take them into use. What was sent stays as it was.",
    kind: "Message", channel: { mail: "E-mail", letter: "Letter", sms: "Text message" }, language: { nl: "Dutch", en: "English" }, tone: { u: "formal", je: "informal" },
    ready: "our text", own: "own text, version {{version}}", draft: "draft", readyInUse: "Our text is in use", ownInUse: "Your own text is in use, version {{version}}", draftBy: "Draft by {{name}}, version {{version}}",
    subject: "Subject", heading: "Heading of the letter", preheader: "Preview line", preheaderHint: "The first line that a mail program shows in its list.", body: "Text",
    bodyHint: "An empty line begins a new paragraph. **Two stars** make bold. A variable stands between double braces. <invoice|invoices> chooses for one or more invoices.", smsHint: "A message of 160 characters costs least. The personal link counts too.",
    pickVariable: "Insert a variable", pickBlock: "Insert a part", blocks: { bill: "the invoices with their total", button: "a button to pay", link: "a link to their own page", schedule: "an example in instalments", bank: "account and reference", heading: "a heading" },
    preview: "Preview", previewOf: "As {{name}} gets it", otherDebtor: "Another debtor", noDebtors: "There is no debtor with an open amount yet.", asMail: "E-mail", asText: "Plain text",
    trial: "Trial e-mail to me", trialSent: "The trial e-mail is on its way to {{email}}.", madeUp: "Made up for this preview, because this debtor does not have it: {{facts}}.", smsLength_one: "{{count}} character.", smsLength_other: "{{count}} characters.", line: "Line {{line}}.",
    keep: "Keep as draft", kept: "The draft is kept. Nothing changes yet in what you send.", use: "Take into use", used: "This text is now in use.", useThen: "Taking it into use counts for all that leaves from then on. What was sent stays as it was.",
    discard: "Discard draft", discarded: "The draft is discarded.", toReady: "Back to our text", retired: "Our text is in use again.",
    versions: "Versions", version: "Version {{version}}", readyName: "Our text", readyAlways: "Always ready.", states: { active: "in use", draft: "draft", retired: "was in use", discarded: "discarded" },
    madeBy: "Written by {{name}}, {{when}}", activatedBy: "Taken into use by {{name}}, {{when}}", retiredBy: "Ended by {{name}}, {{when}}", difference: "What differs", hideDifference: "Close the difference", take: "Go on from this", same: "the same as what you write",
    fault: {
      EMPTY: "There is nothing here yet: fill this in.", TOO_LONG: "This text is too long ({{detail}} characters).", SYNTAX: "Something is not written right here: {{detail}}", UNKNOWN_TAG: "“{{detail}}” is not an instruction we know.", UNKNOWN_FILTER: "We don’t know this filter: {{detail}}",
      UNKNOWN_VARIABLE: "There is no variable “{{detail}}”. Choose one from the list.", EMPTY_VARIABLE: "“{{detail}}” is not always known. Put “if {{detail}}” around it.", TOO_HEAVY: "This text takes too much work: use fewer loops within loops.", UNKNOWN_BLOCK: "This part does not fit here: {{detail}}", LAW: "The law asks more: {{detail}}", FACT: "Missing for this debtor: {{detail}}",
    },
    lawFault: {
      creditor: "The name of your organisation is not in it.", debtor: "The name of the debtor is not in it.", invoice: "The invoice number is not in it.", principal: "The amount of the invoices is not in it.",
      default: "It does not say that the debtor is late in paying.", term: "The term of the law is not in it: within fifteen days after this letter has been delivered to you.", "term-void": "This term makes the letter void. Count from the day of delivery.",
      "no-costs-in-time": "It does not say that paying in time brings no costs.", costs: "The exact amount of the costs is not in it.", vat: "It does not say that there is VAT in the costs.", consequence: "It does not say what is added after the term.", "how-to-pay": "It does not say how the debtor can pay.",
      "invoice-amount": "The open amount of each invoice is not in it.", "costs-too-early": "Costs may only be named in the fourteen-day letter.", "too-long": "This text message is too long.",
    },
    facts: { invoices: "open invoices", payBy: "day to pay", calls: "call", agreement: "agreement", plan: "plan", instalment: "instalment", dispute: "dispute", payment: "payment", pausedUntil: "pause", costsCents: "costs", costsVatCents: "VAT on the costs", code: "code", interestCents: "interest" },
  },
  writing: {
    tone: "Tone meter", good: "Sounds friendly.", marks_one: "{{count}} place to look at again", marks_other: "{{count}} places to look at again", reading: "Reads at level {{level}}, {{words}} words a sentence.", instead: "For example: {{words}}",
    missing: "The law also asks: {{what}}.", law: { default: "that somebody is late in paying", term: "the term of fifteen days after delivery", "term-void": "a term that runs from delivery", "no-costs-in-time": "that paying in time brings no costs", consequence: "what is added after the term" },
    confirm_one: "I have read the red word. It stays.", confirm_other: "I have read the {{count}} red places. They stay.",
  },
  ownMail: {
    act: "Write an e-mail", title: "E-mail to {{name}}", to: "To", nobody: "This debtor has no e-mail address yet.", subject: "Subject", subjectMissing: "Fill in a subject", body: "Your message", bodyMissing: "Write a message first", unconfirmed: "First read the red places again",
    hint: "Your name, the account and how to see that the e-mail is real are added by themselves. A line that begins with @ becomes a button or an overview.", send: "Send", after: "Leaves unless the emergency brake is on, within your contact hours. Counts as a contact and stands on the timeline.", sent: "The e-mail is ready to go.",
  },
} as const satisfies SameKeys<typeof nl>;
