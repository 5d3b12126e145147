import { Refusal, type PlainDate } from "@tegemoet/domain";
import { dayOf, invalid, missing } from "../refuse-field";
import type { Source } from "../source";
import { accountNumber } from "../statements/account-number";
import { TextSource } from "../text-source";
import { readXml, XML_LIMITS } from "../xml/read-xml";
import type { XmlElement } from "../xml/xml-element";
import { basisPoints, decimalText, exactCents, informativeCents } from "./ubl-amounts";
import { checkInvoice } from "./ubl-checks";
import { readDocuments } from "./ubl-documents";
import type { UblInvoice, UblLine, UblPaymentMeans, UblTotals } from "./ubl-invoice";
import { readParty } from "./ubl-party";
import { UblWarnings } from "./ubl-warnings";

/** The largest invoice file we take: a PDF of 10 MB in base64, and room for the rest. */
export const MAX_UBL_BYTES = 20 * 1024 * 1024;

const EMBEDDED_TEXT = { name: "EmbeddedDocumentBinaryObject", text: 18 * 1024 * 1024 };

/**
 * Reads a UBL 2.1 invoice or credit note, whatever its prefixes and encoding. Lenient where that is safe: it takes any
 * document of which number, supplier, buyer, currency and payable amount are readable, and warns about the rest.
 *
 * Source: law.md §9; NLCIUS 1.0, Peppol BIS Billing 3.0.
 *
 * Refuses with FILE_UNKNOWN_KIND when it is other XML, FILE_FIELD_MISSING or FILE_FIELD_INVALID with field and line,
 * FILE_TOO_LARGE, and with all of {@link readXml}.
 */
export async function readUbl(
  source: Source,
  { maxBytes = MAX_UBL_BYTES }: { maxBytes?: number } = {},
): Promise<UblInvoice> {
  const text = new TextSource(source, maxBytes);
  const xml = readXml(text, keepInvoice, { ...XML_LIMITS, roomy: EMBEDDED_TEXT });
  let step = await xml.next();
  while (!step.done) step = await xml.next();
  const root =
    step.value.name === "StandardBusinessDocument"
      ? (step.value.at("Invoice") ?? step.value.at("CreditNote") ?? step.value)
      : step.value;
  const warnings = new UblWarnings();
  if (text.encodingGuessed) warnings.add("ENCODING_GUESSED", "encoding", text.encoding);
  return invoiceOf(root, warnings);
}

/** Stops at the first element of a file that is something else, however large; keeps all elements of an invoice. */
function keepInvoice(element: XmlElement, around: readonly XmlElement[]): boolean {
  const root = (around[0] ?? element).name;
  if (root !== "Invoice" && root !== "CreditNote" && root !== "StandardBusinessDocument") throw unknownKind(root);
  return element.name === "UBLExtensions";
}

function unknownKind(found: string): Refusal {
  return new Refusal("FILE_UNKNOWN_KIND", { expected: "UBL Invoice, CreditNote", found: found.slice(0, 60) });
}

function invoiceOf(root: XmlElement, warnings: UblWarnings): UblInvoice {
  if (root.name !== "Invoice" && root.name !== "CreditNote") throw unknownKind(root.name);
  const document: UblInvoice["document"] = root.name === "Invoice" ? "Invoice" : "CreditNote";
  const { line } = root;
  const number = root.value("ID");
  if (number === undefined) throw missing("ID", { line });
  const totals = totalsOf(root, warnings);
  const typeCode = root.value("InvoiceTypeCode") ?? root.value("CreditNoteTypeCode");
  const credit = document === "CreditNote" || typeCode === "381";
  // A credit note on paper says 227; in an Invoice of type 381 some programs write that, others write minus 227.
  const receivable = credit ? -Math.abs(totals.payable) || 0 : totals.payable;
  const dueOn =
    dayIn(root, "DueDate") ??
    dayIn(root, "PaymentMeans", "PaymentDueDate") ??
    dayIn(root, "PaymentTerms", "PaymentDueDate");
  const terms = root
    .all("PaymentTerms")
    .flatMap((each) => each.all("Note"))
    .map((note) => note.text.trim())
    .join("\n")
    .trim();
  const invoice = {
    kind: receivable < 0 || credit ? ("credit-note" as const) : ("invoice" as const),
    document,
    typeCode,
    number,
    dueOn,
    totals,
    receivable,
    issuedOn: issuedOn(root),
    terms: terms || undefined,
    termDays: dueOn === undefined ? termDays(terms) : undefined,
    currency: currencyOf(root),
    buyerReference: root.value("BuyerReference"),
    orderReference: root.value("OrderReference", "ID"),
    contractReference: root.value("ContractDocumentReference", "ID"),
    credits: root
      .all("BillingReference")
      .flatMap(
        (reference) =>
          reference.value("InvoiceDocumentReference", "ID") ??
          reference.value("CreditNoteDocumentReference", "ID") ??
          [],
      ),
    period: root.at("InvoicePeriod") && {
      from: dayIn(root, "InvoicePeriod", "StartDate"),
      until: dayIn(root, "InvoicePeriod", "EndDate"),
    },
    note:
      root
        .all("Note")
        .map((note) => note.text.replace(/\s+/g, " ").trim())
        .join("\n")
        .trim() || undefined,
    supplier: readParty(root.at("AccountingSupplierParty"), "AccountingSupplierParty", { line }),
    buyer: readParty(root.at("AccountingCustomerParty"), "AccountingCustomerParty", { line }),
    paymentMeans: root.all("PaymentMeans").map(paymentMeansOf),
    lines: [...root.all("InvoiceLine"), ...root.all("CreditNoteLine")].map((each) => lineOf(each, warnings)),
    ...readDocuments(root, warnings),
  };
  checkInvoice(invoice, root, warnings);
  return { ...invoice, warnings: warnings.list };
}

