import { isPlainDate, type PlainDate } from "@tegemoet/domain";
import { dayOfSerial } from "../xlsx/xlsx-cell";
import type { TableCell } from "./table";

const MONTHS: readonly (readonly string[])[] = [
  ["jan", "januari", "january"], ["feb", "februari", "february"], ["mrt", "maart", "mar", "march"], ["apr", "april"], ["mei", "may"], ["jun", "juni", "june"],
  ["jul", "juli", "july"], ["aug", "augustus", "august"], ["sep", "sept", "september"], ["okt", "oktober", "oct", "october"], ["nov", "november"],
  ["dec", "december"],
];

/** The day in a cell, or why there is none: "DAY_NOT_THERE" for 29-02-2026, "DAY_UNREADABLE" for what is no day. */
export type DayReading = { readonly day: PlainDate } | { readonly fault: "DAY_NOT_THERE" | "DAY_UNREADABLE" };

/**
 * Reads a day as Dutch and ISO files write it: 20-11-2026, 20/11/26, 20.11.2026, 2026-11-20, 20261120, "20 nov 2026", with or without a
 * time behind it, and the number of a spreadsheet (46346). Day before month, always.
 */
export function readDay({ text, type }: TableCell): DayReading {
  if (type === "number" || /^\d{5}([.,]\d+)?$/.test(text)) {
    const day = /^\d{8}$/.test(text) ? undefined : dayOfSerial(Number(text.replace(",", ".")));
    if (day) return { day };
  }
  const bare = text.replace(/[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/, "").trim();
  const parts = partsOf(bare);
  if (!parts) return { fault: "DAY_UNREADABLE" };
  const day = `${parts.year}-${parts.month.padStart(2, "0")}-${parts.dayOfMonth.padStart(2, "0")}`;
  return isPlainDate(day) ? { day } : { fault: "DAY_NOT_THERE" };
}

interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly dayOfMonth: string;
}

function partsOf(text: string): DayParts | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso) return { year: iso[1] ?? "", month: iso[2] ?? "", dayOfMonth: iso[3] ?? "" };
  const dutch = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2}|[a-z]+)\.?(?:\s*[-/.]\s*|\s+)(\d{4}|\d\d)$/i.exec(text);
  if (!dutch) return undefined;
  const [, dayOfMonth = "", named = "", year = ""] = dutch;
  const month = /^\d/.test(named) ? named : String(MONTHS.findIndex((names) => names.includes(named.toLowerCase())) + 1);
  return month === "0" && !/^\d/.test(named) ? undefined : { year: year.length === 2 ? `20${year}` : year, month, dayOfMonth };
}
