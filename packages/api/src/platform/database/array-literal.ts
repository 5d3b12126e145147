/** What would be read as something else than itself when it stands in an array without quotes. */
const NEEDS_QUOTES = /[\s"\\{},]|^$|^null$/i;

/**
 * A list as PostgreSQL writes arrays, made in one go: pg itself quotes and joins element by element, which of thousands of rows costs more
 * memory than the rows. Undefined for a list with anything but texts, numbers, truths and nulls in it: those are left to pg.
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  const parts: string[] = Array.from({ length: values.length });
  for (const [index, value] of values.entries()) {
    if (value === null || value === undefined) parts[index] = "NULL";
    else if (typeof value === "string") parts[index] = NEEDS_QUOTES.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
    else if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") parts[index] = String(value);
    else return undefined;
  }
  return `{${parts.join(",")}}`;
}
