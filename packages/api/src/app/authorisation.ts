import type { Role } from "../platform/graphql/viewer";

/**
 * Who may call what: the one list. An operation that isn't in it does not start (the schema refuses to build), and the tests make
 * every call for every role and both organisations from it.
 *
 * Staff: the roles that may. "public" is for whoever isn't signed in.
 * Debtors: "public", "link" (a session by link: what the mail itself stated) or "checked" (after the check).
 * Agencies: the scope that a key needs.
 */
const everyone: readonly Role[] = ["admin", "manager", "collector", "viewer"];
const workers: readonly Role[] = ["admin", "manager", "collector"];
const managers: readonly Role[] = ["admin", "manager"];
const admins: readonly Role[] = ["admin"];

export type StaffEntry = readonly Role[] | "public";
export type DebtorEntry = "public" | "link" | "checked";
export type AgencyScope = "cases:read" | "cases:write";

export const ADMIN: Readonly<Record<string, StaffEntry>> = {
  "Query.viewer": "public",
  "Query.today": everyone,
  "Query.nightPlan": everyone,
  "Query.callList": everyone,
  "Query.callSheet": everyone,
  "Query.cases": everyone,
  "Query.case": everyone,
  "Query.claim": everyone,
  "Query.account": everyone,
  "Query.verification": everyone,
  "Query.debtors": everyone,
  "Query.debtor": everyone,
  "Query.invoices": everyone,
  "Query.invoice": everyone,
  "Query.imports": everyone,
  "Query.import": everyone,
  "Query.importPreview": everyone,
  "Query.bank": everyone,
  "Query.previewBankCsv": workers,
  "Query.message": everyone,
  "Query.previewMessage": everyone,
  "Query.plans": everyone,
  "Query.disputes": everyone,
  "Query.handOvers": everyone,
  "Query.handOverCheck": everyone,
  "Query.approvals": everyone,
  "Query.organisation": everyone,
  "Query.staff": everyone,
  "Query.agencies": everyone,
  "Query.ladder": everyone,
  "Query.ageing": everyone,
  "Query.search": everyone,
  "Mutation.signIn": "public",
  "Mutation.signOut": everyone,
  "Mutation.switchOrganisation": everyone,
  "Mutation.setMyLanguage": everyone,
  "Mutation.claimCallTask": workers,
  "Mutation.logCall": workers,
  "Mutation.evaluateCall": workers,
  "Mutation.sendInvoiceCopy": workers,
  "Mutation.planCall": workers,
  "Mutation.addNote": workers,
  "Mutation.placeHold": workers,
  "Mutation.liftHold": workers,
  "Mutation.pullEmergencyBrake": workers,
  "Mutation.releaseParkedMessage": managers,
  "Mutation.markReplyRead": workers,
  "Mutation.answerPaidClaim": workers,
  "Mutation.acceptPlan": workers,
  "Mutation.declinePlan": workers,
  "Mutation.offerPlan": workers,
  "Mutation.cancelPlan": managers,
  "Mutation.raiseDispute": workers,
  "Mutation.decideDispute": managers,
  "Mutation.startImport": workers,
  "Mutation.bringInvoices": workers,
  "Mutation.matchBankLine": workers,
  "Mutation.importBankCsv": workers,
  "Mutation.ignoreBankLine": workers,
  "Mutation.undoMatch": workers,
  "Mutation.recordPayment": workers,
  "Mutation.allocateUnallocated": workers,
  "Mutation.setOffCredit": workers,
  "Mutation.waive": workers,
  "Mutation.writeOff": managers,
  "Mutation.reverseEntry": managers,
  "Mutation.refundPayment": managers,
  "Mutation.refundCredit": managers,
  "Mutation.chargeBack": managers,
  "Mutation.proposeHandOver": workers,
  "Mutation.approveHandOver": managers,
  "Mutation.rejectHandOver": managers,
  "Mutation.recallHandOver": managers,
  "Mutation.updateOrganisation": admins,
  "Mutation.setAutopilot": managers,
  "Mutation.inviteStaff": admins,
  "Mutation.setStaffRole": admins,
  "Mutation.addAgency": managers,
  "Mutation.createApiKey": admins,
  "Mutation.revokeApiKey": admins,
  "Mutation.updateDebtor": workers,
};

export const PORTAL: Readonly<Record<string, DebtorEntry>> = {
  "Query.linkPreview": "public",
  "Query.session": "public",
  "Query.overview": "link",
  "Query.standing": "link",
  "Query.checkout": "link",
  "Query.agreement": "link",
  "Mutation.passCheck": "link",
  "Mutation.requestCode": "link",
  "Mutation.startPayment": "link",
  "Mutation.proposePlan": "checked",
  "Mutation.acceptPlan": "checked",
  "Mutation.promiseDay": "checked",
  "Mutation.claimPaid": "link",
  "Mutation.dispute": "checked",
  "Mutation.askHelp": "link",
  "Mutation.callMe": "link",
  "Mutation.confirmAgreement": "link",
  "Mutation.contradictAgreement": "link",
  "Mutation.setLanguage": "link",
  "Mutation.updateMyDetails": "checked",
  "Mutation.endSession": "link",
};

export const PARTNER: Readonly<Record<string, AgencyScope>> = {
  "Query.me": "cases:read",
  "Query.cases": "cases:read",
  "Query.case": "cases:read",
  "Mutation.acceptCase": "cases:write",
  "Mutation.declineCase": "cases:write",
  "Mutation.reportEvent": "cases:write",
  "Mutation.closeCase": "cases:write",
};

/** The routes beside the schemas. */
export const ROUTES: Readonly<Record<string, StaffEntry | DebtorEntry | AgencyScope | "secret" | "staff or debtor or agency">> = {
  "POST /admin/imports/invoices": workers,
  "POST /admin/imports/bank": workers,
  "GET /admin/imports/:id/refused.csv": everyone,
  "GET /documents/:id": "staff or debtor or agency",
  "POST /portal/l/:token": "public",
  "POST /webhooks/mollie": "public",
  "POST /inbound/mail": "secret",
  "GET /demo/clock": "secret",
  "POST /demo/next-day": "secret",
  "GET /demo/welcome": "secret",
  "GET /health/live": "public",
  "GET /health/ready": "public",
};
