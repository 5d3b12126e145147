import { isIban, Refusal, type DebtorKind } from "@tegemoet/domain";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

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

/**
 * Finds the debtor by the source's key, else by KvK number and name, or makes one. What a source says now wins over what it said before;
 * what it leaves out stays.
 */
export async function upsertDebtor(tx: Tx, details: DebtorDetails): Promise<{ debtorId: string; created: boolean; changed: boolean }> {
  const name = details.name.replace(/\s+/g, " ").trim();
  if (name === "") throw new Refusal("FILE_FIELD_MISSING", { field: "debtor.name" });
  const found = await find(tx, details, name);
  const row = {
    kind: details.kind, name, kvk: details.kvk, vat_number: details.vatNumber, language: details.language, email: mailOf(details.email),
    phone: phoneOf(details.phone), street: details.street, house_number: details.houseNumber, postal_code: postalCode(details.postalCode),
    city: details.city, country: details.country, external_key: details.externalKey,
  };
  const given = Object.entries(row).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "");
  if (found) {
    const changes = given.filter(([column, value]) => found[column] !== value);
    if (changes.length > 0) {
      const sets = changes.map(([column], index) => `${column} = $${index + 3}`).join(", ");
      await tx.query(`update debtor set ${sets}, version = version + 1 where organisation_id = $1 and id = $2`, [tx.organisationId, found["id"], ...changes.map(([, value]) => value)]);
      const before = Object.fromEntries(changes.map(([column]) => [column, found[column]]));
      await audit(tx, { action: "update-debtor", subject: "debtor", subjectId: String(found["id"]), before, after: Object.fromEntries(changes) });
    }
    return { debtorId: String(found["id"]), created: false, changed: changes.length > 0 };
  }
  const debtorId = newId();
  const columns = given.map(([column]) => column);
  await tx.query(
    `insert into debtor (organisation_id, id, number, created_at, ${columns.join(", ")})
     values ($1, $2, $3, $4, ${columns.map((_, index) => `$${index + 5}`).join(", ")})`,
    [tx.organisationId, debtorId, details.number ?? (await nextNumber(tx)), tx.now, ...given.map(([, value]) => value)],
  );
  if (details.contact) await addContact(tx, debtorId, details.contact);
  await audit(tx, { action: "create-debtor", subject: "debtor", subjectId: debtorId, after: { name, kind: details.kind ?? "unknown" } });
  return { debtorId, created: true, changed: false };
}

async function find(tx: Tx, details: DebtorDetails, name: string): Promise<Record<string, unknown> | undefined> {
  if (details.externalKey) {
    const byKey = await tx.first<Record<string, unknown>>("select * from debtor where organisation_id = $1 and external_key = $2 for update", [tx.organisationId, details.externalKey]);
    if (byKey) return byKey;
  }
  if (details.number) {
    const byNumber = await tx.first<Record<string, unknown>>("select * from debtor where organisation_id = $1 and number = $2 for update", [tx.organisationId, details.number]);
    if (byNumber) return byNumber;
  }
  if (details.kvk) {
    return tx.first<Record<string, unknown>>("select * from debtor where organisation_id = $1 and kvk = $2 and lower(name) = lower($3) and external_key is null for update", [tx.organisationId, details.kvk, name]);
  }
  return undefined;
}

async function nextNumber(tx: Tx): Promise<string> {
  await tx.query("select pg_advisory_xact_lock(hashtext('debtor-number:' || $1))", [tx.organisationId]);
  const row = await tx.first<{ next: number }>(
    "select coalesce(max(number::bigint), 10000) + 1 as next from debtor where organisation_id = $1 and number ~ '^[0-9]{5,9}$'", [tx.organisationId],
  );
  return String(row?.next ?? 10001);
}

async function addContact(tx: Tx, debtorId: string, contact: NonNullable<DebtorDetails["contact"]>): Promise<void> {
  await tx.query(
    "insert into contact (organisation_id, id, debtor_id, name, role, email, phone, is_primary) values ($1, $2, $3, $4, $5, $6, $7, true)",
    [tx.organisationId, newId(), debtorId, contact.name, contact.role ?? null, mailOf(contact.email) ?? null, phoneOf(contact.phone) ?? null],
  );
}

/** "3511ab" as "3511 AB"; anything else as it was. */
function postalCode(text: string | undefined): string | undefined {
  const match = /^\s*(\d{4})\s*([A-Za-z]{2})\s*$/.exec(text ?? "");
  return match ? `${match[1]} ${match[2]?.toUpperCase()}` : text?.trim();
}
