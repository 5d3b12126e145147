import "reflect-metadata";
import { CallSheetAdminResolver } from "../features/calls/call-sheet.admin";
import { PortalOverviewResolver } from "../features/escalations/portal-overview.portal";
import { AnswerPaidClaimAdminResolver } from "../features/escalations/answer-paid-claim.admin";
import { PortalContactResolver } from "../features/escalations/portal-contact.portal";
import { PortalTermsResolver } from "../features/escalations/portal-terms.portal";
import { PortalAgreementResolver } from "../features/escalations/portal-agreement.portal";
import { PlanAdminResolver } from "../features/payment-plans/plan.admin";
import { LogCallAdminResolver } from "../features/escalations/log-call.admin";
import { DisputeAdminResolver } from "../features/disputes/dispute.admin";
import { CallListAdminResolver } from "../features/calls/call-list.admin";
import { AgencyAdminResolver } from "../features/agencies/agency.admin";
import { AgencyPartnerResolver } from "../features/agencies/agency.partner";
import { HandOverAdminResolver } from "../features/agencies/hand-over.admin";
import { HandedOverCasePartnerResolver } from "../features/agencies/handed-over-case.partner";
import { InboxAdminResolver } from "../features/communications/inbox.admin";
import { LetterAdminResolver } from "../features/escalations/letter.admin";
import { LinkPreviewPortalResolver } from "../features/communications/link-preview.portal";
import { SessionPortalResolver } from "../features/communications/session.portal";
import { DebtorAdminResolver } from "../features/debtors/debtor.admin";
import { UpdateDebtorAdminResolver } from "../features/debtors/update-debtor.admin";
import { MessageAdminResolver } from "../features/escalations/message.admin";
import { PreviewAdminResolver } from "../features/escalations/preview.admin";
import { OwnMailAdminResolver } from "../features/escalations/own-mail.admin";
import { TemplateAdminResolver } from "../features/templates/template.admin";
import { BringInvoicesAdminResolver } from "../features/escalations/bring-invoices.admin";
import { ImportAdminResolver, ImportResultAdminResolver } from "../features/invoices/import.admin";
import { InvoiceAdminResolver } from "../features/invoices/invoice.admin";
import { OrganisationAdminResolver } from "../features/organisations/organisation.admin";
import { StartPaymentPortalResolver } from "../features/payment-plans/start-payment.portal";
import { AgeingAdminResolver } from "../features/reports/ageing.admin";
import { SearchAdminResolver } from "../features/reports/search.admin";
import { CaseAdminResolver } from "../features/escalations/case.admin";
import { ExclusionsAdminResolver } from "../features/escalations/exclusions.admin";
import { DirectDebitAdminResolver } from "../features/invoices/direct-debit.admin";
import { HoldAdminResolver } from "../features/escalations/hold.admin";
import { MessageWordsAdminResolver } from "../features/escalations/message-words.admin";
import { SendingAdminResolver } from "../features/escalations/sending.admin";
import { SelfCheckAdminResolver } from "../features/escalations/self-check.admin";
import { StepAdminResolver } from "../features/escalations/step.admin";
import { NightPlanAdminResolver } from "../features/reports/night-plan.admin";
import { CaseDetailAdminResolver } from "../features/reports/case-detail.admin";
import { DebtorDetailAdminResolver } from "../features/reports/debtor-detail.admin";
import { NavCountsAdminResolver } from "../features/reports/nav-counts.admin";
import { TodayAdminResolver } from "../features/reports/today.admin";
import { AccountAdminResolver } from "../features/reports/account.admin";
import { VerificationAdminResolver } from "../features/reports/verification.admin";
import { StandingPortalResolver } from "../features/reports/standing.portal";
import { CorrectionAdminResolver } from "../features/ledger/correction.admin";
import { MoneyBackAdminResolver } from "../features/payments/money-back.admin";
import { BulkActionAdminResolver } from "../features/bulk-actions/bulk-action.admin";
import { LadderAdminResolver } from "../features/ladders/ladder.admin";
import { DebtorLadderAdminResolver } from "../features/ladders/debtor-ladder.admin";
import { DefaultLadderAdminResolver } from "../features/ladders/default-ladder.admin";
import { LadderRulesAdminResolver } from "../features/ladders/ladder-rules.admin";
import { LadderTrialAdminResolver } from "../features/ladders/ladder-trial.admin";
import { BankAdminResolver } from "../features/bank/bank.admin";
import { BankTableAdminResolver } from "../features/bank/bank-table.admin";
import { RecordPaymentAdminResolver } from "../features/payments/record-payment.admin";
import { SignInAdminResolver } from "../features/users/sign-in.admin";
import { StaffAdminResolver } from "../features/users/staff.admin";

/** The resolvers behind each door. A feature adds its classes here and nowhere else. */
export const adminResolvers: readonly Function[] = [
  CallSheetAdminResolver,
  AnswerPaidClaimAdminResolver,
  CallListAdminResolver,
  DisputeAdminResolver,
  LogCallAdminResolver,
  PlanAdminResolver,
  SignInAdminResolver,
  NavCountsAdminResolver,
  TodayAdminResolver,
  NightPlanAdminResolver,
  DebtorDetailAdminResolver,
  CaseDetailAdminResolver,
  CaseAdminResolver,
  HoldAdminResolver,
  DirectDebitAdminResolver,
  SelfCheckAdminResolver,
  StepAdminResolver,
  MessageWordsAdminResolver,
  SendingAdminResolver,
  ExclusionsAdminResolver,
  DebtorAdminResolver,
  InvoiceAdminResolver,
  ImportAdminResolver,
  ImportResultAdminResolver,
  BringInvoicesAdminResolver,
  BankAdminResolver,
  BankTableAdminResolver,
  RecordPaymentAdminResolver,
  CorrectionAdminResolver,
  MoneyBackAdminResolver,
  AccountAdminResolver,
  VerificationAdminResolver,
  MessageAdminResolver,
  InboxAdminResolver,
  LetterAdminResolver,
  PreviewAdminResolver,
  OwnMailAdminResolver,
  TemplateAdminResolver,
  AgencyAdminResolver,
  HandOverAdminResolver,
  BulkActionAdminResolver,
  LadderAdminResolver,
  LadderRulesAdminResolver,
  DefaultLadderAdminResolver,
  DebtorLadderAdminResolver,
  LadderTrialAdminResolver,
  OrganisationAdminResolver,
  StaffAdminResolver,
  UpdateDebtorAdminResolver,
  SearchAdminResolver,
  AgeingAdminResolver,
];

export const portalResolvers: readonly Function[] = [
  PortalOverviewResolver,
  PortalContactResolver,
  PortalTermsResolver,
  PortalAgreementResolver,
  StartPaymentPortalResolver,
  StandingPortalResolver,
  LinkPreviewPortalResolver,
  SessionPortalResolver,
];

export const partnerResolvers: readonly Function[] = [
  AgencyPartnerResolver,
  HandedOverCasePartnerResolver,
];
