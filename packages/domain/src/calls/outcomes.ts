import type { Language } from "../format";

/** What an outcome asks to be filled in before it can be saved. */
export const OUTCOME_FIELDS = [
  "promiseCents", "promiseBy", "instalments", "callBackOn", "callBackMinute", "person", "paidOn", "paidCents",
  "disputeReason",
  "disputeCents", "approver", "approvalBy", "notes",
] as const;

export type OutcomeField = (typeof OUTCOME_FIELDS)[number];

/** What happens by itself after the call. */
export const CALL_NEXT_ACTIONS = [
  "retry", "call-back", "fix-number", "wait-for-promise", "wait-for-plan", "decide-plan", "check-payment",
  "await-approval",
  "resend-invoice", "decide-dispute", "hardship-review", "decide-route", "stop-code-review", "go-on",
] as const;

export type CallNextAction = (typeof CALL_NEXT_ACTIONS)[number];

export interface CallOutcome {
  readonly key: string;
  readonly reached: boolean;
  readonly label: Record<Language, string>;
  readonly required: readonly OutcomeField[];
  /**
   * What stops reminding: a promise, a plan or a dispute does so by its own facts; "pause" asks for a hold of
   * `holdDays`.
   */
  readonly hold: "none" | "promise" | "plan" | "dispute" | "hardship" | "pause";
  /** Calendar days; only with "pause". */
  readonly holdDays?: number;
  readonly next: CallNextAction;
  /** Business days until the next action. */
  readonly nextInDays: number;
  /** The message that goes out when it is saved. */
  readonly template: string | null;
  readonly minRole: "collector" | "manager";
}

type Row = Omit<CallOutcome, "minRole" | "label" | "nextInDays"> & {
  readonly nl: string; readonly en: string; readonly minRole?: CallOutcome["minRole"]; readonly nextInDays?: number;
};

const ROWS = [
  // Not reached
  {
    key: "noAnswer", reached: false, nl: "Geen gehoor", en: "No answer", required: [], hold: "none", next: "retry",
    nextInDays: 1, template: "not-reached",
  },
  {
    key: "voicemail", reached: false, nl: "Voicemail ingesproken", en: "Voicemail left", required: [], hold: "none",
    next: "retry", nextInDays: 2, template: "not-reached",
  },
  {
    key: "busy", reached: false, nl: "In gesprek of alleen receptie", en: "Busy or reception only", required: [],
    hold: "none", next: "retry", nextInDays: 1, template: null,
  },
  {
    key: "wrongNumber", reached: false, nl: "Nummer klopt niet", en: "Wrong number", required: [], hold: "none",
    next: "fix-number", template: null,
  },
  {
    key: "callBack", reached: false, nl: "Vraagt om terugbellen", en: "Asked to be called back",
    required: ["callBackOn"], hold: "none", next: "call-back", template: null,
  },
  // Reached
  {
    key: "promiseFull", reached: true, nl: "Toezegging, alles", en: "Promise, everything",
    required: ["promiseCents", "promiseBy"], hold: "promise", next: "wait-for-promise", template: "call-confirmation",
  },
  {
    key: "promisePart", reached: true, nl: "Toezegging, deel", en: "Promise, part",
    required: ["promiseCents", "promiseBy"], hold: "promise", next: "wait-for-promise", template: "call-confirmation",
  },
  {
    key: "planAgreed", reached: true, nl: "Termijnen afgesproken", en: "Instalments agreed", required: ["instalments"],
    hold: "plan", next: "wait-for-plan", template: "call-confirmation",
  },
  {
    key: "planRequested", reached: true, nl: "Vraagt om termijnen, wij beslissen",
    en: "Asks for instalments, we decide", required: ["instalments"], hold: "plan", next: "decide-plan", nextInDays: 2,
    template: "call-confirmation",
  },
  {
    key: "paidAlready", reached: true, nl: "Heeft al betaald", en: "Has paid already", required: ["paidOn"],
    hold: "pause", holdDays: 7, next: "check-payment", nextInDays: 2, template: null,
  },
  {
    key: "paymentRun", reached: true, nl: "Betaalt op vaste dag", en: "Pays in their payment run",
    required: ["promiseCents", "promiseBy"], hold: "promise", next: "wait-for-promise", template: "call-confirmation",
  },
  {
    key: "awaitingApproval", reached: true, nl: "Wacht op akkoord van iemand", en: "Waiting for somebody's approval",
    required: ["approver", "approvalBy"], hold: "pause", holdDays: 7, next: "await-approval", nextInDays: 3,
    template: null,
  },
  {
    key: "invoiceNotReceived", reached: true, nl: "Factuur niet ontvangen, kopie gestuurd",
    en: "Invoice not received, copy sent", required: [], hold: "pause", holdDays: 5, next: "resend-invoice",
    nextInDays: 3, template: "invoice-copy",
  },
  {
    key: "dispute", reached: true, nl: "Is het er niet mee eens", en: "Disputes it", required: ["disputeReason"],
    hold: "dispute", next: "decide-dispute", nextInDays: 5, template: "dispute-received",
  },
  {
    key: "cannotPay", reached: true, nl: "Betalen lukt nu niet", en: "Cannot pay now", required: [], hold: "hardship",
    next: "hardship-review", nextInDays: 5, template: "hardship",
  },
  {
    key: "willNotPay", reached: true, nl: "Wil niet betalen", en: "Will not pay", required: ["notes"], hold: "none",
    next: "decide-route", nextInDays: 1, template: null,
  },
  {
    key: "insolvent", reached: true, nl: "Failliet, bewind of schuldhulp", en: "Insolvent, administration or debt help",
    required: ["notes"], hold: "hardship", next: "stop-code-review", nextInDays: 1, template: null,
  },
  {
    key: "hungUp", reached: true, nl: "Hing op", en: "Hung up", required: [], hold: "none", next: "go-on",
    template: null,
  },
  {
    key: "other", reached: true, nl: "Iets anders", en: "Something else", required: ["notes"], hold: "none",
    next: "go-on", template: null,
  },
] as const satisfies readonly Row[];

export type CallOutcomeKey = (typeof ROWS)[number]["key"];

/** Every way a call can end (features.md, "Call outcome list"), in the order in which the screen shows them. */
export const CALL_OUTCOMES: readonly (CallOutcome & { readonly key: CallOutcomeKey })[] = ROWS.map((row) => {
  const { nl, en, minRole = "collector", nextInDays = 0, ...rest }: Row & { readonly key: CallOutcomeKey } = row;
  return { ...rest, label: { nl, en }, minRole, nextInDays };
});

/** The outcome with this key, or null when there is none. */
export function callOutcome(key: string): CallOutcome | null {
  return CALL_OUTCOMES.find((outcome) => outcome.key === key) ?? null;
}

/** Which required fields are still empty: absent, null, "" or an empty list. Empty means that it can be saved. */
export function missingOutcomeFields(
  outcome: CallOutcome, filled: Partial<Record<OutcomeField, unknown>>,
): OutcomeField[] {
  return outcome.required.filter((field) => {
    const value = filled[field];
    return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  });
}
