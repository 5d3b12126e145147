import { addDays, multiplyRatio, type DebtorKind, type PlainDate } from "@tegemoet/domain";
import type { UblInvoice, UblParty } from "@tegemoet/files";
import { momentAt } from "../../platform/clock";
import type { DebtorDetails } from "../debtors/debtor-details";
import type { NewInvoiceLine } from "./issue-invoices";
import { readMandate } from "./mandate";
import type { SourceInvoice } from "./source-invoice";

/** Without a due date and without terms an invoice is due in thirty days (BW 6:119a lid 2). */
export const DEFAULT_TERM_DAYS = 30;
/** Direct debit, and SEPA direct debit (UNCL 4461). */
const COLLECTIONS = new Set(["49", "59"]);
/** Means of payment by which a debtor transfers by himself: their reference is the one he will name. */
const TRANSFERS = new Set(["30", "31", "42", "58"]);

/**
 * A UBL invoice or credit note as a source of the books: debtor, contact, lines, due day and PDF. A correction (type 384) is a claim of its
 * own beside the invoice it names, with a warning: only a credit note takes a claim away.
 */
export function sourceOfUbl(ubl: UblInvoice, sourceHash: Uint8Array): SourceInvoice {
  const dueOn = ubl.dueOn ?? addDays(ubl.issuedOn, ubl.termDays ?? DEFAULT_TERM_DAYS);
  const pdf = ubl.documents.find(({ isPdf }) => isPdf);
  const referenced = ubl.paymentMeans.filter(({ paymentId }) => paymentId);
  const collection = ubl.paymentMeans.find(({ code }) => COLLECTIONS.has(code ?? ""));
  const corrects = ubl.typeCode === "384" && ubl.kind === "invoice" ? ubl.credits[0] : undefined;
  return {
    kind: ubl.kind, number: ubl.number, issuedOn: ubl.issuedOn, dueOn: dueOn < ubl.issuedOn ? ubl.issuedOn : dueOn,
    totalCents: Math.abs(ubl.receivable), currency: ubl.currency,
    description: ubl.note?.slice(0, 500) ?? ubl.lines[0]?.description,
    orderReference: ubl.orderReference ?? ubl.buyerReference,
    paymentReference: (referenced.find(({ code }) => TRANSFERS.has(code ?? "")) ?? referenced[0])?.paymentId,
    performedOn: performedOn(ubl),
    lines: linesOf(ubl),
    creditsNumber: ubl.kind === "credit-note" ? ubl.credits[0] : undefined,
    debtor: debtorOf(ubl.buyer),
    directDebit: collection && { mandate: readMandate(collection.mandateId) },
    source: "ubl", sourceHash,
    pdf: pdf && { fileName: pdf.fileName, bytes: pdf.bytes },
    // The system that made the invoice sent it on its day; that is what it tells us, and the self-check shows it as such.
    delivery: { channel: "unknown", address: mailAddressOf(ubl.buyer), sentAt: noonOf(ubl.issuedOn) },
    warnings: [...ubl.warnings.map(({ code, field }) => `${code}: ${field}`), ...(corrects ? [`CORRECTION_BESIDE: ${corrects}`] : [])],
  };
}

/** The files of one import are of a few days: what a zone makes of noon is asked once a day. */
let last: { readonly day: PlainDate; readonly noon: Date } | undefined;

/** Noon of a day in Amsterdam. */
export function noonOf(day: PlainDate): Date {
  if (last?.day !== day) last = { day, noon: momentAt(day, 720) };
  return last.noon;
}

function debtorOf(buyer: UblParty): DebtorDetails {
  const { street, houseNumber } = streetOf(buyer.address?.street);
  const { contact } = buyer;
  const key = buyer.customerNumber ?? buyer.companyId?.id ?? buyer.vat ?? mailAddressOf(buyer);
  return {
    externalKey: key && `ubl:${key}`.slice(0, 120),
    kind: kindOf(buyer),
    name: buyer.name,
    kvk: buyer.kvk,
    vatNumber: buyer.vat,
    email: mailAddressOf(buyer),
    phone: contact?.phone,
    street, houseNumber,
    postalCode: buyer.address?.postalCode,
    city: buyer.address?.city,
    country: buyer.address?.country,
    contact: contact?.name ? { name: contact.name, email: contact.email, phone: contact.phone } : undefined,
  };
}

