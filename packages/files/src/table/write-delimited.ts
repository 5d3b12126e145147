/**
 * Rows as a delimited file for people: semicolons, as Dutch spreadsheets expect, and a byte order mark so that they see accents. What a
 * spreadsheet would take for a formula gets an apostrophe in front: cells come from outside (T-65).
 */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(fieldOf).join(";")).join("\r\n")}\r\n`;
}

function fieldOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)*$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}
