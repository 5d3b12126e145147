/** What stops a debtor, a case or everybody, wherever it is pressed. */
export const holding = {
  holds: {
    heading: "Holds", title: "Pause", kind: "Kind", scope: "For", everything: "Everything of this debtor", onlyCase: "Only this case", ofSegment: "segment {{segment}}", ofEverybody: "All debtors", stops: "What waits?", stopsEverything: "Everything, calls too", stopsReminders: "Reminders only",
    onlyReminders: "Only reminders wait.", placeThenReminders: "Reminders wait. Calls and letters of the law go on.", reviewLabel: "Look again on", reviewHint: "On this day it stands on the work list. May stay empty.", owner: "Who looks after it?", noOwner: "Nobody in particular", ownedBy: "{{name}} looks after it.",
    liftTitle: "Lift the hold", liftWhy: "Why can it go on?", mistake: "by mistake", onlyInvoice: "Only invoice {{number}}", reason: "Why?", reasonMissing: "Write shortly why",
    untilLabel: "Until and including", untilHint: "“+14”, “27-11”. Empty is until somebody lifts it.", place: "Pause", placeThen: "Until and including {{day}} nothing leaves. After that the ladder goes on by itself.",
    placeThenOpen: "Nothing leaves until a colleague lifts this.", placed: "Paused.", lift: "Lift", goOn: "Lift and go on", after: "What is due leaves next night.",
    lifted: "The hold was lifted.", since: "since {{day}}", until: "until and including {{day}}", review: "review on {{day}}", open: "until somebody lifts it", found: "Receipt found", notFound: "Not found",
    paidFound: "Good. The hold stays until the receipt is booked.", paidNotFound: "The ladder goes on.",
  },
  brake: {
    pull: "Emergency brake", title: "Emergency brake for {{name}}", what: "Everything stops now: mails, letters and calls that were ready. A colleague reviews it on a set day.", reason: "Why?",
    reasonHint: "Short, and nothing about health.", reasonMissing: "Write shortly why", review: "Review on", after: "Nothing leaves any more. On {{day}} the review stands on Today.",
    pulled: "The brake is on: everything for {{name}} rests.", mistake: "By mistake", running: "Emergency brake is on",
  },
};
