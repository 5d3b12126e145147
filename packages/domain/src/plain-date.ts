/**
 * A civil day in the calendar, as an ISO string: "2026-11-20". It sorts as text, and has no hour, no zone and no clock,
 * so that a due date never moves when a server stands elsewhere.
 */
export type PlainDate = string & { readonly __unit?: "day" };

const DAY = 86_400_000;

/**
 * Checks a day. 2026-02-30 is no day and is refused; so are times and other notations.
 *
 * @throws RangeError with the text in it.
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`"${text}" is not a day such as 2026-11-20`);
  return text;
}

/** Whether a text is a day that exists, between the years 1900 and 2999. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== "string" || !/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** Days since 1970-01-01. The fastest way to compare and count in loops. */
export function toEpochDay(day: PlainDate): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY);
}

/** The day that lies so many days after 1970-01-01. */
export function fromEpochDay(days: number): PlainDate {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** The day so many calendar days later (or earlier, when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days);
}

/** Calendar days from one day to another: 1 from today to tomorrow, negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The same day so many months later; the last day of the month when that day doesn't exist: 31 January + 1 is 28 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const monthIndex = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(Number(day.slice(8, 10)), last);
  return `${year}-${String(month + 1).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(day: PlainDate, years: number): PlainDate {
  return addMonths(day, years * 12);
}

/** 1 for Monday up to 7 for Sunday, as ISO 8601 counts. */
export function weekday(day: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return ((((toEpochDay(day) + 3) % 7) + 7) % 7 + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The earlier of two days. */
export function earliest(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}
