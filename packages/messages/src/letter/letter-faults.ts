import { formatMoney, fourteenDayLetterFaults, Refusal, type Cents, type Language } from "@tegemoet/domain";
import { plainValue } from "../liquid-sandbox";
import type { MessageFacts } from "../message-facts";
import type { MessageKind } from "../message-kinds";
import { missingFacts } from "../required-facts";

/**
 * What is missing or wrong before a fourteen-day letter or business notice may be written, by mail or on paper. Empty
 * when nothing is.
 *
 * Source: BW 6:96 lid 6 and 7, BW 6:81, Besluit BIK art. 2; HR 25 November 2016, ECLI:NL:HR:2016:2704.
 */
export function lawFaults(kind: MessageKind, facts: MessageFacts): string[] {
  const faults = missingFacts(kind, facts);
  if (kind !== "fourteen-day-letter" && kind !== "business-notice") return faults;
  if (facts.totalCents <= 0) faults.push("principal");
  for (const invoice of facts.invoices) {
    if (!invoice.number.trim()) faults.push("invoice.number");
    if (invoice.openCents <= 0) faults.push("invoice.openCents");
    // Without default there is no reminder in the sense of the law: the last day to pay lies in the past.
    if (invoice.dueOn >= facts.today) faults.push("default");
  }
  if (kind === "business-notice" && facts.payBy && facts.payBy <= facts.today) faults.push("payBy");
  if (kind === "fourteen-day-letter" && (facts.costsCents ?? 0) <= 0) faults.push("costsCents");
  if (facts.creditor.vatDeductible === false && facts.costsCents && !facts.costsVatCents) faults.push("costsVatCents");
  return [...new Set(faults)];
}

/** What a letter on paper can't do without, beside what the law asks: whom it goes to and from whom it comes. */
export function letterFaults(kind: MessageKind, facts: MessageFacts): string[] {
  const faults = lawFaults(kind, facts);
  for (const field of ["address", "postalCode", "city"] as const) {
    if (!facts.debtor[field]?.trim()) faults.push(`debtor.${field}`);
    if (!facts.creditor[field]?.trim()) faults.push(`creditor.${field}`);
  }
  return faults;
}

/**
 * What the *written* fourteen-day letter fails to say, so that nobody can edit the law out of it: the check of the
 * domain, and besides each invoice's own open amount.
 *
 * @param text The plain text of the mail or letter.
 */
export function letterTextFaults(text: string, facts: MessageFacts, language: Language): string[] {
  const { creditor, debtor, invoices } = facts;
  const faults: string[] = fourteenDayLetterFaults(text, {
    language,
    creditorName: plainValue(creditor.legalName || creditor.name),
    debtorName: plainValue(debtor.name),
    invoiceNumbers: invoices.map((invoice) => plainValue(invoice.number)),
    principal: facts.totalCents,
    costs: facts.costsCents ?? 0,
    costsIncludeVat: creditor.vatDeductible === false,
    iban: creditor.iban,
    ...(facts.portalUrl ? { payUrl: facts.portalUrl } : {}),
  });
  const flat = text.replace(/[\s\u00a0]+/g, " ");
  const says = (amount: Cents): boolean => flat.includes(formatMoney(amount, language).replace(/\u00a0/g, " "));
  if (!invoices.every((invoice) => says(invoice.openCents))) faults.push("invoice-amount");
  return faults;
}

/** @throws Refusal LETTER_ELEMENT_MISSING with the first fault as `element` and all of them as `elements`. */
export function refuseFaults(kind: MessageKind, faults: readonly string[]): void {
  if (faults.length > 0)
    throw new Refusal("LETTER_ELEMENT_MISSING", { kind, element: faults[0] ?? "", elements: faults });
}
