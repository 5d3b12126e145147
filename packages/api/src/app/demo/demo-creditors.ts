import type { NewOrganisation } from "../../features/organisations/create-organisation";
import type { Role } from "../../platform/graphql/viewer";
import { madeUpIban } from "./made-up-people";

export interface DemoProduct {
  readonly description: string;
  readonly unit: string;
  readonly fromCents: number;
  readonly untilCents: number;
  readonly vatBasisPoints: number;
  /** How many of it, at most. */
  readonly most: number;
}

export interface DemoStaff {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** One of the two organisations of the demo. */
export interface DemoCreditor {
  readonly id: string;
  readonly letter: string;
  readonly sellsTo: "people" | "companies";
  readonly organisation: NewOrganisation;
  readonly staff: readonly DemoStaff[];
  readonly agency: { readonly name: string; readonly email: string; readonly wkiNumber: string };
  readonly otherAgency: { readonly name: string; readonly email: string };
  readonly products: readonly DemoProduct[];
  readonly termDays: number;
  readonly debtors: { readonly full: number; readonly small: number };
  /** Invoices a month of one debtor, in hundredths: from, until. */
  readonly monthly: readonly [low: number, high: number];
}

export const DEMO_PASSWORD = "tegemoet-demo-2026";

const HIGH = 2100;
const LOW = 900;

export const CREDITORS: readonly DemoCreditor[] = [
  {
    id: "018f3a00-0000-7000-8000-0000000000a1", letter: "K", sellsTo: "people", termDays: 14,
    organisation: {
      name: "Kievit Installatie", legalName: "Kievit Installatietechniek B.V.", kvk: "90000017", vatNumber: "NL000900017B01", iban: madeUpIban(1_000_017), email: "administratie@kievit-installatie.example",
      phone: "+31850001700", phoneHours: "werkdagen 8:30 tot 17:00", contactPerson: "Marit Hofstra", street: "Energieweg", houseNumber: "17", postalCode: "3812 RX", city: "Amersfoort",
      brandColour: "#0E5E6F", mark: "KI", tone: "u", portalCheck: true, vatDeductible: true,
    },
    staff: [
      { name: "Marit Hofstra", email: "marit@kievit-installatie.example", role: "admin" },
      { name: "Ruben Aalbers", email: "ruben@kievit-installatie.example", role: "manager" },
      { name: "Jamila Ouali", email: "jamila@tegemoet.example", role: "collector" },
      { name: "Teun de Lange", email: "teun@kievit-installatie.example", role: "viewer" },
    ],
    agency: { name: "Brugman Incasso", email: "dossiers@brugman-incasso.example", wkiNumber: "WKI-000117" },
    otherAgency: { name: "Eemland Gerechtsdeurwaarders", email: "intake@eemland-gdw.example" },
    products: [
      { description: "Onderhoud cv-ketel, jaarlijkse beurt", unit: "beurt", fromCents: 11_900, untilCents: 14_900, vatBasisPoints: HIGH, most: 1 },
      { description: "Storing verholpen, voorrijkosten en eerste uur", unit: "bezoek", fromCents: 8_950, untilCents: 12_500, vatBasisPoints: HIGH, most: 1 },
      { description: "Arbeid monteur", unit: "uur", fromCents: 6_800, untilCents: 7_400, vatBasisPoints: HIGH, most: 6 },
      { description: "Expansievat 18 liter", unit: "stuk", fromCents: 6_450, untilCents: 8_900, vatBasisPoints: HIGH, most: 1 },
      { description: "Onderhoud warmtepomp", unit: "beurt", fromCents: 18_900, untilCents: 24_900, vatBasisPoints: HIGH, most: 1 },
      { description: "Thermostaatkraan, geplaatst", unit: "stuk", fromCents: 5_200, untilCents: 6_900, vatBasisPoints: HIGH, most: 5 },
      { description: "Cv-ketel vervangen, aanbetaling", unit: "termijn", fromCents: 72_000, untilCents: 118_000, vatBasisPoints: HIGH, most: 1 },
      { description: "Waterontharder, vulling en controle", unit: "bezoek", fromCents: 9_500, untilCents: 13_500, vatBasisPoints: HIGH, most: 1 },
    ],
    debtors: { full: 220, small: 24 }, monthly: [22, 58],
  },
  {
    id: "018f3a00-0000-7000-8000-0000000000b2", letter: "M", sellsTo: "companies", termDays: 30,
    organisation: {
      name: "Molenaar Facilitair", legalName: "Molenaar Facilitaire Diensten B.V.", kvk: "90000025", vatNumber: "NL000900025B01", iban: madeUpIban(1_000_025), email: "debiteuren@molenaar-facilitair.example",
      phone: "+31850002500", phoneHours: "werkdagen 8:00 tot 17:30", contactPerson: "Gerben Tuinstra", street: "Handelskade", houseNumber: "25", postalCode: "8021 AP", city: "Zwolle",
      brandColour: "#7A3B12", mark: "MF", tone: "u", portalCheck: false, vatDeductible: true,
    },
    staff: [
      { name: "Gerben Tuinstra", email: "gerben@molenaar-facilitair.example", role: "admin" },
      { name: "Loes Hagedoorn", email: "loes@molenaar-facilitair.example", role: "manager" },
      { name: "Jamila Ouali", email: "jamila@tegemoet.example", role: "collector" },
      { name: "Inge Dorrestein", email: "inge@molenaar-facilitair.example", role: "viewer" },
    ],
    agency: { name: "Zuiderzee Credit", email: "opdrachten@zuiderzee-credit.example", wkiNumber: "WKI-000241" },
    otherAgency: { name: "Van Rees Advocaten", email: "incasso@vanrees-advocaten.example" },
    products: [
      { description: "Schoonmaak kantoor, maandcontract", unit: "maand", fromCents: 42_000, untilCents: 168_000, vatBasisPoints: HIGH, most: 1 },
      { description: "Glasbewassing buitenzijde", unit: "beurt", fromCents: 14_500, untilCents: 39_000, vatBasisPoints: HIGH, most: 1 },
      { description: "Koffieservice, bonen en melk", unit: "doos", fromCents: 3_890, untilCents: 6_450, vatBasisPoints: LOW, most: 9 },
      { description: "Sanitaire artikelen", unit: "pakket", fromCents: 2_750, untilCents: 5_900, vatBasisPoints: HIGH, most: 8 },
      { description: "Receptie, inzet in uren", unit: "uur", fromCents: 3_450, untilCents: 3_950, vatBasisPoints: HIGH, most: 24 },
      { description: "Groenonderhoud terrein", unit: "maand", fromCents: 18_500, untilCents: 47_500, vatBasisPoints: HIGH, most: 1 },
    ],
    debtors: { full: 180, small: 16 }, monthly: [42, 92],
  },
];
