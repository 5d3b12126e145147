import type { PlainDate } from "@tegemoet/domain";

/** The one place that looks at the clock. Everything else is given the day or the moment as an argument. */
export interface Clock {
  /** The business moment: in a demo it may stand days ahead of the world outside. */
  now(): Date;
  /** The moment outside: for sessions, keys and whatever else guards a door. */
  realNow(): Date;
}

export const BUSINESS_ZONE = "Europe/Amsterdam";

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: BUSINESS_ZONE, hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/**
 * How far Amsterdam is ahead of UTC, by day, and by hour on the days on which its clocks change (at a whole hour): to ask the calendar of the world
 * costs as much as a query.
 */
const ahead = new Map<number, number | "changes">();
const MOST_REMEMBERED = 10_000;

/** A moment as a date whose UTC fields are Amsterdam's. */
function local(moment: Date): Date {
  const time = moment.getTime();
  const day = Math.floor(time / DAY) * DAY;
  const ofDay = remembered(day, () => {
    const [first, last] = [offsetAt(day), offsetAt(day + DAY - HOUR)];
    return first === last ? first : "changes";
  });
  const hour = Math.floor(time / HOUR) * HOUR;
  return new Date(time + (ofDay === "changes" ? (remembered(hour + 1, () => offsetAt(hour)) as number) : ofDay));
}

/** Days are kept by their first millisecond and hours by their second one. */
function remembered(key: number, ask: () => number | "changes"): number | "changes" {
  const known = ahead.get(key);
  if (known !== undefined) return known;
  if (ahead.size >= MOST_REMEMBERED) ahead.clear();
  const answer = ask();
  ahead.set(key, answer);
  return answer;
}

function offsetAt(time: number): number {
  const read = Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, Number(value)])) as Record<Intl.DateTimeFormatPartTypes, number>;
  return Date.UTC(read.year, read.month - 1, read.day, read.hour, read.minute, read.second) - time;
}

/** The civil day in Amsterdam at a moment. */
export function dayOf(moment: Date): PlainDate {
  return local(moment).toISOString().slice(0, 10);
}

/** Minutes after midnight in Amsterdam at a moment. */
export function minuteOf(moment: Date): number {
  const there = local(moment);
  return there.getUTCHours() * 60 + there.getUTCMinutes();
}

/** The moment at which it is so many minutes after midnight in Amsterdam on a day; in the lost hour of March the hour after. */
export function momentAt(day: PlainDate, minute: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offset = (moment: number): number => local(new Date(moment)).getTime() - moment;
  const guess = asUtc - offset(asUtc);
  return new Date(asUtc - offset(guess));
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date(), realNow: () => new Date() };

/** A clock that stands some days ahead: the demo's, moved by its calendar page. The hour of the day stays the real one. */
export class DemoClock implements Clock {
  offsetDays = 0;

  now(): Date {
    const real = new Date();
    if (this.offsetDays === 0) return real;
    const day = dayOf(new Date(real.getTime() + this.offsetDays * 86_400_000));
    const seconds = real.getTime() % 60_000;
    return new Date(momentAt(day, minuteOf(real)).getTime() + seconds);
  }

  realNow(): Date {
    return new Date();
  }
}

/** A clock that tests and the demo's history set by hand. */
export class FixedClock implements Clock {
  constructor(public moment: Date) {}

  now(): Date {
    return this.moment;
  }

  realNow(): Date {
    return new Date();
  }

  /** Stands still at an hour of a day, ten in the morning unless told. */
  set(day: PlainDate, minute = 600): void {
    this.moment = momentAt(day, minute);
  }
}
