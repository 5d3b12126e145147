/** What a column of a spreadsheet can be. Number, issue day, amount and debtor name are needed for every invoice. */
export const IMPORT_FIELDS = [
  "number", "issuedOn", "dueOn", "termDays", "amount", "debtorName", "debtorNumber", "email", "phone", "street", "houseNumber", "postalCode", "city", "country", "kvk",
  "vatNumber", "description", "paymentReference", "orderReference", "creditsNumber", "currency", "language", "debtorKind", "directDebit", "mandate",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
export const NEEDED_FIELDS: readonly ImportField[] = ["number", "issuedOn", "amount", "debtorName"];

/** Which column, by its name, is what; and how amounts are written where the column itself doesn't tell. */
export interface ImportMapping {
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  readonly decimal?: "comma" | "point";
}

/** How programs call their columns, in Dutch and English, without blanks and marks. The first name that fits best wins. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  number: ["factuurnummer", "factuurnr", "factnr", "invoicenumber", "invoiceno", "invoicenr", "documentnummer", "factuur", "invoice", "boekstuk", "boekstuknummer", "nummer", "number"],
  issuedOn: ["factuurdatum", "invoicedate", "documentdatum", "boekdatum", "issuedate", "datum", "date"],
  dueOn: ["vervaldatum", "vervaldag", "duedate", "uiterstebetaaldatum", "betaaldatum", "due", "vervalt"],
  termDays: ["betaaltermijn", "betalingstermijn", "termijn", "paymentterm", "paymentterms", "termdays"],
  amount: ["bedraginclbtw", "totaalinclbtw", "factuurbedrag", "totaalbedrag", "bedrag", "totaal", "openstaand", "openstaandbedrag", "totalinclvat", "amountinclvat", "invoiceamount", "totalamount", "amount", "total", "saldo"],
  debtorName: ["debiteurnaam", "naamdebiteur", "klantnaam", "naamklant", "bedrijfsnaam", "customername", "debtorname", "clientname", "relatienaam", "relatie", "naam", "klant", "debiteur", "customer", "debtor", "company", "name"],
  debtorNumber: ["debiteurnummer", "debiteurnr", "debnr", "klantnummer", "klantnr", "relatienummer", "relatiecode", "debiteurcode", "klantcode", "customernumber", "customerno", "customerid", "debtornumber", "debtorid"],
  email: ["email", "emailadres", "mail", "mailadres", "emailfactuur", "factuuremail", "emailaddress"],
  phone: ["telefoon", "telefoonnummer", "tel", "mobiel", "phone", "phonenumber", "mobile"],
  street: ["straat", "adres", "straatnaam", "straatenhuisnummer", "street", "address", "address1"],
  houseNumber: ["huisnummer", "huisnr", "housenumber", "houseno"],
  postalCode: ["postcode", "postalcode", "zip", "zipcode"],
  city: ["plaats", "woonplaats", "stad", "plaatsnaam", "city", "town"],
  country: ["land", "landcode", "country", "countrycode"],
  kvk: ["kvk", "kvknummer", "kvknr", "chamberofcommerce", "cocnumber", "companynumber"],
  vatNumber: ["btwnummer", "btwid", "btwnr", "vatnumber", "vatid"],
  description: ["omschrijving", "beschrijving", "onderwerp", "description", "subject"],
  paymentReference: ["betalingskenmerk", "betaalkenmerk", "kenmerk", "paymentreference", "reference"],
  orderReference: ["ordernummer", "inkoopnummer", "referentie", "uwreferentie", "bestelnummer", "ordernumber", "ponumber", "po", "purchaseorder"],
  creditsNumber: ["crediteertfactuur", "creditvanfactuur", "oorspronkelijkefactuur", "creditfor", "originalinvoice"],
  currency: ["valuta", "munt", "currency"],
  language: ["taal", "language"],
  directDebit: ["automatischeincasso", "incasso", "incasseren", "directdebit", "autopay", "betaalwijze", "paymentmethod"],
  mandate: ["machtigingskenmerk", "machtiging", "mandaat", "mandaatnummer", "mandaatid", "mandate", "mandateid", "mandatereference"],
  debtorKind: ["soortdebiteur", "klantsoort", "klanttype", "debtorkind", "customertype"],
};

function bare(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/[^a-z0-9]/g, "");
}

/** The mapping that the names of the columns suggest. A column is one thing at most. */
export function suggestMapping(columns: readonly string[]): ImportMapping {
  const free = new Map(columns.map((column) => [bare(column), column]).reverse() as [string, string][]);
  const chosen: Partial<Record<ImportField, string>> = {};
  for (const field of IMPORT_FIELDS) {
    const name = NAMES[field].find((candidate) => free.has(candidate));
    if (name === undefined) continue;
    chosen[field] = free.get(name);
    free.delete(name);
  }
  return { columns: chosen };
}

/** What makes two headers the same: the names of their columns, however blanks, marks and order differ. */
export function signatureOf(columns: readonly string[]): string {
  return columns.map(bare).sort().join("|").slice(0, 2_000);
}

/** A mapping without columns that this file doesn't have. */
export function onlyColumnsOf(mapping: ImportMapping, columns: readonly string[]): ImportMapping {
  const there = new Set(columns);
  return { ...mapping, columns: Object.fromEntries(Object.entries(mapping.columns).filter(([, column]) => column !== undefined && there.has(column))) };
}
