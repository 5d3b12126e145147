import "reflect-metadata";
import { AgencyPartnerResolver } from "../features/agencies/agency.partner";
import { EndSessionPortalResolver } from "../features/communications/end-session.portal";
import { SignInAdminResolver } from "../features/users/sign-in.admin";

/** The resolvers behind each door. A feature adds its classes here and nowhere else. */
export const adminResolvers: readonly Function[] = [
  SignInAdminResolver,
];

export const portalResolvers: readonly Function[] = [
  EndSessionPortalResolver,
];

export const partnerResolvers: readonly Function[] = [
  AgencyPartnerResolver,
];
