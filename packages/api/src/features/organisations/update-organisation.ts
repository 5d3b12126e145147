import { Refusal } from "@tegemoet/domain";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { findOrganisation, forgetOrganisation, type OrganisationRow, type PlanPolicyRow } from "./organisation.queries";

/** What may be changed of an organisation; what is left out stays. The IBAN isn't among it: that asks a second person (T-69). */
export interface OrganisationChange {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly phoneHours?: string | null;
  readonly contactPerson?: string | null;
  readonly brandColour?: string | null;
  readonly tone?: "u" | "je" | null;
  readonly portalCheck?: boolean | null;
  readonly vatDeductible?: boolean | null;
  readonly promiseMaxDays?: number | null;
  readonly contactCapDay?: number | null;
  readonly contactCapMonth?: number | null;
  readonly minimumReminderCents?: number | null;
  readonly planPolicy?: PlanPolicyRow | null;
}

const COLUMN = {
  name: "name", email: "email", phone: "phone", phoneHours: "phone_hours", contactPerson: "contact_person", brandColour: "brand_colour", tone: "tone",
  portalCheck: "portal_check", vatDeductible: "vat_deductible", promiseMaxDays: "promise_max_days", contactCapDay: "contact_cap_day",
  contactCapMonth: "contact_cap_month", minimumReminderCents: "minimum_reminder_cents", planPolicy: "plan_policy",
} as const satisfies Record<keyof OrganisationChange, string>;

const between = (low: number, high: number) => (value: unknown): string | undefined =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high ? undefined : `between ${low} and ${high}`;
const text = (most: number) => (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" && value.length <= most && !/[\r\n]/.test(value) ? undefined : `one line of 1 to ${most} characters`;

/** What is wrong with a value, in words that say what to do; undefined when it is right. */
const RULES: Readonly<Partial<Record<keyof OrganisationChange, (value: unknown) => string | undefined>>> = {
  name: text(120),
  email: (value) => (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(String(value)) && String(value).length <= 254 ? undefined : "a mail address such as administratie@bedrijf.nl"),
  phone: (value) => (parsePhoneNumberFromString(String(value), "NL")?.isValid() ? undefined : "a phone number such as 030 123 45 67"),
  phoneHours: text(120),
  contactPerson: text(120),
  brandColour: (value) => (/^#[0-9A-Fa-f]{6}$/.test(String(value)) ? undefined : "a colour such as #1D4A80"),
  promiseMaxDays: between(1, 120),
  contactCapDay: between(1, 3),
  contactCapMonth: between(1, 20),
  minimumReminderCents: between(0, 1_000_000),
};

const POLICY_RULES: Readonly<Record<keyof PlanPolicyRow, (value: unknown) => string | undefined>> = {
  minInstalmentCents: between(1, 10_000_000), maxInstalments: between(1, 60), maxMonths: between(1, 60), minTotalCents: between(0, 100_000_000),
  firstWithinDays: between(1, 92), graceDays: between(0, 30), answerWithinDays: between(1, 30),
};

/**
 * Changes what debtors see of us and how we act, with before and after in the audit trail. Refuses with INPUT_INVALID naming each field
 * that can't be.
 */
export async function updateOrganisation(tx: Tx, change: OrganisationChange): Promise<OrganisationRow> {
  await tx.query("select 1 from organisation where id = $1 for update", [tx.organisationId]);
  forgetOrganisation(tx);
  const before = await findOrganisation(tx);
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined && value !== null).map(([key, value]) => [key, tidy(key, value)]),
  ) as Partial<Record<keyof OrganisationChange, unknown>>;
  const wrong = faultsOf(given);
  if (wrong.length > 0) throw new Refusal("INPUT_INVALID", { fields: wrong });
  const changed = (Object.keys(given) as (keyof OrganisationChange)[]).filter((key) => JSON.stringify(given[key]) !== JSON.stringify(before[key]));
  if (changed.length === 0) return before;
  const sets = changed.map((key, index) => `${COLUMN[key]} = $${index + 2}`).join(", ");
  const values = changed.map((key) => (key === "planPolicy" ? JSON.stringify(given[key]) : given[key]));
  await tx.query(`update organisation set ${sets} where id = $1`, [tx.organisationId, ...values]);
  forgetOrganisation(tx);
  await audit(tx, {
    action: "update-organisation", subject: "organisation", subjectId: tx.organisationId,
    before: Object.fromEntries(changed.map((key) => [key, before[key]])), after: Object.fromEntries(changed.map((key) => [key, given[key]])),
  });
  return findOrganisation(tx);
}

function tidy(key: string, value: unknown): unknown {
  if (key === "phone") return parsePhoneNumberFromString(String(value), "NL")?.number ?? value;
  if (key === "email") return String(value).trim().toLowerCase();
  if (key === "planPolicy") return { ...(value as PlanPolicyRow) };
  return typeof value === "string" ? value.trim() : value;
}

function faultsOf(given: Partial<Record<keyof OrganisationChange, unknown>>): string[] {
  const own = (Object.keys(given) as (keyof OrganisationChange)[]).flatMap((key) => {
    const fault = RULES[key]?.(given[key]);
    return fault ? [`${key}: ${fault}`] : [];
  });
  const policy = given.planPolicy as PlanPolicyRow | undefined;
  const ofPolicy = policy
    ? (Object.keys(POLICY_RULES) as (keyof PlanPolicyRow)[]).flatMap((key) => {
        const fault = POLICY_RULES[key](policy[key]);
        return fault ? [`planPolicy.${key}: ${fault}`] : [];
      })
    : [];
  return [...own, ...ofPolicy];
}
