import { fromEpochDay } from "@tegemoet/domain";
import type { TableCell } from "../table/table";
import { EMPTY_CELL } from "../table/table";
import type { XmlElement } from "../xml/xml-element";

/** What cells need of the rest of their workbook. */
export interface Workbook {
  readonly strings: readonly string[];
  /** Styles, by index, that show a number as a day. */
  readonly dateStyles: ReadonlySet<number>;
  /** Whether days are counted from 1904, as old programs for the Macintosh did. */
  readonly from1904: boolean;
}

/** The column of a reference such as "C5" or "C", from 1. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? "")?.[1];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** What stands in a cell. A formula counts as the value that was kept beside it. */
export function cellOf(cell: XmlElement, { strings, dateStyles, from1904 }: Workbook, textOf: (item: XmlElement) => string): TableCell {
  const { t: type = "n", s: style } = cell.attributes;
  const value = cell.value("v");
  const inline = cell.at("is");
  if (type === "inlineStr" && inline) return plain(textOf(inline));
  if (value === undefined) return cell.at("f") ? { text: `=${cell.value("f") ?? ""}`.slice(0, 200), type: "text", fault: "FORMULA" } : EMPTY_CELL;
  if (type === "s") return plain(strings[Number(value)] ?? "");
  if (type === "str") return plain(value);
  if (type === "e") return { text: value, type: "text", fault: "CELL_ERROR" };
  if (type === "b") return plain(value === "1" ? "ja" : "nee");
  if (type === "d") return { text: value.slice(0, 10), type: "day" };
  const number = Number(value);
  if (!Number.isFinite(number)) return plain(value);
  if (dateStyles.has(Number(style ?? 0))) {
    const day = dayOfSerial(number, from1904);
    if (day) return { text: day, type: "day" };
  }
  return { text: decimalOf(number), type: "number" };
}

function plain(text: string): TableCell {
  return { text: text.trim(), type: "text" };
}

const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
/** 1 January 1960 and 31 December 2199 in days from 1900: a number outside is an amount, not a day. */
const [FIRST_SERIAL, LAST_SERIAL] = [21_916, 109_574];

/** 46346 is 2026-11-20: the days since 30 December 1899, which counts the 29 February 1900 that never was. Undefined when no invoice can be of that day. */
export function dayOfSerial(serial: number, from1904 = false): string | undefined {
  const whole = Math.floor(serial) + (from1904 ? EPOCH_1904 - EPOCH_1900 : 0);
  return whole >= FIRST_SERIAL && whole <= LAST_SERIAL ? fromEpochDay(whole + EPOCH_1900) : undefined;
}

/** 1234.5599999999999 is 1234.56: what a spreadsheet shows, without the noise of binary fractions. Never "1e+21". */
function decimalOf(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return /e/i.test(text) ? number.toFixed(Math.abs(number) < 1 ? 10 : 0) : text;
}
