import fc from "fast-check";
import { centsToDecimal, euros, type Cents } from "../money";
import { addDays, fromEpochDay, toEpochDay } from "../plain-date";
import { interestTotal, statutoryInterest, type InterestTerms } from "./statutory-interest";

describe("statutory interest (BW 6:119, 6:119a, 6:120)", () => {
  test.each([
    ["commercial", 8_400, "2026-05-30", "2026-06-21", 22, "51.39", "51.39", "one rate"],
    ["consumer", 10_000, "2025-12-17", "2026-01-16", 30, "40.55", "40.55", "6% and 4%"],
    ["commercial", 5_000, "2026-01-01", "2026-04-01", 90, "125.14", "125.14", "one rate"],
    ["commercial", 1_000, "2026-06-15", "2026-06-15", 0, "0.00", "0.00", "paid on the due day"],
    ["consumer", 2_500, "2022-12-15", "2024-03-10", 451, "162.90", "162.80", "four rates, one full year"],
    ["consumer", 1_000, "2023-12-31", "2024-12-31", 366, "70.19", "70.00", "a leap year"],
    ["commercial", 1_000, "2024-02-28", "2025-02-28", 366, "121.90", "121.62", "over 29 February"],
    ["commercial", 100_000, "2012-12-31", "2013-12-31", 365, "8421.23", "8421.23", "8 points from 16 March 2013"],
    ["commercial", 2_500, "2026-01-15", "2026-11-22", 311, "218.69", "218.69", "two rates"],
  ] as const)("%s € %d from %s to %s: %d days, € %s, by calendar year € %s (%s)", (...example) => {
    const [kind, principal, due, until, days, exact, byYear] = example;
    const terms: InterestTerms = { kind, principal: euros(principal), dueOn: due, until };
    const result = statutoryInterest(terms);
    expect([centsToDecimal(result.total), result.days]).toEqual([exact, days]);
    expect(centsToDecimal(statutoryInterest({ ...terms, dayCount: "actual/calendar-year" }).total)).toBe(byYear);
  });

  test("€ 10.000 from 17 December 2025 is 14 days at 6% and 16 days at 4%, and the cents of the periods sum to € 40,55", () => {
    const { periods, total } = statutoryInterest({
      kind: "consumer",
      principal: euros(10_000),
      dueOn: "2025-12-17",
      until: "2026-01-16",
    });
    expect(
      periods.map(({ from, until, days, rateBasisPoints, exact }) => [from, until, days, rateBasisPoints, exact]),
    ).toEqual([
      ["2025-12-18", "2025-12-31", 14, 600, "23.01369863"],
      ["2026-01-01", "2026-01-16", 16, 400, "17.53424658"],
    ]);
    expect(periods.map(({ interest }) => interest)).toEqual([2_301, 1_754]);
    expect(total).toBe(4_055);
    expect(periods.every(({ source }) => source.startsWith("BW 6:119"))).toBe(true);
  });

  test("a full year's interest joins the sum the day after the year: € 1.000 becomes € 1.070,19 on 1 January 2025", () => {
    const { periods } = statutoryInterest({
      kind: "consumer",
      principal: euros(1_000),
      dueOn: "2023-12-31",
      until: "2025-01-10",
    });
    expect(periods.map(({ from, base, capitalised }) => [from, base, capitalised])).toEqual([
      ["2024-01-01", 100_000, 0],
      ["2025-01-01", 107_019, 7_019],
    ]);
  });

  test("due on 29 February 2024, the years end on 28 February 2025, 2026 and 2027 and on 29 February 2028", () => {
    const { periods } = statutoryInterest({
      kind: "contractual",
      contractualRate: 5,
      compounding: true,
      principal: 10_000,
      dueOn: "2024-02-29",
      until: "2028-03-01",
    });
    expect(periods.map(({ from }) => from)).toEqual([
      "2024-03-01",
      "2025-03-01",
      "2026-03-01",
      "2027-03-01",
      "2028-03-01",
    ]);
  });

  test("before the due day there is no interest", () => {
    expect(
      statutoryInterest({ kind: "consumer", principal: 10_000, dueOn: "2026-06-15", until: "2026-01-01" }),
    ).toMatchObject({ total: 0, days: 0, periods: [] });
  });

  test("an agreed rate of 8% over € 1.000 for a year and a day is € 80,22, and bears interest itself only when that was agreed", () => {
    const terms: InterestTerms = {
      kind: "contractual",
      contractualRate: 8,
      principal: euros(1_000),
      dueOn: "2025-01-01",
      until: "2026-01-02",
    };
    expect(interestTotal(terms)).toBe(8_022);
    expect(interestTotal({ ...terms, compounding: true })).toBe(8_024);
    expect(() => interestTotal({ ...terms, contractualRate: undefined })).toThrow("needs its contractualRate");
  });

  test("a claim from before the table of 2010 is refused, never guessed", () => {
    const terms: InterestTerms = { kind: "commercial", principal: 10_000, dueOn: "2009-12-31", until: "2010-02-01" };
    expect(interestTotal(terms)).toBe(70);
    expect(() => interestTotal({ ...terms, dueOn: "2009-12-30" })).toThrow("the table starts on 2010-01-01");
  });

  test("after the day up to which rates were looked up, the last rate is used and the result says so", () => {
    const terms: InterestTerms = {
      kind: "commercial",
      principal: euros(10_000),
      dueOn: "2026-12-01",
      until: "2027-01-31",
    };
    const result = statutoryInterest(terms);
    expect(result.rateAssumedFrom).toBe("2027-01-01");
    expect(result.periods.map(({ rateBasisPoints }) => rateBasisPoints)).toEqual([1_040]);
    expect(statutoryInterest({ ...terms, until: "2026-12-31" })).not.toHaveProperty("rateAssumedFrom");
    expect(statutoryInterest({ ...terms, dueOn: "2027-02-10", until: "2027-03-01" }).rateAssumedFrom).toBe(
      "2027-02-11",
    );
  });

  test.each([
    { wrong: { principal: -1 }, says: "negative" },
    { wrong: { principal: 0.5 }, says: "whole number of cents" },
    { wrong: { dueOn: "2026-02-30" }, says: '"2026-02-30" is not a day' },
    { wrong: { until: "morgen" }, says: '"morgen" is not a day' },
    { wrong: { kind: "trade" as "commercial" }, says: "no kind of interest" },
    { wrong: { payments: [{ on: "2026-13-01", amount: 1 }] }, says: "is not a day" },
    { wrong: { payments: [{ on: "2026-03-01", amount: -1, part: "interest" as const }] }, says: "taken back" },
  ])("bad input is refused: $says", ({ wrong, says }) => {
    expect(() =>
      statutoryInterest({ kind: "consumer", principal: 1_000, dueOn: "2026-01-01", until: "2026-06-01", ...wrong }),
    ).toThrow(says);
  });
});

