/**
 * A fraction of cents as euros in a decimal string, as long as it needs to be and at most `decimals` long:
 * 6168840/10000 cents is "6.16884". A fraction that never ends, as those over 365 do, is rounded half up in its last
 * decimal.
 */
export function exactEuros(numerator: bigint, denominator: bigint, decimals = 8): string {
  const scale = 10n ** BigInt(decimals);
  const perEuro = denominator * 100n;
  const scaled = (numerator * scale * 2n + perEuro) / (perEuro * 2n);
  const whole = scaled / scale;
  const fraction = String(scaled % scale)
    .padStart(decimals, "0")
    .replace(/0+$/, "");
  return fraction === "" ? String(whole) : `${whole}.${fraction}`;
}
