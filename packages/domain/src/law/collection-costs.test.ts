import fc from "fast-check";
import { euros } from "../money";
import { collectionCosts, combinedCollectionCosts } from "./collection-costs";

const principal = fc.integer({ min: 1, max: 300_000_000 });

/** Besluit art. 2 lid 1 once more, written as the text says it, in hundredths of a cent per euro cent. */
function byTheText(cents: number): bigint {
  const over = (from: number, upTo: number): bigint => BigInt(Math.max(0, Math.min(cents, upTo) - from));
  return (
    over(0, 250_000) * 1_500n +
    over(250_000, 500_000) * 1_000n +
    over(500_000, 1_000_000) * 500n +
    over(1_000_000, 20_000_000) * 100n +
    over(20_000_000, Number.MAX_SAFE_INTEGER) * 50n
  );
}

describe("collection costs (Besluit BIK art. 2)", () => {
  test.each([
    { claim: 0.01, costs: 40, withVat: 48.4, why: "the minimum" },
    { claim: 1, costs: 40, withVat: 48.4, why: "the minimum" },
    { claim: 100, costs: 40, withVat: 48.4, why: "15% is 15, raised to the minimum" },
    { claim: 266.66, costs: 40, withVat: 48.4, why: "15% is 39,999, which rounds to 40" },
    { claim: 266.67, costs: 40, withVat: 48.4, why: "15% is 40,0005, which rounds to the minimum" },
    { claim: 266.7, costs: 40.01, withVat: 48.41, why: "15% is 40,005, half up" },
    { claim: 300, costs: 45, withVat: 54.45, why: "15%" },
    { claim: 412.3, costs: 61.85, withVat: 74.84, why: "15% is 61,845, half up" },
    { claim: 1_000, costs: 150, withVat: 181.5, why: "15%" },
    { claim: 1_234.56, costs: 185.18, withVat: 224.07, why: "15% is 185,184" },
    { claim: 2_499.99, costs: 375, withVat: 453.75, why: "374,9985" },
    { claim: 2_500, costs: 375, withVat: 453.75, why: "the end of the first bracket" },
    { claim: 2_500.01, costs: 375, withVat: 453.75, why: "375,001" },
    { claim: 3_000, costs: 425, withVat: 514.25, why: "375 and 10% of 500" },
    { claim: 5_000, costs: 625, withVat: 756.25, why: "the end of the second bracket" },
    { claim: 6_000, costs: 675, withVat: 816.75, why: "625 and 5% of 1.000" },
    { claim: 10_000, costs: 875, withVat: 1_058.75, why: "the end of the third bracket" },
    { claim: 10_000.01, costs: 875, withVat: 1_058.75, why: "875,0001" },
    { claim: 25_000, costs: 1_025, withVat: 1_240.25, why: "875 and 1% of 15.000" },
    { claim: 200_000, costs: 2_775, withVat: 3_357.75, why: "four brackets" },
    { claim: 200_000.01, costs: 2_775, withVat: 3_357.75, why: "2.775,00005" },
    { claim: 999_999.99, costs: 6_775, withVat: 8_197.75, why: "6.774,99995 rounds to the maximum" },
    { claim: 1_000_000, costs: 6_775, withVat: 8_197.75, why: "exactly the maximum" },
    { claim: 2_000_000, costs: 6_775, withVat: 8_197.75, why: "11.775, lowered to the maximum" },
  ])("€ $claim costs € $costs, with VAT € $withVat: $why", ({ claim, costs, withVat }) => {
    expect(collectionCosts(euros(claim)).costs).toBe(euros(costs));
    expect(collectionCosts(euros(claim), { vatRate: 21 }).total).toBe(euros(withVat));
  });

  test("€ 1.234,56 is explained as one bracket of 15%, to the last decimal", () => {
    expect(collectionCosts(123_456)).toEqual({
      costs: 18_518,
      vat: 0,
      total: 18_518,
      minimumApplied: false,
      maximumApplied: false,
      brackets: [{ from: 0, upTo: 250_000, part: 123_456, rateBasisPoints: 1_500, exact: "185.184" }],
      source:
        "BW 6:96 lid 5; Besluit vergoeding voor buitengerechtelijke incassokosten art. 2 (Stb. 2012, 141), since 2012-07-01",
    });
  });

  test("€ 2.000.000 fills five brackets, the last without an end", () => {
    const { brackets, maximumApplied } = collectionCosts(euros(2_000_000));
    expect(brackets.map(({ exact }) => exact)).toEqual(["375", "250", "250", "1900", "9000"]);
    expect(brackets.at(-1)).toMatchObject({ from: 20_000_000, upTo: null, part: 180_000_000 });
    expect(maximumApplied).toBe(true);
  });

  test("the minimum is said to apply at € 100 and not at € 266,67, the maximum not at € 1.000.000", () => {
    expect(collectionCosts(euros(100)).minimumApplied).toBe(true);
    expect(collectionCosts(euros(266.67)).minimumApplied).toBe(false);
    expect(collectionCosts(euros(1_000_000)).maximumApplied).toBe(false);
  });

  test("without a claim there are no costs", () => {
    for (const wrong of [0, -1, 0.5, Number.NaN]) expect(() => collectionCosts(wrong)).toThrow(RangeError);
  });

  test("a VAT rate is a percentage: 21, not 21,005 or 121", () => {
    for (const vatRate of [-1, 101, 21.005, Number.NaN])
      expect(() => collectionCosts(10_000, { vatRate })).toThrow(RangeError);
    expect(collectionCosts(10_000, { vatRate: 0 }).total).toBe(4_000);
    expect(collectionCosts(10_000, { vatRate: 9 }).vat).toBe(360);
  });

  test("the scale follows its text to the cent", () => {
    fc.assert(
      fc.property(principal, (claim) => {
        const exact = byTheText(claim);
        const rounded = Number((exact + 5_000n) / 10_000n);
        expect(collectionCosts(claim).costs).toBe(Math.min(677_500, Math.max(4_000, rounded)));
      }),
    );
  });

  test("the parts sum to the claim, and a larger claim never costs less", () => {
    fc.assert(
      fc.property(principal, fc.integer({ min: 0, max: 1_000_000 }), (claim, more) => {
        const result = collectionCosts(claim, { vatRate: 21 });
        expect(result.brackets.reduce((total, { part }) => total + part, 0)).toBe(claim);
        expect(result.total).toBe(result.costs + result.vat);
        expect(collectionCosts(claim + more).costs).toBeGreaterThanOrEqual(result.costs);
      }),
    );
  });
});

describe("several claims in one letter (BW 6:96 lid 7)", () => {
  test("€ 100, € 200 and € 150 cost € 67,50 together, never three times € 40", () => {
    expect(combinedCollectionCosts([10_000, 20_000, 15_000]).costs).toBe(6_750);
    expect(combinedCollectionCosts([10_000, 20_000]).source).toContain("lid 7");
  });

  test("€ 500 of which € 300 is paid within the term costs € 40, over the € 200 that is left", () => {
    expect(collectionCosts(euros(500 - 300)).costs).toBe(4_000);
  });

  test("together is never more than apart", () => {
    fc.assert(
      fc.property(fc.array(principal, { minLength: 1, maxLength: 8 }), (claims) => {
        const apart = claims.reduce((total, claim) => total + collectionCosts(claim).costs, 0);
        // One rounding instead of several: apart may round down where together rounds up, by at most half a cent each.
        expect(combinedCollectionCosts(claims).costs).toBeLessThanOrEqual(apart + claims.length);
      }),
    );
  });

  test("nothing, or a negative claim, is refused", () => {
    expect(() => combinedCollectionCosts([])).toThrow(RangeError);
    expect(() => combinedCollectionCosts([500, -100])).toThrow(RangeError);
  });
});