describe("interest with payments (BW 6:44)", () => {
  const terms: InterestTerms = {
    kind: "commercial",
    principal: euros(1_000),
    dueOn: "2026-06-15",
    until: "2026-11-22",
  };

  test("€ 250 on 15 July pays € 8,45 interest first; over the € 758,45 that stays, 130 days bear € 28,09", () => {
    const result = statutoryInterest({ ...terms, payments: [{ on: "2026-07-15", amount: 25_000, part: "by-law" }] });
    expect(result).toMatchObject({ total: 3_654, paid: 845, open: 2_809, principal: 75_845, left: 0 });
    expect(result.periods.at(-1)).toMatchObject({
      from: "2026-07-16",
      until: "2026-11-22",
      days: 130,
      base: 75_845,
      interest: 2_809,
    });
  });

  test("the same € 241,55 taken off the principal leaves the same sum that bears interest, and € 8,45 more open", () => {
    const result = statutoryInterest({ ...terms, payments: [{ on: "2026-07-15", amount: 24_155 }] });
    expect(result).toMatchObject({ total: 3_654, paid: 0, open: 3_654, principal: 75_845 });
  });

  test("the day of payment still bears interest over the old sum, the next day does not", () => {
    const paid = statutoryInterest({ ...terms, payments: [{ on: "2026-06-16", amount: euros(1_000) }] });
    expect(paid).toMatchObject({ days: 1, total: 28, principal: 0 });
    expect(statutoryInterest({ ...terms, payments: [{ on: "2026-06-15", amount: euros(1_000) }] })).toMatchObject({
      days: 0,
      total: 0,
    });
  });

  test("a payment of after the day asked about does not count yet", () => {
    expect(statutoryInterest({ ...terms, payments: [{ on: "2026-11-23", amount: 5_000 }] })).toEqual(
      statutoryInterest(terms),
    );
  });

  test("interest that was paid within the year does not join the sum at its end", () => {
    const year: InterestTerms = {
      kind: "contractual",
      contractualRate: 10,
      compounding: true,
      principal: euros(1_000),
      dueOn: "2025-01-31",
      until: "2026-02-01",
    };
    expect(statutoryInterest(year).periods.at(-1)?.base).toBe(110_000);
    const paid = statutoryInterest({ ...year, payments: [{ on: "2026-01-31", amount: 6_000, part: "interest" }] });
    expect(paid.periods.at(-1)?.base).toBe(104_000);
    expect(paid).toMatchObject({ total: 10_028, paid: 6_000, open: 4_028 });
  });

  test("a payment taken back bears interest again from the next day", () => {
    const back = statutoryInterest({
      ...terms,
      payments: [
        { on: "2026-07-01", amount: 50_000 },
        { on: "2026-07-08", amount: -50_000 },
      ],
    });
    expect(back.periods.map(({ from, base }) => [from, base])).toEqual([
      ["2026-06-16", 100_000],
      ["2026-07-01", 100_000],
      ["2026-07-02", 50_000],
      ["2026-07-09", 100_000],
    ]);
    expect(back.principal).toBe(100_000);
  });

  test("money that finds nothing to pay is told, not lost", () => {
    expect(
      statutoryInterest({ ...terms, payments: [{ on: "2026-06-20", amount: 120_000, part: "by-law" }] }),
    ).toMatchObject({ principal: 0, open: 0, left: 19_861 });
  });
});

