import { addDays, fromEpochDay, isPlainDate, toEpochDay, weekday, type PlainDate } from "./plain-date";

/**
 * Why a day is no working day for Dutch terms (Algemene termijnenwet, "Atw", art. 3): recognised by the act itself (lid
 * 1), Good Friday (lid 2), equated by royal decree (lid 3), or a feast that always falls on a Sunday and so is free by
 * art. 1.
 */
export type HolidayKind = "recognised" | "good-friday" | "equated-by-decree" | "sunday";

/** A Dutch holiday: its day, its Dutch name, why it counts, and where that is written. */
export interface Holiday {
  day: PlainDate;
  name: string;
  kind: HolidayKind;
  source: string;
}

/** A decree under Atw art. 3 lid 3: the years it rules, and the days it equates with a holiday. */
export interface EquatedDaysDecree {
  firstYear: number;
  lastYear: number;
  days: readonly PlainDate[];
  source: string;
}

/**
 * The days that were equated with a holiday, decree by decree. A new decree comes about every three years; the years
 * 2020–2022 are left out because we have not read theirs.
 */
export const EQUATED_DAYS: readonly EquatedDaysDecree[] = [
  {
    firstYear: 2017,
    lastYear: 2019,
    days: ["2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31", "2019-12-27"],
    source: "Atw art. 3 lid 3; Besluit van 24 oktober 2016, nr. 2016001827 (BWBR0038666)",
  },
  {
    firstYear: 2023,
    lastYear: 2025,
    days: ["2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"],
    source: "Atw art. 3 lid 3; decree for 2023–2025",
  },
  {
    firstYear: 2026,
    lastYear: 2028,
    days: ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"],
    source: "Atw art. 3 lid 3; Stcrt. 2025, 24713",
  },
];

/**
 * The last day for which a decree is known. After it a Friday after Ascension may become a holiday that we don't know
 * of.
 */
export const equatedDaysKnownUntil: PlainDate = "2028-12-31";

/** Whether the days equated by decree are known for a year, so that a screen can say when they are not. */
export function equatedDaysKnown(year: number): boolean {
  return EQUATED_DAYS.some((decree) => decree.firstYear <= year && year <= decree.lastYear);
}

/**
 * Easter Sunday of a year, by the Gregorian computus (Meeus, Jones and Butcher).
 *
 * The names are those of the published method: golden number, century, and the corrections for leap years and the moon.
 */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return addDays(isoDay(year, "03-01"), marchDay - 1);
}

/**
 * The Dutch holidays of a year in order of day, as terms know them.
 *
 * Source: Algemene termijnenwet art. 3: 5 May counts every year (that many people work then is another matter), Good
 * Friday is equated (lid 2), and so are the days of the decrees in {@link EQUATED_DAYS} (lid 3). The King's birthday is
 * kept on 27 April, on the 26th when that is a Sunday; until 2013 the Queen's was kept on 30 April.
 *
 * @throws RangeError for a year that isn't a whole number from 1965, when the act took force, up to 2999.
 */
export function dutchHolidays(year: number): Holiday[] {
  if (!Number.isInteger(year) || year < 1965 || year > 2999) {
    throw new RangeError(
      `${year} is not a year from 1965 to 2999, the years the Algemene termijnenwet is computed for`,
    );
  }
  const easter = easterSunday(year);
  const days: Holiday[] = [
    recognised(isoDay(year, "01-01"), "Nieuwjaarsdag"),
    { day: addDays(easter, -2), name: "Goede Vrijdag", kind: "good-friday", source: "Atw art. 3 lid 2" },
    { day: easter, name: "Eerste Paasdag", kind: "sunday", source: "Atw art. 1" },
    recognised(addDays(easter, 1), "Tweede Paasdag"),
    birthday(year),
    recognised(isoDay(year, "05-05"), "Bevrijdingsdag"),
    recognised(addDays(easter, 39), "Hemelvaartsdag"),
    { day: addDays(easter, 49), name: "Eerste Pinksterdag", kind: "sunday", source: "Atw art. 1" },
    recognised(addDays(easter, 50), "Tweede Pinksterdag"),
    recognised(isoDay(year, "12-25"), "Eerste Kerstdag"),
    recognised(isoDay(year, "12-26"), "Tweede Kerstdag"),
  ];
  for (const decree of EQUATED_DAYS) {
    for (const day of decree.days) {
      if (day.startsWith(`${year}-`)) {
        days.push({ day, name: "Gelijkgestelde dag", kind: "equated-by-decree", source: decree.source });
      }
    }
  }
  days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return days.flatMap((holiday, index) => joined(holiday, days[index - 1], days[index + 1]));
}

