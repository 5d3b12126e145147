import type { InvoiceOrder } from "@tegemoet/messages";
import type { DebtorRow } from "../debtors/debtor.queries";
import type { OrganisationRow } from "../organisations/organisation.queries";
import type { InvoiceLineRow, InvoiceRow } from "./invoice.queries";

/** An invoice as its PDF shows it. VAT is summed by rate from the lines; what the total holds beside them shows as rounding in the VAT. */
export function invoiceOrderOf(invoice: InvoiceRow, lines: readonly InvoiceLineRow[], organisation: OrganisationRow, debtor: DebtorRow): InvoiceOrder {
  const netCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const vatCents = invoice.totalCents - netCents;
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    reference: invoice.paymentReference,
    orderNumber: invoice.orderReference,
    description: invoice.description,
    creditNote: invoice.kind === "credit-note",
    lines: lines.map((line) => ({
      description: line.description,
      quantity: [line.quantity?.replace(".", ","), line.unit].filter(Boolean).join(" ") || null,
      unitCents: line.unitPrice === null ? null : Math.round(Number(line.unitPrice) * 100),
      netCents: line.amountCents,
      vatPercent: line.vatBasisPoints === null ? null : line.vatBasisPoints / 100,
    })),
    vat: vatByRate(lines, vatCents),
    netCents,
    vatCents,
    totalCents: invoice.totalCents,
    creditor: { ...organisation, address: [organisation.street, organisation.houseNumber].filter(Boolean).join(" ") },
    debtor: { name: debtor.name, address: [debtor.street, debtor.houseNumber].filter(Boolean).join(" "), postalCode: debtor.postalCode, city: debtor.city, country: debtor.country },
    brand: { name: organisation.name, initials: organisation.mark, colour: organisation.brandColour },
    language: debtor.language,
  };
}

/** VAT by rate, rounded by rate; a cent that the invoice's own total counts differently goes to the largest rate. */
function vatByRate(lines: readonly InvoiceLineRow[], vatCents: number): { percent: number | null; netCents: number; vatCents: number }[] {
  const nets = new Map<number | null, number>();
  for (const { vatBasisPoints, amountCents } of lines) nets.set(vatBasisPoints, (nets.get(vatBasisPoints) ?? 0) + amountCents);
  const rates = [...nets].map(([basisPoints, netCents]) => ({
    percent: basisPoints === null ? null : basisPoints / 100, netCents, vatCents: Math.round((netCents * (basisPoints ?? 0)) / 10_000),
  }));
  const largest = rates.reduce((best, rate) => (rate.netCents > (best?.netCents ?? -1) ? rate : best), rates[0]);
  if (largest) largest.vatCents += vatCents - rates.reduce((sum, rate) => sum + rate.vatCents, 0);
  return rates;
}
