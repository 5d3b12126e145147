import { addDays, type PlainDate } from "../plain-date";
import { isBusinessDay } from "../business-days";
import fc from "fast-check";
import { DUTCH_LADDER, isMessage, type LadderStep } from "./ladder";
import { nextStep, type ClaimFacts, type Decision, type StepTaken } from "./next-step";

// Due on Monday 2 November 2026; the note before due went out on Friday 30 October.
const NOTE: StepTaken = { stepId: "note-before-due", takenOn: "2026-10-30", sentOn: "2026-10-30" };
const REMINDER: StepTaken = { stepId: "reminder-1", takenOn: "2026-11-09", sentOn: "2026-11-09" };
const CALL: StepTaken = { stepId: "call", takenOn: "2026-11-17", sentOn: "2026-11-17" };
const SECOND: StepTaken = { stepId: "reminder-2", takenOn: "2026-11-18", sentOn: "2026-11-18" };
const THIRD: StepTaken = { stepId: "reminder-3", takenOn: "2026-12-01", sentOn: "2026-12-01" };

const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  ladder: DUTCH_LADDER, debtorKind: "consumer", outstanding: 35_000, total: 35_000, dueOn: "2026-11-02", steps: [NOTE],
  ...more,
});
const taken = (decision: Decision) => ("take" in decision ? decision.take.id : `wait: ${decision.wait}`);

