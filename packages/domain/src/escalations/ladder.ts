import { nextBusinessDay } from "../business-days";
import type { Cents } from "../money";
import { addDays, type PlainDate } from "../plain-date";
import { debtorRegime, type DebtorKind } from "../law/debtor-kind";

export const CHANNELS = ["mail", "letter", "mail-and-letter", "sms", "call", "task", "hand-over"] as const;

export type Channel = (typeof CHANNELS)[number];

/** The two roads of a ladder: the law asks a letter of fourteen days for consumers, and none between businesses. */
export type LadderRoad = "consumer" | "business";

/** Which road a debtor follows. Unknown is treated as a consumer, the safe side (I-40). */
export function ladderRoad(kind: DebtorKind): LadderRoad {
  return debtorRegime(kind).letterRequired ? "consumer" : "business";
}

/** One step of a ladder. Days count from the due day of the invoice, or from the step before it, whichever is later. */
export interface LadderStep {
  /** A key that never changes, such as "reminder-1": steps that were taken point to it. */
  readonly id: string;
  /** Calendar days after the due day; negative is before it. */
  readonly afterDays: number;
  /** Calendar days that pass at least since the step before it really left. Default {@link MIN_DAYS_BETWEEN_STEPS}. */
  readonly minDaysAfterPrevious?: number;
  readonly channel: Channel;
  /** Which text goes out; absent for calls, tasks and the hand-over. */
  readonly template?: string;
  /** False: the step becomes a task for a human, who sends it. */
  readonly automatic: boolean;
  /** Whose work the step is, when it is a call, a task or goes by hand. Absent: whoever owns the case, else everybody. */
  readonly ownerId?: string;
  /**
   * Invoices whose total is lower pass this step by. It looks at the total, so that a part payment never makes a claim
   * jump.
   */
  readonly minimumCents?: Cents;
  /** Only for this road; the others pass it by. */
  readonly onlyFor?: LadderRoad;
  /** Only the last step: comes back every so many days while the invoice stays open. */
  readonly repeatEveryDays?: number;
  /**
   * The message names a new last day to pay, so many calendar days ahead, moved to a business day. Until it passed we
   * stay silent.
   */
  readonly payWithinDays?: number;
  /**
   * A letter with consequences in law: exempt from the contact cap (but counted), and never bundled with lighter
   * invoices.
   */
  readonly legal?: boolean;
}

export interface Ladder {
  readonly steps: readonly LadderStep[];
}

/** Between two steps, when a step doesn't say its own. */
export const MIN_DAYS_BETWEEN_STEPS = 5;

/**
 * The ladder that is ready on the first day: a note, a reminder, a call, a second reminder that says we called, a third
 * with terms, the letter the law asks, and then a proposal to hand over, which a second person decides.
 */
export const DUTCH_LADDER: Ladder = {
  steps: [
    { id: "note-before-due", afterDays: -3, channel: "mail", template: "note-before-due", automatic: true },
    {
      id: "reminder-1", afterDays: 5, minDaysAfterPrevious: 5, channel: "mail", template: "reminder-1", automatic: true,
      payWithinDays: 7,
    },
    { id: "call", afterDays: 13, minDaysAfterPrevious: 5, channel: "call", automatic: true, minimumCents: 5_000 },
    {
      id: "reminder-2", afterDays: 15, minDaysAfterPrevious: 1, channel: "mail", template: "reminder-2",
      automatic: true, payWithinDays: 10,
    },
    {
      id: "reminder-3", afterDays: 28, minDaysAfterPrevious: 13, channel: "mail", template: "reminder-3",
      automatic: true, payWithinDays: 10,
    },
    {
      id: "fourteen-day-letter", afterDays: 42, minDaysAfterPrevious: 13, channel: "mail-and-letter",
      template: "fourteen-day-letter",
      automatic: true, onlyFor: "consumer", legal: true,
    },
    {
      id: "business-notice", afterDays: 42, minDaysAfterPrevious: 13, channel: "mail-and-letter",
      template: "business-notice",
      automatic: true, onlyFor: "business", payWithinDays: 10, legal: true,
    },
    { id: "hand-over", afterDays: 62, minDaysAfterPrevious: 17, channel: "hand-over", automatic: false },
  ],
};

/** Whether a step sends something to the debtor, instead of asking a colleague to act. */
export function isMessage(step: LadderStep): boolean {
  return step.channel !== "call" && step.channel !== "task" && step.channel !== "hand-over";
}

/**
 * The new last day to pay that a step names when it leaves on `sentOn`: always a business day; null when it names none.
 */
export function payBy(step: LadderStep, sentOn: PlainDate): PlainDate | null {
  return step.payWithinDays === undefined ? null : nextBusinessDay(addDays(sentOn, step.payWithinDays));
}
