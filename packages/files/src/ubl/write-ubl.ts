import { centsToDecimal, multiplyRatio, sum, type Cents, type PlainDate } from "@tegemoet/domain";
import { element, escaped, textElement } from "../xml/write-xml";
import type { UblAddress } from "./ubl-invoice";

/** An invoice or credit note, to be written. Amounts are cents; a credit note's are positive too. */
export interface UblFile {
  readonly kind?: "invoice" | "credit-note";
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn?: PlainDate;
  readonly terms?: string;
  readonly currency?: string;
  readonly note?: string;
  readonly buyerReference?: string;
  readonly orderReference?: string;
  /** Numbers of the invoices a credit note is about. */
  readonly credits?: readonly string[];
  readonly period?: { readonly from: PlainDate; readonly until: PlainDate };
  readonly supplier: UblFileParty;
  readonly buyer: UblFileParty;
  readonly paymentMeans?: readonly {
    readonly code?: string;
    readonly paymentId?: string;
    readonly iban?: string;
    readonly mandateId?: string;
  }[];
  readonly lines: readonly UblFileLine[];
  readonly prepaid?: Cents;
  readonly documents?: readonly { readonly fileName: string; readonly mimeType?: string; readonly bytes: Uint8Array }[];
}

export interface UblFileParty {
  readonly name: string;
  readonly legalName?: string;
  readonly kvk?: string;
  readonly oin?: string;
  readonly vat?: string;
  /** The supplier's number for the buyer. */
  readonly customerNumber?: string;
  readonly address?: UblAddress;
  readonly contact?: { readonly name?: string; readonly phone?: string; readonly email?: string };
}

export interface UblFileLine {
  readonly description: string;
  /** A decimal, 1 when absent. */
  readonly quantity?: string;
  readonly unit?: string;
  /** A decimal; the amount when absent. */
  readonly unitPrice?: string;
  /** Without VAT. */
  readonly amount: Cents;
  /** 2100 when absent. */
  readonly vatRateBasisPoints?: number;
}

const NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

/**
 * Writes a UBL 2.1 invoice or credit note by the rules of NLCIUS, with VAT and totals computed from the lines (VAT per
 * rate, rounded half up). For tests and the demo: the same input gives the same text.
 *
 * @returns The XML, UTF-8.
 */
export function writeUbl(file: UblFile): string {
  const name = file.kind === "credit-note" ? "CreditNote" : "Invoice";
  const { currency = "EUR", documents = [], paymentMeans = [], credits = [], period } = file;
  const credit = name === "CreditNote";
  // A credit note has no DueDate of its own: it stands with the means of payment.
  const paymentDueOn = credit ? file.dueOn : undefined;
  const body = [
    textElement("cbc:CustomizationID", NLCIUS),
    textElement("cbc:ProfileID", PROFILE),
    textElement("cbc:ID", file.number),
    textElement("cbc:IssueDate", file.issuedOn),
    credit ? "" : textElement("cbc:DueDate", file.dueOn),
    textElement(`cbc:${name}TypeCode`, credit ? "381" : "380"),
    textElement("cbc:Note", file.note),
    textElement("cbc:DocumentCurrencyCode", currency),
    textElement("cbc:BuyerReference", file.buyerReference ?? file.number),
    period
      ? element(
          "cac:InvoicePeriod",
          textElement("cbc:StartDate", period.from),
          textElement("cbc:EndDate", period.until),
        )
      : "",
    element("cac:OrderReference", textElement("cbc:ID", file.orderReference)),
    ...credits.map((id) =>
      element("cac:BillingReference", element("cac:InvoiceDocumentReference", textElement("cbc:ID", id))),
    ),
    ...documents.map(writeDocument),
    element("cac:AccountingSupplierParty", writeParty(file.supplier)),
    element("cac:AccountingCustomerParty", writeParty(file.buyer)),
    ...paymentMeans.map((means) =>
      element(
        "cac:PaymentMeans",
        textElement("cbc:PaymentMeansCode", means.code ?? "30"),
        textElement("cbc:PaymentDueDate", paymentDueOn),
        textElement("cbc:PaymentID", means.paymentId),
        element("cac:PayeeFinancialAccount", textElement("cbc:ID", means.iban)),
        element("cac:PaymentMandate", textElement("cbc:ID", means.mandateId)),
      ),
    ),
    element("cac:PaymentTerms", textElement("cbc:Note", file.terms)),
    writeTotals(file, currency),
    ...file.lines.map((line, index) => writeLine(line, index + 1, name, currency)),
  ];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${UBL}${name}-2" xmlns:cac="${UBL}CommonAggregateComponents-2" ` +
    `xmlns:cbc="${UBL}CommonBasicComponents-2">\n${body.filter(Boolean).join("\n")}\n</${name}>\n`
  );
}

