import { formatDay, formatMoney, formatPhone, type DayStyle, type Language } from "@tegemoet/domain";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "./viewer";

const ZONE = "Europe/Amsterdam";
const dayParts = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const timeParts = new Intl.DateTimeFormat("nl-NL", { timeZone: ZONE, hour: "numeric", minute: "2-digit" });

/** The civil day of a moment in Amsterdam. */
export function dayOf(moment: string): string {
  return dayParts.format(new Date(moment));
}

/** Minutes after midnight in Amsterdam. */
export function minuteOf(moment: string): number {
  const [hour = "0", minute = "0"] = timeParts.format(new Date(moment)).split(":");
  return Number(hour) * 60 + Number(minute);
}

/** 570 is "9:30". */
export function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

function makeFormat(language: Language, today: string) {
  const day = (value: string, style: DayStyle = "short") => formatDay(value, style, language, today);
  const time = (moment: string) => timeParts.format(new Date(moment));
  const decimals = (value: number, digits: number) => value.toLocaleString(language === "nl" ? "nl-NL" : "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    language,
    today,
    money: (cents: number) => formatMoney(cents, language),
    /** "+31612345678" is "06 12 34 56 78"; null stays null. */
    phone: <Number extends string | null | undefined>(e164: Number) => (e164 ? formatPhone(e164) : e164) as Number,
    day,
    time,
    /** "di 24 nov 10:12". */
    moment: (value: string) => `${day(dayOf(value))} ${time(value)}`,
    number: (value: number) => value.toLocaleString(language === "nl" ? "nl-NL" : "en-GB"),
    decimals,
    /** 1040 basis points is "10,40 %". */
    percent: (basisPoints: number) => `${decimals(basisPoints / 100, basisPoints % 100 === 0 ? 0 : 2)}\u00a0%`,
    /** An amount that the server gives as a decimal text, with more than two decimals where it has them. */
    exact: (text: string) => {
      const value = Number(text);
      // Some amounts arrive written out already.
      if (Number.isNaN(value)) return text;
      const digits = Math.min(Math.max((text.split(".")[1] ?? "").replace(/0+$/, "").length, 2), 6);
      return `${value < 0 ? "\u2212\u00a0" : ""}€\u00a0${decimals(Math.abs(value), digits)}`;
    },
  };
}

export type Format = ReturnType<typeof makeFormat>;

/** How amounts, days and moments are written for the person who looks. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const today = useViewer()?.today ?? "2026-01-01";
  const language: Language = i18n.language === "en" ? "en" : "nl";
  return useMemo(() => makeFormat(language, today), [language, today]);
}
