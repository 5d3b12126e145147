import { businessDays } from "../business-days";
import type { Cents } from "../money";
import { addDays, daysBetween, type PlainDate } from "../plain-date";
import { mailDomain, probablyMeantDomain } from "./mail-domain";

/** What we look at in our own house before we remind anybody (features 13.3). */
export const SELF_CHECKS = [
  "invoice-sent", "address-known", "invoice-delivered", "domain-plausible", "term-plausible", "due-day-plausible",
  "month-plausible",
  "amount-plausible", "amount-is-sum-of-lines", "no-open-credits", "no-unmatched-receipts", "bank-data-fresh",
] as const;

export type SelfCheckName = (typeof SELF_CHECKS)[number];

/** How an invoice went out: by us, or by the package it was imported from (channel "source"). */
export interface InvoiceDelivery {
  readonly channel: "mail" | "letter" | "peppol" | "source";
  readonly address: string | null;
  readonly sentOn: PlainDate;
  readonly deliveredOn?: PlainDate | null;
  readonly bouncedOn?: PlainDate | null;
}

export interface SelfCheckFacts {
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly total: Cents;
  /** Amounts of the lines, VAT included where the lines hold it; null when the invoice came without lines. */
  readonly lineCents: readonly Cents[] | null;
  /** What stands apart from the lines: VAT, rounding, discounts, what was paid beforehand (negative). */
  readonly otherCents?: Cents;
  /** The term agreed with this debtor, in days; null when nothing else than the invoice says so. */
  readonly agreedTermDays?: number | null;
  /** The day or last day on which it was delivered or done, when known. */
  readonly performedOn?: PlainDate | null;
  readonly deliveries: readonly InvoiceDelivery[];
  /** Where the reminder would go: a mail address, or null when it goes by post. */
  readonly mailTo: string | null;
  /** Whether there is a whole postal address. */
  readonly postalAddress: boolean;
  /** Whether this step goes by post too, whatever mail address there is: the letters of the law do. */
  readonly byPost?: boolean;
  /** Post to that address came back, and nobody mended it. */
  readonly postReturnedOn?: PlainDate | null;
  /** Mail addresses of this debtor's other contacts. */
  readonly otherAddresses?: readonly string[];
  /** A known fault of the address the reminder would go to: it bounced, and nobody mended it. */
  readonly addressBouncedOn?: PlainDate | null;
  /** Whether mail to that address was delivered before. */
  readonly addressProven?: boolean;
  /** The largest of this debtor's other invoices, when there are enough of them to know what is usual. */
  readonly largestOtherCents?: Cents | null;
  /** Credit notes of this debtor that aren't settled. */
  readonly openCreditCents?: Cents;
  /** Receipts that may be this debtor's and have no place on an invoice yet, in all. */
  readonly unmatchedReceiptCents?: Cents;
  /** The newest day that bank statements cover; null when no bank file was ever read. */
  readonly bankCoveredUntil: PlainDate | null;
}

export interface SelfCheckResult {
  readonly check: SelfCheckName;
  readonly ok: boolean;
  /** What was looked at, kept beside the reminder: figures, days and addresses by name. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
}

export interface SelfCheckPolicy {
  /** Business days that bank data may be old. */
  readonly bankMaxAgeDays: number;
  readonly longestTermDays: number;
  /** Days between the work and the invoice above which a mistake in the month is likely. */
  readonly longestMonthGapDays: number;
  /** Days between the day on the invoice and the day it left above which one of the two is likely wrong. */
  readonly longestSendingGapDays: number;
  readonly largestPlausibleCents: Cents;
  /** So many times the largest invoice that this debtor ever had looks like a comma in the wrong place. */
  readonly largestTimesUsual: number;
  /** Cents of credit or money without a place that are let be: nobody looks for them. */
  readonly toleranceCents: Cents;
}

export const DEFAULT_SELF_CHECK_POLICY: SelfCheckPolicy = {
  bankMaxAgeDays: 3, longestTermDays: 120, longestMonthGapDays: 120, longestSendingGapDays: 45,
  largestPlausibleCents: 100_000_000, largestTimesUsual: 50, toleranceCents: 0,
};

/**
 * Looks at ourselves first: every check with its verdict and what it looked at. A red one is a task for us, not a
 * reminder to them.
 */
export function selfCheck(
  facts: SelfCheckFacts, today: PlainDate, policy = DEFAULT_SELF_CHECK_POLICY,
): SelfCheckResult[] {
  return [
    ...sendingChecks(facts, today),
    ...dayChecks(facts, today, policy),
    ...amountChecks(facts, policy),
    moneyFresh(facts, today, policy),
  ];
}

/** The names of the checks that failed, for `nextStep` and for the list of tasks. */
export function failedChecks(results: readonly SelfCheckResult[]): SelfCheckName[] {
  return results.filter(({ ok }) => !ok).map(({ check }) => check);
}

