import { Refusal, type DebtorKind } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { mailOf, phoneOf } from "./debtor-details";
import { resolveFaults } from "./resolve-faults";

/** What staff mend of a debtor; what is left out stays, an empty text takes the value away. */
export interface DebtorChange {
  readonly name?: string | null;
  readonly kind?: DebtorKind | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly language?: "nl" | "en" | null;
  readonly street?: string | null;
  readonly houseNumber?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  /** The term that was agreed with them, in days; 0 takes it away. Shorter terms are looked at before anybody is reminded. */
  readonly agreedTermDays?: number | null;
}

const COLUMN = {
  name: "name", kind: "kind", email: "email", phone: "phone", language: "language", street: "street", houseNumber: "house_number", postalCode: "postal_code", city: "city",
  agreedTermDays: "agreed_term_days",
} as const satisfies Record<keyof DebtorChange, string>;
const LONGEST_TERM_DAYS = 365;
type Column = (typeof COLUMN)[keyof DebtorChange];

/**
 * Mends what we know of a debtor. A wrong address that is mended is a fault no more: what waited for it may go.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID naming each field that can't be.
 */
export async function updateDebtor(tx: Tx, { debtorId, change }: { debtorId: string; change: DebtorChange }): Promise<void> {
  const before = await tx.first<Record<Column, string | null> & { country: string }>(
    `select ${Object.values(COLUMN).map((column) => `${column}::text`).join(", ")}, country from debtor where organisation_id = $1 and id = $2 for update`, [tx.organisationId, debtorId]);
  if (!before) throw new Refusal("NOT_FOUND");
  const after = tidy(change, before.country);
  const columns = (Object.keys(after) as Column[]).filter((column) => after[column] !== before[column]);
  if (columns.length === 0) return;
  const sets = columns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  await tx.query(`update debtor set ${sets}, version = version + 1 where organisation_id = $1 and id = $2`, [tx.organisationId, debtorId, ...columns.map((column) => after[column])]);
  await resolveFaults(tx, [{ debtorId, columns, before }]);
  await audit(tx, {
    action: "update-debtor", subject: "debtor", subjectId: debtorId,
    before: Object.fromEntries(columns.map((column) => [column, before[column]])), after: Object.fromEntries(columns.map((column) => [column, after[column]])),
  });
}

function tidy(change: DebtorChange, country: string): Partial<Record<Column, string | null>> {
  const fields: string[] = [];
  const result: Partial<Record<Column, string | null>> = {};
  const check = (field: keyof DebtorChange, parse: (text: string) => string | null | undefined, hint: string): void => {
    const given = change[field];
    if (given === undefined || given === null) return;
    const value = parse(String(given).replace(/\s+/g, " ").trim());
    if (value === undefined) fields.push(`${field}: ${hint}`);
    else result[COLUMN[field]] = value;
  };
  const orNothing = (parse: (text: string) => string | undefined) => (text: string) => (text === "" ? null : parse(text));
  const upTo = (most: number) => orNothing((text) => (text.length <= most ? text : undefined));
  check("name", (text) => (text !== "" && text.length <= 200 ? text : undefined), "between 1 and 200 characters");
  check("kind", (text) => text, "");
  check("language", (text) => text, "");
  check("email", orNothing(mailOf), "a mail address such as naam@voorbeeld.nl");
  check("phone", orNothing(phoneOf), "a phone number such as 06 12 34 56 78");
  check("street", upTo(120), "at most 120 characters");
  check("houseNumber", upTo(20), "at most 20 characters");
  check("postalCode", orNothing((text) => postalCodeOf(text, country)), "a postcode such as 3511 AB");
  check("city", upTo(120), "at most 120 characters");
  check("agreedTermDays", (text) => (/^0+$/.test(text) ? null : /^\d{1,3}$/.test(text) && Number(text) <= LONGEST_TERM_DAYS ? String(Number(text)) : undefined), `a number of days up to ${LONGEST_TERM_DAYS}, or 0 for none`);
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields });
  return result;
}

function postalCodeOf(text: string, country: string): string | undefined {
  const match = /^(\d{4}) ?([A-Za-z]{2})$/.exec(text);
  if (match) return `${match[1]} ${match[2]?.toUpperCase()}`;
  return country !== "NL" && text.length <= 16 ? text : undefined;
}