function writeParty({ name, legalName, kvk, oin, vat, customerNumber, address, contact }: UblFileParty): string {
  const [scheme, id] = kvk === undefined ? ["0190", oin] : ["0106", kvk];
  return element(
    "cac:Party",
    textElement("cbc:EndpointID", id, ` schemeID="${scheme}"`),
    element("cac:PartyIdentification", textElement("cbc:ID", customerNumber)),
    element("cac:PartyName", textElement("cbc:Name", name)),
    element(
      "cac:PostalAddress",
      textElement("cbc:StreetName", address?.street),
      textElement("cbc:AdditionalStreetName", address?.additional),
      textElement("cbc:CityName", address?.city),
      textElement("cbc:PostalZone", address?.postalCode),
      textElement("cbc:CountrySubentity", address?.region),
      element("cac:Country", textElement("cbc:IdentificationCode", address?.country ?? "NL")),
    ),
    vat === undefined ? "" : element("cac:PartyTaxScheme", textElement("cbc:CompanyID", vat), VAT_SCHEME),
    element(
      "cac:PartyLegalEntity",
      textElement("cbc:RegistrationName", legalName ?? name),
      textElement("cbc:CompanyID", id, ` schemeID="${scheme}"`),
    ),
    element(
      "cac:Contact",
      textElement("cbc:Name", contact?.name),
      textElement("cbc:Telephone", contact?.phone),
      textElement("cbc:ElectronicMail", contact?.email),
    ),
  );
}

function writeDocument({
  fileName,
  mimeType = "application/pdf",
  bytes,
}: NonNullable<UblFile["documents"]>[number]): string {
  const attributes = ` mimeCode="${escaped(mimeType)}" filename="${escaped(fileName)}"`;
  return element(
    "cac:AdditionalDocumentReference",
    textElement("cbc:ID", fileName),
    element(
      "cac:Attachment",
      textElement("cbc:EmbeddedDocumentBinaryObject", Buffer.from(bytes).toString("base64"), attributes),
    ),
  );
}

const VAT_SCHEME = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>";

function writeCategory(name: string, rate: number): string {
  return element(
    `cac:${name}`,
    textElement("cbc:ID", rate > 0 ? "S" : "Z"),
    textElement("cbc:Percent", centsToDecimal(rate)),
    VAT_SCHEME,
  );
}

function writeTotals({ lines, prepaid }: UblFile, currency: string): string {
  const amount = (name: string, value: Cents) =>
    textElement(`cbc:${name}`, centsToDecimal(value), ` currencyID="${escaped(currency)}"`);
  const rates = [...new Set(lines.map(({ vatRateBasisPoints = 2100 }) => vatRateBasisPoints))].sort((a, b) => b - a);
  const subtotals = rates.map((rate) => {
    const base = sum(
      lines.filter(({ vatRateBasisPoints = 2100 }) => vatRateBasisPoints === rate).map((line) => line.amount),
    );
    return { rate, base, tax: multiplyRatio(base, rate, 10_000) };
  });
  const exclusive = sum(subtotals.map(({ base }) => base));
  const tax = sum(subtotals.map((subtotal) => subtotal.tax));
  return (
    element(
      "cac:TaxTotal",
      amount("TaxAmount", tax),
      ...subtotals.map((subtotal) =>
        element(
          "cac:TaxSubtotal",
          amount("TaxableAmount", subtotal.base),
          amount("TaxAmount", subtotal.tax),
          writeCategory("TaxCategory", subtotal.rate),
        ),
      ),
    ) +
    `\n${element(
      "cac:LegalMonetaryTotal",
      amount("LineExtensionAmount", exclusive),
      amount("TaxExclusiveAmount", exclusive),
      amount("TaxInclusiveAmount", exclusive + tax),
      prepaid === undefined ? "" : amount("PrepaidAmount", prepaid),
      amount("PayableAmount", exclusive + tax - (prepaid ?? 0)),
    )}`
  );
}

function writeLine(line: UblFileLine, id: number, document: "Invoice" | "CreditNote", currency: string): string {
  const inCurrency = ` currencyID="${escaped(currency)}"`;
  const { description, quantity = "1", unit = "C62", amount, vatRateBasisPoints = 2100 } = line;
  return element(
    `cac:${document}Line`,
    textElement("cbc:ID", String(id)),
    textElement(
      document === "Invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity",
      quantity,
      ` unitCode="${escaped(unit)}"`,
    ),
    textElement("cbc:LineExtensionAmount", centsToDecimal(amount), inCurrency),
    element(
      "cac:Item",
      textElement("cbc:Name", description),
      writeCategory("ClassifiedTaxCategory", vatRateBasisPoints),
    ),
    element("cac:Price", textElement("cbc:PriceAmount", line.unitPrice ?? centsToDecimal(amount), inCurrency)),
  );
}