describe("the next step of an invoice", () => {
  test("due on 2 November, the first reminder leaves on Monday 9 November: day 5 is a Saturday", () => {
    expect(nextStep(facts(), "2026-11-06")).toMatchObject({ wait: "step not yet due", until: "2026-11-09" });
    expect(nextStep(facts(), "2026-11-09")).toMatchObject({
      take: { id: "reminder-1" }, messageNumber: 2, occurrence: 1, byHand: false,
      because: {
        daysOverdue: 7, dueSince: "2026-11-09", previousStepId: "note-before-due", previousSentOn: "2026-10-30",
      },
    });
  });

  test("3 days before due the note leaves; on the due day itself it is no longer true and passes", () => {
    expect(taken(nextStep(facts({ steps: [] }), "2026-10-30"))).toBe("note-before-due");
    expect(nextStep(facts({ steps: [] }), "2026-11-02")).toMatchObject({ wait: "not due", until: "2026-11-09" });
  });

  test("after the reminder that named 16 November nobody hears from us before the 17th", () => {
    const waiting = facts({ steps: [NOTE, REMINDER] });
    expect(nextStep(waiting, "2026-11-16")).toMatchObject({ wait: "step not yet due", until: "2026-11-17" });
    expect(taken(nextStep(waiting, "2026-11-17"))).toBe("call");
  });

  test("the second reminder waits until the call was made, however long that takes (I-31)", () => {
    const open = facts({ steps: [NOTE, REMINDER, { ...CALL, sentOn: null }] });
    expect(nextStep(open, "2026-12-24")).toMatchObject({ wait: "call open", detail: "2026-11-17" });
    expect(taken(nextStep(facts({ steps: [NOTE, REMINDER, CALL] }), "2026-11-18"))).toBe("reminder-2");
  });

  test("a reminder that was planned but never left holds the next one, also after 40 days", () => {
    const parked = facts({ steps: [NOTE, { ...REMINDER, sentOn: null }] });
    expect(nextStep(parked, "2026-12-21")).toMatchObject({ wait: "step not sent yet" });
  });

  test("after 60 days without a night the first missed step is taken, and none is skipped (1.9)", () => {
    expect(taken(nextStep(facts(), "2027-01-04"))).toBe("reminder-1");
    const after = facts({ steps: [NOTE, { stepId: "reminder-1", takenOn: "2027-01-04", sentOn: "2027-01-04" }] });
    expect(nextStep(after, "2027-01-05")).toMatchObject({ wait: "step not yet due", until: "2027-01-12" });
  });

  test("a step passed by by hand counts as taken", () => {
    const skipped = facts(
      { steps: [NOTE, REMINDER, { stepId: "call", takenOn: "2026-11-17", sentOn: null, skippedOn: "2026-11-17" }] },
    );
    expect(taken(nextStep(skipped, "2026-11-18"))).toBe("reminder-2");
  });

  test("€ 40 is never called about: the second reminder follows the first one", () => {
    const small = facts({ total: 4_000, outstanding: 4_000, steps: [NOTE, REMINDER] });
    expect(taken(nextStep(small, "2026-11-17"))).toBe("reminder-2");
  });

  test("a part payment of € 340 on € 350 leaves the claim at its call, and doesn't jump to the second reminder", () => {
    expect(taken(nextStep(facts({ outstanding: 1_000, steps: [NOTE, REMINDER] }), "2026-11-17"))).toBe("call");
  });

  test("a consumer gets the letter, a company the notice", () => {
    const steps = [NOTE, REMINDER, CALL, SECOND, THIRD];
    expect(taken(nextStep(facts({ steps }), "2026-12-15"))).toBe("fourteen-day-letter");
    expect(taken(nextStep(facts({ steps, debtorKind: "legal-person" }), "2026-12-15"))).toBe("business-notice");
    expect(taken(nextStep(facts({ steps, debtorKind: "unknown" }), "2026-12-15"))).toBe("fourteen-day-letter");
  });

  test("a consumer is handed over only when the letter's term has passed", () => {
    const letter: StepTaken = { stepId: "fourteen-day-letter", takenOn: "2026-12-15", sentOn: "2026-12-15" };
    const steps = [NOTE, REMINDER, CALL, SECOND, THIRD, letter];
    const sent = {
      sentOn: "2026-12-15", delivered: "2026-12-17", presumed: true, lastDay: "2027-01-04", costsFrom: "2027-01-05",
    };
    const running = facts({ steps, letter: { ...sent, state: "running", daysLeft: 3 } });
    expect(nextStep(running, "2027-01-04")).toMatchObject({ wait: "letter term running", until: "2027-01-05" });
    const passed = facts({ steps, letter: { ...sent, state: "costs lawful", daysLeft: 0 } });
    expect(nextStep(passed, "2027-01-05")).toMatchObject({ take: { id: "hand-over" }, byHand: true });
    expect(nextStep(facts({ steps, letter: null }), "2027-01-05")).toMatchObject({ wait: "letter missing" });
  });

  test("the hand-over is the end, unless the last step repeats", () => {
    const steps = [{ stepId: "hand-over", takenOn: "2027-01-05", sentOn: "2027-01-05" }];
    expect(nextStep(facts({ steps, debtorKind: "legal-person" }), "2027-02-01")).toEqual({ wait: "ladder finished" });
    const repeating: LadderStep = {
      id: "again", afterDays: 5, channel: "mail", template: "reminder-3", automatic: true, repeatEveryDays: 30,
    };
    const again = facts(
      { ladder: { steps: [repeating] }, steps: [{ stepId: "again", takenOn: "2026-11-09", sentOn: "2026-11-09" }] },
    );
    expect(nextStep(again, "2026-12-08")).toMatchObject({ wait: "step not yet due", until: "2026-12-09" });
    expect(nextStep(again, "2026-12-09")).toMatchObject({ take: { id: "again" }, occurrence: 2, messageNumber: 2 });
  });

  test("an inserted earlier step isn't gone back to: steps done stay done (I-46)", () => {
    const inserted = { ...DUTCH_LADDER.steps[1]!, id: "extra", afterDays: 6 };
    const ladder = { steps: [...DUTCH_LADDER.steps.slice(0, 2), inserted, ...DUTCH_LADDER.steps.slice(2)] };
    expect(taken(nextStep(facts({ ladder, steps: [NOTE, REMINDER, CALL] }), "2026-11-18"))).toBe("reminder-2");
  });
});

