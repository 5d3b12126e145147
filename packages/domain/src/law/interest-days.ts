import { epochDayOfYear, toEpochDay, yearOfEpochDay, type PlainDate } from "../plain-date";
import type { DatedTable } from "./dated-table";
import { COMMERCIAL_RATES, CONSUMER_RATES, type InterestRateRow } from "./statutory-interest.rates";

/**
 * How days become parts of a year. No rule of law was found for it, so it is a setting: 365 always, or the length of
 * the calendar year that the day lies in.
 */
export type DayCount = "actual/365" | "actual/calendar-year";

/**
 * The denominator of all interest: cents × basis points × days are divided by it. 365 × 366 holds both kinds of year.
 */
export const INTEREST_UNIT = { "actual/365": 10_000 * 365, "actual/calendar-year": 10_000 * 365 * 366 } as const;

/** A rate and the epoch day from which it runs, for loops. */
interface RateStart {
  start: number;
  rateBasisPoints: number;
  source: string;
}

/** Rates in order of day; `checkedUntil` is null for an agreed rate, which nobody needs to look up. */
export interface RateSchedule {
  name: string;
  starts: readonly RateStart[];
  checkedUntil: PlainDate | null;
}

const schedules = {
  consumer: scheduleOf(CONSUMER_RATES),
  commercial: scheduleOf(COMMERCIAL_RATES),
};

function scheduleOf(table: DatedTable<InterestRateRow>): RateSchedule {
  return {
    name: table.name,
    checkedUntil: table.checkedUntil,
    starts: table.rows.map(({ from, rateBasisPoints, source }) => ({
      start: toEpochDay(from),
      rateBasisPoints,
      source,
    })),
  };
}

/** The statutory rates of a kind. */
export function statutorySchedule(kind: "consumer" | "commercial"): RateSchedule {
  return schedules[kind];
}

/** One agreed rate for all days. */
export function agreedSchedule(rateBasisPoints: number): RateSchedule {
  const start = Number.NEGATIVE_INFINITY;
  return {
    name: "agreed interest",
    checkedUntil: null,
    starts: [{ start, rateBasisPoints, source: "agreed between the parties (BW 6:119 lid 3)" }],
  };
}

/** The first epoch day of the next calendar year, and the length of the year of an epoch day. */
function calendarYear(day: number): { next: number; days: number } {
  const year = yearOfEpochDay(day);
  const next = epochDayOfYear(year + 1);
  return { next, days: next - epochDayOfYear(year) };
}

/**
 * Rate × days over the days after `after` up to and including `upTo`, in units of {@link INTEREST_UNIT}: a whole number
 * that, times a base in cents, is the interest exactly. At most a year is asked at a time, so it stays below 1.4 × 10⁹
 * even at 100%.
 */
export function interestWeight(schedule: RateSchedule, after: number, upTo: number, dayCount: DayCount): number {
  if (dayCount === "actual/365") return rateDays(schedule, after, upTo);
  let weight = 0;
  for (let from = after; from < upTo;) {
    const year = calendarYear(from + 1);
    const until = Math.min(upTo, year.next - 1);
    weight += rateDays(schedule, from, until) * (year.days === 366 ? 365 : 366);
    from = until;
  }
  return weight;
}

function rateDays(schedule: RateSchedule, after: number, upTo: number): number {
  const { starts } = schedule;
  let total = 0;
  let end = upTo;
  for (let index = starts.length - 1; index >= 0 && end > after; index -= 1) {
    const row = starts[index];
    if (!row || row.start > end) continue;
    const from = row.start > after ? row.start - 1 : after;
    total += row.rateBasisPoints * (end - from);
    end = from;
  }
  return total;
}

/** A run of days with one rate (and, by calendar year, one length of year). Epoch days, both included. */
export interface RateRun {
  from: number;
  until: number;
  rateBasisPoints: number;
  /** The days of the year by which this run is divided. */
  yearDays: number;
  source: string;
}

/**
 * The days after `after` up to and including `upTo`, cut where the rate changes; equal rates side by side are one run.
 */
export function rateRuns(schedule: RateSchedule, after: number, upTo: number, dayCount: DayCount): RateRun[] {
  const runs: RateRun[] = [];
  for (let from = after + 1; from <= upTo;) {
    const index = schedule.starts.findLastIndex((row) => row.start <= from);
    const row = schedule.starts[index];
    if (!row) throw new RangeError(`${schedule.name}: no rate is known that early`);
    const year = dayCount === "actual/365" ? { next: Number.POSITIVE_INFINITY, days: 365 } : calendarYear(from);
    const next = schedule.starts[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const until = Math.min(upTo, next - 1, year.next - 1);
    const last = runs.at(-1);
    if (last && last.rateBasisPoints === row.rateBasisPoints && last.yearDays === year.days) last.until = until;
    else runs.push({ from, until, rateBasisPoints: row.rateBasisPoints, yearDays: year.days, source: row.source });
    from = until + 1;
  }
  return runs;
}