function dayIn(root: XmlElement, ...path: readonly string[]): PlainDate | undefined {
  const element = root.at(...path);
  return element?.text.trim() ? dayOf(element.text, path.join("/"), { line: element.line }) : undefined;
}

/** An invoice without a day gets the day of its VAT, else the last day it is about. */
function issuedOn(root: XmlElement): PlainDate {
  const day = dayIn(root, "IssueDate") ?? dayIn(root, "TaxPointDate") ?? dayIn(root, "InvoicePeriod", "EndDate");
  if (day === undefined) throw missing("IssueDate", { line: root.line });
  return day;
}

/** "Betaling binnen 14 dagen" is 14; two different numbers of days say nothing certain. */
function termDays(terms: string): number | undefined {
  const found = new Set(
    [...terms.matchAll(/\b(\d{1,3})\s*(?:kalender)?(?:dagen|dag|days?)\b/gi)].map(([, days]) => Number(days)),
  );
  const [days] = found;
  return found.size === 1 && days !== undefined && days <= 120 ? days : undefined;
}

/** Refuses when the amount to pay stands in another currency than the document: then nobody knows what is owed. */
function currencyOf(root: XmlElement): string {
  const payable = root.at("LegalMonetaryTotal", "PayableAmount");
  const stated = payable?.attributes.currencyID?.trim();
  const currency = root.value("DocumentCurrencyCode") ?? stated;
  const place = { line: payable?.line ?? root.line };
  if (!currency) throw missing("DocumentCurrencyCode", place);
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid("DocumentCurrencyCode", currency, place);
  if (stated && stated !== currency) throw invalid("PayableAmount/@currencyID", stated, place);
  return currency;
}

function totalsOf(root: XmlElement, warnings: UblWarnings): UblTotals {
  const totals = root.at("LegalMonetaryTotal");
  const amount = (name: string) => informativeCents(totals?.at(name), name, warnings);
  return {
    taxExclusive: amount("TaxExclusiveAmount"),
    taxInclusive: amount("TaxInclusiveAmount"),
    tax: informativeCents(root.at("TaxTotal", "TaxAmount"), "TaxTotal/TaxAmount", warnings),
    prepaid: amount("PrepaidAmount"),
    rounding: amount("PayableRoundingAmount"),
    payable: exactCents(totals?.at("PayableAmount"), "PayableAmount", totals?.line ?? root.line),
  };
}

function paymentMeansOf(means: XmlElement): UblPaymentMeans {
  const written = means.value("PayeeFinancialAccount", "ID");
  const { account, iban } =
    written === undefined ? ({} as { account?: string; iban?: string }) : accountNumber(written);
  return {
    code: means.value("PaymentMeansCode"),
    paymentId: means.value("PaymentID"),
    iban,
    account: iban === undefined ? account : undefined,
    accountName: means.value("PayeeFinancialAccount", "Name"),
    mandateId: means.value("PaymentMandate", "ID"),
  };
}

function lineOf(line: XmlElement, warnings: UblWarnings): UblLine {
  const quantity = line.at("InvoicedQuantity") ?? line.at("CreditedQuantity");
  const name = line.value("Item", "Name");
  const detail = line.value("Item", "Description")?.replace(/\s+/g, " ");
  return {
    id: line.value("ID"),
    description: name ?? detail ?? line.value("Note") ?? "",
    detail: name === undefined ? undefined : detail,
    quantity: decimalText(quantity, quantity?.name ?? "", warnings),
    unit: quantity?.attributes.unitCode,
    unitPrice: decimalText(line.at("Price", "PriceAmount"), "PriceAmount", warnings),
    priceQuantity: decimalText(line.at("Price", "BaseQuantity"), "BaseQuantity", warnings),
    amount: informativeCents(line.at("LineExtensionAmount"), "LineExtensionAmount", warnings) ?? 0,
    vatRateBasisPoints: basisPoints(line.at("Item", "ClassifiedTaxCategory", "Percent"), "Percent", warnings),
  };
}
