import { Refusal } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface PlanPolicyRow {
  minInstalmentCents: number;
  maxInstalments: number;
  maxMonths: number;
  minTotalCents: number;
  firstWithinDays: number;
  graceDays: number;
  answerWithinDays: number;
}

/** The organisation as stored: who asks for payment, in which tone, within which policy. */
export interface OrganisationRow {
  id: string;
  name: string;
  legalName: string;
  kvk: string | null;
  vatNumber: string | null;
  iban: string;
  bic: string | null;
  email: string;
  phone: string;
  phoneHours: string;
  contactPerson: string;
  street: string | null;
  houseNumber: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
  brandColour: string;
  mark: string;
  tone: "u" | "je";
  language: "nl" | "en";
  vatDeductible: boolean;
  portalCheck: boolean;
  autopilot: boolean;
  dayCount: "actual/365" | "actual/calendar-year";
  imputationOrder: "costs-interest-principal" | "principal-first";
  toleranceCents: number;
  /** An invoice of which less than this is open is left in peace. */
  minimumReminderCents: number;
  contactCapDay: number;
  contactCapMonth: number;
  promiseMaxDays: number;
  bankFreshDays: number;
  callingWindows: { fromMinute: number; untilMinute: number }[];
  planPolicy: PlanPolicyRow;
  helpLinks: { name: string; url: string; text: string }[];
}

/** What a transaction has read of its organisation: it is asked for by every verb on the way. */
const known = new WeakMap<Reader, Promise<OrganisationRow>>();

/** The organisation of this transaction, read once. */
export function findOrganisation(reader: Reader): Promise<OrganisationRow> {
  const found = known.get(reader) ?? readOrganisation(reader);
  known.set(reader, found);
  return found;
}

/** After a change within this transaction: what was read no longer holds. */
export function forgetOrganisation(reader: Reader): void {
  known.delete(reader);
}

async function readOrganisation(reader: Reader): Promise<OrganisationRow> {
  const row = await reader.first<OrganisationRow>(
    `select id, name, legal_name as "legalName", kvk, vat_number as "vatNumber", iban, bic, email, phone, phone_hours as "phoneHours",
       contact_person as "contactPerson", street, house_number as "houseNumber", postal_code as "postalCode", city, country,
       brand_colour as "brandColour", mark, tone, language, vat_deductible as "vatDeductible", portal_check as "portalCheck", autopilot,
       day_count as "dayCount", imputation_order as "imputationOrder", tolerance_cents as "toleranceCents", minimum_reminder_cents as "minimumReminderCents",
       contact_cap_day as "contactCapDay", contact_cap_month as "contactCapMonth", promise_max_days as "promiseMaxDays",
       bank_fresh_days as "bankFreshDays", calling_windows as "callingWindows", plan_policy as "planPolicy", help_links as "helpLinks"
     from organisation where id = $1`,
    [reader.organisationId],
  );
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}
