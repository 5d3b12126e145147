import fc from "fast-check";
import { addDays } from "../plain-date";
import { limitation, limitationStanding, type LimitationKind } from "./limitation";

describe("limitation (BW 3:307, 7:28, 3:324)", () => {
  test.each([
    { kind: "consumer-purchase", due: "2024-03-31", starts: "2024-04-01", last: "2026-03-31", article: "BW 7:28" },
    { kind: "contract", due: "2021-11-30", starts: "2021-12-01", last: "2026-11-30", article: "BW 3:307 lid 1" },
    { kind: "contract", due: "2024-02-29", starts: "2024-03-01", last: "2029-02-28", article: "BW 3:307 lid 1" },
    { kind: "judgment", due: "2020-05-01", starts: "2020-05-02", last: "2040-05-01", article: "BW 3:324 lid 1" },
  ] as const)(
    "a $kind due on $due runs from $starts up to and including $last ($article)",
    ({ kind, due, starts, last, article }) => {
      expect(limitation({ kind, dueOn: due })).toMatchObject({
        startsOn: starts,
        lastDay: last,
        article,
        confidence: "A",
        steps: [],
      });
    },
  );

  test("the term does not move for a weekend: due on 31 October 2021, last day Saturday 31 October 2026", () => {
    expect(limitation({ kind: "contract", dueOn: "2021-10-31" }).lastDay).toBe("2026-10-31");
  });
});

describe("interruption (BW 3:316–3:319)", () => {
  test("a notice on 10 February 2026 gives a consumer's purchase two more years, to 10 February 2028", () => {
    const result = limitation({
      kind: "consumer-purchase",
      dueOn: "2024-03-31",
      events: [{ kind: "notice", on: "2026-02-10" }],
    });
    expect(result.lastDay).toBe("2028-02-10");
    expect(result.steps).toEqual([
      { kind: "notice", on: "2026-02-10", article: "BW 3:317 with 3:319", lastDay: "2028-02-10" },
    ]);
  });

  test("a notice on 1 May 2024 on a contract due on 30 November 2021 reaches to 1 May 2029", () => {
    expect(
      limitation({ kind: "contract", dueOn: "2021-11-30", events: [{ kind: "notice", on: "2024-05-01" }] }).lastDay,
    ).toBe("2029-05-01");
  });

  test("after a judgment a notice gives five years, and never an earlier end than the twenty that were left", () => {
    expect(
      limitation({ kind: "judgment", dueOn: "2020-05-01", events: [{ kind: "notice", on: "2025-01-01" }] }).lastDay,
    ).toBe("2040-05-01");
    expect(
      limitation({ kind: "judgment", dueOn: "2020-05-01", events: [{ kind: "notice", on: "2039-06-01" }] }).lastDay,
    ).toBe("2044-06-01");
  });

  test("what comes a day too late, or before the claim was due, changes nothing and says why", () => {
    const events = [
      { kind: "acknowledgement" as const, on: "2026-04-01" },
      { kind: "notice" as const, on: "2024-03-31" },
    ];
    const { lastDay, steps } = limitation({ kind: "consumer-purchase", dueOn: "2024-03-31", events });
    expect(lastDay).toBe("2026-03-31");
    expect(steps.map(({ ignored }) => ignored)).toEqual(["before the term began", "after the term had ended"]);
    expect(
      limitation({ kind: "consumer-purchase", dueOn: "2024-03-31", events: [{ kind: "notice", on: "2026-03-31" }] })
        .lastDay,
    ).toBe("2028-03-31");
  });

  test("an event more never makes a claim end earlier, and the order in which they are given does not matter", () => {
    const kinds = fc.constantFrom<LimitationKind>(
      "contract",
      "periodic",
      "consumer-purchase",
      "judgment",
      "judgment-periodic",
    );
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom("notice" as const, "acknowledgement" as const, "lawsuit" as const),
        on: fc.integer({ min: 0, max: 9_000 }).map((days) => addDays("2015-01-01", days)),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(kinds, events, (kind, list) => {
        const all = limitation({ kind, dueOn: "2016-03-01", events: list });
        expect(limitation({ kind, dueOn: "2016-03-01", events: [...list].reverse() }).lastDay).toBe(all.lastDay);
        expect(limitation({ kind, dueOn: "2016-03-01", events: list.slice(1) }).lastDay <= all.lastDay).toBe(true);
      }),
    );
  });
});

test.each([
  { today: "2026-05-29", standing: "running" },
  { today: "2026-05-30", standing: "six-months" },
  { today: "2026-08-30", standing: "three-months" },
  { today: "2026-10-30", standing: "three-months" },
  { today: "2026-10-31", standing: "thirty-days" },
  { today: "2026-11-30", standing: "thirty-days" },
  { today: "2026-12-01", standing: "ended" },
])("with a last day of 30 November 2026 the standing on $today is $standing", ({ today, standing }) => {
  expect(limitationStanding({ lastDay: "2026-11-30" }, today)).toBe(standing);
});
