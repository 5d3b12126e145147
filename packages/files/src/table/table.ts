/** One cell, as a spreadsheet holds it or a delimited file wrote it. */
export interface TableCell {
  /** What a person sees: a number with a decimal point, a day as 2026-11-20, text without blanks around it. */
  readonly text: string;
  /** "text" is all that a delimited file has; "number" and "day" come from a spreadsheet and need no guessing. */
  readonly type: "text" | "number" | "day";
  /** Why there is nothing to read: a formula that was never computed, or an error such as #REF!. */
  readonly fault?: "FORMULA" | "CELL_ERROR";
}

export interface TableRow {
  /** Where it stands in the file or the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly TableCell[];
}

/** A file with rows and named columns. */
export interface Table {
  readonly kind: "csv" | "xlsx";
  /** The line of the header. */
  readonly headerLine: number;
  /** Names from the header; a nameless column is called after its letter, a second of one name gets a number. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Of a delimited file. */
  readonly separator?: string;
  readonly encoding?: string;
  /** Of a spreadsheet: the sheet that was read. */
  readonly sheet?: string;
}

/** A range of merged cells in a sheet, all from 1. */
export interface MergedRange {
  readonly fromLine: number;
  readonly untilLine: number;
  readonly fromColumn: number;
  readonly untilColumn: number;
}

export const EMPTY_CELL: TableCell = { text: "", type: "text" };

/** "A" for 1, "Z" for 26, "AA" for 27. */
export function columnLetter(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
