import { addDays, multiplyRatio, Refusal, type DebtorKind } from "@tegemoet/domain";
import type { UblInvoice, UblParty } from "@tegemoet/files";
import { momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice, type NewInvoiceLine } from "./issue-invoice";
import { storeDocument } from "./store-document";

/** Without a due date and without terms an invoice is due in thirty days (BW 6:119a lid 2). */
const DEFAULT_TERM_DAYS = 30;

export interface ImportedInvoice {
  outcome: "created" | "unchanged";
  number: string;
  invoiceId: string;
  debtorId: string;
  warnings: string[];
}

/**
 * Takes one UBL invoice or credit note into the books: debtor, contact, lines, due date and PDF. The same document again changes
 * nothing, however often and under whatever name it comes.
 *
 * Refuses with CURRENCY_UNSUPPORTED for anything but euros, INVOICE_EXISTS_DIFFERENTLY when this number stands with other amounts or days.
 */
export async function importUblInvoice(tx: Tx, ubl: UblInvoice, sha256: Uint8Array): Promise<ImportedInvoice> {
  if (ubl.currency !== "EUR") throw new Refusal("CURRENCY_UNSUPPORTED", { currency: ubl.currency, number: ubl.number });
  const totalCents = Math.abs(ubl.receivable);
  const dueOn = ubl.dueOn ?? addDays(ubl.issuedOn, ubl.termDays ?? DEFAULT_TERM_DAYS);
  const warnings = ubl.warnings.map(({ code, field }) => `${code}: ${field}`);
  const known = await tx.first<{ id: string; debtorId: string; totalCents: number; dueOn: string; issuedOn: string; hash: Buffer | null }>(
    `select id, debtor_id as "debtorId", total_cents as "totalCents", due_on as "dueOn", issued_on as "issuedOn", source_hash as hash
     from invoice where organisation_id = $1 and kind = $2 and number = $3`,
    [tx.organisationId, ubl.kind, ubl.number],
  );
  if (known) {
    const same = known.hash?.equals(sha256) || (known.totalCents === totalCents && known.dueOn === dueOn && known.issuedOn === ubl.issuedOn);
    if (!same) throw new Refusal("INVOICE_EXISTS_DIFFERENTLY", { number: ubl.number, amountThere: known.totalCents, amountHere: totalCents, dueThere: known.dueOn, dueHere: dueOn });
    return { outcome: "unchanged", number: ubl.number, invoiceId: known.id, debtorId: known.debtorId, warnings };
  }
  const { debtorId } = await upsertDebtor(tx, debtorOf(ubl.buyer));
  const pdf = ubl.documents.find(({ isPdf }) => isPdf);
  const documentId = pdf && (await storeDocument(tx, { kind: "invoice", debtorId, fileName: pdf.fileName, mimeType: "application/pdf", bytes: pdf.bytes }));
  const email = mailAddressOf(ubl.buyer);
  const { invoiceId } = await issueInvoice(tx, {
    debtorId, kind: ubl.kind, number: ubl.number, issuedOn: ubl.issuedOn, dueOn: dueOn < ubl.issuedOn ? ubl.issuedOn : dueOn, totalCents,
    description: ubl.note?.slice(0, 500) ?? ubl.lines[0]?.description,
    orderReference: ubl.orderReference ?? ubl.buyerReference,
    paymentReference: ubl.paymentMeans.find(({ paymentId }) => paymentId)?.paymentId,
    lines: linesOf(ubl),
    creditsNumber: ubl.kind === "credit-note" ? ubl.credits[0] : undefined,
    source: "ubl", sourceHash: sha256, documentId,
    // The system that made the invoice sent it on its day; that is what it tells us, and the self-check shows it as such.
    delivery: { channel: "unknown", address: email, sentAt: momentAt(ubl.issuedOn, 720) },
  });
  return { outcome: "created", number: ubl.number, invoiceId, debtorId, warnings };
}

function debtorOf(buyer: UblParty): Parameters<typeof upsertDebtor>[1] {
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
  const name = `${buyer.legalName ?? ""} ${buyer.name}`;
  if (buyer.oin || /\b(B\.?V\.?|N\.?V\.?|U\.?A\.?|Stichting|Vereniging|Co[oö]peratie|Gemeente|Provincie|GmbH|Ltd|S\.?A\.?)(?![A-Za-z])/.test(name)) return "legal-person";
  return buyer.kvk || buyer.vat || buyer.companyId ? "natural-person-in-business" : "unknown";
}

/** "Dorpsstraat 12a" as street and number; a street without a number stays whole. */
function streetOf(text: string | undefined): { street?: string; houseNumber?: string } {
  const match = /^(.*?\D)\s+(\d+\s*[-/]?\s*[A-Za-z0-9]{0,6})$/.exec(text?.trim() ?? "");
  return match ? { street: match[1]?.trim(), houseNumber: match[2]?.trim() } : { street: text?.trim() || undefined };
}

/** The lines, and what the document adds or takes off beside them, so that lines and total tell one story. */
function linesOf(ubl: UblInvoice): NewInvoiceLine[] {
  const sign = ubl.kind === "credit-note" && ubl.receivable < 0 && ubl.document === "Invoice" ? -1 : 1;
  const lines: NewInvoiceLine[] = ubl.lines.map((line) => ({
    description: [line.description, line.detail].filter(Boolean).join(": ").slice(0, 500), quantity: line.quantity, unit: line.unit, unitPrice: line.unitPrice,
    vatBasisPoints: line.vatRateBasisPoints, amountCents: sign * line.amount,
  }));
  if (ubl.totals.prepaid) lines.push({ description: "Vooruitbetaald", amountCents: -sign * ubl.totals.prepaid, vatBasisPoints: 0 });
  const sum = lines.reduce((all, { amountCents, vatBasisPoints = 0 }) => all + amountCents + multiplyRatio(amountCents, vatBasisPoints, 10_000), 0);
  const difference = Math.abs(ubl.receivable) - sum;
  if (Math.abs(difference) > lines.length + 1) lines.push({ description: "Toeslagen en kortingen", amountCents: difference, vatBasisPoints: 0 });
  return lines;
}
