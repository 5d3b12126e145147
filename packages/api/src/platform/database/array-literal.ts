/** What would be read as something else than itself when it stands in an array without quotes. */
const NEEDS_QUOTES = /[\s"\\{},]|^$|^null$/i;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const OTHER_IN_JSON = /[\u0000-\u001f\ud800-\udfff]/;

/**
 * A list as PostgreSQL writes arrays, made in one go: pg itself quotes and joins element by element, which of thousands of rows costs more
 * memory than the rows. Undefined for a list with anything but texts, numbers, truths and nulls in it: those are left to pg.
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  let literal = "{";
  let [previous, written]: [unknown, string | undefined] = [undefined, "NULL"];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    // Many columns say the same in row after row.
    if (value !== previous) [previous, written] = [value, elementLiteral(value)];
    if (written === undefined) return undefined;
    literal += index === 0 ? written : `,${written}`;
  }
  return `${literal}}`;
}

function elementLiteral(value: unknown): string | undefined {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "string") return NEEDS_QUOTES.test(value) ? quoted(value) : value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : undefined;
}

/** JSON escapes what an array escapes, and a lot quicker; but it has ways of its own to write signs that can't be seen, and halves of a character. */
function quoted(value: string): string {
  return OTHER_IN_JSON.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : JSON.stringify(value);
}
