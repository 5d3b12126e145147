/** Settings. */
export const settings = {
  settings: {
    parts: { organisation: "Organisation", policy: "Policy", staff: "People", agencies: "Agencies", ladders: "Ladders", texts: "Texts" },
    saved: "Saved.", save: "Save", saveThen: "New messages and the portal use this at once. What was sent stays as it was.", name: "Name for debtors", nameMissing: "Fill in a name",
    phoneHours: "Reachable by phone", contactPerson: "Contact", contactPersonHint: "This name stands under mails and on the portal.", brandColour: "Brand colour",
    brandColourHint: "The portal makes a well readable colour of it.", colourUnreadable: "Type a colour such as #1d4a80", tone: "Form of address (Dutch)", toneHint: "The same everywhere, never mixed.", toneU: "u (formal)", toneJe: "je (informal)",
    portalCheck: "Ask one question first on the portal", portalCheckHint: "Postal code or invoice number, before somebody sees details.", vatDeductible: "We set off VAT", vatDeductibleHint: "If not, VAT is added to the collection costs.",
    plans: "Instalments", plansWhat: "Within these limits a debtor gets an instant yes on the portal. Outside them a colleague decides.", minInstalment: "Smallest instalment", minTotal: "Smallest total",
    maxInstalments: "Most instalments", maxMonths: "Longest term, in months", firstWithinDays: "First instalment within, in days", graceDays: "An instalment may be late, in business days", answerWithinDays: "Answer to a proposal, in business days",
    contact: "Promises and contact", promiseMaxDays: "A promise lies ahead at most, in days", contactCapDay: "Messages a day at most", contactCapMonth: "Messages in 30 days at most",
    minimumReminder: "Remind from an open amount of", minimumReminderHint: "When less of an invoice is open, we let it rest. Empty is any amount.", countUnreadable: "Fill in a whole number", policyThen: "This holds for new proposals and promises. Running plans keep their own policy.",
    invite: "Add somebody", inviteNow: "Add", inviteThen: "Pass the password on yourself. We do not mail it.", invited: "{{name}} was added.", role: "Role", roleOf: "Role of {{name}}", change: "Change",
    notYourself: "Somebody else changes your own role.", active: "active", inactive: "not active", activate: "Give access again", deactivate: "Stop access", personChanged: "The access of {{name}} was changed.",
    personNameMissing: "Fill in a name", password: "First password", passwordHint: "At least {{count}} characters.", passwordShort: "Choose at least {{count}} characters",
    addAgency: "Add an agency", noAgencies: "No agencies yet.", agencyAdded: "{{name}} was added.", agencyNameMissing: "Fill in the name of the agency", wki: "Registered (Wki {{number}}), until {{day}}",
    wkiExpired: "Registration {{number}} expired on {{day}}", noWki: "No registration number: handing over is not possible yet", noEnd: "further notice", wkiNumber: "Registration number (Wki)",
    wkiHint: "An agency stands in the register of Justis (Dutch act on the quality of debt collection).", wkiExpires: "Registration valid until",
    makeKey: "Make a key", makeKeyTitle: "Key for {{name}}", makeKeyThen: "You see the key once. We keep only a fingerprint.", mayWrite: "May also report back (otherwise read only)", expiresOn: "Valid until and including",
    dayAhead: "Choose a day after today", secretOnce: "Copy the key now. After this it can be seen nowhere.", copy: "Copy", copied: "Copied", until: "valid until {{day}}", lastUsed: "last used {{moment}}",
    neverUsed: "not used yet", revoke: "Revoke", revoked: "Key {{prefix}} was revoked.", revokedOn: "revoked on {{day}}",
  },
};
