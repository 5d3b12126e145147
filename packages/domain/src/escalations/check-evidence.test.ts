import fc from "fast-check";
import { packEvidence, unpackEvidence } from "./check-evidence";
import { failedChecks, selfCheck, type SelfCheckFacts } from "./self-check";

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-10-${String(number).padStart(2, "0")}`);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const facts: fc.Arbitrary<SelfCheckFacts> = fc.record({
  issuedOn: day, dueOn: day.map((text) => text.replace("-10-", "-11-")), total: fc.integer({ min: 1, max: 9_000_000 }), lineCents: maybe(fc.constant([100, 200])), agreedTermDays: maybe(fc.integer({ min: 1, max: 40 })),
  performedOn: maybe(day), mailTo: maybe(fc.constantFrom("a@gmail.com", "b@jansen-bouw.nl")), postalAddress: fc.boolean(), byPost: fc.boolean(), postReturnedOn: maybe(day), addressBouncedOn: maybe(day),
  largestOtherCents: maybe(fc.integer({ min: 1, max: 9_000_000 })), openCreditCents: fc.integer({ min: 0, max: 1 }), unmatchedReceiptCents: fc.integer({ min: 0, max: 1 }), bankCoveredUntil: maybe(fc.constant("2026-11-09")),
  deliveries: fc.array(fc.record({ channel: fc.constantFrom("mail" as const, "letter" as const), address: maybe(fc.constant("a@gmail.com")), sentOn: day, deliveredOn: maybe(day), bouncedOn: maybe(day) }), { maxLength: 3 }),
});

describe("evidence as it is kept", () => {
  test("what is unpacked is what was packed, whatever was looked at", () => {
    fc.assert(fc.property(facts, (looked) => {
      const results = selfCheck(looked, "2026-11-10");
      expect(unpackEvidence(JSON.parse(JSON.stringify(packEvidence(results))))).toEqual(JSON.parse(JSON.stringify(results)));
    }), { numRuns: 300 });
  });

  test("what was kept before anything was left out reads as it did", () => {
    const kept = { sentOn: "2026-10-05", channel: "mail", postalAddress: true, byPost: false, firstSentOn: "2026-10-05", largest: 50_000_000, openCreditCents: 0, unmatchedReceiptCents: 0, most: 5 };
    const evidence = Object.assign({}, ...unpackEvidence(kept).map((result) => result.evidence)) as Record<string, unknown>;
    expect(evidence).toMatchObject(kept);
  });

  test("twelve checks that are right take less than a third of their room; a red one is kept whole", () => {
    const clean: SelfCheckFacts = {
      issuedOn: "2026-10-05", dueOn: "2026-11-04", total: 18_600, lineCents: [18_600], mailTo: "a.hendriks@gmail.com", postalAddress: true, bankCoveredUntil: "2026-11-09",
      deliveries: [{ channel: "mail", address: "a.hendriks@gmail.com", sentOn: "2026-10-05", deliveredOn: "2026-10-05" }],
    };
    const right = selfCheck(clean, "2026-11-10");
    expect(failedChecks(right)).toEqual([]);
    expect(JSON.stringify(packEvidence(right)).length * 3).toBeLessThan(JSON.stringify(right).length);
    const red = selfCheck({ ...clean, deliveries: [] }, "2026-11-10");
    expect(packEvidence(red)).toBe(red);
  });

  test("what a person answered stays with its check", () => {
    const results = selfCheck({ issuedOn: "2026-10-05", dueOn: "2026-11-04", total: 1, lineCents: null, mailTo: "a@gmail.com", postalAddress: true, bankCoveredUntil: "2026-11-09", deliveries: [{ channel: "mail", address: "a@gmail.com", sentOn: "2026-10-05" }] }, "2026-11-10");
    const answered = results.map((result) => (result.check === "amount-plausible" ? { ...result, evidence: { ...result.evidence, answered: true } } : result));
    expect(unpackEvidence(packEvidence(answered))).toEqual(answered);
  });
});
