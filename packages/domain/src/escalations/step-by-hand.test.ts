import { DUTCH_LADDER } from "./ladder";
import type { ClaimFacts } from "./next-step";
import { stepAhead, stepByHand } from "./step-by-hand";

const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  ladder: DUTCH_LADDER, debtorKind: "consumer", outstanding: 18_600, total: 18_600, dueOn: "2026-11-02", steps: [], ...more,
});

describe("a step by a person's word", () => {
  test("the first reminder is planned 5 days after the due day of 2 November; on the 3rd it goes when somebody says so", () => {
    expect(stepByHand(facts(), "2026-11-03")).toMatchObject({ take: { id: "reminder-1", afterDays: 5 } });
  });

  test("on the due day itself nobody is reminded, whoever says so", () => {
    expect(stepByHand(facts(), "2026-11-02")).toMatchObject({ wait: "not due", until: "2026-11-03" });
    expect(stepByHand(facts({ dueOn: "2026-11-20" }), "2026-11-10")).toMatchObject({ wait: "step not yet due", until: "2026-11-17" });
  });

  test("the day we named stands: reminder 1 named 16 November, so the call waits until the 17th", () => {
    const steps = [{ stepId: "reminder-1", takenOn: "2026-11-09", sentOn: "2026-11-09", payBy: "2026-11-16" }];
    expect(stepByHand(facts({ steps }), "2026-11-13")).toMatchObject({ wait: "step not yet due", until: "2026-11-17" });
    expect(stepByHand(facts({ steps }), "2026-11-17")).toMatchObject({ take: { id: "call" } });
  });

  test.each([
    { holds: "the brake", more: { holds: [{ kind: "brake", from: "2026-11-01", until: null }] }, wait: "emergency brake" },
    { holds: "a plan", more: { plan: { state: "running" } }, wait: "plan running" },
    { holds: "the contact cap", more: { contacts: ["2026-11-09"] }, wait: "contact cap" },
    { holds: "our own check", more: { failedChecks: ["address-known"] }, wait: "self-check failed" },
  ] as const)("$holds holds it all the same", ({ more, wait }) => {
    expect(stepByHand(facts(more as Partial<ClaimFacts>), "2026-11-09")).toMatchObject({ wait });
  });

  test("neither a postponement to December nor the autopilot that is off hold it", () => {
    expect(stepByHand(facts({ postponedTo: "2026-12-01", autopilot: false }), "2026-11-09")).toMatchObject({ take: { id: "reminder-1" } });
  });
});

describe("the step ahead", () => {
  test("is the first reminder, whatever holds it", () => {
    expect(stepAhead(facts({ stopCode: "deceased", contacts: ["2026-11-09"] }), "2026-11-09")).toMatchObject({ step: { id: "reminder-1" }, occurrence: 1, onItsWay: false });
  });

  test("is the one on its way while it hasn't left", () => {
    const steps = [{ stepId: "reminder-1", takenOn: "2026-11-09", sentOn: null }];
    expect(stepAhead(facts({ steps }), "2026-11-09")).toMatchObject({ step: { id: "reminder-1" }, occurrence: 1, onItsWay: true });
  });

  test("there is none when nothing is open", () => {
    expect(stepAhead(facts({ outstanding: 0 }), "2026-11-09")).toBeUndefined();
  });
});
