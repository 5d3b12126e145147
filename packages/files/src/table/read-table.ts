import { Refusal } from "@tegemoet/domain";
import { readDelimited } from "../delimited/read-delimited";
import { MAX_TABLE_ROWS, readXlsx } from "../xlsx/read-xlsx";
import { columnLetter, EMPTY_CELL, type MergedRange, type Table, type TableCell, type TableRow } from "./table";

/** The header stands within the first so many rows that hold something; titles may come before it. */
const ROWS_BEFORE_HEADER = 20;

/**
 * Reads a spreadsheet or delimited file as a table with named columns. The header is the first row that is wide enough and
 * holds words only; titles above it are passed over.
 *
 * Refuses with FILE_HEADER_MERGED when cells of the header are merged, FILE_FIELD_MISSING without a header or without rows
 * under it, FILE_TOO_LARGE past 100,000 rows, and with all of {@link readXlsx} and {@link readDelimited}.
 */
export async function readTable(bytes: Uint8Array, kind: "csv" | "xlsx"): Promise<Table> {
  if (kind === "xlsx") {
    const { name, rows, merged } = await readXlsx(bytes);
    return { kind, sheet: name, ...tableOf(rows, merged) };
  }
  const rows: TableRow[] = [];
  let form: { separator: string; encoding: string } | undefined;
  const options = { told: (found: { separator: string; encoding: string }) => { form = found; } };
  for await (const { line, cells } of readDelimited(bytes, options)) {
    rows.push({ line, cells: cells.map(delimitedCell) });
    if (rows.length > MAX_TABLE_ROWS + 1) throw new Refusal("FILE_TOO_LARGE", { line, limitRows: MAX_TABLE_ROWS });
  }
  return { kind, ...form, ...tableOf(rows, []) };
}

/** A formula in a delimited file is text that a spreadsheet would compute: we have no value of it. */
function delimitedCell(text: string): TableCell {
  if (text === "") return EMPTY_CELL;
  return /^'?=/.test(text) && !/^="[^"=]*"$/.test(text) ? { text, type: "text", fault: "FORMULA" } : { text: unguarded(text), type: "text" };
}

/** `="0012"` and `'0012` are how programs keep a spreadsheet from eating the zeros. */
function unguarded(text: string): string {
  const guarded = /^="([^"=]*)"$/.exec(text)?.[1];
  return guarded ?? (/^'(?=[\d+-])/.test(text) ? text.slice(1) : text);
}

function tableOf(rows: readonly TableRow[], merged: readonly MergedRange[]): Pick<Table, "headerLine" | "columns" | "rows"> {
  const first = rows.slice(0, ROWS_BEFORE_HEADER);
  const widest = Math.max(...first.map(({ cells }) => filled(cells)), 0);
  const index = first.findIndex(({ cells }) => filled(cells) >= Math.max(2, widest * 0.6) && cells.every(isWordOrEmpty));
  const header = first[index];
  if (!header) throw new Refusal("FILE_FIELD_MISSING", { field: "header", line: first[0]?.line ?? 1 });
  const over = merged.find(({ fromLine, untilLine, fromColumn, untilColumn }) => fromLine <= header.line && untilLine >= header.line && untilColumn > fromColumn);
  if (over) {
    const range = `${columnLetter(over.fromColumn)}${over.fromLine}:${columnLetter(over.untilColumn)}${over.untilLine}`;
    throw new Refusal("FILE_HEADER_MERGED", { line: header.line, range });
  }
  const under = rows.slice(index + 1);
  if (under.length === 0) throw new Refusal("FILE_FIELD_MISSING", { field: "rows", line: header.line });
  const width = Math.max(header.cells.length, ...first.map(({ cells }) => cells.length));
  return { headerLine: header.line, columns: namesOf(header.cells, width), rows: under };
}

function filled(cells: readonly TableCell[]): number {
  return cells.filter(({ text }) => text !== "").length;
}

function isWordOrEmpty({ text, type }: TableCell): boolean {
  return type === "text" && (text === "" || (/\p{L}/u.test(text) && !/^\d{4}-\d\d-\d\d|@/.test(text)));
}

function namesOf(cells: readonly TableCell[], width: number): string[] {
  const names: string[] = [];
  for (let index = 0; index < width; index += 1) {
    const own = cells[index]?.text.replace(/\s+/g, " ").slice(0, 80) || columnLetter(index + 1);
    let name = own;
    for (let again = 2; names.includes(name); again += 1) name = `${own} (${again})`;
    names.push(name);
  }
  return names;
}
