/** A column of an export. Amounts go out as a decimal number with a point, days as ISO: what spreadsheets and scripts both read. */
export interface CsvColumn<Row> {
  head: string;
  value: (row: Row) => string | number | null | undefined;
}

/**
 * A table as text with commas. Fields with a comma, quote or line end are quoted, and what a spreadsheet would take for a formula
 * gets an apostrophe in front: names come from outside.
 */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const field = (value: string | number | null | undefined) => {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
  };
  return [columns.map(({ head }) => field(head)), ...rows.map((row) => columns.map(({ value }) => field(value(row))))].map((line) => line.join(",")).join("\r\n");
}

/** Offers a text as a file. The mark at the start tells spreadsheets that it is UTF-8. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Every page of a list, one after the other. */
export async function allPages<Row>(page: (after: string | null) => Promise<{ rows: readonly Row[]; nextCursor: string | null }>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const next: { rows: readonly Row[]; nextCursor: string | null } = await page(after);
    rows.push(...next.rows);
    if (next.nextCursor === null || next.rows.length === 0) return rows;
    after = next.nextCursor;
  }
}
