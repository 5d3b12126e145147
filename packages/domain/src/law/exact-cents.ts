import type { Cents } from "../money";

/**
 * An amount finer than a cent, exactly: whole cents, and a rest in parts of `unit` that is smaller than the unit. No
 * float ever holds a fraction of a cent, and no big integer is made in loops over a million claims.
 */
export interface ExactCents {
  cents: Cents;
  rest: number;
}

const MILLION = 1_000_000;

/**
 * Adds `base × weight ÷ unit`, exactly. The base is cut in millions, because the whole product may pass 2⁵³: with a
 * base up to 10¹² cents, and a weight and a unit up to 1.4 × 10⁹, no product here does.
 */
export function addProduct(amount: ExactCents, base: Cents, weight: number, unit: number): void {
  const millions = Math.floor(base / MILLION);
  let carried = 0;
  if (millions > 0) {
    const high = millions * weight;
    const whole = floorDivide(high, unit);
    amount.cents += whole * MILLION;
    carried = (high - whole * unit) * MILLION;
  }
  const low = carried + (base - millions * MILLION) * weight + amount.rest;
  const whole = floorDivide(low, unit);
  amount.cents += whole;
  amount.rest = low - whole * unit;
}

/** The whole quotient. A division of floats may land on the next whole number, so the product has the last word. */
function floorDivide(value: number, divisor: number): number {
  const quotient = Math.floor(value / divisor);
  return quotient * divisor > value ? quotient - 1 : quotient;
}

/** Whole cents, half a cent upwards. */
export function roundHalfUp({ cents, rest }: ExactCents, unit: number): Cents {
  return rest * 2 >= unit ? cents + 1 : cents;
}
