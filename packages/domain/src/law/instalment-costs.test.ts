import fc from "fast-check";
import { euros } from "../money";
import { instalmentCollectionCosts } from "./instalment-costs";

describe("costs of missed instalments (Besluit BIK since 2024-10-01, confidence C)", () => {
  test("three missed instalments of € 90 cost € 40 together by the lowest reading, the default", () => {
    const costs = instalmentCollectionCosts({ on: "2026-11-20", principals: [9_000, 9_000, 9_000] });
    expect(costs).toMatchObject({ costs: 4_000, ceiling: 4_000, policy: "LOW_40", confidence: "C" });
    expect([costs.windowFrom, costs.windowUntil]).toEqual(["2026-05-21", "2026-11-20"]);
  });

  test("€ 40 charged in August leaves nothing for November, and € 40 again from February", () => {
    const charged = [{ on: "2026-08-20", costs: 4_000 }];
    expect(instalmentCollectionCosts({ on: "2026-11-20", principals: [9_000], charged }).costs).toBe(0);
    expect(instalmentCollectionCosts({ on: "2027-02-19", principals: [9_000], charged }).costs).toBe(0);
    expect(instalmentCollectionCosts({ on: "2027-02-20", principals: [9_000], charged }).costs).toBe(4_000);
  });

  test("with rents of € 900 and € 1.000 the costs are those of the highest one, € 150", () => {
    expect(instalmentCollectionCosts({ on: "2026-11-20", principals: [90_000, 100_000] }).costs).toBe(15_000);
  });

  test("by the other reading the first costs € 40, each next € 20, and six months never more than € 140", () => {
    const policy = "STEP_40_20_MAX_140" as const;
    const missed = (count: number) =>
      instalmentCollectionCosts({ on: "2026-11-20", principals: Array<number>(count).fill(9_000), policy }).costs;
    expect([1, 2, 3, 6, 7, 12].map(missed)).toEqual([4_000, 6_000, 8_000, 14_000, 14_000, 14_000]);
    const charged = [{ on: "2026-10-20", costs: 12_000 }];
    expect(instalmentCollectionCosts({ on: "2026-11-20", principals: [9_000, 9_000], charged, policy }).costs).toBe(
      2_000,
    );
  });

  test("by the other reading an instalment above € 266,67 has the costs of the scale", () => {
    const costs = instalmentCollectionCosts({
      on: "2026-11-20",
      principals: [euros(1_000), 9_000],
      policy: "STEP_40_20_MAX_140",
    });
    expect(costs.costs).toBe(15_000 + 4_000);
  });

  test("VAT comes on top for who can't set it off", () => {
    expect(instalmentCollectionCosts({ on: "2026-11-20", principals: [9_000], vatRate: 21 })).toMatchObject({
      vat: 840,
      total: 4_840,
    });
  });

  test("costs charged month after month never pass the ceiling of six months", () => {
    const policies = fc.constantFrom("LOW_40" as const, "STEP_40_20_MAX_140" as const);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 26_667 }), { minLength: 1, maxLength: 6 }),
        policies,
        (instalments, policy) => {
          const charged: { on: string; costs: number }[] = [];
          instalments.forEach((principal, index) => {
            const on = `2026-0${index + 1}-15`;
            charged.push({
              on,
              costs: instalmentCollectionCosts({ on, principals: [principal], charged, policy }).costs,
            });
          });
          expect(charged.reduce((total, { costs }) => total + costs, 0)).toBeLessThanOrEqual(
            policy === "LOW_40" ? 4_000 : 14_000,
          );
        },
      ),
    );
  });

  test("without a missed instalment there is nothing to charge", () => {
    expect(() => instalmentCollectionCosts({ on: "2026-11-20", principals: [] })).toThrow(RangeError);
    expect(() => instalmentCollectionCosts({ on: "2026-11-20", principals: [0] })).toThrow(RangeError);
  });
});
