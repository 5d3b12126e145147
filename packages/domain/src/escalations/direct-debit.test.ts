import { collectionAwaited } from "./direct-debit";
import { nextStep, type ClaimFacts } from "./next-step";

describe("an invoice that we collect by direct debit", () => {
  test.each([
    { bouncedOn: null, awaited: true, why: "nothing bounced" },
    { bouncedOn: "2026-03-16", awaited: false, why: "the bank took it back after the mandate of 1 March" },
    { bouncedOn: "2026-03-01", awaited: true, why: "recorded again on the day it bounced: tried once more" },
    { bouncedOn: "2026-02-10", awaited: true, why: "what bounced before is tried again" },
  ])("since 1 March, bounced on $bouncedOn, awaited $awaited: $why", ({ bouncedOn, awaited }) => {
    expect(collectionAwaited({ since: "2026-03-01", bouncedOn })).toBe(awaited);
  });

  const facts: ClaimFacts = {
    ladder: { steps: [{ id: "reminder-1", afterDays: 3, channel: "mail", automatic: true }] },
    debtorKind: "legal-person", outstanding: 10_000, total: 10_000, dueOn: "2026-03-13", steps: [],
  };

  test("waits with the reason 'direct debit' on a day when the first reminder is due, and is reminded when the collection bounced", () => {
    expect(nextStep({ ...facts, directDebit: { since: "2026-03-01", bouncedOn: null } }, "2026-03-18")).toEqual({ wait: "direct debit", detail: "2026-03-01" });
    expect(nextStep({ ...facts, directDebit: { since: "2026-03-01", bouncedOn: "2026-03-16" } }, "2026-03-18")).toMatchObject({ take: { id: "reminder-1" } });
    // The control: without a mandate the same day takes the same step.
    expect(nextStep(facts, "2026-03-18")).toMatchObject({ take: { id: "reminder-1" } });
  });
});
