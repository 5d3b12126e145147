import { DUTCH_LADDER, type Ladder, type LadderStep } from "./ladder";
import { continueAfter, ladderDifference, stepsUpTo } from "./ladder-difference";

const step = (id: string, afterDays: number, more: Partial<LadderStep> = {}): LadderStep => (
  { id, afterDays, channel: "mail", template: id, automatic: true, ...more }
);
const changed = (from: Ladder, to: Ladder) => ladderDifference(from, to).filter(({ kind }) => kind !== "same");

describe("what differs between two versions", () => {
  test("nothing between a ladder and itself", () => {
    expect(changed(DUTCH_LADDER, DUTCH_LADDER)).toEqual([]);
  });

  test("a day that moved from 15 to 19, a call that is new, and a note that is gone", () => {
    const steps = DUTCH_LADDER.steps
      .filter(({ id }) => id !== "note-before-due")
      .map((each) => (each.id === "reminder-2" ? { ...each, afterDays: 19 } : each));
    const to = { steps: [...steps.slice(0, 3), step("call-2", 22, { channel: "call", template: undefined }), ...steps.slice(3)] };
    expect(changed(DUTCH_LADDER, to)).toEqual([
      { stepId: "reminder-2", kind: "changed", moved: false, fields: [{ field: "afterDays", before: 15, after: 19 }] },
      { stepId: "call-2", kind: "added", moved: false, fields: [] },
      { stepId: "note-before-due", kind: "removed", moved: false, fields: [] },
    ]);
  });

  test("a minimum of € 50,00 that is given up reads as nothing", () => {
    const to = { steps: DUTCH_LADDER.steps.map((each) => ({ ...each, minimumCents: undefined })) };
    expect(changed(DUTCH_LADDER, to)).toEqual([
      { stepId: "call", kind: "changed", moved: false, fields: [{ field: "minimumCents", before: 5_000, after: null }] },
    ]);
  });

  test("two steps that changed places have moved, though their fields didn't change", () => {
    const from = { steps: [step("a", 5), step("b", 5)] };
    const to = { steps: [step("b", 5), step("a", 5)] };
    expect(changed(from, to).map(({ stepId, moved }) => [stepId, moved])).toEqual([["b", true], ["a", true]]);
  });
});

describe("where a running invoice goes on", () => {
  const letter = step("letter", 40, { template: "fourteen-day-letter", legal: true, onlyFor: "consumer" });

  test("after the same step when it is still there", () => {
    expect(continueAfter(DUTCH_LADDER, { steps: [...DUTCH_LADDER.steps].reverse() }, "reminder-2")).toBe("reminder-2");
  });

  test("after the step with the same text when its key is another", () => {
    expect(continueAfter(DUTCH_LADDER, { steps: [step("first", 4, { template: "reminder-1" }), step("second", 12, { template: "reminder-2" })] }, "reminder-2")).toBe("second");
  });

  test("else after the last step that isn't later: day 13 of the old is past day 10, before day 20", () => {
    expect(continueAfter(DUTCH_LADDER, { steps: [step("x", 3), step("y", 10), step("z", 20)] }, "call")).toBe("y");
    expect(continueAfter(DUTCH_LADDER, { steps: [step("z", 20)] }, "call")).toBeNull();
  });

  test("never past a letter of the law that it didn't have, nor to a hand-over", () => {
    const old = { steps: [step("late", 60)] };
    const to = { steps: [step("x", 10), letter, step("y", 50), { ...step("z", 55), channel: "hand-over" as const, template: undefined }] };
    expect(continueAfter(old, to, "late")).toBe("x");
    expect(continueAfter({ steps: [{ ...letter, id: "old-letter" }] }, to, "old-letter")).toBe("letter");
  });

  test("a step that the old version doesn't know starts at the beginning", () => {
    expect(continueAfter(DUTCH_LADDER, { steps: [step("x", 1)] }, "nobody")).toBeNull();
    expect(stepsUpTo(DUTCH_LADDER, null)).toEqual([]);
    expect(stepsUpTo(DUTCH_LADDER, "call").map(({ id }) => id)).toEqual(["note-before-due", "reminder-1", "call"]);
  });
});
