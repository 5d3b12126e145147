import { addDays } from "../plain-date";
import { isTimeToTell, reachesInTime } from "./term-notice";

// Friday 27 November 2026; no holiday near it.
const DUE = "2026-11-27";
const days = Array.from({ length: 21 }, (_, index) => addDays("2026-11-10", index));

test("of a term on Friday 27 November a mail may tell from Tuesday 24 until the day itself, a letter from Thursday 19 until Wednesday 25", () => {
  const toldOn = (route: "mail" | "letter") => days.filter((day) => isTimeToTell(DUE, day, route));
  expect(toldOn("mail")).toEqual(["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]);
  expect(toldOn("letter")).toEqual(["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"]);
});

test("what leaves in time once left in time on every day before", () => {
  for (const route of ["mail", "letter"] as const) {
    const inTime = days.map((day) => reachesInTime(DUE, day, route));
    expect(inTime).toEqual([...inTime].sort((a, b) => Number(b) - Number(a)));
    expect([inTime[0], inTime.at(-1)]).toEqual([true, false]);
  }
});
