import { isPlainDate, Refusal, type PlainDate, type RefusalDetails } from "@tegemoet/domain";

/** Where in a file something stands: the line, and what a person calls the place. */
export interface Place {
  readonly line: number;
  readonly statement?: number;
  readonly entry?: number;
}

/** A refusal for a field that isn't there but is needed. */
export function missing(field: string, place: Place): Refusal {
  return new Refusal("FILE_FIELD_MISSING", { field, ...known(place) });
}

/** A refusal for a field that can't be read; the value is shortened, so that no refusal carries a file. */
export function invalid(field: string, value: string, place: Place): Refusal {
  return new Refusal("FILE_FIELD_INVALID", { field, value: shortened(value), ...known(place) });
}

/** At most 60 characters of a value, on one line. */
export function shortened(value: string): string {
  const text = value.slice(0, 200).replace(/\s+/g, " ").trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * The day of an ISO date or date-time. A moment in UTC gets its day in Amsterdam, so that a midnight written as
 * 22:00Z or 23:00Z isn't the day before; any other offset keeps the day that was written.
 *
 * Refuses with FILE_FIELD_INVALID: 2026-02-30 is no day.
 */
export function dayOf(text: string, field: string, place: Place): PlainDate {
  const match = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text.trim());
  const day = match?.[1];
  if (!match || !isPlainDate(day)) throw invalid(field, text, place);
  if (match[2] === undefined || match[3] === undefined || !/^(Z|[+-]00:?00)$/.test(match[3])) return day;
  const moment = new Date(`${day}${match[2]}Z`);
  if (Number.isNaN(moment.getTime())) throw invalid(field, text, place);
  return amsterdam.format(moment);
}

const amsterdam = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

function known(place: Place): RefusalDetails {
  const { line, statement, entry } = place;
  return { line, ...(statement === undefined ? {} : { statement }), ...(entry === undefined ? {} : { entry }) };
}
