import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import {
  BANK_FIELDS, BankRowReader, missingBankFields, readBankTable, readTable, sniffFile, SNIFF_BYTES, suggestBankMapping, type BankField, type BankMapping, type BankRow,
  type BankRowFault, type Table,
} from "@tegemoet/files";

/** Whether a file is a table that a person has to name the columns of, unless that was done before. */
export function isBankTable(bytes: Uint8Array, fileName: string): boolean {
  const kind = sniffFile(bytes.subarray(0, SNIFF_BYTES), fileName);
  return kind === "csv" || kind === "xlsx";
}

/** A bank's own export as a table. Refuses with all of `readTable`. */
export function bankTableOf(bytes: Uint8Array, fileName: string): Promise<Table> {
  return readTable(bytes, sniffFile(bytes.subarray(0, SNIFF_BYTES), fileName) === "xlsx" ? "xlsx" : "csv");
}

export interface BankTablePreview {
  table: Table;
  mapping: BankMapping;
  /** Whether the mapping was chosen before for a header like this. */
  remembered: boolean;
  missing: BankField[];
  rows: BankRow[];
  faults: BankRowFault[];
  statements: { account: string; from: PlainDate | null; until: PlainDate | null; lines: number; openingCents: Cents | null; closingCents: Cents | null; differenceCents: Cents | null }[];
}

/** Rows and faults that a person sees before anything is taken. */
const MOST_SHOWN = 20;

/** What an import of a table would bring, by the import's own code; nothing is written. */
export async function previewBankTable(table: Table, { chosen, known }: { chosen?: BankMapping; known?: BankMapping }): Promise<BankTablePreview> {
  const mapping = onlyColumnsOf(chosen ?? known ?? suggestBankMapping(table.columns), table.columns);
  const missing = missingBankFields(mapping);
  const preview: BankTablePreview = { table, mapping, remembered: chosen === undefined && known !== undefined, missing, rows: [], faults: [], statements: [] };
  if (missing.length > 0) return preview;
  const reader = new BankRowReader(table, mapping);
  for (const row of table.rows) {
    const read = reader.read(row);
    const [list, what] = "code" in read ? [preview.faults, read] : [preview.rows, read];
    if (list.length < MOST_SHOWN) (list as unknown[]).push(what);
  }
  if (preview.faults.length > 0) return preview;
  for await (const event of readBankTable(table, mapping)) {
    const last = preview.statements.at(-1);
    if (event.type === "statement") preview.statements.push({ account: event.account, from: null, until: null, lines: 0, openingCents: event.opening?.amount ?? null, closingCents: null, differenceCents: null });
    if (!last) continue;
    if (event.type === "entry") Object.assign(last, { from: last.from ?? event.bookedOn, until: event.bookedOn, lines: last.lines + 1 });
    if (event.type === "statement-end") Object.assign(last, { closingCents: event.closing?.amount ?? null, differenceCents: event.sumCheck.difference ?? null });
  }
  return preview;
}

/** A mapping without columns that this file doesn't have. Refuses with INPUT_INVALID when one column is named twice. */
export function onlyColumnsOf(mapping: BankMapping, columns: readonly string[]): BankMapping {
  const there = new Set(columns);
  const kept = BANK_FIELDS.flatMap((field) => {
    const column = mapping.columns[field];
    return column !== undefined && there.has(column) ? [[field, column] as const] : [];
  });
  if (new Set(kept.map(([, column]) => column)).size < kept.length) throw new Refusal("INPUT_INVALID", { fields: ["mapping: each column once"] });
  return { ...mapping, columns: Object.fromEntries(kept) };
}
