import { addDays, daysBetween, type PlainDate } from "../plain-date";

/**
 * How often, and between which minutes of the day in Amsterdam, a debtor may be contacted. Policy of the organisation.
 */
export interface ContactRules {
  readonly maxPerDay: number;
  readonly maxPer30Days: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/**
 * Stricter than the law for agencies (Bki: 7.00 to 20.00, no maximum): 8.00 to 20.00, one contact a day, four in thirty
 * days.
 */
export const DEFAULT_CONTACT_RULES: ContactRules = {
  maxPerDay: 1, maxPer30Days: 4, fromMinute: 8 * 60, untilMinute: 20 * 60,
};

const WINDOW_DAYS = 30;

/**
 * The first day, from today on, on which one more contact stays within the cap.
 *
 * @param contacts Days of earlier contacts with this debtor, over all invoices and channels, letters of the law
 *   included.
 */
export function contactCapFreeOn(contacts: readonly PlainDate[], today: PlainDate, rules: ContactRules): PlainDate {
  let day = today;
  for (let tries = 0; tries <= WINDOW_DAYS; tries += 1) {
    const sameDay = contacts.filter((contact) => contact === day).length;
    const inWindow = contacts.filter((contact) => contact <= day && daysBetween(contact, day) < WINDOW_DAYS).length;
    if (sameDay < rules.maxPerDay && inWindow < rules.maxPer30Days) return day;
    day = addDays(day, 1);
  }
  return day;
}
