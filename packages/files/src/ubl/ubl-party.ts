import { missing, type Place } from "../refuse-field";
import type { XmlElement } from "../xml/xml-element";
import type { UblAddress, UblParty } from "./ubl-invoice";

const KVK_SCHEMES = ["0106", "NL:KVK"];
const OIN_SCHEMES = ["0190", "NL:OIN", "NL:OINO"];

/**
 * Reads the supplier or the buyer.
 *
 * Refuses with FILE_FIELD_MISSING when nobody is named in any of the places a name can stand.
 */
export function readParty(account: XmlElement | undefined, field: string, place: Place): UblParty {
  const party = account?.at("Party");
  if (!account || !party) throw missing(field, place);
  const legalName = party.value("PartyLegalEntity", "RegistrationName");
  const name = party.value("PartyName", "Name") ?? legalName ?? personOf(party) ?? party.value("Contact", "Name");
  if (name === undefined)
    throw missing(`${field}/Party/PartyLegalEntity/RegistrationName`, { ...place, line: party.line });
  const company = identifierOf(party.at("PartyLegalEntity", "CompanyID"));
  const endpoint = identifierOf(party.at("EndpointID"));
  const address = addressOf(party.at("PostalAddress"));
  const identifiers = [
    company,
    ...party.all("PartyIdentification").map((each) => identifierOf(each.at("ID"))),
    endpoint,
  ];
  return {
    name,
    legalName,
    companyId: company,
    endpoint,
    address,
    kvk: numberIn(identifiers, KVK_SCHEMES) ?? unnamed(company, address, /^\d{8}$/),
    oin: numberIn(identifiers, OIN_SCHEMES) ?? unnamed(company, address, /^\d{20}$/),
    vat: vatOf(party),
    customerNumber: account.value("SupplierAssignedAccountID") ?? ownNumber(party),
    contact: contactOf(party.at("Contact") ?? account.at("AccountingContact")),
  };
}

interface Identifier {
  readonly id: string;
  readonly scheme?: string | undefined;
}

function identifierOf(element: XmlElement | undefined): Identifier | undefined {
  const id = element?.text.trim();
  return element && id ? { id, scheme: element.attributes.schemeID?.trim() || undefined } : undefined;
}

function numberIn(identifiers: readonly (Identifier | undefined)[], schemes: readonly string[]): string | undefined {
  return identifiers
    .find((each) => each?.scheme !== undefined && schemes.includes(each.scheme.toUpperCase()))
    ?.id.replace(/\s+/g, "");
}

/** Some programs leave the scheme out; a Dutch company number has its own length. */
function unnamed(company: Identifier | undefined, address: UblAddress | undefined, form: RegExp): string | undefined {
  if (!company || company.scheme !== undefined || (address?.country ?? "NL") !== "NL") return undefined;
  return form.test(company.id) ? company.id : undefined;
}

/** The identification without a scheme is what the supplier calls the customer: its debtor number. */
function ownNumber(party: XmlElement): string | undefined {
  const own = party
    .all("PartyIdentification")
    .map((each) => identifierOf(each.at("ID")))
    .find((each) => each && !each.scheme);
  return own?.id;
}

function vatOf(party: XmlElement): string | undefined {
  const schemes = party.all("PartyTaxScheme");
  const scheme =
    schemes.find((each) => each.value("TaxScheme", "ID")?.toUpperCase() === "VAT") ??
    schemes.find((each) => each.value("TaxScheme", "ID") === undefined);
  return (
    scheme
      ?.value("CompanyID")
      ?.replace(/[^A-Za-z0-9]/g, "")
      .toUpperCase() || undefined
  );
}

function personOf(party: XmlElement): string | undefined {
  const person = party.at("Person");
  const parts = [person?.value("FirstName"), person?.value("MiddleName"), person?.value("FamilyName")];
  return parts.filter(Boolean).join(" ") || undefined;
}

function contactOf(contact: XmlElement | undefined): UblParty["contact"] {
  const found = {
    name: contact?.value("Name"),
    phone: contact?.value("Telephone"),
    email: contact?.value("ElectronicMail"),
  };
  return (found.name ?? found.phone ?? found.email) ? found : undefined;
}

function addressOf(address: XmlElement | undefined): UblAddress | undefined {
  if (!address) return undefined;
  const written = address
    .all("AddressLine")
    .map((line) => line.value("Line"))
    .filter(Boolean)
    .join(", ");
  const street = [address.value("StreetName"), address.value("BuildingNumber")].filter(Boolean).join(" ") || written;
  return {
    street: street || undefined,
    additional: address.value("AdditionalStreetName"),
    postalCode: address.value("PostalZone"),
    city: address.value("CityName"),
    region: address.value("CountrySubentity"),
    country: address.value("Country", "IdentificationCode")?.toUpperCase(),
  };
}
