import { cents, type Cents } from "../money";
import { addDays, addMonths, type PlainDate } from "../plain-date";
import { collectionCosts, MINIMUM_COLLECTION_COSTS, vatOn } from "./collection-costs";

/**
 * How the costs of missed instalments of one contract add up. The text of the rule of 1 October 2024 was read only in
 * secondary sources (confidence C), so a creditor chooses:
 *
 * - `LOW_40`, the default and the lowest reading: within six months never more than what the highest single instalment
 *   costs, so € 40 for small ones, once;
 * - `STEP_40_20_MAX_140`: € 40 for the first small instalment, € 20 for each next one that had its own letter, at most
 *   € 140 within six months.
 */
export type CumulationPolicy = "LOW_40" | "STEP_40_20_MAX_140";

/** An instalment above this costs more than the minimum by itself: 15% of € 266,67 is € 40,0005. */
export const SMALL_INSTALMENT_LIMIT: Cents = 26_667;
const STEP_NEXT: Cents = 2_000;
const STEP_MAXIMUM: Cents = 14_000;
const WINDOW_MONTHS = 6;

export interface InstalmentCollectionCosts {
  /** What may be added for these instalments, before VAT. Zero when the ceiling was reached already. */
  costs: Cents;
  vat: Cents;
  total: Cents;
  policy: CumulationPolicy;
  /** The most that may be charged within the window. */
  ceiling: Cents;
  /** What had been charged within the window before, without VAT. */
  chargedBefore: Cents;
  /** The six months that are looked back, both days included. */
  windowFrom: PlainDate;
  windowUntil: PlainDate;
  source: string;
  confidence: "C";
}

export interface InstalmentClaim {
  /** The day on which the term of their letter has passed unpaid and the costs would be charged. */
  on: PlainDate;
  /** The open principals of the missed instalments that the letter names. */
  principals: readonly Cents[];
  /** Costs charged before under the same contract, without VAT. */
  charged?: readonly { on: PlainDate; costs: Cents }[];
  policy?: CumulationPolicy;
  vatRate?: number;
}

/**
 * What may be charged to a consumer for missed instalments of one running contract (rent, energy, insurance, a
 * subscription), after a letter for them.
 *
 * Source: Besluit vergoeding voor buitengerechtelijke incassokosten as amended by Stb. 2024, 44, in force since
 * 2024-10-01; confidence C, see docs/law/open-points.md. Under `STEP_40_20_MAX_140` an instalment above € 266,67 has
 * the costs of the scale, and the maximum is for the small ones together.
 *
 * @throws RangeError when there is no instalment or one isn't positive.
 */
export function instalmentCollectionCosts(claim: InstalmentClaim): InstalmentCollectionCosts {
  const { on, principals, charged = [], policy = "LOW_40" } = claim;
  if (principals.length === 0) throw new RangeError("there are no costs without a missed instalment");
  const windowFrom = addDays(addMonths(on, -WINDOW_MONTHS), 1);
  const chargedBefore = charged
    .filter((entry) => windowFrom <= entry.on && entry.on <= on)
    .reduce((total, entry) => cents(total + entry.costs), 0);
  const alone = principals.map((principal) => collectionCosts(principal).costs);
  const ceiling = policy === "LOW_40" ? Math.max(...alone) : stepCeiling(principals, alone);
  const costs =
    policy === "LOW_40" ? Math.max(0, ceiling - chargedBefore) : stepCosts(principals, alone, chargedBefore);
  const vat = vatOn(costs, { vatRate: claim.vatRate });
  return {
    costs,
    vat,
    total: costs + vat,
    policy,
    ceiling,
    chargedBefore,
    windowFrom,
    windowUntil: on,
    source: "Besluit vergoeding voor buitengerechtelijke incassokosten, amended by Stb. 2024, 44 since 2024-10-01",
    confidence: "C",
  };
}

function isSmall(principal: Cents): boolean {
  return principal <= SMALL_INSTALMENT_LIMIT;
}

function stepCeiling(principals: readonly Cents[], alone: readonly Cents[]): Cents {
  const large = alone.reduce((total, costs, index) => total + (isSmall(principals[index] ?? 0) ? 0 : costs), 0);
  return large + (principals.some(isSmall) ? STEP_MAXIMUM : 0);
}

/** € 40, then € 20 for each next small one, never above € 140 with what was charged before; large ones by the scale. */
function stepCosts(principals: readonly Cents[], alone: readonly Cents[], chargedBefore: Cents): Cents {
  let small = 0;
  let large = 0;
  principals.forEach((principal, index) => {
    if (!isSmall(principal)) {
      large += alone[index] ?? 0;
      return;
    }
    const room = Math.max(0, STEP_MAXIMUM - chargedBefore - small);
    small += Math.min(chargedBefore + small === 0 ? MINIMUM_COLLECTION_COSTS : STEP_NEXT, room);
  });
  return large + small;
}
