import type { Cents } from "../money";
import type { PlainDate } from "../plain-date";

/** A line of a bank statement, as far as matching looks at it. */
export interface LineToMatch {
  /** Positive is received, negative is paid out. */
  readonly cents: Cents;
  readonly bookedOn: PlainDate;
  readonly iban?: string | null;
  readonly name?: string | null;
  /** What the payer wrote, all lines joined. */
  readonly text?: string | null;
  /** The structured reference: betalingskenmerk or RF. */
  readonly reference?: string | null;
  readonly endToEndId?: string | null;
}

/** Something that can be paid: an invoice, a term of a running plan, or a credit note that is set off. */
export interface OpenItem {
  readonly id: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly kind: "invoice" | "instalment" | "creditNote";
  /** As it stands on the invoice. Of an instalment: of the invoice it began with, or its plan. */
  readonly number: string;
  /** Betalingskenmerk, RF or other references that point to it; one reference may point to several items. */
  readonly references?: readonly string[];
  /**
   * What is open, as a positive amount, for credit notes too. 0: paid already, kept in the index to recognise a double
   * payment.
   */
  readonly openCents: Cents;
  readonly dueOn: PlainDate;
}

/** An account from which a debtor paid before. */
export interface KnownAccount {
  readonly iban: string;
  readonly debtorId: string;
}

/**
 * Look-ups in what is open, by key. In memory for a chunk ({@link openItemIndex}), so that a million rows are never
 * walked through: gather {@link lookupKeys} of the lines, fetch what they name, index it.
 */
export interface OpenItemIndex {
  /** By normalised reference, see `referenceKey`. */
  byReference(key: string): readonly OpenItem[];
  /** By one of the `invoiceNumberKeys`. */
  byNumber(key: string): readonly OpenItem[];
  /** Debtors that paid from this account before. */
  debtorsByIban(iban: string): readonly string[];
  /** Debtors with this `nameKey`. */
  debtorsByName(key: string): readonly string[];
  /** Items of which exactly this much is open; the first few dozen are enough. */
  byAmount(cents: Cents): readonly OpenItem[];
  /** Everything open of a debtor. */
  ofDebtor(debtorId: string): readonly OpenItem[];
}

export const MATCH_REASONS = [
  "reference", "number", "numberShort", "numberNear", "numberTail", "otherNumberNamed", "amountExact", "sumExact",
  "sumOfSome",
  "amountPart", "amountOver", "allOpen", "onlyOneWithAmount", "ibanKnown", "ibanShared", "ibanOfOther", "nameEqual",
  "nameLike", "nameOfOther", "instalment",
  "creditSetOff", "paidAlready", "oldestFirst",
] as const;

/** What speaks for (or against) a candidate. The screen has words for each. */
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface MatchAllocation {
  readonly itemId: string;
  /** How much of the line goes there; negative for a credit note that is set off. */
  readonly cents: Cents;
}

export interface MatchCandidate {
  readonly debtorId: string;
  readonly allocations: readonly MatchAllocation[];
  /** What is left of the line after them. */
  readonly remainderCents: Cents;
  /** 0 to 1. */
  readonly score: number;
  /** zeker · vrij zeker · twijfel · klein */
  readonly confidence: "certain" | "likely" | "doubtful" | "slight";
  readonly reasons: readonly MatchReason[];
}

export type MatchOutcome = "auto" | "proposed" | "unknown" | "ignored";

/** The first four say why a line is ignored, the others why it isn't booked by itself. */
export type MatchDoubt =
  "outgoing" | "zero" | "own-account" | "provider-payout" | "no-candidate" | "not-sure" | "two-alike" | "too-much";

export interface MatchResult {
  readonly outcome: MatchOutcome;
  /** Why it isn't automatic, or is ignored; null when it is automatic. */
  readonly because: MatchDoubt | null;
  /** Best first, at most five. With "auto" the first one is booked. */
  readonly candidates: readonly MatchCandidate[];
}
