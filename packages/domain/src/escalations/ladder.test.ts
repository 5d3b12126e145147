import { DUTCH_LADDER, isMessage, ladderRoad, payBy, type Ladder, type LadderStep } from "./ladder";
import { ladderFaults } from "./ladder-faults";

const step = (more: Partial<LadderStep>): LadderStep => ({
  id: "reminder-1", afterDays: 5, channel: "mail", template: "reminder-1", automatic: true, ...more,
});
const codes = (ladder: Ladder) => ladderFaults(ladder).map(({ code }) => code);

describe("the ladder that is ready", () => {
  test("has no faults, and starts 3 days before the due day", () => {
    expect(ladderFaults(DUTCH_LADDER)).toEqual([]);
    expect(DUTCH_LADDER.steps[0]).toMatchObject({ id: "note-before-due", afterDays: -3 });
  });

  test("calls before the second reminder, and ends in a proposal that no machine decides", () => {
    const ids = DUTCH_LADDER.steps.map(({ id }) => id);
    expect(ids.indexOf("call")).toBe(ids.indexOf("reminder-2") - 1);
    expect(DUTCH_LADDER.steps.at(-1)).toMatchObject({ channel: "hand-over", automatic: false });
  });

  test("gives consumers the fourteen-day letter and businesses a notice", () => {
    const on = (road: string) => DUTCH_LADDER.steps.filter(
      (each) => (each.onlyFor ?? road) === road,
    ).map(({ id }) => id);
    expect(on("consumer")).toContain("fourteen-day-letter");
    expect(on("consumer")).not.toContain("business-notice");
    expect(on("business")).toContain("business-notice");
    expect(on("business")).not.toContain("fourteen-day-letter");
  });

  test("an unknown debtor goes the consumer's road, a sole trader the road of businesses", () => {
    expect(ladderRoad("unknown")).toBe("consumer");
    expect(ladderRoad("natural-person-in-business")).toBe("business");
  });

  test("a reminder that leaves on Wednesday 18 November with 10 days names Monday 30 November, not Saturday", () => {
    expect(payBy(step({ payWithinDays: 10 }), "2026-11-18")).toBe("2026-11-30");
    expect(payBy(step({}), "2026-11-18")).toBeNull();
  });

  test("calls, tasks and hand-overs are no messages", () => {
    expect(DUTCH_LADDER.steps.filter((each) => !isMessage(each)).map(({ id }) => id)).toEqual(["call", "hand-over"]);
  });
});

describe("faults of a ladder", () => {
  test.each<{ fault: string; steps: LadderStep[] }>([
    { fault: "no steps", steps: [] },
    { fault: "no id", steps: [step({ id: " " })] },
    { fault: "same id twice", steps: [step({}), step({ afterDays: 9 })] },
    { fault: "days not ascending", steps: [step({ afterDays: 9 }), step({ id: "reminder-2", afterDays: 5 })] },
    { fault: "day not whole", steps: [step({ afterDays: 1.5 })] },
    { fault: "wait not whole", steps: [step({ minDaysAfterPrevious: 0 })] },
    { fault: "template missing", steps: [step({ template: undefined })] },
    { fault: "template not used", steps: [step({ channel: "call" })] },
    {
      fault: "letter not of the law",
      steps: [step({ id: "letter", afterDays: 42, channel: "letter", template: "fourteen-day-letter", onlyFor: "consumer" })],
    },
    { fault: "term not whole", steps: [step({ payWithinDays: 0 })] },
    { fault: "repeat not last", steps: [step({ repeatEveryDays: 14 }), step({ id: "reminder-2", afterDays: 9 })] },
    { fault: "repeat too often", steps: [step({ repeatEveryDays: 3 })] },
    { fault: "minimum negative", steps: [step({ minimumCents: -1 })] },
    { fault: "hand-over by itself", steps: [step({ channel: "hand-over", template: undefined, automatic: true })] },
    {
      fault: "no letter before hand-over",
      steps: [step({ id: "hand-over", channel: "hand-over", template: undefined, automatic: false })],
    },
    { fault: "legal letter before due", steps: [step({ afterDays: -1, legal: true })] },
  ])("$fault", ({ fault, steps }) => {
    expect(codes({ steps })).toContain(fault);
  });

  test("a text that nobody wrote is unknown, and only where texts are looked at", () => {
    const ladder = { steps: [step({ template: "reminder-9" })] };
    expect(codes(ladder)).toEqual([]);
    expect(ladderFaults(ladder, { templates: ["reminder-1"] })).toEqual([{ code: "template unknown", stepId: "reminder-1" }]);
    expect(ladderFaults({ steps: [step({})] }, { templates: ["reminder-1"] })).toEqual([]);
  });

  test("a text that only exists as a mail can't go by post", () => {
    const known = { templates: ["note-before-due", "reminder-1"], onPaper: ["reminder-1"] };
    const note = (channel: "mail" | "letter") => ({ steps: [step({ channel, template: "note-before-due" })] });
    expect(ladderFaults(note("letter"), known).map(({ code }) => code)).toEqual(["text not on paper"]);
    expect(ladderFaults(note("mail"), known)).toEqual([]);
  });

  test("businesses may be handed over without a letter: only the consumer's road is at fault, and it is said once", () => {
    const steps = [
      step({}),
      step(
        {
          id: "hand-over", afterDays: 40, channel: "hand-over", template: undefined, automatic: false,
          onlyFor: "business",
        },
      ),
    ];
    expect(codes({ steps })).toEqual([]);
  });
});
