import { addDays, type PlainDate } from "@tegemoet/domain";

/** One day to remember: a whole day in the calendar, so that no zone can move it. */
export interface CalendarDay {
  readonly on: PlainDate;
  readonly title: string;
}

/** A calendar file (RFC 5545) with whole days. The same days give the same identifiers, so adding twice changes nothing. */
export function calendarFile(reference: string, days: readonly CalendarDay[], writtenAt: Date): string {
  const stamp = `${writtenAt.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const figures = (day: PlainDate) => day.replaceAll("-", "");
  const events = days.flatMap(({ on, title }, index) => [
    "BEGIN:VEVENT", `UID:${reference}-${index + 1}@tegemoet`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${figures(on)}`,
    `DTEND;VALUE=DATE:${figures(addDays(on, 1))}`, `SUMMARY:${title.replace(/([\\;,])/g, "\\$1")}`, "TRANSP:TRANSPARENT", "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tegemoet//Portal//NL", ...events, "END:VCALENDAR", ""];
  // A line is 75 octets at most; what goes on starts with a space.
  return lines.map((line) => line.replace(/(.{50})(?=.)/gu, "$1\r\n ")).join("\r\n");
}
