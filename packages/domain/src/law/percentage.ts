/**
 * A percentage as basis points, exactly: 21 is 2100, 10.15 is 1015.
 *
 * @throws RangeError when it is negative, above 100, finer than a hundredth of a per cent, or a fraction such as 0.21
 * that most likely meant 21%.
 */
export function basisPointsOf(percent: number, what: string): number {
  const basisPoints = Math.round(percent * 100);
  if (!Number.isFinite(percent) || percent < 0 || percent > 100) {
    throw new RangeError(`the ${what} must be a percentage from 0 to 100, not ${percent}`);
  }
  if (Math.abs(basisPoints - percent * 100) > 1e-6) {
    throw new RangeError(`the ${what} ${percent} has more than two decimals`);
  }
  return basisPoints;
}

/** Basis points as a percentage with two decimals: 1015 is "10.15". */
export function percentText(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2);
}
