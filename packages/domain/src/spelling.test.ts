import fc from "fast-check";
import { slipsBetween, withoutAccents } from "./spelling";

describe("slips between two texts", () => {
  test("one letter more, less, another, or two swapped is one; two such are two", () => {
    const pairs = [["2026498", "202649"], ["2026498", "20264981"], ["2026498", "2026498x"], ["2026498", "2926498"], ["2026498", "2062498"], ["2026498", "2026489"], ["ab", "ba"], ["a", ""]];
    expect(pairs.map(([a = "", b = ""]) => slipsBetween(a, b, 1))).toEqual(pairs.map(() => 1));
    expect([slipsBetween("2026498", "2926489", 1), slipsBetween("abc", "cab", 1), slipsBetween("abc", "a", 1), slipsBetween("abcd", "badc", 1)]).toEqual([2, 2, 2, 2]);
  });

  test("are as many when one is the most that is asked for as when three are, of 5,000 pairs", () => {
    const text = fc.string({ unit: fc.constantFrom("0", "1", "2"), maxLength: 7 });
    fc.assert(fc.property(text, text, (a, b) => {
      expect(slipsBetween(a, b, 1)).toBe(Math.min(2, slipsBetween(a, b, 3)));
    }), { numRuns: 5_000 });
  });
});

test("accents fall away, and capitals; what has none stays as it is", () => {
  expect([withoutAccents("Çelik & Łukasz"), withoutAccents("STRAẞE"), withoutAccents("De Vries B.V.")]).toEqual(["celik & lukasz", "strasse", "de vries b.v."]);
});