function sendingChecks(facts: SelfCheckFacts, today: PlainDate): SelfCheckResult[] {
  const sent = facts.deliveries.filter(({ sentOn }) => sentOn <= today).sort((a, b) => (a.sentOn < b.sentOn ? 1 : -1));
  const arrived = sent.find(({ bouncedOn }) => !bouncedOn);
  const newest = sent[0];
  const domain = facts.mailTo === null ? null : mailDomain(facts.mailTo);
  const familiar = (facts.otherAddresses ?? []).map(mailDomain).filter((found): found is string => found !== null);
  // What came back of an address that this reminder doesn't use says nothing about it.
  const fault = (facts.mailTo === null ? null : facts.addressBouncedOn) ?? (facts.mailTo === null || facts.byPost ? facts.postReturnedOn : null) ?? null;
  const meant = domain === null ? null : probablyMeantDomain(domain, familiar, facts.addressProven ?? false);
  return [
    {
      check: "invoice-sent", ok: newest !== undefined,
      evidence: { sentOn: newest?.sentOn ?? null, channel: newest?.channel ?? null },
    },
    {
      check: "address-known",
      ok: (facts.mailTo === null || domain !== null) && (facts.postalAddress || (facts.mailTo !== null && !facts.byPost)),
      evidence: { mailTo: facts.mailTo, postalAddress: facts.postalAddress, byPost: facts.byPost ?? false },
    },
    {
      check: "invoice-delivered",
      ok: (newest === undefined || arrived !== undefined) && !fault,
      evidence: {
        address: newest?.address ?? null, deliveredOn: arrived?.deliveredOn ?? null, bouncedOn: newest?.bouncedOn ?? fault ?? null,
      },
    },
    { check: "domain-plausible", ok: meant === null, evidence: { domain, probablyMeant: meant } },
  ];
}

function dayChecks(facts: SelfCheckFacts, today: PlainDate, policy: SelfCheckPolicy): SelfCheckResult[] {
  const term = daysBetween(facts.issuedOn, facts.dueOn);
  const agreed = facts.agreedTermDays ?? null;
  const afterWork = facts.performedOn ? daysBetween(facts.performedOn, facts.issuedOn) : null;
  const firstSent = facts.deliveries.reduce<PlainDate | null>(
    (day, { sentOn }) => (day === null || sentOn < day ? sentOn : day), null,
  );
  const untilSent = firstSent === null ? null : daysBetween(facts.issuedOn, firstSent);
  return [
    {
      check: "term-plausible",
      ok: term >= 0 && term <= policy.longestTermDays && (agreed === null || term >= agreed),
      evidence: { issuedOn: facts.issuedOn, dueOn: facts.dueOn, termDays: term, agreedTermDays: agreed },
    },
    {
      // Sent after its own due day, the debtor never had a term at all.
      check: "due-day-plausible",
      ok: facts.issuedOn <= today && (firstSent === null || firstSent <= addDays(facts.dueOn, 1)),
      evidence: { issuedOn: facts.issuedOn, dueOn: facts.dueOn, firstSentOn: firstSent },
    },
    {
      // A wrong month or year shows as a gap: between the work and the invoice, or between its day and the day it left.
      check: "month-plausible",
      ok: Math.abs(afterWork ?? 0) <= policy.longestMonthGapDays
        && Math.abs(untilSent ?? 0) <= policy.longestSendingGapDays,
      evidence: {
        performedOn: facts.performedOn ?? null, issuedOn: facts.issuedOn, firstSentOn: firstSent,
        daysUntilSent: untilSent,
      },
    },
  ];
}

function amountChecks(facts: SelfCheckFacts, policy: SelfCheckPolicy): SelfCheckResult[] {
  const lines = facts.lineCents === null ? null : facts.lineCents.reduce(
    (all, cents) => all + cents, facts.otherCents ?? 0,
  );
  const credits = facts.openCreditCents ?? 0;
  const receipts = facts.unmatchedReceiptCents ?? 0;
  const largest = facts.largestOtherCents ?? null;
  const usual = largest === null || facts.total <= largest * policy.largestTimesUsual;
  return [
    {
      check: "amount-plausible",
      ok: facts.total > 0 && facts.total <= policy.largestPlausibleCents && usual,
      evidence: { total: facts.total, largest: policy.largestPlausibleCents, largestOther: largest },
    },
    {
      check: "amount-is-sum-of-lines", ok: lines === null || lines === facts.total,
      evidence: { total: facts.total, lines },
    },
    { check: "no-open-credits", ok: credits <= policy.toleranceCents, evidence: { openCreditCents: credits } },
    {
      check: "no-unmatched-receipts", ok: receipts <= policy.toleranceCents,
      evidence: { unmatchedReceiptCents: receipts },
    },
  ];
}

function moneyFresh(facts: SelfCheckFacts, today: PlainDate, policy: SelfCheckPolicy): SelfCheckResult {
  const covered = facts.bankCoveredUntil;
  const age = covered === null ? null : Math.max(0, businessDays(covered, today));
  return {
    check: "bank-data-fresh",
    ok: age !== null && age <= policy.bankMaxAgeDays,
    evidence: { bankCoveredUntil: covered, businessDaysOld: age, most: policy.bankMaxAgeDays },
  };
}
