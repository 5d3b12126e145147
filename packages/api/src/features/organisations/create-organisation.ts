import type { Tx } from "../../platform/database/transaction";
import { audit } from "../../platform/audit";

export interface NewOrganisation {
  readonly name: string;
  readonly legalName: string;
  readonly kvk?: string;
  readonly vatNumber?: string;
  readonly iban: string;
  readonly email: string;
  readonly phone: string;
  readonly phoneHours: string;
  readonly contactPerson: string;
  readonly street?: string;
  readonly houseNumber?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly brandColour?: string;
  readonly mark?: string;
  readonly tone?: "u" | "je";
  readonly vatDeductible?: boolean;
  readonly portalCheck?: boolean;
  readonly helpLinks?: readonly { name: string; url: string; text: string }[];
}

/** Free help with debts that every municipality's inhabitants can turn to; the organisation may change the list. */
const HELP_LINKS = [
  { name: "Geldfit", url: "https://geldfit.nl", text: "Gratis en anoniem hulp bij geldzorgen" },
  { name: "Nibud", url: "https://www.nibud.nl", text: "Rustig uitzoeken wat u kunt betalen" },
];

/** A new creditor. Its id is the tenant of the transaction, chosen by who opens it. */
export async function createOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  const o = organisation;
  await tx.query(
    `insert into organisation (id, name, legal_name, kvk, vat_number, iban, email, phone, phone_hours, contact_person, street, house_number,
       postal_code, city, brand_colour, mark, tone, vat_deductible, portal_check, help_links, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      tx.organisationId, o.name, o.legalName, o.kvk ?? null, o.vatNumber ?? null, o.iban, o.email, o.phone, o.phoneHours, o.contactPerson,
      o.street ?? null, o.houseNumber ?? null, o.postalCode ?? null, o.city ?? null, o.brandColour ?? "#1D4A80", o.mark ?? "", o.tone ?? "u",
      o.vatDeductible ?? true, o.portalCheck ?? true, JSON.stringify(o.helpLinks ?? HELP_LINKS), tx.now,
    ],
  );
  await audit(tx, { action: "create-organisation", subject: "organisation", subjectId: tx.organisationId, after: { name: o.name, iban: o.iban } });
}
