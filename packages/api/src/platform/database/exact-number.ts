/**
 * A whole number as PostgreSQL writes it: cents, counts.
 *
 * @throws RangeError beyond what can be counted exactly.
 */
export function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what can be counted exactly`);
  return value;
}
