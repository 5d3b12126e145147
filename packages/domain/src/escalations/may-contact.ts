import { isHoliday, nextBusinessDay } from "../business-days";
import { addDays, weekday, type PlainDate } from "../plain-date";
import { contactCapFreeOn, DEFAULT_CONTACT_RULES, type ContactRules } from "./contact-cap";
import { strongestHold, type Hold, type StopCode } from "./hold";

export const CONTACT_REFUSALS = [
  "stop code", "emergency brake", "hardship", "on hold", "sunday", "holiday", "too early", "too late", "contact cap",
] as const;

export type ContactRefusal = (typeof CONTACT_REFUSALS)[number];

/** Everything that decides whether this debtor may be contacted at this moment, by whatever channel. */
export interface ContactFacts {
  readonly today: PlainDate;
  /** Minutes after midnight in Amsterdam; absent when only the day is asked. */
  readonly minuteOfDay?: number;
  /** Days of earlier contacts of this debtor, over all invoices and channels. */
  readonly contacts: readonly PlainDate[];
  readonly holds?: readonly Hold[];
  readonly stopCode?: StopCode | null;
  readonly rules?: ContactRules;
  /** A letter of the law: exempt from the cap. */
  readonly legal?: boolean;
  /** The debtor asked for it: a copy, a call back. Exempt from the cap and from holds, not from the hours. */
  readonly asked?: boolean;
}

export type MayContact =
  | { readonly may: true }
  | { readonly may: false; readonly because: ContactRefusal; readonly until?: PlainDate; readonly fromMinute?: number };

/**
 * Whether a debtor may be contacted at this moment: no Sundays, no holidays, only within the hours, within the cap, and
 * never against a hold (I-36; hours stricter than Bki, which asks 7.00 to 20.00).
 */
export function mayContact(facts: ContactFacts): MayContact {
  const { today, minuteOfDay, rules = DEFAULT_CONTACT_RULES } = facts;
  const stopped = facts.asked ? null : stopOf(facts);
  if (stopped) return stopped;
  const nextDay = nextContactDay(addDays(today, 1));
  if (weekday(today) === 7) return { may: false, because: "sunday", until: nextDay };
  if (isHoliday(today)) return { may: false, because: "holiday", until: nextDay };
  if (minuteOfDay !== undefined && minuteOfDay < rules.fromMinute) {
    return { may: false, because: "too early", until: today, fromMinute: rules.fromMinute };
  }
  if (minuteOfDay !== undefined && minuteOfDay >= rules.untilMinute) {
    return { may: false, because: "too late", until: nextDay, fromMinute: rules.fromMinute };
  }
  if (facts.legal || facts.asked) return { may: true };
  const freeOn = contactCapFreeOn(facts.contacts, today, rules);
  return freeOn > today ? { may: false, because: "contact cap", until: nextBusinessDay(freeOn) } : { may: true };
}

function stopOf({ stopCode, holds = [], today }: ContactFacts): MayContact | null {
  if (stopCode) return { may: false, because: "stop code" };
  const hold = strongestHold(holds, today);
  if (!hold) return null;
  const because = hold.kind === "brake" ? "emergency brake" : hold.kind === "hardship" ? "hardship" : "on hold";
  return { may: false, because, ...(hold.until === null ? {} : { until: addDays(hold.until, 1) }) };
}

/** The first day from `from` on that is neither a Sunday nor a holiday. Saturdays are allowed. */
function nextContactDay(from: PlainDate): PlainDate {
  let day = from;
  while (weekday(day) === 7 || isHoliday(day)) day = addDays(day, 1);
  return day;
}