/** Two feasts on one day, as Ascension on 5 May 2016, are one day off with two names. */
function joined(holiday: Holiday, before: Holiday | undefined, after: Holiday | undefined): Holiday[] {
  if (before?.day === holiday.day) return [];
  return [after?.day === holiday.day ? { ...holiday, name: `${holiday.name} en ${after.name}` } : holiday];
}

function recognised(day: PlainDate, name: string): Holiday {
  return { day, name, kind: "recognised", source: "Atw art. 3 lid 1" };
}

function birthday(year: number): Holiday {
  const [day, name] = year >= 2014 ? [isoDay(year, "04-27"), "Koningsdag"] : [isoDay(year, "04-30"), "Koninginnedag"];
  return recognised(weekday(day) === 7 ? addDays(day, -1) : day, name);
}

function isoDay(year: number, monthAndDay: string): PlainDate {
  return `${year}-${monthAndDay}`;
}

/** Holidays of the years asked before, as epoch days: a night asks for the same few years a million times. */
const epochHolidays = new Map<number, ReadonlySet<number>>();

function holidaysOfYear(year: number): ReadonlySet<number> {
  let days = epochHolidays.get(year);
  if (!days) {
    days = new Set(dutchHolidays(year).map((holiday) => toEpochDay(holiday.day)));
    epochHolidays.set(year, days);
  }
  return days;
}

/** Whether a day is a Dutch holiday by Atw art. 3. A plain Sunday is none. */
export function isHoliday(day: PlainDate): boolean {
  return holidaysOfYear(Number(day.slice(0, 4))).has(toEpochDay(day));
}

/** Whether a day is neither Saturday, Sunday nor holiday (Atw art. 1 and 3). */
export function isBusinessDay(day: PlainDate): boolean {
  return weekday(day) <= 5 && !isHoliday(day);
}

/** The day itself when it is a working day, else the first one after it: where a term by Atw art. 1 ends. */
export function nextBusinessDay(day: PlainDate): PlainDate {
  let found = day;
  while (!isBusinessDay(found)) found = addDays(found, 1);
  return found;
}

/**
 * The day that lies so many working days later, or earlier when `count` is negative. The day itself is never counted,
 * and 0 gives it back as it is.
 *
 * @throws RangeError when the day is none, or the count isn't a whole number.
 */
export function addBusinessDays(day: PlainDate, count: number): PlainDate {
  if (!isPlainDate(day)) throw new RangeError(`"${day}" is not a day such as 2026-11-20`);
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of working days`);
  const direction = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, direction);
    if (isBusinessDay(found)) left -= 1;
  }
  return found;
}

/**
 * How many working days lie after `from`, up to and including `to`: 1 from Friday to Monday. Negative when `to` lies
 * earlier, so that `businessDays(a, b)` is always `-businessDays(b, a)`.
 */
export function businessDays(from: PlainDate, to: PlainDate): number {
  if (to < from) return 0 - businessDays(to, from);
  const last = toEpochDay(to);
  let count = 0;
  for (let day = toEpochDay(from) + 1; day <= last; day += 1) {
    if (isBusinessDay(fromEpochDay(day))) count += 1;
  }
  return count;
}
