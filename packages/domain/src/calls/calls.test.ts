import { EXCUSES, excuse, EVIDENCE_KINDS } from "./excuses";
import { callDay, goldenHourAt, isGoldenDay, nextGoldenHour } from "./golden-hours";
import { CALL_OUTCOMES, callOutcome, missingOutcomeFields } from "./outcomes";
import { rankCalls, type CallFacts } from "./ranking";
import { toneMarks } from "./tone";

const at = (hour: number, minute: number) => hour * 60 + minute;

describe("golden hours", () => {
  test.each([
    { clock: "9:29", minute: at(9, 29), golden: null, next: at(9, 30) },
    { clock: "9:30", minute: at(9, 30), golden: at(9, 30), next: at(13, 30) },
    { clock: "11:29", minute: at(11, 29), golden: at(9, 30), next: at(13, 30) },
    { clock: "11:30", minute: at(11, 30), golden: null, next: at(13, 30) },
    { clock: "15:29", minute: at(15, 29), golden: at(13, 30), next: null },
    { clock: "15:30", minute: at(15, 30), golden: null, next: null },
  ])("at $clock", ({ minute, golden, next }) => {
    expect(goldenHourAt(minute)?.fromMinute ?? null).toBe(golden);
    expect(nextGoldenHour(minute)?.fromMinute ?? null).toBe(next);
  });

  test("an organisation's own windows count", () => {
    expect(goldenHourAt(at(17, 0), [{ fromMinute: at(16, 0), untilMinute: at(18, 0) }])).not.toBeNull();
  });

  test("Monday 23 and Tuesday 24 November are golden, Easter Monday isn't", () => {
    expect(
      ["2026-11-23", "2026-11-24", "2026-11-25", "2026-04-06"].map(isGoldenDay),
    ).toEqual([true, true, false, false]);
  });

  test("a first call of Wednesday waits for Monday, a broken promise of Wednesday doesn't, and one of Saturday waits for Monday", () => {
    expect(callDay("2026-11-25")).toBe("2026-11-30");
    expect(callDay("2026-11-25", 0)).toBe("2026-11-25");
    expect(callDay("2026-11-28", 0)).toBe("2026-11-30");
    expect(callDay("2026-11-25", 2)).toBe("2026-11-25");
  });
});

describe("the order of the calls", () => {
  const call = (id: string, more: Partial<CallFacts> = {}): CallFacts => ({
    id, overdueCents: 50_000, daysOverdue: 10, ...more,
  });
  const order = (calls: CallFacts[], today = "2026-11-24") => rankCalls(calls, today).map(({ id }) => id);

  test("who asked to be called comes first, the earliest first, also before € 100.000", () => {
    expect(order([
      call("large", { overdueCents: 10_000_000 }), call("late", { askedForOn: "2026-11-24", askedForMinute: 840 }),
      call("early", { askedForOn: "2026-11-24", askedForMinute: 600 }),
    ])).toEqual(["early", "late", "large"]);
  });

  test("an appointment of tomorrow isn't one of today", () => {
    expect(
      order([call("plain", { daysOverdue: 11 }), call("tomorrow", { askedForOn: "2026-11-25" })])[0],
    ).toBe("plain");
  });

  test("more money, more days, a broken promise each go up; three tries without an answer go down", () => {
    expect(order([call("a"), call("b", { overdueCents: 60_000 })])).toEqual(["b", "a"]);
    expect(order([call("a"), call("b", { daysOverdue: 40 })])).toEqual(["b", "a"]);
    expect(order([call("a"), call("b", { justBroken: true })])).toEqual(["b", "a"]);
    expect(order([call("a", { triesUnanswered: 3 }), call("b")])).toEqual(["b", "a"]);
  });

  test("says why, the strongest reason first, and always something", () => {
    const [ranked] = rankCalls(
      [call("a", { justBroken: true, overdueCents: 548_275, daysOverdue: 40, firstCall: true })], "2026-11-24",
    );
    expect(ranked?.reasons).toEqual(["justBroken", "amount", "age", "goldenDay"]);
    expect(rankCalls([call("b", { overdueCents: 100, daysOverdue: 1 })], "2026-11-25")[0]?.reasons).toEqual(["age"]);
  });

  test("what is alike stands by id, whatever order it came in", () => {
    expect(order([call("b"), call("a")])).toEqual(["a", "b"]);
    expect(order([call("a"), call("b")])).toEqual(["a", "b"]);
  });
});

describe("how a call can end", () => {
  test("there are 19 outcomes, 5 of them not reached, each with both languages", () => {
    expect(CALL_OUTCOMES).toHaveLength(19);
    expect(CALL_OUTCOMES.filter(({ reached }) => !reached)).toHaveLength(5);
    expect(new Set(CALL_OUTCOMES.map(({ key }) => key)).size).toBe(19);
    for (const { label } of CALL_OUTCOMES) expect(label.nl && label.en).toBeTruthy();
  });

  test("a promise can't be saved without an amount and a day", () => {
    const promise = callOutcome("promiseFull")!;
    expect(missingOutcomeFields(promise, {})).toEqual(["promiseCents", "promiseBy"]);
    expect(missingOutcomeFields(promise, { promiseCents: 548_275, promiseBy: "" })).toEqual(["promiseBy"]);
    expect(missingOutcomeFields(promise, { promiseCents: 548_275, promiseBy: "2026-11-27" })).toEqual([]);
  });

  test("a pause says for how many days, and nothing else does", () => {
    for (const outcome of CALL_OUTCOMES) expect((outcome.holdDays ?? 0) > 0).toBe(outcome.hold === "pause");
  });

  test("what isn't an outcome is none", () => {
    expect(callOutcome("wanbetaler")).toBeNull();
  });
});

describe("what people say", () => {
  test("every excuse of the list has evidence, a reply, a follow-up and an outcome that exists", () => {
    for (const { evidence, reply, followUp, outcome, label } of EXCUSES) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.every((kind) => EVIDENCE_KINDS.includes(kind))).toBe(true);
      expect([reply.nl, reply.en, followUp.nl, followUp.en, label.nl, label.en].every(Boolean)).toBe(true);
      expect(callOutcome(outcome)).not.toBeNull();
    }
    expect(excuse("notReceived")?.outcome).toBe("invoiceNotReceived");
    expect(excuse("nonsense")).toBeNull();
  });

  test("our own replies keep to our own tone", () => {
    for (const { key, reply } of EXCUSES) {
      const marks = [
        ...toneMarks(reply.nl, { language: "nl", longestSentence: 20 }),
        ...toneMarks(reply.en, { language: "en", longestSentence: 22 }),
      ];
      expect(`${key}: ${marks.map(({ rule, text }) => `${rule} “${text}”`).join(", ")}`).toBe(`${key}: `);
    }
  });
});
