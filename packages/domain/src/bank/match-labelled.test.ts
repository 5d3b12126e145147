import { corpus, scoreMatching, type Matcher } from "../../bench/matching/score-matching";
import { matchCandidates } from "./match";

describe("500 labelled payments, the hard ones written by hand", () => {
  test("of what is booked by itself 99.9 % is right, and 90 % of what can be is booked", () => {
    const score = scoreMatching();
    expect(score.payments).toBe(500);
    expect(score.bookable).toBeGreaterThan(250);
    expect(score.wrong).toEqual([]);
    expect(score.precision).toBeGreaterThanOrEqual(0.999);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  });

  test.each([7, 83])("another 4,000 of the same kinds, over another administration (seed %i), keep to it", (seed) => {
    const { precision, recall } = scoreMatching(undefined, corpus(4_000, seed));
    expect(precision).toBeGreaterThanOrEqual(0.999);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test.each<{ fault: string; matcher: Matcher }>([
    {
      fault: "one that books the first of two alike",
      matcher: (line, index, options) => {
        const result = matchCandidates(line, index, options);
        return result.because === "two-alike" ? { ...result, outcome: "auto" } : result;
      },
    },
    {
      fault: "one that takes a proposal for sure",
      matcher: (line, index, options) => {
        const result = matchCandidates(line, index, options);
        return result.outcome === "proposed" ? { ...result, outcome: "auto" } : result;
      },
    },
  ])("the corpus catches a planted fault: $fault is less than 99.9 % right", ({ matcher }) => {
    expect(scoreMatching(matcher).precision).toBeLessThan(0.999);
  });

  test("the corpus catches a matcher that only knows references: it books far too little", () => {
    const onlyReferences: Matcher = (line, index, options) => {
      const result = matchCandidates(line, index, options);
      return result.candidates[0]?.reasons.includes("reference") ? result : { ...result, outcome: "proposed" };
    };
    expect(scoreMatching(onlyReferences).recall).toBeLessThan(0.9);
  });
});
