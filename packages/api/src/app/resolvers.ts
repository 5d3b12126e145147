import "reflect-metadata";
import { AgencyPartnerResolver } from "../features/agencies/agency.partner";
import { EndSessionPortalResolver } from "../features/communications/end-session.portal";
import { DebtorAdminResolver } from "../features/debtors/debtor.admin";
import { ImportAdminResolver } from "../features/invoices/import.admin";
import { InvoiceAdminResolver } from "../features/invoices/invoice.admin";
import { SignInAdminResolver } from "../features/users/sign-in.admin";

/** The resolvers behind each door. A feature adds its classes here and nowhere else. */
export const adminResolvers: readonly Function[] = [
  SignInAdminResolver,
  DebtorAdminResolver,
  InvoiceAdminResolver,
  ImportAdminResolver,
];

export const portalResolvers: readonly Function[] = [
  EndSessionPortalResolver,
];

export const partnerResolvers: readonly Function[] = [
  AgencyPartnerResolver,
];
