import fc from "fast-check";
import { euros } from "../money";
import { addDays } from "../plain-date";
import { imputePayment, type OpenClaim } from "./payment-imputation";
import { statutoryInterest } from "./statutory-interest";

const claim = (id: string, more: Partial<OpenClaim> = {}): OpenClaim => ({
  id,
  dueOn: "2026-06-15",
  costs: 0,
  interest: 0,
  principal: 10_000,
  ...more,
});
const short = ({ allocations }: ReturnType<typeof imputePayment>) =>
  allocations.map(({ claimId, part, amount }) => [claimId, part, amount]);

describe("inside one claim: costs, interest, principal (BW 6:44 lid 1)", () => {
  test("€ 400 on a claim of € 1.000 with € 150 costs pays 150,00 and 8,45 and 241,55, and leaves € 758,45 that bears € 28,09 more", () => {
    const terms = { kind: "commercial" as const, principal: euros(1_000), dueOn: "2026-06-15" };
    const interest = statutoryInterest({ ...terms, until: "2026-07-15" }).total;
    const result = imputePayment({
      amount: euros(400),
      claims: [claim("A", { costs: 15_000, interest, principal: euros(1_000) })],
    });
    expect(short(result)).toEqual([
      ["A", "costs", 15_000],
      ["A", "interest", 845],
      ["A", "principal", 24_155],
    ]);
    expect(result.allocations[0]).toMatchObject({ reason: "only-claim", article: "BW 6:44 lid 1" });
    const later = statutoryInterest({
      ...terms,
      until: "2026-11-22",
      payments: [{ on: "2026-07-15", amount: 845 + 24_155, part: "by-law" }],
    });
    expect([later.principal, later.open, later.principal + later.open]).toEqual([75_845, 2_809, 78_654]);
  });

  test("GHSHE 2014:2234: of 28.858,59 with costs and interest, 15.525,49 and 8.000,00 leave 5.333,10", () => {
    let open = claim("A", { costs: euros(3_723.26), interest: euros(313.6), principal: euros(24_821.73) });
    for (const amount of [euros(15_525.49), euros(8_000)]) {
      const { allocations } = imputePayment({ amount, claims: [open] });
      for (const { part, amount: paid } of allocations) open = { ...open, [part]: open[part] - paid };
    }
    expect(open).toMatchObject({ costs: 0, interest: 0, principal: euros(5_333.1) });
  });

  test("a creditor may allow the kinder order: principal first, then interest, then costs", () => {
    const result = imputePayment({
      amount: 10_500,
      claims: [claim("A", { costs: 4_000, interest: 200 })],
      order: "principal-first",
    });
    expect(short(result)).toEqual([
      ["A", "principal", 10_000],
      ["A", "interest", 200],
      ["A", "costs", 300],
    ]);
    expect(result.allocations[0]?.article).toContain("BW 6:44 lid 2");
  });

  test("what is too much is left", () => {
    expect(imputePayment({ amount: 12_000, claims: [claim("A")] })).toMatchObject({ left: 2_000 });
    expect(imputePayment({ amount: 500, claims: [] })).toEqual({ allocations: [], left: 500 });
  });
});

