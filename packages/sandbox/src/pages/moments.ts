import { formatDay, isPlainDate, type Language } from "@tegemoet/domain";

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A moment as people read it, in Amsterdam: "di 24 nov 2026, 09:15". What is no moment is given back as it is. */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const [day = "", time = ""] = CLOCK.format(at).split(" ");
  return isPlainDate(day) ? `${formatDay(day, "short-year", language)}, ${time}` : moment;
}

/** Bytes as people read them: "48 kB". */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
