/**
 * A column of many rows as one text with commas between its values, nothing for null. Hundreds of thousands of rows take a fraction of what they
 * take one by one: on their way, to read, and in memory. For what has no comma in it: ids, days, cents, names of ours.
 *
 * @param expression Of a row; the order of the values is that of the rows, so aggregate over a subquery that has one.
 * @see {@link valuesOf} for the other side, and {@link listOf} to ask about the same values.
 */
export function columnOf(expression: string): string {
  return `coalesce(string_agg(coalesce((${expression})::text, ''), ','), '')`;
}

/**
 * The values of columns of the same rows. Of no rows at all a column is empty, which reads as one empty value: look at one that is never null
 * first.
 *
 * @throws RangeError when they differ in length: then one of them had a comma in it, and every value behind that would be another row's.
 */
export function valuesOf<const Columns extends readonly string[]>(...columns: Columns): { [Index in keyof Columns]: string[] } {
  const values = columns.map((column) => column.split(","));
  if (values.some(({ length }) => length !== values[0]?.length)) throw new RangeError("columns of the same rows differ in length");
  return values as { [Index in keyof Columns]: string[] };
}

/** A column of ids as PostgreSQL takes a list of them. */
export function listOf(column: string): string {
  return `{${column}}`;
}
