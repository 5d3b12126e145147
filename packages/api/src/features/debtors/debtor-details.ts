import { isIban, type DebtorKind } from "@tegemoet/domain";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export interface DebtorDetails {
  /** The key of the source system, by which the debtor is found again. */
  readonly externalKey?: string;
  readonly number?: string;
  readonly kind?: DebtorKind;
  readonly name: string;
  readonly kvk?: string;
  readonly vatNumber?: string;
  readonly language?: "nl" | "en";
  readonly email?: string;
  readonly phone?: string;
  readonly street?: string;
  readonly houseNumber?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
  readonly contact?: { readonly name: string; readonly role?: string; readonly email?: string; readonly phone?: string };
}

/** "06-12 34 56 78" as +31612345678; undefined when nobody could call it. */
export function phoneOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const number = parsePhoneNumberFromString(text, "NL");
  return number?.isValid() ? number.number : undefined;
}

/** "nl91 abna 0417 1643 00" as NL91ABNA0417164300; undefined when it isn't an IBAN. */
export function ibanOf(text: string | undefined): string | undefined {
  const iban = text?.replace(/[\s.-]/g, "").toUpperCase();
  return iban && isIban(iban) ? iban : undefined;
}

/** A mail address in lower case; undefined when it has no shape of one, or a line break (T-66). */
export function mailOf(text: string | undefined): string | undefined {
  const address = text?.trim().toLowerCase();
  return address && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(address) && address.length <= 254 ? address : undefined;
}

/** "3511ab" as "3511 AB"; anything else as it was. */
export function postalCodeOf(text: string | undefined): string | undefined {
  const match = /^\s*(\d{4})\s*([A-Za-z]{2})\s*$/.exec(text ?? "");
  return match ? `${match[1]} ${match[2]?.toUpperCase()}` : text?.trim();
}

/** Whether a debtor may be known by a key from now on: keys of different sources ("ubl:", "table:") don't replace each other. */
export function mayTakeKey(there: string | null | undefined, told: string): boolean {
  return !there || sourceOf(there) === sourceOf(told);
}

function sourceOf(key: string): string {
  return key.includes(":") ? key.slice(0, key.indexOf(":")) : "";
}

/** What a source may tell of a debtor, by column. */
export const DEBTOR_COLUMNS = [
  "kind", "name", "kvk", "vat_number", "language", "email", "phone", "street", "house_number", "postal_code", "city", "country", "external_key",
] as const;
export type DebtorColumn = (typeof DEBTOR_COLUMNS)[number];
export type DebtorColumns = Partial<Record<DebtorColumn, string>>;

/** What a source tells, tidied, by column. What it leaves out, or tells in a form that nobody can use, isn't there. */
export function columnsOf(details: DebtorDetails): DebtorColumns {
  const told: Record<DebtorColumn, string | undefined> = {
    kind: details.kind, name: details.name.replace(/\s+/g, " ").trim(), kvk: details.kvk, vat_number: details.vatNumber, language: details.language, email: mailOf(details.email),
    phone: phoneOf(details.phone), street: details.street, house_number: details.houseNumber, postal_code: postalCodeOf(details.postalCode), city: details.city,
    country: details.country, external_key: details.externalKey,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== ""));
}