const kinds = fc.constantFrom("consumer" as const, "commercial" as const, "contractual" as const);
const counts = fc.constantFrom("actual/365" as const, "actual/calendar-year" as const);
const dayFrom = (from: string, until: string) =>
  fc.integer({ min: toEpochDay(from), max: toEpochDay(until) }).map(fromEpochDay);
const parts = fc.constantFrom("principal" as const, "interest" as const, "by-law" as const);
const anyTerms: fc.Arbitrary<InterestTerms> = fc
  .record({
    kind: kinds,
    principal: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 })),
    dueOn: dayFrom("2010-01-01", "2027-06-30"),
    length: fc.integer({ min: 0, max: 2_000 }),
    payments: fc.array(
      fc.record({ on: dayFrom("2010-01-01", "2031-01-01"), amount: fc.integer({ min: 0, max: 400_000 }), part: parts }),
      { maxLength: 4 },
    ),
    dayCount: counts,
    compounding: fc.boolean(),
  })
  .map(({ length, ...terms }) => ({
    ...terms,
    until: addDays(terms.dueOn, length),
    contractualRate: terms.kind === "contractual" ? 7.35 : undefined,
  }));

describe("interest, whatever the claim", () => {
  test("the total alone is the total explained, and its periods sum to it and stand in order", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const result = statutoryInterest(terms);
        expect(interestTotal(terms)).toBe(result.total);
        expect(result.periods.reduce((total, { interest }) => total + interest, 0)).toBe(result.total);
        expect(result.open).toBe(result.total - result.paid);
        result.periods.forEach((period, index) => {
          expect(toEpochDay(period.until) - toEpochDay(period.from) + 1).toBe(period.days);
          expect(period.interest).toBeGreaterThanOrEqual(0);
          expect(period.from > (result.periods[index - 1]?.until ?? terms.dueOn)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a day more never lowers it", () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 400 }), (terms, more) => {
        expect(interestTotal({ ...terms, until: addDays(terms.until, more) })).toBeGreaterThanOrEqual(
          interestTotal(terms),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("cutting it at any days, by payments of nothing, changes nothing", () => {
    fc.assert(
      fc.property(anyTerms, fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 6 }), (terms, cuts) => {
        const nothing = cuts.map((days) => ({ on: addDays(terms.dueOn, days), amount: 0, part: "by-law" as const }));
        expect(interestTotal({ ...terms, payments: [...(terms.payments ?? []), ...nothing] })).toBe(
          interestTotal(terms),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("the order in which payments of different days are given changes nothing", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const days = new Set(terms.payments?.map(({ on }) => on));
        fc.pre(days.size === (terms.payments ?? []).length);
        expect(statutoryInterest({ ...terms, payments: [...(terms.payments ?? [])].reverse() })).toEqual(
          statutoryInterest(terms),
        );
      }),
    );
  });

  test("all money is somewhere: principal, interest or left", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { principal, paid, left } = statutoryInterest(terms);
        const money = (terms.payments ?? [])
          .filter(({ on }) => on <= terms.until)
          .reduce((total, { amount }) => total + amount, 0);
        expect(terms.principal - principal + paid + left).toBe(money as Cents);
      }),
      { numRuns: 300 },
    );
  });
});
