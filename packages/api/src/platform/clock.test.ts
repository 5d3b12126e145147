import fc from "fast-check";
import { dayOf, minuteOf, momentAt } from "./clock";

/** What the calendar of the world says, asked anew each time. */
function asked(moment: Date): { day: string; minute: number } {
  const text = moment.toLocaleString("sv-SE", { timeZone: "Europe/Amsterdam" });
  return { day: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}

const HALF_HOUR = 1_800_000;
const day = fc.integer({ min: 0, max: 80 * 366 - 1 }).map((number) => new Date(Date.UTC(1970, 0, 1) + number * 86_400_000).toISOString().slice(0, 10));

describe("Amsterdam's clock", () => {
  test("says at any moment since 1970 what the calendar of the world says", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Date.UTC(2050, 0, 1) }), (time) => {
      const moment = new Date(time);
      expect({ day: dayOf(moment), minute: minuteOf(moment) }).toEqual(asked(moment));
    }), { numRuns: 2_000 });
  });

  test("says so on both sides of each change of the clocks, back and forth", () => {
    for (const change of ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2027-03-28T01:00:00Z"]) {
      for (const step of [-3, 2, -1, 0, 3, -2, 1]) {
        const moment = new Date(Date.parse(change) + step * HALF_HOUR);
        expect({ change, step, day: dayOf(moment), minute: minuteOf(moment) }).toEqual({ change, step, ...asked(moment) });
      }
    }
  });

  test("finds the moment of a minute of a day, and in the lost hour of March the hour after", () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 1_439 }), (text, minute) => {
      const moment = momentAt(text, minute);
      const lost = asked(moment).minute - minute;
      expect([dayOf(moment), lost === 0 || lost === 60]).toEqual([text, true]);
    }), { numRuns: 2_000 });
    expect(momentAt("2026-03-29", 150).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(momentAt("2026-07-01", 0).toISOString()).toBe("2026-06-30T22:00:00.000Z");
  });

  test("refuses what is no moment", () => {
    expect(() => dayOf(new Date("tomorrow"))).toThrow(RangeError);
  });
});
