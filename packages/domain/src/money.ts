/**
 * Whole cents of one currency. A plain number, so that JSON, SQL `bigint` and React carry it without ceremony;
 * the brand keeps euros, percentages and counts from being passed for it.
 */
export type Cents = number & { readonly __unit?: "cents" };

/** The largest amount we take from outside: ten billion euros, far below 2⁵³ so that sums stay exact. */
export const MAX_CENTS: Cents = 1_000_000_000_000;

/**
 * Checks that a number is a whole amount of cents that can be summed exactly.
 *
 * @throws RangeError when it is a fraction, NaN, infinite or beyond {@link MAX_CENTS}.
 */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of cents`);
  if (Math.abs(value) > MAX_CENTS) throw new RangeError(`${value} cents is more than Tegemoet can count`);
  return value === 0 ? 0 : value;
}

/** Euros written in code and tests, as cents: `euros(12.5)` is 1250. Rounded half up, so `euros(266.67)` is exact. */
export function euros(amount: number): Cents {
  return cents(Math.round(amount * 100));
}

/**
 * Reads a decimal string ("1234.56", "-0.5", "12") as cents, exactly.
 *
 * @throws RangeError when it isn't a plain decimal or has a third decimal that isn't zero.
 */
export function centsFromDecimal(text: string): Cents {
  const match = /^([+-]?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not an amount such as 1234.56`);
  const [, sign, whole, fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(2))) throw new RangeError(`"${text}" has a part of a cent`);
  const value = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  return cents(sign === "-" ? -value : value);
}

/** Cents as a decimal string with a point and two decimals: 123456 is "1234.56". The form PSPs and files use. */
export function centsToDecimal(value: Cents): string {
  const absolute = Math.abs(value);
  return `${value < 0 ? "-" : ""}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, "0")}`;
}

/**
 * `value × numerator ÷ denominator`, rounded half up (away from zero for negative amounts), exactly: the product is
 * made with BigInt, so no float ever holds a fraction of a cent.
 */
export function multiplyRatio(value: Cents, numerator: bigint | number, denominator: bigint | number): Cents {
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  if (divisor <= 0n) throw new RangeError("the denominator must be positive");
  const negative = product < 0n;
  const absolute = negative ? -product : product;
  const rounded = (absolute * 2n + divisor) / (divisor * 2n);
  return cents(Number(negative ? -rounded : rounded));
}

/**
 * Splits an amount over weights so that the parts sum to the whole: each gets its share rounded down, the cents that
 * are left go one by one to the largest remainders, the earliest first.
 *
 * `split(1000, [1, 1, 1])` is `[334, 333, 333]`.
 *
 * @throws RangeError when the amount is negative, or there is no positive weight.
 */
export function split(amount: Cents, weights: readonly number[]): Cents[] {
  if (amount < 0) throw new RangeError("a negative amount is not split");
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError("weights must be positive");
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((share) => Number(share / total));
  let left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/** The sum of amounts, checked to be exact. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}