describe("why an invoice waits", () => {
  const day = "2026-11-09";
  test.each<{ wait: string; more: Partial<ClaimFacts>; on?: PlainDate; until?: PlainDate }>([
    { wait: "settled", more: { outstanding: 0 } },
    { wait: "settled", more: { outstanding: -500 } },
    { wait: "handed over", more: { handedOver: true } },
    { wait: "stop code", more: { stopCode: "insolvent" } },
    { wait: "emergency brake", more: { holds: [{ kind: "brake", from: "2026-11-01", until: null }] } },
    {
      wait: "hardship", more: { holds: [{ kind: "hardship", from: "2026-11-01", until: "2026-11-20" }] },
      until: "2026-11-21",
    },
    {
      wait: "on hold", more: { holds: [{ kind: "pause", from: "2026-11-01", until: "2026-11-09" }] },
      until: "2026-11-10",
    },
    { wait: "paid according to debtor", more: { holds: [{ kind: "paid-claim", from: "2026-11-09", until: null }] } },
    { wait: "reply unread", more: { holds: [{ kind: "reply", from: "2026-11-09", until: null }] } },
    { wait: "disputed", more: { disputedCents: 10_000 } },
    { wait: "disputed", more: { disputedCents: 35_000, remindUndisputedPart: true } },
    { wait: "plan proposed", more: { plan: { state: "proposed", answerBy: "2026-11-11" } }, until: "2026-11-12" },
    { wait: "plan running", more: { plan: { state: "running", nextOn: "2026-12-01" } }, until: "2026-12-01" },
    { wait: "plan running", more: { plan: { state: "behind" } } },
    { wait: "promise open", more: { promise: { state: "open", holdsUntil: "2026-11-17" } }, until: "2026-11-18" },
    { wait: "money on its way", more: { moneyOnItsWay: true } },
    { wait: "below minimum", more: { minimumCents: 50_000 } },
    { wait: "call open", more: { openCallSince: "2026-11-06" }, until: "2026-11-12" },
    { wait: "waiting for delivery", more: { letter: { state: "waiting for delivery", sentOn: "2026-11-05" } } },
    {
      wait: "letter not delivered",
      more: { letter: { state: "not delivered", sentOn: "2026-11-05", bouncedOn: "2026-11-05" } },
    },
    { wait: "postponed", more: { postponedTo: "2026-11-12" }, until: "2026-11-12" },
    { wait: "contact cap", more: { contacts: ["2026-11-09"] }, until: "2026-11-10" },
    {
      wait: "contact cap", more: { contacts: ["2026-10-14", "2026-10-20", "2026-10-26", "2026-11-02"] },
      until: "2026-11-13",
    },
    { wait: "self-check failed", more: { failedChecks: ["invoice-delivered"] } },
    { wait: "autopilot off", more: { autopilot: false } },
    { wait: "not a business day", more: {}, on: "2026-11-14", until: "2026-11-16" },
  ])("$wait: $more", ({ wait, more, on = day, until }) => {
    const decision = nextStep(facts(more), on);
    expect(decision).toMatchObject({ wait, ...(until ? { until } : {}) });
  });

  test.each<{ why: string; more: Partial<ClaimFacts> }>([
    {
      why: "a hold that was lifted",
      more: { holds: [{ kind: "pause", from: "2026-11-01", until: null, liftedOn: "2026-11-09" }] },
    },
    {
      why: "a hold that ended yesterday", more: { holds: [{ kind: "pause", from: "2026-11-01", until: "2026-11-08" }] },
    },
    { why: "a call that nobody made for 3 business days", more: { openCallSince: "2026-11-03" } },
    { why: "a broken promise", more: { promise: { state: "broken", holdsUntil: "2026-11-06" } } },
    { why: "a broken plan", more: { plan: { state: "broken" } } },
    {
      why: "a dispute of € 100 where the rest is reminded", more: { disputedCents: 10_000, remindUndisputedPart: true },
    },
    {
      why: "four contacts of which one is 30 days old",
      more: { contacts: ["2026-10-10", "2026-10-20", "2026-10-26", "2026-11-02"] },
    },
  ])("$why doesn't hold the reminder", ({ more }) => {
    expect(taken(nextStep(facts(more), day))).toBe("reminder-1");
  });

  test("letters of the law go out over the contact cap, and with autopilot off they too become a task", () => {
    const steps = [NOTE, REMINDER, CALL, SECOND, THIRD];
    const contacts = ["2026-12-01", "2026-12-07", "2026-12-09", "2026-12-11"];
    expect(taken(nextStep(facts({ steps, contacts }), "2026-12-15"))).toBe("fourteen-day-letter");
    expect(nextStep(facts({ steps, autopilot: false }), "2026-12-15")).toMatchObject(
      { wait: "autopilot off", step: { id: "fourteen-day-letter" } },
    );
  });

  test("a pause of reminders only lets the call go on", () => {
    const holds = [{ kind: "pause" as const, from: "2026-11-01", until: null, stops: "reminders" as const }];
    expect(taken(nextStep(facts({ holds }), day))).toBe("wait: on hold");
    expect(taken(nextStep(facts({ holds, steps: [NOTE, REMINDER] }), "2026-11-17"))).toBe("call");
  });
});

