import { SELF_CHECKS, type SelfCheckName, type SelfCheckResult } from "./self-check";

type Value = SelfCheckResult["evidence"][string];

/**
 * What checks that are all right looked at, as it is kept beside a reminder: each thing once by its name, what is unknown left out, and
 * which checks a person answered. A night keeps one of these for every invoice, so every word in it counts.
 */
export type PackedEvidence = Readonly<Record<string, Exclude<Value, null> | readonly SelfCheckName[]>> | readonly SelfCheckResult[];

/** What each check looks at. Names that several share mean the same thing of the same invoice. */
const LOOKED_AT: Readonly<Record<SelfCheckName, readonly string[]>> = {
  "invoice-sent": ["sentOn", "channel"],
  "address-known": ["mailTo", "postalAddress", "byPost"],
  "invoice-delivered": ["address", "deliveredOn", "bouncedOn"],
  "domain-plausible": ["domain", "probablyMeant"],
  "term-plausible": ["issuedOn", "dueOn", "termDays", "agreedTermDays"],
  "due-day-plausible": ["issuedOn", "dueOn", "firstSentOn"],
  "month-plausible": ["performedOn", "issuedOn", "firstSentOn", "daysUntilSent"],
  "amount-plausible": ["total", "largest", "largestOther"],
  "amount-is-sum-of-lines": ["total", "lines"],
  "no-open-credits": ["openCreditCents"],
  "no-unmatched-receipts": ["unmatchedReceiptCents"],
  "bank-data-fresh": ["bankCoveredUntil", "businessDaysOld", "most"],
};

/**
 * What is left out when it is so, as it nearly always is. None of these is ever unknown, so that what is missing can't mean anything else.
 * They don't change: what was kept years ago was packed with them, also when a policy says otherwise by now.
 */
const NEARLY_ALWAYS: Readonly<Record<string, Value>> = {
  postalAddress: true, byPost: false, largest: 100_000_000, openCreditCents: 0, unmatchedReceiptCents: 0, most: 3,
};

/** Packs the twelve checks of one invoice; a set that isn't whole and all right is kept as it is. */
export function packEvidence(results: readonly SelfCheckResult[]): PackedEvidence {
  const packed: Record<string, Exclude<Value, null> | SelfCheckName[]> = {};
  const answered: SelfCheckName[] = [];
  for (const [index, { check, ok, evidence }] of results.entries()) {
    if (!ok || check !== SELF_CHECKS[index]) return results;
    for (const name in evidence) {
      const value = evidence[name];
      if (name === "answered") answered.push(check);
      // Sent once, it was sent for the first time that day.
      else if (value !== null && value !== undefined && value !== NEARLY_ALWAYS[name] && (name !== "firstSentOn" || value !== packed["sentOn"])) packed[name] = value;
    }
  }
  if (results.length !== SELF_CHECKS.length) return results;
  if (answered.length > 0) packed["answered"] = answered;
  return packed;
}

/** The checks again, each with what it looked at. */
export function unpackEvidence(packed: PackedEvidence): SelfCheckResult[] {
  if (isWhole(packed)) return [...packed];
  const answered = (packed["answered"] ?? []) as readonly SelfCheckName[];
  return SELF_CHECKS.map((check) => ({
    check, ok: true,
    evidence: {
      ...Object.fromEntries(LOOKED_AT[check].map((name) => [name, valueOf(packed, name)])), ...(answered.includes(check) ? { answered: true } : {}),
    },
  }));
}

function valueOf(packed: Exclude<PackedEvidence, readonly SelfCheckResult[]>, name: string): Value {
  return ((name === "firstSentOn" ? (packed[name] ?? packed["sentOn"]) : packed[name]) ?? NEARLY_ALWAYS[name] ?? null) as Value;
}

function isWhole(packed: PackedEvidence): packed is readonly SelfCheckResult[] {
  return Array.isArray(packed);
}
