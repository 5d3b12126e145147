/**
 * A civil day in the calendar, as an ISO string: "2026-11-20". It sorts as text, and has no hour, no zone and no clock,
 * so that a due date never moves when a server stands elsewhere.
 */
export type PlainDate = string & { readonly __unit?: "day" };

/** Days before each month in a common year; a last entry makes the length of December computable. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

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
  if (typeof text !== "string" || !/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text))
    return false;
  const day = digits(text, 8);
  return day <= 28 || day <= lengthOfMonth(yearOf(text), digits(text, 5));
}

function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function yearOf(day: PlainDate): number {
  return digits(day, 0) * 100 + digits(day, 2);
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return (DAYS_BEFORE[month] ?? 0) - (DAYS_BEFORE[month - 1] ?? 0);
}

/** Days from 1970-01-01 to 1 January of a year. Plain arithmetic: a night asks for it a million times. */
export function epochDayOfYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162;
}

/** Days from 1970-01-01 to a day given in numbers, without a check. */
export function epochDayOf(year: number, month: number, dayOfMonth: number): number {
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return epochDayOfYear(year) + (DAYS_BEFORE[month - 1] ?? Number.NaN) + leapDay + dayOfMonth - 1;
}

/** A day in numbers. Takes a day that was checked before. */
export function dateParts(day: PlainDate): { year: number; month: number; dayOfMonth: number } {
  return { year: yearOf(day), month: digits(day, 5), dayOfMonth: digits(day, 8) };
}

/** Days since 1970-01-01. The fastest way to compare and count in loops. Takes a day that was checked before. */
export function toEpochDay(day: PlainDate): number {
  return epochDayOf(yearOf(day), digits(day, 5), digits(day, 8));
}

/** The calendar year in which an epoch day lies. */
export function yearOfEpochDay(day: number): number {
  const estimate = Math.floor(day / 365.2425) + 1970;
  if (epochDayOfYear(estimate) > day) return estimate - 1;
  return epochDayOfYear(estimate + 1) <= day ? estimate + 1 : estimate;
}

/** The day that lies so many days after 1970-01-01. */
export function fromEpochDay(days: number): PlainDate {
  const year = yearOfEpochDay(days);
  const dayOfYear = days - epochDayOfYear(year);
  const leap = isLeapYear(year);
  let month = 1;
  while (month < 12 && dayOfYear >= (DAYS_BEFORE[month] ?? 0) + (leap && month >= 2 ? 1 : 0)) month += 1;
  const dayOfMonth = dayOfYear - (DAYS_BEFORE[month - 1] ?? 0) - (leap && month > 2 ? 1 : 0) + 1;
  return `${year}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/** The day so many calendar days later (or earlier, when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days);
}

/** Calendar days from one day to another: 1 from today to tomorrow, negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/**
 * The same day so many months later; the last day of the month when that day doesn't exist: 31 January + 1 is 28
 * February.
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const monthIndex = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12;
  const dayOfMonth = Math.min(Number(day.slice(8, 10)), lengthOfMonth(year, month + 1));
  return `${year}-${String(month + 1).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(day: PlainDate, years: number): PlainDate {
  return addMonths(day, years * 12);
}

/** 1 for Monday up to 7 for Sunday, as ISO 8601 counts. */
export function weekday(day: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((toEpochDay(day) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The earlier of two days. */
export function earliest(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}
