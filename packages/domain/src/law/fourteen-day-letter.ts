import { equatedDaysKnown, isHoliday, nextBusinessDay } from "../business-days";
import { addDays, plainDate, weekday, type PlainDate } from "../plain-date";

/**
 * The term as a fourteen-day letter words it. Of HR 25-11-2016, ECLI:NL:HR:2016:2704: either of the two Dutch wordings
 * tells the debtor rightly when the term starts and ends. "Binnen 14 dagen na heden" or "na dagtekening" does not, and
 * costs nothing less than the right to any costs.
 */
export const FOURTEEN_DAY_TERM_WORDING = {
  nl: "binnen vijftien dagen nadat deze brief bij u is bezorgd",
  en: "within fifteen days after this letter has been delivered to you",
} as const;

/** Every wording that is accepted, per language; the first one is ours. */
export const ACCEPTED_TERM_WORDINGS = {
  nl: [FOURTEEN_DAY_TERM_WORDING.nl, "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"],
  en: [FOURTEEN_DAY_TERM_WORDING.en, "within fourteen days from the day after this letter has been delivered to you"],
} as const;

/**
 * What to assume of a mail of which nobody can show that it arrived. For mail there is no presumption as there is for
 * the post, so by default the term does not start; a creditor who accepts the risk can count it as a letter.
 */
export type MailRule = "proof-only" | "as-letter";

export interface SentLetter {
  /** The day on which it was posted or sent. */
  sentOn: PlainDate;
  channel: "letter" | "mail";
  /** The day of proven delivery; a bounced mail was not delivered and has none. */
  deliveredOn?: PlainDate;
  /** Default "proof-only". */
  mailRule?: MailRule;
}

/** The days of a term that runs. */
export interface LetterTerm {
  /** The day on which the letter reached the debtor, proven or presumed. */
  delivered: PlainDate;
  presumed: boolean;
  /** The first of the fourteen days: the day after delivery. */
  termStarts: PlainDate;
  /** The fourteenth day, as the calendar counts. */
  day14: PlainDate;
  /** The fifteenth day after delivery, as the letter words it, moved to a working day: paying then is still free. */
  lastDay: PlainDate;
  /** The first day on which costs may be charged: the day after the last day. */
  costsFrom: PlainDate;
  /** False when days equated by decree are not known yet for these years; a later decree can only lengthen the term. */
  holidaysKnown: boolean;
}

/** A letter whose term did not start, because nobody can show that it arrived. */
export interface NoLetterTerm {
  delivered: null;
  presumed: false;
  termStarts: null;
  day14: null;
  lastDay: null;
  costsFrom: null;
  holidaysKnown: true;
}

const NO_TERM: NoLetterTerm = {
  delivered: null,
  presumed: false,
  termStarts: null,
  day14: null,
  lastDay: null,
  costsFrom: null,
  holidaysKnown: true,
};

/**
 * When the term of a fourteen-day letter runs, and from which day costs may be charged to a consumer.
 *
 * Source: BW 6:96 lid 6; HR 25-11-2016, ECLI:NL:HR:2016:2704: the term starts the day after delivery, and a posted
 * letter is presumed to be delivered on the second day after posting, not counting Sundays, Mondays and official
 * holidays. Good Friday and days equated by decree are taken as holidays. Whether Atw art. 1 moves the end of this term
 * was not verified; moving it on is always safe for the creditor, so the last day is always a working day.
 *
 * @throws RangeError when a day is none, or the letter was delivered before it was sent.
 */
export function fourteenDayLetter(
  letter: SentLetter & ({ channel: "letter" } | { deliveredOn: PlainDate }),
): LetterTerm;
export function fourteenDayLetter(letter: SentLetter): LetterTerm | NoLetterTerm;
export function fourteenDayLetter(letter: SentLetter): LetterTerm | NoLetterTerm {
  const sentOn = plainDate(letter.sentOn);
  const { channel, deliveredOn, mailRule = "proof-only" } = letter;
  if (deliveredOn !== undefined && plainDate(deliveredOn) < sentOn) {
    throw new RangeError(`a letter sent on ${sentOn} can't have been delivered on ${deliveredOn}`);
  }
  if (channel === "mail" && deliveredOn === undefined && mailRule === "proof-only") return NO_TERM;
  const delivered = deliveredOn ?? presumedDelivery(sentOn);
  const lastDay = nextBusinessDay(addDays(delivered, 15));
  return {
    delivered,
    presumed: deliveredOn === undefined,
    termStarts: addDays(delivered, 1),
    day14: addDays(delivered, 14),
    lastDay,
    costsFrom: addDays(lastDay, 1),
    holidaysKnown: equatedDaysKnown(Number(sentOn.slice(0, 4))) && equatedDaysKnown(Number(lastDay.slice(0, 4))),
  };
}

/** The second day after posting on which the post is delivered: never a Sunday, a Monday or a holiday. */
export function presumedDelivery(sentOn: PlainDate): PlainDate {
  let day = sentOn;
  for (let left = 2; left > 0;) {
    day = addDays(day, 1);
    if (weekday(day) !== 7 && weekday(day) !== 1 && !isHoliday(day)) left -= 1;
  }
  return day;
}
