import fc from "fast-check";
import { cents, centsFromDecimal, centsToDecimal, euros, MAX_CENTS, multiplyRatio, split, sum } from "./money";

const amount = fc.integer({ min: 0, max: MAX_CENTS });

describe("money in whole cents", () => {
  test("a fraction, NaN and more than ten billion euros are refused", () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_CENTS + 1])
      expect(() => cents(wrong)).toThrow(RangeError);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  test.each([
    { text: "1234.56", value: 123_456 },
    { text: "-0.5", value: -50 },
    { text: "12", value: 1_200 },
    { text: "0.100", value: 10 },
    { text: "+7.05", value: 705 },
  ])("$text is $value cents", ({ text, value }) => {
    expect(centsFromDecimal(text)).toBe(value);
  });

  test.each(["", "1,5", "1.005", "12a", "1e3", ".5", "9999999999999"])('"%s" is no amount', (text) => {
    expect(() => centsFromDecimal(text)).toThrow(RangeError);
  });

  test("every amount survives being written and read", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), (value) => {
        expect(centsFromDecimal(centsToDecimal(value))).toBe(cents(value));
      }),
    );
  });

  test("€ 266,67 written as a float is exactly 26667 cents", () => {
    expect(euros(266.67)).toBe(26_667);
  });
});

describe("rounding", () => {
  test.each([
    { value: 15, numerator: 1, denominator: 10, rounded: 2, why: "1,5 goes up" },
    { value: 14, numerator: 1, denominator: 10, rounded: 1, why: "1,4 goes down" },
    { value: -15, numerator: 1, denominator: 10, rounded: -2, why: "away from zero" },
  ])("$value × $numerator / $denominator is $rounded: $why", ({ value, numerator, denominator, rounded }) => {
    expect(multiplyRatio(value, numerator, denominator)).toBe(rounded);
  });

  test("it is never more than half a cent off", () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 10_000, max: 20_000 }),
        (value, top, bottom) => {
          const twice =
            BigInt(multiplyRatio(value, top, bottom)) * BigInt(bottom) * 2n - BigInt(value) * BigInt(top) * 2n;
          expect(twice <= BigInt(bottom) && twice >= -BigInt(bottom)).toBe(true);
        },
      ),
    );
  });
});

describe("splitting", () => {
  test("€ 10,00 over three is 3,34 and twice 3,33", () => {
    expect(split(1_000, [1, 1, 1])).toEqual([334, 333, 333]);
  });

  test("the cent that is left goes to the largest remainder", () => {
    expect(split(100, [1, 2])).toEqual([33, 67]);
  });

  test("the parts always sum to the whole, and each is within a cent of its share", () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 0, max: MAX_CENTS }), { minLength: 1, maxLength: 12 }),
        (whole, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts = split(whole, weights);
          const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
          expect(sum(parts)).toBe(whole);
          parts.forEach((part, index) => {
            const difference = BigInt(part) * total - BigInt(whole) * BigInt(weights[index] ?? 0);
            expect(difference < total && difference > -total).toBe(true);
          });
        },
      ),
    );
  });

  test("there is nothing to split over without a positive weight", () => {
    expect(() => split(100, [])).toThrow(RangeError);
    expect(() => split(100, [0, 0])).toThrow(RangeError);
    expect(() => split(-1, [1])).toThrow(RangeError);
  });
});
