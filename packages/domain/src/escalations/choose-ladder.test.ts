import {
  asksAnything, asksBehaviour, chooseLadder, payerHistory, type LadderCandidate, type LadderChoiceFacts, type LadderConditions,
} from "./choose-ladder";

const facts = (more: Partial<LadderChoiceFacts> = {}): LadderChoiceFacts => ({
  kind: "consumer", language: "nl", segment: null, openCents: 35_000, history: "prompt", risks: [], ...more,
});
const ladder = (ladderId: string, rank: number, conditions: LadderConditions = {}, isDefault = false): LadderCandidate => (
  { ladderId, rank, conditions, isDefault }
);
const standard = ladder("standard", 100, {}, true);

describe("which ladder a debtor follows", () => {
  test.each<{ who: string; conditions: LadderConditions; fits: Partial<LadderChoiceFacts>; not: Partial<LadderChoiceFacts> }>([
    { who: "kind", conditions: { kinds: ["legal-person"] }, fits: { kind: "legal-person" }, not: { kind: "unknown" } },
    { who: "language", conditions: { languages: ["en"] }, fits: { language: "en" }, not: { language: "nl" } },
    { who: "segment", conditions: { segments: ["zorg"] }, fits: { segment: "zorg" }, not: { segment: null } },
    { who: "from € 1.000,00 open", conditions: { minimumOpenCents: 100_000 }, fits: { openCents: 100_000 }, not: { openCents: 99_999 } },
    { who: "below € 50,00 open", conditions: { belowOpenCents: 5_000 }, fits: { openCents: 4_999 }, not: { openCents: 5_000 } },
    { who: "history", conditions: { histories: ["late", "new"] }, fits: { history: "new" }, not: { history: "prompt" } },
    { who: "risk", conditions: { risks: ["charged-back"] }, fits: { risks: ["broken-agreement", "charged-back"] }, not: { risks: ["broken-agreement"] } },
    {
      who: "kind and size together", conditions: { kinds: ["consumer"], belowOpenCents: 5_000 },
      fits: { openCents: 100 }, not: { openCents: 100, kind: "legal-person" },
    },
  ])("a rule on $who takes who fits, the default takes the rest", ({ conditions, fits, not }) => {
    const candidates = [standard, ladder("own", 10, conditions)];
    expect(chooseLadder(candidates, facts(fits))).toBe("own");
    expect(chooseLadder(candidates, facts(not))).toBe("standard");
  });

  test("of two rules that fit the lowest rank wins, whatever the order of the list", () => {
    const first = ladder("b-large", 10, { minimumOpenCents: 1 });
    const second = ladder("a-consumer", 20, { kinds: ["consumer"] });
    expect(chooseLadder([standard, first, second], facts())).toBe("b-large");
    expect(chooseLadder([second, first, standard], facts())).toBe("b-large");
    expect(chooseLadder([ladder("z", 10, { languages: ["nl"] }), first, standard], facts())).toBe("b-large");
  });

  test("a ladder that asks nothing takes nobody, also when its lists are empty", () => {
    expect(asksAnything({ kinds: [], segments: [] })).toBe(false);
    expect(chooseLadder([standard, ladder("by-hand", 1, {}), ladder("empty", 2, { kinds: [] })], facts())).toBe("standard");
  });

  test("the conditions of the default are not asked: it takes whoever no other took", () => {
    expect(chooseLadder([ladder("standard", 1, { kinds: ["legal-person"] }, true)], facts())).toBe("standard");
    expect(() => chooseLadder([ladder("own", 1, { kinds: ["legal-person"] })], facts())).toThrow(RangeError);
  });

  test("15 days late on average is late, 14,9 is prompt, and who paid nothing yet is new", () => {
    expect([15, 14.9, -3, null].map(payerHistory)).toEqual(["late", "prompt", "prompt", "new"]);
  });

  test("behaviour is only read when a rule asks for it", () => {
    expect(asksBehaviour([standard, ladder("a", 1, { kinds: ["consumer"], histories: [] })])).toBe(false);
    expect(asksBehaviour([standard, ladder("a", 1, { risks: ["charged-back"] })])).toBe(true);
    expect(asksBehaviour([ladder("standard", 1, { histories: ["late"] }, true)])).toBe(false);
  });
});