function mailAddressOf(buyer: UblParty): string | undefined {
  return buyer.contact?.email ?? (buyer.endpoint?.scheme === "EM" ? buyer.endpoint.id : undefined);
}

/**
 * What the document tells of who owes. A number at the Chamber of Commerce means business; only a legal form in the name means a legal
 * person, because a sole trader has a number too and the law protects him as a person. Nothing at all is unknown: treated as a consumer.
 */
function kindOf(buyer: UblParty): DebtorKind {
  if (buyer.oin || hasLegalForm(`${buyer.legalName ?? ""} ${buyer.name}`)) return "legal-person";
  return buyer.kvk || buyer.vat || buyer.companyId ? "natural-person-in-business" : "unknown";
}

/** Whether a name carries the form of a legal person: "Bakker B.V.", "Stichting De Brug". */
export function hasLegalForm(name: string): boolean {
  return /\b(B\.?V\.?|N\.?V\.?|U\.?A\.?|Stichting|Vereniging|Co[oö]peratie|Gemeente|Provincie|GmbH|Ltd|S\.?A\.?)(?![A-Za-z])/.test(name);
}

/** "Dorpsstraat 12a" as street and number; a street without a number stays whole. */
export function streetOf(text: string | undefined): { street?: string; houseNumber?: string } {
  const match = /^(.*?\D)\s+(\d+\s*[-/]?\s*[A-Za-z0-9]{0,6})$/.exec(text?.trim() ?? "");
  return match ? { street: match[1]?.trim(), houseNumber: match[2]?.trim() } : { street: text?.trim() || undefined };
}

/** Of the days that an invoice is about the one nearest to its own: a subscription is paid beforehand, work afterwards. */
function performedOn({ period, issuedOn }: Pick<UblInvoice, "period" | "issuedOn">): PlainDate | undefined {
  const [from, until] = [period?.from ?? period?.until, period?.until ?? period?.from];
  if (!from || !until) return undefined;
  return issuedOn < from ? from : issuedOn > until ? until : issuedOn;
}

/** The lines, and what the document adds or takes off beside them, so that lines and total tell one story. */
function linesOf(ubl: UblInvoice): NewInvoiceLine[] {
  // A credit note by a negative invoice has negative lines; one that says 381 has positive ones.
  const sign = ubl.totals.payable < 0 ? -1 : 1;
  const lines: NewInvoiceLine[] = ubl.lines.map((line) => ({
    description: [line.description, line.detail].filter(Boolean).join(": ").slice(0, 500), quantity: line.quantity, unit: line.unit, unitPrice: line.unitPrice,
    vatBasisPoints: line.vatRateBasisPoints, amountCents: sign * line.amount,
  }));
  if (ubl.totals.prepaid) lines.push({ description: "Vooruitbetaald", amountCents: -sign * ubl.totals.prepaid, vatBasisPoints: 0 });
  const sum = lines.reduce((all, { amountCents, vatBasisPoints = 0 }) => all + amountCents + multiplyRatio(amountCents, vatBasisPoints, 10_000), 0);
  const difference = Math.abs(ubl.receivable) - sum;
  // What the document itself doesn't explain is no allowance but a fault: it stays visible, and our own check stops the reminder.
  const explained = !ubl.warnings.some(({ code }) => code === "LINES_DIFFER" || code === "TOTALS_DIFFER");
  if (explained && Math.abs(difference) > lines.length + 1) lines.push({ description: "Toeslagen en kortingen", amountCents: difference, vatBasisPoints: 0 });
  return lines;
}
