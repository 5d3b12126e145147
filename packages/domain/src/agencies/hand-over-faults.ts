import type { LetterStanding } from "../escalations/letter-standing";
import { debtorRegime, type DebtorKind } from "../law/debtor-kind";
import type { Cents } from "../money";
import type { PlainDate } from "../plain-date";

/** What keeps a case from being handed over (I-61, features 7.1). */
export const HAND_OVER_FAULTS = [
  "nothing open", "not overdue", "disputed", "plan running", "plan proposed", "promise open", "on hold", "stop code",
  "handed over already",
  "letter missing", "letter not delivered", "letter term running", "name missing", "address incomplete",
  "invoice document missing",
  "no reminder sent", "agency not registered", "agency registration expired",
] as const;

export type HandOverFault = (typeof HAND_OVER_FAULTS)[number];

export interface HandOverFacts {
  readonly debtorKind: DebtorKind;
  readonly debtorName: string | null;
  readonly address: {
    readonly street?: string | null;
    readonly houseNumber?: string | null;
    readonly postalCode?: string | null;
    readonly city?: string | null;
  };
  readonly invoices: readonly HandOverInvoice[];
  readonly onHold?: boolean;
  readonly stopCode?: string | null;
  readonly handedOver?: boolean;
  /** The agency it would go to; absent when only the case itself is looked at. */
  readonly agency?: { readonly wkiNumber: string | null; readonly wkiExpiresOn: PlainDate | null } | null;
}

/** One invoice that would be handed over. */
export interface HandOverInvoice {
  readonly number: string;
  readonly outstanding: Cents;
  readonly dueOn: PlainDate;
  readonly disputed?: boolean;
  readonly plan?: "proposed" | "running" | null;
  readonly promiseOpen?: boolean;
  /** Whether the invoice itself is kept as a document. */
  readonly hasDocument: boolean;
  /** Whether at least one reminder about it left. */
  readonly reminded: boolean;
  readonly letter?: LetterStanding | null;
}

export interface HandOverLack {
  readonly fault: HandOverFault;
  /** The invoice it is about; null when it is about the debtor, the case or the agency. */
  readonly invoiceNumber: string | null;
}

/** Everything that is missing before this case may go to this agency, in the order to mend it. Empty means complete. */
export function handOverFaults(facts: HandOverFacts, today: PlainDate): HandOverLack[] {
  const lacks: HandOverLack[] = [];
  const report = (fault: HandOverFault, invoiceNumber: string | null = null) => lacks.push({ fault, invoiceNumber });
  const open = facts.invoices.filter(({ outstanding }) => outstanding > 0);
  if (open.length === 0) report("nothing open");
  if (facts.handedOver) report("handed over already");
  if (facts.stopCode) report("stop code");
  if (facts.onHold) report("on hold");
  for (const invoice of open) invoiceFaults(invoice, facts.debtorKind, today).forEach(
    (fault) => report(fault, invoice.number),
  );
  if (!facts.debtorName?.trim()) report("name missing");
  if (!addressComplete(facts.address)) report("address incomplete");
  const registration = facts.agency ? agencyFault(facts.agency, facts.debtorKind, today) : null;
  if (registration) report(registration);
  return lacks;
}

/** Street with a number, postcode and town. Imported invoices often hold the number in the street. */
function addressComplete({ street, houseNumber, postalCode, city }: HandOverFacts["address"]): boolean {
  const numbered = Boolean(houseNumber?.trim()) || /\d/.test(street ?? "");
  return numbered && [street, postalCode, city].every((part) => part?.trim());
}

function invoiceFaults(invoice: HandOverInvoice, kind: DebtorKind, today: PlainDate): HandOverFault[] {
  const faults: HandOverFault[] = [];
  if (invoice.dueOn >= today) faults.push("not overdue");
  if (invoice.disputed) faults.push("disputed");
  if (invoice.plan) faults.push(invoice.plan === "running" ? "plan running" : "plan proposed");
  if (invoice.promiseOpen) faults.push("promise open");
  if (!invoice.hasDocument) faults.push("invoice document missing");
  if (!invoice.reminded) faults.push("no reminder sent");
  if (debtorRegime(kind).letterRequired) {
    const state = invoice.letter?.state;
    if (!state) faults.push("letter missing");
    else if (state === "not delivered" || state === "waiting for delivery") faults.push("letter not delivered");
    else if (state === "running") faults.push("letter term running");
  }
  return faults;
}

/**
 * Natural persons, sole traders too, only go to an agency in the Wki register whose yearly registration runs (Bki art.
 * 1.1).
 */
function agencyFault(
  agency: NonNullable<HandOverFacts["agency"]>, kind: DebtorKind, today: PlainDate,
): HandOverFault | null {
  if (!debtorRegime(kind).protectedByWki) return null;
  if (!agency.wkiNumber?.trim()) return "agency not registered";
  return agency.wkiExpiresOn === null || agency.wkiExpiresOn < today ? "agency registration expired" : null;
}
