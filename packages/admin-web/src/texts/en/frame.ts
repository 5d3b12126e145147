/** The frame around every page, signing in, and the states that every view owes. */
export const frame = {
  nav: {
    tasks: "Tasks", resting: "At rest",
    today: "Today", calls: "Call list", post: "Post", cases: "Cases", debtors: "Debtors", invoices: "Invoices", bank: "Bank", plans: "Payment plans",
    disputes: "Disputes", handOvers: "Hand-over", insights: "Insight", settings: "Settings",
  },
  frame: {
    menu: "Main menu", phoneMenu: "Menu on the phone", skip: "To the content", find: "Search or jump", search: "Search", more: "More", signOut: "Sign out",
    switchOrganisation: "{{name}}, switch administration",
    autopilotOn: "Autopilot on", autopilotOff: "Autopilot off", switchOff: "Switch off", switchOn: "Switch on",
    autopilotStop: "Switch the autopilot off", autopilotStart: "Switch the autopilot on", autopilotReason: "Why? (may stay empty)",
    autopilotStopThen: "From now on nothing leaves by itself. What is due becomes a task for a colleague.",
    autopilotStartThen: "From the next night on messages leave by themselves again.",
  },
  roles: { admin: "administrator", manager: "manager", collector: "collector", viewer: "viewer" },
  roleHints: {
    admin: "May do everything, also people, settings and keys.", manager: "Decides on hand-overs, disputes and payment plans, and does the daily work.",
    collector: "Calls, makes agreements, matches receipts.", viewer: "Sees everything, changes nothing.",
  },
  theme: { auto: "Light or dark as the system", light: "Light", dark: "Dark" },
  may: { collector: "A collector, manager or administrator can do this.", manager: "A manager or administrator can do this.", admin: "An administrator can do this." },
  hours: {
    golden: "Golden hour", left: "{{time}} left", next: "Golden hour from {{time}}", none: "No golden hour today", minutes: "{{minutes}} min", hours: "{{hours}} h {{minutes}} min",
    span: "{{from}} to {{until}}", label: "Golden calling hours {{windows}}; now {{now}}",
  },
  palette: {
    label: "Find a debtor, invoice, case, amount or page", placeholder: "Debtor, invoice number, case, amount or page", found: "Found",
    nothing: "Nothing found for “{{text}}”. Try a part of the name or number.",
  },
  keys: { ctrl: "Ctrl", enter: "Enter", space: "Space", all: "All keys", choose: "choose", open: "open", do: "do", search: "search", close: "close" },
  keysHelp: {
    title: "Keys", everywhere: "Everywhere", lists: "In lists", goTo: "Go to", callRoom: "In the call room", case: "In a case", bank: "At the bank",
    palette: "search or jump", help: "all keys", undo: "undo", close: "close", next: "next row", previous: "previous row", open: "open", search: "search",
    excuse: "what you hear", copy: "mail a copy", hangUp: "hang up", save: "save", brake: "emergency brake", call: "call", note: "note", candidate: "choose a candidate",
    match: "match", ignore: "ignore", line: "another line", ownInvoice: "search an invoice yourself", takeBack: "take it back", single: "Single letters as keys", singleHint: "Switch this off when you dictate or use a switch. Keys with Ctrl keep working.",
  },
  signIn: {
    title: "Sign in", email: "E-mail address", password: "Password", submit: "Sign in", showPassword: "Show or hide the password",
    emailMissing: "Fill in your e-mail address", passwordMissing: "Fill in your password",
    httpsTitle: "Signing in here needs HTTPS",
    httpsWhy: "You opened Tegemoet without a secure connection on {{host}}. Your browser then does not keep the session, and others on the network can read along. So we do not ask for a password here.",
    httpsHow: "Open the same address with https:// in front. Does that not work yet? Put a proxy with a certificate before Tegemoet, or open it on the machine itself as http://localhost.",
  },
  dialog: { close: "Close", cancel: "Cancel" },
  toast: { undo: "Undo", close: "Close" },
  states: {
    loading: "One moment, the data is being fetched.", again: "Try again", stale: "This is the data of a moment ago.",
    offline: "No connection since {{time}}. What you type stays.", unknownTitle: "Not found", unknown: "This page does not exist (any more).", toToday: "To Today",
  },
  field: {
    dayHint: "“fri”, “+7” or “27-11”", dayUnreadable: "We cannot read this day. Type for instance fri, +7 or 27-11", dayNotAhead: "Choose a day up to today",
    amountUnreadable: "We cannot read this amount. Type for instance 250 or 250.50", mailUnreadable: "This e-mail address is not right. Type for instance name@company.com",
  },
};
