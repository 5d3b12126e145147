/** Stopping, holding, and what a person does with a step or a message. */
export const steering = {
  directDebit: {
    heading: "Direct debit", none: "We collect nothing from this debtor.", add: "Record a direct debit", title: "We collect it ourselves", about: "What do we collect?", all: "All invoices", one: "Only invoice {{number}}",
    mandate: "Mandate reference", mandateHint: "May stay empty.", mandateWrong: "At most 35 letters and digits", since: "Since", sinceHint: "The day of the mandate. After a collection that bounced: today, when we try again.",
    sinceWrong: "Today or before", record: "Record", recorded: "Recorded. Reminders wait for the collection.", afterwards: "While we wait for the collection the debtor gets no reminder. When the collection bounces, the case goes on.",
    of: "Invoice {{number}}", withMandate: "mandate {{mandate}}", bounced_one: "Bounced: {{numbers}}. Its reminders go on.", bounced_other: "Bounced: {{numbers}}. Their reminders go on.",
    sources: { staff: "by a colleague", ubl: "from the invoice", table: "from a file", api: "through the API" },
    end: "End", endTitle: "Don't we collect this any more?", endWhy: "Why not any more?", endThen: "What is late is reminded again from the next night on.", ended: "Ended. The reminders go on.",
  },
  stopCodes: {
    act: "Special situation", title: "{{name}}: special situation", kind: "What is the matter?", evidence: "What does it rest on?", evidenceHint: "An entry in a register, a letter of the administrator. Nothing about health.",
    evidenceMissing: "Write down what this rests on", record: "Record", recorded: "Recorded. Nothing goes out by itself any more.", after: "From now on nothing goes out to this debtor by itself. What was queued is out of the line.",
    end: "End", endTitle: "Is this situation over?", endWhy: "Why is it over?", ended: "Ended. The ladder goes on.",
  },
  step: {
    run: "Do now", postpone: "Postpone", skip: "Skip", runTitle: "Do the next step now", runWhat: "This is the next step: {{step}}.", about: "For", whole: "The whole case",
    runThen: "Holds, agreements, our own check and the contact maximum count now too.", ranMessages_one: "The message is queued and leaves shortly.", ranMessages_other: "{{count}} messages are queued and leave shortly.",
    ranCall: "The call is on the call list.", ranTask: "A task is ready.", ran: "The step is taken.", refused: "Not now: {{reason}}.", refusedUntil: "Not yet: {{reason}}. From {{day}} on it can be done.",
    postponeTitle: "Postpone the next step", until: "Until", why: "Why?", postponed: "Postponed until {{day}}.", postponeThen: "Until that day this step doesn't go by itself. The reason stands on the timeline.",
    skipTitle: "Skip the step", skipped: "Skipped. The reason stands on the timeline.", skipThen: "The step counts as taken, and the debtor hears nothing of it. Then it is the next step's turn.",
  },
  queued: {
    now: "Send now", goes: "The message leaves shortly.", edit: "Change the words", asItWouldBe: "This is how the message leaves if nothing changes.", ownWords: "This message is in a colleague's own words.",
    fixed: "The words of this letter are fixed: the law prescribes them.", editTitle: "Words of this one message", subject: "Subject", body: "Text",
    bodyHint: "What stands between braces is filled in when the message leaves, so the amount is always right. Lines with @ are the table and the button.", save: "Keep", saved: "The new words are kept.",
    editThen: "Only this message changes. Your name stands beside it.", rather: "Rather: {{words}}.", toneGood: "The tone is friendly and easy to read.",
    postponeTitle: "Postpone this message", postponeThen: "On the morning of that day we look again whether it still fits.", skipTitle: "Don't send this message", autopilotOff: "The autopilot is off. A colleague decides about this message at",
  },
  resting: {
    count_one: "{{shown}} row, {{forgotten}} forgotten", count_other: "{{shown}} rows, {{forgotten}} forgotten", search: "Debtor, invoice or reason", forgotten: "Forgotten", above30: "More than 30 days", byKind: "Kind", anyKind: "All kinds",
    none: "Nothing with these filters.", empty: "Nothing is at rest.", noEnd: "without an end", isForgotten: "forgotten", look: "Look", notPostponed: "No longer postponed.",
  },
  wide: {
    hold: "Pause for many", brake: "Emergency brake for all", holdTitle: "Pause for many", whom: "For whom?", segment_one: "{{segment}} ({{shown}} debtor)", segment_other: "{{segment}} ({{shown}} debtors)",
    brakeTitle: "Emergency brake for all debtors", brakeWhat: "All that is queued is cancelled: mail, letters, text messages and calls. Agencies read that everything rests.", brakeThen: "After this button nothing leaves any more. The steps are open again and begin only when you lift the brake.",
    braked: "The emergency brake is on for everybody.",
  },
  tasks: {
    count_one: "{{count}} task", count_other: "{{count}} tasks", all: "Everybody's", mine: "Mine", empty: "No tasks.", autopilot: "the autopilot is off", send: "Send", sent: "The message leaves shortly.", look: "Look",
    didIt: "Did it myself", finish: "Done", done: "Done. The ladder goes on.",
  },
} as const;
