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

interface LocalTime { readonly year: string; readonly month: string; readonly day: string; readonly hour: string; readonly minute: string; readonly second: string }

/** The last moment that was asked for: one act asks for its own moment again and again. */
let last: { readonly time: number; readonly local: LocalTime } | undefined;

function local(moment: Date): LocalTime {
  const time = moment.getTime();
  if (last?.time !== time) last = { time, local: Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, part.value])) as unknown as LocalTime };
  return last.local;
}

/** The civil day in Amsterdam at a moment. */
export function dayOf(moment: Date): PlainDate {
  const { year, month, day } = local(moment);
  return `${year}-${month}-${day}`;
}

/** Minutes after midnight in Amsterdam at a moment. */
export function minuteOf(moment: Date): number {
  const { hour, minute } = local(moment);
  return Number(hour) * 60 + Number(minute);
}

/** The moment at which it is so many minutes after midnight in Amsterdam on a day; in the lost hour of March the hour after. */
export function momentAt(day: PlainDate, minute: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offset = (moment: number): number => {
    const { year, month, day: date, hour, minute: minutes, second } = local(new Date(moment));
    return Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minutes), Number(second)) - moment;
  };
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
