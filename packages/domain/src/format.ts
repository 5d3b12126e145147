import type { Cents } from "./money";
import { weekday, type PlainDate } from "./plain-date";

export type Language = "nl" | "en";

const NBSP = "\u00a0";
const MINUS = "\u2212";

const WEEKDAYS = {
  nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;

const MONTHS = {
  nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const;

const SHORT_MONTHS_NL = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"] as const;

/**
 * An amount as people read it: "€ 1.234,56" in Dutch, "€ 1,234.56" in English, with a space that can't break and a real
 * minus.
 */
export function formatMoney(value: Cents, language: Language = "nl"): string {
  const [thousands, decimal] = language === "nl" ? [".", ","] : [",", "."];
  const absolute = Math.abs(value);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? `${MINUS}${NBSP}` : ""}€${NBSP}${whole}${decimal}${String(absolute % 100).padStart(2, "0")}`;
}

/**
 * How a day is written: "short" is "di 24 nov", "long" "dinsdag 24 november", "full" adds the year, "digits" is
 * 24-11-2026.
 */
export type DayStyle = "short" | "short-year" | "long" | "full" | "digits";

/** A day as people read it, in Dutch or English. The short form gets its year when `today` lies in another year. */
export function formatDay(day: PlainDate, style: DayStyle = "full", language: Language = "nl", today?: PlainDate): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7)) - 1;
  const dayOfMonth = Number(day.slice(8, 10));
  if (style === "digits") return `${day.slice(8, 10)}-${day.slice(5, 7)}-${year}`;
  const name = WEEKDAYS[language][weekday(day) - 1] ?? "";
  if (style === "long" || style === "full") {
    const text = `${name} ${dayOfMonth} ${MONTHS[language][month]}`;
    return style === "full" ? `${text} ${year}` : text;
  }
  const shortMonth = language === "nl" ? SHORT_MONTHS_NL[month] : (MONTHS.en[month] ?? "").slice(0, 3);
  const text = `${name.slice(0, language === "nl" ? 2 : 3)} ${dayOfMonth} ${shortMonth}`;
  return style === "short-year" || (today !== undefined && today.slice(0, 4) !== year) ? `${text} ${year}` : text;
}

/** An IBAN in groups of four, as banks print it. */
export function formatIban(iban: string): string {
  return iban.replace(/\s+/g, "").replace(/(.{4})(?=.)/g, `$1${NBSP}`);
}

/** Dutch areas and services whose numbers are three figures and seven; all other areas are four and six. */
const SHORT_AREAS = new Set([
  "10", "13", "14", "15", "20", "23", "24", "26", "30", "33", "35", "36", "38", "40", "43", "45", "46", "50", "53", "55", "58",
  "70", "71", "72", "73", "74", "75", "76", "77", "78", "79", "85", "88", "91",
]);

/**
 * A telephone number as people in the Netherlands write it: "+31612345678" is "06 12 34 56 78", "+31301234567" is "030 123 45 67".
 * A number of another country stays as it is.
 */
export function formatPhone(e164: string): string {
  const national = /^\+31(\d{9})$/.exec(e164)?.[1];
  if (!national) return e164;
  const inPairs = (figures: string): string => figures.replace(/(\d{2})(?=\d)/g, `$1${NBSP}`);
  if (national.startsWith("6")) return `06${NBSP}${inPairs(national.slice(1))}`;
  if (!SHORT_AREAS.has(national.slice(0, 2))) return `0${national.slice(0, 3)}${NBSP}${inPairs(national.slice(3))}`;
  return `0${national.slice(0, 2)}${NBSP}${national.slice(2, 5)}${NBSP}${inPairs(national.slice(5))}`;
}