describe("between claims (BW 6:43)", () => {
  const old = claim("old", { dueOn: "2026-01-10" });
  const young = claim("young", { dueOn: "2026-08-01" });

  test("what the debtor names is paid first, in the debtor's order, and the rest goes on by lid 2", () => {
    const result = imputePayment({
      amount: 25_000,
      claims: [old, young, claim("middle")],
      designation: ["young", "middle"],
    });
    expect(result.allocations.map(({ claimId, amount, reason }) => [claimId, amount, reason])).toEqual([
      ["young", 10_000, "designated"],
      ["middle", 10_000, "designated"],
      ["old", 5_000, "only-claim"],
    ]);
    expect(result.allocations[0]?.article).toBe("BW 6:43 lid 1; BW 6:44 lid 1");
  });

  test("without a name a claim that is due goes before one that isn't, though it be less onerous", () => {
    const result = imputePayment({ amount: 5_000, on: "2026-07-01", claims: [{ ...young, onerous: 1_200 }, old] });
    expect(result.allocations).toEqual([
      { claimId: "old", part: "principal", amount: 5_000, reason: "due", article: "BW 6:43 lid 2; BW 6:44 lid 1" },
    ]);
  });

  test("of two that are due the most onerous goes first, at 10,4% before 4%", () => {
    const result = imputePayment({
      amount: 5_000,
      claims: [
        { ...old, onerous: 400 },
        { ...young, onerous: 1_040 },
      ],
    });
    expect(result.allocations[0]).toMatchObject({ claimId: "young", reason: "most-onerous" });
  });

  test("of two as onerous the oldest goes first", () => {
    expect(imputePayment({ amount: 5_000, claims: [young, old] }).allocations[0]).toMatchObject({
      claimId: "old",
      reason: "oldest",
    });
  });

  test("of three alike each gets its share: € 100 over € 100, € 200 and € 300 is 16,67 and 33,33 and 50,00", () => {
    const claims = [claim("a"), claim("b", { principal: 20_000 }), claim("c", { principal: 30_000 })];
    const result = imputePayment({ amount: 10_000, claims });
    expect(short(result)).toEqual([
      ["a", "principal", 1_667],
      ["b", "principal", 3_333],
      ["c", "principal", 5_000],
    ]);
    expect(result.allocations.every(({ reason }) => reason === "pro-rata")).toBe(true);
  });

  test("a claim is filled by 6:44 before the next one gets anything", () => {
    const claims = [
      { ...young, costs: 4_000 },
      { ...old, costs: 4_000, interest: 100 },
    ];
    expect(short(imputePayment({ amount: 15_000, claims }))).toEqual([
      ["old", "costs", 4_000],
      ["old", "interest", 100],
      ["old", "principal", 10_000],
      ["young", "costs", 900],
    ]);
  });

  test.each([
    { wrong: { amount: 0, claims: [old] }, says: "pays nothing" },
    { wrong: { amount: 1.5, claims: [old] }, says: "whole number of cents" },
    { wrong: { amount: 1, claims: [old, old] }, says: "named twice" },
    { wrong: { amount: 1, claims: [claim("a", { interest: -1 })] }, says: "negative" },
    { wrong: { amount: 1, claims: [old], designation: ["x"] }, says: "not among the claims" },
    { wrong: { amount: 1, claims: [old], designation: ["old", "old"] }, says: "designated twice" },
  ])("bad input is refused: $says", ({ wrong, says }) => {
    expect(() => imputePayment(wrong)).toThrow(says);
  });
});

describe("whatever the claims", () => {
  const money = fc.integer({ min: 0, max: 1_000_000 });
  const claims = fc
    .array(
      fc.record({
        costs: money,
        interest: money,
        principal: money,
        onerous: fc.integer({ min: 0, max: 2 }),
        due: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ due, ...rest }, index): OpenClaim => ({
        ...rest,
        id: `c${index}`,
        dueOn: addDays("2026-06-01", due),
      })),
    );
  const payment = fc
    .record({
      amount: fc.integer({ min: 1, max: 20_000_000 }),
      claims,
      order: fc.constantFrom("costs-interest-principal" as const, "principal-first" as const),
      named: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ named, ...rest }) => ({
      ...rest,
      on: "2026-06-02",
      designation: rest.claims
        .slice(0, named)
        .reverse()
        .map(({ id }) => id),
    }));

  test("allocations and what is left sum to the payment, and no part gets more than it is", () => {
    fc.assert(
      fc.property(payment, (given) => {
        const { allocations, left } = imputePayment(given);
        expect(allocations.reduce((total, { amount }) => total + amount, left)).toBe(given.amount);
        expect(new Set(allocations.map(({ claimId, part }) => `${claimId} ${part}`)).size).toBe(allocations.length);
        for (const { claimId, part, amount } of allocations) {
          expect(amount).toBeGreaterThan(0);
          expect(amount).toBeLessThanOrEqual(given.claims.find(({ id }) => id === claimId)?.[part] ?? 0);
        }
        const open = given.claims.reduce(
          (total, { costs, interest, principal }) => total + costs + interest + principal,
          0,
        );
        expect(left).toBe(Math.max(0, given.amount - open));
      }),
    );
  });

  test("the order in which the claims are given changes who gets what by at most a cent of a shared rank", () => {
    fc.assert(
      fc.property(payment, (given) => {
        const per = (list: readonly OpenClaim[]): Map<string, number> => {
          const sums = new Map<string, number>();
          for (const { claimId, amount } of imputePayment({ ...given, claims: list }).allocations)
            sums.set(claimId, (sums.get(claimId) ?? 0) + amount);
          return sums;
        };
        const [one, other] = [per(given.claims), per([...given.claims].reverse())];
        for (const { id } of given.claims)
          expect(Math.abs((one.get(id) ?? 0) - (other.get(id) ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
