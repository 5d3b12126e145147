import { Refusal } from "@tegemoet/domain";
import { readTable, sniffFile, SNIFF_BYTES, type Table } from "@tegemoet/files";
import type { Reader } from "../../platform/database/transaction";
import { compareInvoices, type Comparison } from "./compare-invoices";
import { NEEDED_FIELDS, onlyColumnsOf, signatureOf, suggestMapping, type ImportField, type ImportMapping } from "./import-fields";
import { findImportFile, findMapping } from "./import-mapping.queries";
import { understandTable, type UnderstoodRow } from "./table-source";

/** Rows that a person sees before anything is taken. */
export const PREVIEW_ROWS = 20;
/** So many are held against the books in one question. */
const COMPARE_AT_ONCE = 2_000;

/** A row with what the import would make of it. */
export interface PlannedRow {
  readonly row: UnderstoodRow;
  readonly outcome: "created" | "changed" | "unchanged" | "refused";
  readonly refusal?: { readonly code: string; readonly details: object };
}

export interface ImportPreview {
  readonly table: Table;
  readonly mapping: ImportMapping;
  /** Whether the mapping was chosen before for a header like this. */
  readonly remembered: boolean;
  /** Needed, but without a column. */
  readonly missing: readonly ImportField[];
  readonly rows: readonly PlannedRow[];
}

/**
 * Reads the file of an import and tells what would come of every row, without writing anything: the dry run is the import's own code.
 *
 * Refuses with NOT_FOUND without a file, and with all of {@link readTable}.
 *
 * @param chosen The mapping a person chose; else the remembered one, else what the names suggest.
 */
export async function previewImport(read: Reading, importId: string, chosen?: ImportMapping): Promise<ImportPreview> {
  const table = await readImportFile(read, importId);
  const remembered = chosen ? undefined : await read((reader) => findMapping(reader, signatureOf(table.columns)));
  const mapping = onlyColumnsOf(chosen ?? remembered ?? suggestMapping(table.columns), table.columns);
  const missing = NEEDED_FIELDS.filter((field) => !mapping.columns[field]);
  const understood = missing.length > 0 ? [] : await understandTable(table, mapping);
  const rows = await read((reader) => planRows(reader, understood));
  return { table, mapping, remembered: remembered !== undefined, missing, rows };
}

/** Asks the books in a transaction of its own: reading a large file holds up nobody. */
export type Reading = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;

/** The file of an import as a table. Refuses with NOT_FOUND, and with all of {@link readTable}. */
export async function readImportFile(read: Reading, importId: string): Promise<Table> {
  const file = await read((reader) => findImportFile(reader, importId));
  if (!file) throw new Refusal("NOT_FOUND");
  return readTableOf(file.bytes, file.fileName);
}

/** A spreadsheet or delimited file as a table. Refuses with all of {@link readTable}. */
export function readTableOf(bytes: Uint8Array, fileName: string): Promise<Table> {
  return readTable(bytes, sniffFile(bytes.subarray(0, SNIFF_BYTES), fileName) === "xlsx" ? "xlsx" : "csv");
}

/** What would come of each row: its own faults first, then two rows of one number that differ, then what the books say. */
export async function planRows(reader: Reader, rows: readonly UnderstoodRow[]): Promise<PlannedRow[]> {
  const planned = new Map<UnderstoodRow, PlannedRow>();
  const others = differingRows(rows);
  const sound: UnderstoodRow[] = [];
  for (const row of rows) {
    const other = others.get(row);
    if (row.faults.length > 0) planned.set(row, { row, outcome: "refused", refusal: { code: "ROW_FAULTY", details: { line: row.line, faults: row.faults } } });
    else if (other !== undefined) planned.set(row, { row, outcome: "refused", refusal: { code: "ROWS_DIFFER", details: { line: row.line, other } } });
    else sound.push(row);
  }
  const seen = new Set<string>();
  for (let start = 0; start < sound.length; start += COMPARE_AT_ONCE) {
    const chunk = sound.slice(start, start + COMPARE_AT_ONCE);
    const comparisons = await compareInvoices(reader, chunk.flatMap(({ invoice }) => invoice ?? []));
    for (const [index, row] of chunk.entries()) planned.set(row, plannedOf(row, comparisons[index] as Comparison, seen));
  }
  return rows.map((row) => planned.get(row) as PlannedRow);
}

function plannedOf(row: UnderstoodRow, comparison: Comparison, seen: Set<string>): PlannedRow {
  const key = `${row.invoice?.kind} ${row.invoice?.number}`;
  const again = seen.has(key);
  seen.add(key);
  if (comparison.outcome === "refused") return { row, outcome: "refused", refusal: { code: comparison.refusal.code, details: { ...comparison.refusal.details, line: row.line } } };
  // The same row twice is one invoice.
  return { row, outcome: again ? "unchanged" : comparison.outcome };
}

/** Rows that share a number with another that says something else, with the line of that other: nobody can tell which is right. */
function differingRows(rows: readonly UnderstoodRow[]): Map<UnderstoodRow, number> {
  const groups = new Map<string, UnderstoodRow[]>();
  for (const row of rows) {
    if (!row.invoice) continue;
    const key = `${row.invoice.kind} ${row.invoice.number}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const others = new Map<UnderstoodRow, number>();
  for (const group of groups.values()) {
    const hashes = new Set(group.map(({ invoice }) => Buffer.from(invoice?.sourceHash ?? []).toString("hex")));
    if (hashes.size > 1) for (const row of group) others.set(row, (group.find((other) => other !== row) as UnderstoodRow).line);
  }
  return others;
}