describe("whatever happens on the way", () => {
  test("steps are taken in order, one a day, only on business days, and never before the one before them left", () => {
    const someDays = fc.array(fc.constantFrom("night", "night", "night", "outage"), { minLength: 60, maxLength: 160 });
    fc.assert(fc.property(someDays, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 100, max: 35_000 }), (days, slowToSend, left) => {
      let today: PlainDate = "2026-10-28";
      let steps: StepTaken[] = [];
      days.forEach((kind, index) => {
        today = addDays(today, 1);
        steps = steps.map((step) => {
          const leaves = step.sentOn === null && addDays(step.takenOn, slowToSend) <= today;
          return leaves ? { ...step, sentOn: today } : step;
        });
        if (kind === "outage") return;
        const decision = nextStep(
          facts({ steps, debtorKind: "legal-person", outstanding: index % 2 ? left : 35_000 }), today,
        );
        if (!("take" in decision)) return;
        expect(isBusinessDay(today)).toBe(true);
        expect(steps.every((step) => step.sentOn !== null)).toBe(true);
        steps = [...steps, { stepId: decision.take.id, takenOn: today, sentOn: slowToSend === 0 ? today : null }];
      });
      const order = DUTCH_LADDER.steps.filter((step) => step.onlyFor !== "consumer").map(({ id }) => id);
      const done = steps.map(({ stepId }) => stepId);
      const first = done[0] === "note-before-due" || done.length === 0 ? 0 : 1;
      expect(done).toEqual(order.slice(first, first + done.length));
    }), { numRuns: 150 });
  });

  test("how much is paid never changes which step comes next", () => {
    const ids = DUTCH_LADDER.steps.map(({ id }) => id).filter((id) => id !== "fourteen-day-letter");
    fc.assert(fc.property(fc.nat(ids.length - 1), fc.integer({ min: 1, max: 35_000 }), (furthest, outstanding) => {
      const steps = ids.slice(0, furthest).map(
        (stepId, index) => ({ stepId, takenOn: addDays("2026-11-02", index), sentOn: addDays("2026-11-02", index) }),
      );
      const full = nextStep(facts({ steps, debtorKind: "legal-person" }), "2027-03-01");
      const part = nextStep(facts({ steps, debtorKind: "legal-person", outstanding }), "2027-03-01");
      expect(taken(part)).toBe(taken(full));
    }));
  });

  test("every message of the ready ladder names a template", () => {
    for (const step of DUTCH_LADDER.steps) expect(Boolean(step.template)).toBe(isMessage(step));
  });
});
