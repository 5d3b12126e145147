import type { XmlElement } from "../xml/xml-element";
import { ibanIsValid } from "../statements/account-number";
import type { UblInvoice } from "./ubl-invoice";
import type { UblWarnings } from "./ubl-warnings";

/**
 * Holds an invoice against the rules of NLCIUS that matter to whoever collects it. Nothing is refused here.
 *
 * Source: law.md §9 (BR-NL-1 … BR-NL-12, EN 16931 BR-CO-16, BR-CO-10, Peppol R061).
 */
export function checkInvoice(invoice: Omit<UblInvoice, "warnings">, root: XmlElement, warnings: UblWarnings): void {
  const { supplier, buyer, totals } = invoice;
  const customization = root.value("CustomizationID");
  if (!customization?.includes("en16931")) warnings.add("NOT_NLCIUS", "CustomizationID", customization);
  if (!["380", "381", "384", "389"].includes(invoice.typeCode ?? "")) {
    warnings.add("TYPE_CODE_UNKNOWN", `${invoice.document}TypeCode`, invoice.typeCode);
  }
  if (!root.value("IssueDate")) warnings.add("ISSUE_DATE_MISSING", "IssueDate");
  if (!invoice.dueOn && invoice.kind === "invoice") warnings.add("DUE_DATE_MISSING", "DueDate");
  if (!invoice.buyerReference && !invoice.orderReference) warnings.add("REFERENCE_MISSING", "BuyerReference");
  if (!supplier.kvk && !supplier.oin)
    warnings.add("SUPPLIER_ID_MISSING", "AccountingSupplierParty", supplier.companyId?.id);
  if (!buyer.kvk && !buyer.oin && (buyer.address?.country ?? "NL") === "NL") {
    warnings.add("BUYER_ID_MISSING", "AccountingCustomerParty", buyer.companyId?.id);
  }
  const { street, city, postalCode } = buyer.address ?? {};
  if (!street || !city || !postalCode) warnings.add("ADDRESS_INCOMPLETE", "AccountingCustomerParty/PostalAddress");
  if ((invoice.typeCode === "384" || invoice.kind === "credit-note") && invoice.credits.length === 0) {
    warnings.add("CREDITED_INVOICE_MISSING", "BillingReference");
  }
  checkPaymentMeans(invoice, warnings);
  if (totals.taxInclusive !== undefined) {
    const expected = totals.taxInclusive - (totals.prepaid ?? 0) + (totals.rounding ?? 0);
    if (expected !== totals.payable) warnings.add("TOTALS_DIFFER", "PayableAmount");
  }
  checkLines(invoice, root, warnings);
}

function checkPaymentMeans(invoice: Omit<UblInvoice, "warnings">, warnings: UblWarnings): void {
  if (invoice.paymentMeans.length === 0 && invoice.receivable > 0)
    warnings.add("PAYMENT_MEANS_MISSING", "PaymentMeans");
  for (const { code, iban, mandateId } of invoice.paymentMeans) {
    if (!["30", "48", "49", "57", "58", "59"].includes(code ?? ""))
      warnings.add("PAYMENT_CODE_UNUSUAL", "PaymentMeansCode", code);
    if ((code === "49" || code === "59") && !mandateId) warnings.add("MANDATE_MISSING", "PaymentMandate/ID");
    if (iban && !ibanIsValid(iban)) warnings.add("IBAN_INVALID", "PayeeFinancialAccount/ID", iban);
  }
}

function checkLines(invoice: Omit<UblInvoice, "warnings">, root: XmlElement, warnings: UblWarnings): void {
  if (invoice.lines.length === 0) return warnings.add("LINES_MISSING", `${invoice.document}Line`);
  const sum = invoice.lines.reduce((total, line) => total + line.amount, 0);
  const expected = sum + chargesOf(root);
  if (invoice.totals.taxExclusive !== undefined && Math.abs(expected - invoice.totals.taxExclusive) > tolerance(root)) {
    warnings.add("LINES_DIFFER", "TaxExclusiveAmount");
  }
}

/** What the document adds to its lines (above 0) or takes off, without VAT. An amount that can't be read counts as none. */
function chargesOf(root: XmlElement): number {
  return root.all("AllowanceCharge").reduce((all, charge) => {
    const amount = Math.round(Number(charge.value("Amount") ?? "0") * 100) || 0;
    return all + (charge.value("ChargeIndicator") === "true" ? amount : -amount);
  }, 0);
}

/** Charges may be fractions of a cent, each rounded by itself; lines are whole cents. */
function tolerance(root: XmlElement): number {
  return root.all("AllowanceCharge").length;
}
