/**
 * Every way in which a rule says no. A closed list: both web apps hold a text for each in Dutch and in English
 * (`satisfies Record<RefusalCode, …>`), so a code without its words does not compile.
 */
export const REFUSAL_CODES = [
  // Anybody
  "NOT_FOUND", "NOT_SIGNED_IN", "NOT_ALLOWED", "INPUT_INVALID", "TOO_MANY_TRIES", "CONFLICT", "DEMO_ONLY", "CHECK_NEEDED",
  "CHECK_FAILED", "TEMPORARILY_UNAVAILABLE", "INTERNAL",
  // Staff
  "SIGN_IN_FAILED", "SECOND_PERSON_NEEDED", "ALREADY_DECIDED", "TASK_CLAIMED", "TASK_DONE", "CONTACT_CAP", "PERSON_INACTIVE",
  // Links and sessions of debtors
  "LINK_INVALID", "SESSION_ENDED",
  // Money
  "AMOUNT_NOT_POSITIVE", "AMOUNT_TOO_LARGE", "AMOUNT_ABOVE_OPEN", "AMOUNT_DIFFERS", "NOTHING_OPEN", "CURRENCY_UNSUPPORTED",
  "PAYMENT_PROVIDER_DOWN", "CHECKOUT_ENDED", "MATCH_NOT_OPEN", "MATCH_AMBIGUOUS", "COSTS_NOT_LAWFUL",
  // Files
  "FILE_TOO_LARGE", "FILE_EMPTY", "FILE_NOT_XML", "FILE_CUT_OFF", "FILE_HAS_DOCTYPE", "FILE_UNKNOWN_KIND", "FILE_FIELD_MISSING",
  "FILE_FIELD_INVALID", "FILE_BALANCE_WRONG", "FILE_ENCODING", "FILE_HEADER_MERGED", "FILE_COLUMN_MISSING", "ROW_FAULTY", "ROWS_DIFFER",
  "INVOICE_EXISTS_DIFFERENTLY",
  // Promises, agreements, plans, disputes
  "PROMISE_NEEDS_AMOUNT", "PROMISE_NEEDS_DAY", "PROMISE_DAY_PAST", "PROMISE_DAY_TOO_LATE", "PROMISE_OPEN_ALREADY",
  "AGREEMENT_ANSWERED", "PLAN_OFFER_ENDED", "PLAN_CANCELLED", "PLAN_OUTSIDE_POLICY", "PLAN_EXISTS", "PLAN_NOT_PROPOSED",
  "DISPUTE_EXISTS", "DISPUTE_DECIDED",
  // Escalations and hand-over
  "HOLD_ENDED", "NO_PAUSE", "REST_TOO_LARGE", "STEP_NOT_DUE", "MESSAGE_LEFT", "WORDS_OF_THE_LAW", "LETTER_ELEMENT_MISSING", "TEXT_FAULTY", "TONE_UNCONFIRMED", "CASE_CLOSED", "HAND_OVER_INCOMPLETE", "HAND_OVER_EXISTS",
  "HAND_OVER_NOT_PROPOSED", "AGENCY_NOT_REGISTERED",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a refusal tells beside its code: figures and days that a sentence on screen can name. Never a whole input. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * "You may not", because of a rule. Thrown by verbs and domain functions; the transaction rolls back and the code
 * reaches the screen as `extensions.code`, the details as `extensions.details`.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.code = code;
    this.details = details;
  }
}
