import { cents, multiplyRatio, sum, type Cents } from "../money";
import { exactEuros } from "./exact-euros";
import { basisPointsOf } from "./percentage";

/** Where the scale stands: quoted in letters, on screens and in the file that goes to an agency. */
export const COLLECTION_COSTS_SOURCE =
  "BW 6:96 lid 5; Besluit vergoeding voor buitengerechtelijke incassokosten art. 2 (Stb. 2012, 141), since 2012-07-01";

/** Besluit art. 2 lid 2: never less than € 40. */
export const MINIMUM_COLLECTION_COSTS: Cents = 4_000;
/** Besluit art. 2 lid 1: never more than € 6.775, before VAT. */
export const MAXIMUM_COLLECTION_COSTS: Cents = 677_500;

/** Besluit art. 2 lid 1: the percentage over each next slice of the principal; the last slice has no end. */
const SCALE: readonly { upTo: Cents | null; rateBasisPoints: number }[] = [
  { upTo: 250_000, rateBasisPoints: 1_500 },
  { upTo: 500_000, rateBasisPoints: 1_000 },
  { upTo: 1_000_000, rateBasisPoints: 500 },
  { upTo: 20_000_000, rateBasisPoints: 100 },
  { upTo: null, rateBasisPoints: 50 },
];

/**
 * One slice of the principal: which part of it fell between `from` and `upTo`, and what that costs to the last decimal.
 */
export interface CollectionCostsBracket {
  from: Cents;
  /** Null for the last slice, which has no end. */
  upTo: Cents | null;
  /** The part of the principal in this slice. */
  part: Cents;
  rateBasisPoints: number;
  /** Euros, unrounded: "185.184". */
  exact: string;
}

/** What may be charged, and how that came about. */
export interface CollectionCosts {
  /** Before VAT, rounded half up once, on the sum of the brackets. */
  costs: Cents;
  vat: Cents;
  total: Cents;
  brackets: CollectionCostsBracket[];
  /** The scale gave less than € 40. */
  minimumApplied: boolean;
  /** The scale gave more than € 6.775. */
  maximumApplied: boolean;
  source: string;
}

export interface CollectionCostsOptions {
  /**
   * The VAT percentage, 21 for 21%, only when the creditor cannot set off the VAT charged to it over these costs, and
   * says so in the letter (Besluit art. 2 lid 3). Left out: no VAT. It comes on top of the maximum too.
   */
  vatRate?: number;
}

/**
 * The most a creditor may charge a consumer for collecting one claim out of court.
 *
 * Source: {@link COLLECTION_COSTS_SOURCE}. The Besluit prescribes no rounding; the sum is rounded half up to the cent,
 * once.
 *
 * @param principal The claim without interest and costs, in cents. After a part payment within the term of the letter:
 * what is left of it (HR 25-11-2016, ECLI:NL:HR:2016:2704); when nothing is left there are no costs, and nothing to
 * compute.
 * @throws RangeError when the principal is not positive, or the VAT rate is no percentage.
 */
export function collectionCosts(principal: Cents, options: CollectionCostsOptions = {}): CollectionCosts {
  if (!(cents(principal) > 0))
    throw new RangeError(`there are no costs without a claim: the principal is ${principal} cents`);
  const brackets: CollectionCostsBracket[] = [];
  let from = 0;
  let exactTotal = 0n;
  for (const { upTo, rateBasisPoints } of SCALE) {
    const part = Math.min(principal, upTo ?? principal) - from;
    if (part <= 0) break;
    const exact = BigInt(part) * BigInt(rateBasisPoints);
    exactTotal += exact;
    brackets.push({ from, upTo, part, rateBasisPoints, exact: exactEuros(exact, 10_000n) });
    from += part;
  }
  const byScale = Number((exactTotal * 2n + 10_000n) / 20_000n);
  const costs = Math.min(Math.max(byScale, MINIMUM_COLLECTION_COSTS), MAXIMUM_COLLECTION_COSTS);
  const vat = vatOn(costs, options);
  return {
    costs,
    vat,
    total: costs + vat,
    brackets,
    minimumApplied: byScale < MINIMUM_COLLECTION_COSTS,
    maximumApplied: byScale > MAXIMUM_COLLECTION_COSTS,
    source: COLLECTION_COSTS_SOURCE,
  };
}

/** The VAT over costs, rounded half up; nothing when the creditor can set it off (Besluit art. 2 lid 3). */
export function vatOn(costs: Cents, { vatRate = 0 }: CollectionCostsOptions): Cents {
  return multiplyRatio(costs, basisPointsOf(vatRate, "VAT rate"), 10_000);
}

/**
 * The costs of several claims on one consumer that are reminded in one letter: the principals are added up first, so
 * three claims never cost three times the minimum.
 *
 * Source: BW 6:96 lid 7.
 *
 * @throws RangeError when the sum is not positive or one of the claims is negative.
 */
export function combinedCollectionCosts(
  principals: readonly Cents[],
  options: CollectionCostsOptions = {},
): CollectionCosts {
  if (principals.some((principal) => principal < 0)) throw new RangeError("a claim can't be negative");
  const result = collectionCosts(sum(principals), options);
  return principals.length > 1 ? { ...result, source: `BW 6:96 lid 7; ${COLLECTION_COSTS_SOURCE}` } : result;
}
