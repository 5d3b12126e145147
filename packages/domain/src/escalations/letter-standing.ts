import { daysBetween, type PlainDate } from "../plain-date";
import { fourteenDayLetter } from "../law/fourteen-day-letter";

/** What is known about a fourteen-day letter that left the house. */
export interface LetterFacts {
  readonly sentOn: PlainDate;
  readonly channel: "letter" | "mail";
  /**
   * The day of proven delivery. A posted letter without it counts from the presumed day, a mail without it doesn't
   * count at all.
   */
  readonly deliveredOn?: PlainDate | null;
  /** The mail bounced, or the post came back. Then it never reached the debtor and no term runs (I-41). */
  readonly bouncedOn?: PlainDate | null;
}

export type LetterStanding =
  | { readonly state: "waiting for delivery"; readonly sentOn: PlainDate }
  | { readonly state: "not delivered"; readonly sentOn: PlainDate; readonly bouncedOn: PlainDate }
  | {
    readonly state: "running" | "costs lawful";
    readonly sentOn: PlainDate;
    /** The day it was delivered, or is presumed to be. */
    readonly delivered: PlainDate;
    readonly presumed: boolean;
    /** The last day on which paying costs nothing extra. */
    readonly lastDay: PlainDate;
    /** The first day on which costs may be claimed from a consumer. */
    readonly costsFrom: PlainDate;
    /** Days the debtor still has, today included; 0 when the term has passed. */
    readonly daysLeft: number;
  };

/**
 * How a fourteen-day letter stands on a day: waiting for delivery, running, or costs lawful (BW 6:96 lid 6).
 *
 * Sent both ways, the letter by post and the mail are two sets of facts: give the one that was delivered latest, the
 * safe side.
 */
export function letterStanding(letter: LetterFacts, today: PlainDate): LetterStanding {
  const { sentOn } = letter;
  if (letter.bouncedOn && letter.bouncedOn <= today) return {
    state: "not delivered", sentOn, bouncedOn: letter.bouncedOn,
  };
  const proven = letter.deliveredOn ?? null;
  const term = fourteenDayLetter(
    { sentOn, channel: letter.channel, ...(proven === null ? {} : { deliveredOn: proven }) },
  );
  if (term.delivered === null) return { state: "waiting for delivery", sentOn };
  return {
    state: today < term.costsFrom ? "running" : "costs lawful",
    sentOn, delivered: term.delivered, presumed: term.presumed, lastDay: term.lastDay, costsFrom: term.costsFrom,
    daysLeft: Math.max(0, daysBetween(today, term.lastDay) + 1),
  };
}
