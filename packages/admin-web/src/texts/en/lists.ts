/** What lists share, and the heads of columns. */
export const lists = {
  list: {
    shown: "{{shown}} of {{total}} shown", together: "together", more: "Show more", export: "CSV", exporting: "Making the file", sort: "Sort", dropFilter: "Clear the filter",
    pickShown: "Pick all rows that are shown", noneFound: "Nothing found with this filter.", and: "and",
  },
  columns: {
    debtor: "Debtor", name: "Name", invoice: "Invoice", invoices: "Invoices", description: "Description", issued: "Invoice date", due: "Due", late: "Late", step: "Step",
    channel: "Channel", amount: "Amount", open: "Open", overdue: "Overdue", total: "Total", waits: "Waits for", owner: "Owner", why: "Why", state: "State", city: "City",
    oldestDue: "Oldest due day",
  },
  age: {
    days_one: "{{count}} day", days_other: "{{count}} days", late_one: "{{count}} day late", late_other: "{{count}} days late", notLate: "not yet",
    today: "today",
  },
  waiting: { plain: "Waits: {{reason}}", until: "Waits: {{reason}}, until {{day}}" },
  delivery: {
    queued: "queued", printed: "printed", handedOver: "handed over", delivered: "delivered", opened: "opened", bounced: "bounced", parked: "held back", cancelled: "not sent",
    notYet: "not yet", bouncedAt: "Did not arrive at {{to}}, {{time}}",
  },
  confidence: { sure: "sure", fairly: "fairly sure", doubt: "doubtful", small: "small" },
  timeline: { heading: "Timeline", all: "All", spoken: "Spoken", sent: "Sent", paid: "Paid", empty: "Nothing happened here yet.", document: "Open the document" },
  behaviour: {
    nothingPaid: "No invoice paid yet.", onTime_one: "Pays on time, {{count}} invoice.", onTime_other: "Pays on time, over {{count}} invoices.",
    late_one: "{{days}} days late on average, over {{count}} invoice", late_other: "{{days}} days late on average, over {{count}} invoices", faster: "getting faster", steady: "steady", slower: "getting slower",
    noPromises: "No promise made yet.", promises: "Promises: {{kept}} of {{total}} kept", bars: "Days late per invoice, the oldest first: {{days}}",
  },
  message: {
    one: "Message", back: "Back", kind: "Kind", to: "To", nobody: "no address", reason: "Reason", attached: "Attached", asSent: "As sent", plain: "Text only",
    preview: "The message as it was sent", noText: "This message has no text.", parkedWhy: "Something went wrong on the way, and it is not certain whether this message left. See whether the debtor has it, and then choose.",
    send: "Send now", dontSend: "Do not send", released: "The message leaves now.", dropped: "The message will not leave.", markRead: "Read",
    checked: "Looked at ourselves first: invoice {{invoice}}, {{right}} of {{all}} checks right on {{day}}", yes: "yes", no: "no", nothingSeen: "nothing known",
    markReadThen: "After that reminding goes on, when nothing else waits.",
  },
};
