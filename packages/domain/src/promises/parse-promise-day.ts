import type { Language } from "../format";
import { addDays, addMonths, isPlainDate, weekday, type PlainDate } from "../plain-date";

const DAY_WORDS: Record<Language, Record<string, number>> = {
  nl: { vandaag: 0, nu: 0, vanmiddag: 0, vanavond: 0, morgen: 1, overmorgen: 2 },
  en: { today: 0, now: 0, tonight: 0, tomorrow: 1 },
};

// The names a person types, from two letters on. Dutch and English only share "do", "di", "za" and "fr" with other
// words, which we ignore.
const WEEKDAY_NAMES: Record<Language, readonly string[]> = {
  nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  en: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
};

const MONTH_NAMES: Record<Language, readonly string[]> = {
  nl: [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
  ],
  en: [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ],
};

const NEXT_WEEK = /^(?:volgende week|next week)\s+(\p{L}+)$|^(\p{L}+)\s+(?:volgende week|next week)$/u;
const MONTH_END = /^(?:eind|einde|eind van|einde van|end of)(?: de| deze| the| this)?\s*(?:maand|month)$/u;

/**
 * Reads a day as people type it in the call room: "vr", "+7", "+2w", "27-11", "27/11/26", "27 nov", "27", "morgen", "vr
 * volgende week", "eind van de maand". Null when it can't be read, so that the field can say so.
 *
 * A day without a year is the first such day from today on; a weekday is the first one after today, so "vr" on a Friday
 * is a week ahead. Both languages are always understood; `language` decides where they differ.
 */
export function parsePromiseDay(text: string, today: PlainDate, language: Language = "nl"): PlainDate | null {
  const words = text.toLowerCase().trim().replace(/\s+/gu, " ");
  const typed = words.replace(/[.,]+$/u, "").replace(/^(?:op|on|uiterlijk|by) /u, "");
  if (typed === "") return null;
  if (isPlainDate(typed)) return typed;
  for (const tongue of language === "nl" ? (["nl", "en"] as const) : (["en", "nl"] as const)) {
    const day = inWords(typed, today, tongue);
    if (day) return day;
  }
  return relative(typed, today) ?? inFigures(typed, today);
}

function inWords(typed: string, today: PlainDate, language: Language): PlainDate | null {
  const days = DAY_WORDS[language][typed];
  if (days !== undefined) return addDays(today, days);
  if (MONTH_END.test(typed)) return addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1);
  const weekdayNumber = named(typed, WEEKDAY_NAMES[language], 2);
  if (weekdayNumber) return nextWeekday(today, weekdayNumber);
  const ahead = NEXT_WEEK.exec(typed);
  const aheadNumber = ahead ? named(ahead[1] ?? ahead[2] ?? "", WEEKDAY_NAMES[language], 2) : 0;
  if (aheadNumber) return addDays(addDays(today, 8 - weekday(today)), aheadNumber - 1);
  // "vr 27 nov", "27 november 2026", "november 27"
  const written = /^(?:\p{L}+\.? )?(\d{1,2})(?:e|st|nd|rd|th)? ?(\p{L}+)\.?(?: '?(\d{2}|\d{4}))?$/u.exec(typed)
    ?? swap(/^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? '?(\d{2}|\d{4}))?$/u.exec(typed));
  if (!written) return null;
  const name = written[2] === "mrt" && language === "nl" ? "maart" : written[2] ?? "";
  const month = named(name, MONTH_NAMES[language], 3);
  return month ? dayInYear(Number(written[1]), month, written[3], today) : null;
}

function swap(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match ? [match[0], match[2], match[1], match[3]] : null;
}

/** The place of the only name that starts with what was typed, counted from 1; 0 when none or several do. */
function named(typed: string, names: readonly string[], letters: number): number {
  if (typed.length < letters) return 0;
  const found = names.map((name, index) => ({ name, place: index + 1 })).filter(({ name }) => name.startsWith(typed));
  return found.length === 1 ? (found[0]?.place ?? 0) : 0;
}

function nextWeekday(today: PlainDate, wanted: number): PlainDate {
  return addDays(today, (wanted - weekday(today) + 6) % 7 + 1);
}

function relative(typed: string, today: PlainDate): PlainDate | null {
  const match = /^\+ ?(\d{1,3}) ?(d|dg|w|wk|m|mnd|dag(?:en)?|days?|weeks?|weken|maand(?:en)?|months?)?$/u.exec(typed)
    ?? /^(?:over|in) (\d{1,3}) (dag(?:en)?|days?|weeks?|weken|maand(?:en)?|months?)$/u.exec(typed);
  if (!match) return null;
  const count = Number(match[1]);
  const unit = match[2]?.[0] ?? "d";
  return unit === "m" ? addMonths(today, count) : addDays(today, unit === "w" ? count * 7 : count);
}

function inFigures(typed: string, today: PlainDate): PlainDate | null {
  const match = /^(\d{1,2})(?:[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?)?$/u.exec(typed);
  if (!match) return null;
  if (match[2]) return dayInYear(Number(match[1]), Number(match[2]), match[3], today);
  // Only a day of the month: the first month from now on that has it.
  for (let months = 0; months < 3; months += 1) {
    const month = addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7);
    const day = `${month}-${String(match[1]).padStart(2, "0")}`;
    if (isPlainDate(day) && day >= today) return day;
  }
  return null;
}

function dayInYear(dayOfMonth: number, month: number, year: string | undefined, today: PlainDate): PlainDate | null {
  const monthAndDay = [month, dayOfMonth].map((figures) => String(figures).padStart(2, "0")).join("-");
  const text = (yearNumber: number) => `${yearNumber}-${monthAndDay}`;
  if (year) {
    const day = text(Number(year) + (year.length === 2 ? 2000 : 0));
    return isPlainDate(day) ? day : null;
  }
  // 29 February may be up to eight years ahead.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = text(Number(today.slice(0, 4)) + ahead);
    if (isPlainDate(day) && day >= today) return day;
  }
  return null;
}
