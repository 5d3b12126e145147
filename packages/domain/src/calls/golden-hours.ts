import { isBusinessDay, nextBusinessDay } from "../business-days";
import { addDays, weekday, type PlainDate } from "../plain-date";

/** A stretch of the day in minutes after midnight, Europe/Amsterdam; `untilMinute` itself is no longer in it. */
export interface CallingWindow {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** The hours in which people pick up and decide: 9:30 to 11:30 and 13:30 to 15:30. An organisation may set its own. */
export const GOLDEN_WINDOWS: readonly CallingWindow[] = [
  { fromMinute: 9 * 60 + 30, untilMinute: 11 * 60 + 30 },
  { fromMinute: 13 * 60 + 30, untilMinute: 15 * 60 + 30 },
];

/** Monday and Tuesday: a promise made then falls in the same week. ISO numbers. */
export const GOLDEN_WEEKDAYS: readonly number[] = [1, 2];

/** The golden window in which this minute of the day lies, or null. */
export function goldenHourAt(
  minuteOfDay: number, windows: readonly CallingWindow[] = GOLDEN_WINDOWS,
): CallingWindow | null {
  return windows.find((window) => minuteOfDay >= window.fromMinute && minuteOfDay < window.untilMinute) ?? null;
}

/** The first golden window of this day that hasn't begun yet; null when the day has none left. */
export function nextGoldenHour(
  minuteOfDay: number, windows: readonly CallingWindow[] = GOLDEN_WINDOWS,
): CallingWindow | null {
  const ahead = windows.filter((window) => window.fromMinute > minuteOfDay).sort((a, b) => a.fromMinute - b.fromMinute);
  return ahead[0] ?? null;
}

/** Whether first calls are planned on this day: a Monday or Tuesday that is worked. */
export function isGoldenDay(day: PlainDate): boolean {
  return GOLDEN_WEEKDAYS.includes(weekday(day)) && isBusinessDay(day);
}

/**
 * The day to plan a first call on: the first golden day from `from` on, but never more than `patience` days later, when
 * it becomes the first business day. A broken promise doesn't wait for Monday: give patience 0.
 */
export function callDay(from: PlainDate, patience = 5): PlainDate {
  for (let ahead = 0; ahead <= patience; ahead += 1) {
    const day = addDays(from, ahead);
    if (isGoldenDay(day)) return day;
  }
  return nextBusinessDay(from);
}
