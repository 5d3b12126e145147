import fc from "fast-check";
import {
  addBusinessDays,
  businessDays,
  dutchHolidays,
  easterSunday,
  equatedDaysKnown,
  equatedDaysKnownUntil,
  isBusinessDay,
  isHoliday,
  nextBusinessDay,
} from "./business-days";
import { addDays, fromEpochDay, toEpochDay, weekday } from "./plain-date";

const named = (year: number, name: string): string[] =>
  dutchHolidays(year)
    .filter((day) => day.name === name)
    .map(({ day }) => day);
const someDay = fc.integer({ min: toEpochDay("2017-01-01"), max: toEpochDay("2034-12-31") }).map(fromEpochDay);

describe("Dutch holidays (Algemene termijnenwet art. 3)", () => {
  test.each([
    { year: 2025, easter: "2025-04-20" },
    { year: 2026, easter: "2026-04-05" },
    { year: 2027, easter: "2027-03-28" },
    { year: 2028, easter: "2028-04-16" },
    { year: 2038, easter: "2038-04-25" },
    { year: 2285, easter: "2285-03-22" },
  ])("Easter of $year is on $easter, and the feasts move with it", ({ year, easter }) => {
    expect(easterSunday(year)).toBe(easter);
    expect(named(year, "Goede Vrijdag")).toEqual([addDays(easter, -2)]);
    expect(named(year, "Tweede Paasdag")).toEqual([addDays(easter, 1)]);
    expect(named(year, "Hemelvaartsdag")).toEqual([addDays(easter, 39)]);
    expect(named(year, "Tweede Pinksterdag")).toEqual([addDays(easter, 50)]);
  });

  test("5 May is a holiday for terms every year, not once in five", () => {
    for (let year = 2020; year <= 2035; year += 1) expect(isHoliday(`${year}-05-05`)).toBe(true);
  });

  test("the King's birthday moves from Sunday 27 April 2025 to Saturday the 26th; the Queen's was on 30 April", () => {
    expect(named(2025, "Koningsdag")).toEqual(["2025-04-26"]);
    expect(named(2026, "Koningsdag")).toEqual(["2026-04-27"]);
    expect(named(2013, "Koninginnedag")).toEqual(["2013-04-30"]);
    expect(named(2006, "Koninginnedag")).toEqual(["2006-04-29"]);
  });

  test("the decree for 2026–2028 equates five days, with its source", () => {
    const equated = [2026, 2027, 2028].flatMap(dutchHolidays).filter(({ kind }) => kind === "equated-by-decree");
    expect(equated.map(({ day }) => day)).toEqual([
      "2026-01-02",
      "2026-05-15",
      "2027-05-07",
      "2028-04-28",
      "2028-05-26",
    ]);
    expect(equated.every(({ source }) => source.includes("Stcrt. 2025, 24713"))).toBe(true);
  });

  test("it is told that the days equated after 2028 are not known yet", () => {
    expect(equatedDaysKnownUntil).toBe("2028-12-31");
    expect(equatedDaysKnown(2028)).toBe(true);
    expect(equatedDaysKnown(2029)).toBe(false);
    expect(equatedDaysKnown(2021)).toBe(false);
  });

  test("each holiday stands once, in order, with a source", () => {
    for (let year = 2014; year <= 2040; year += 1) {
      const days = dutchHolidays(year).map(({ day }) => day);
      expect([...new Set(days)].sort()).toEqual(days);
      expect(dutchHolidays(year).every(({ source }) => source.startsWith("Atw art."))).toBe(true);
    }
  });

  test("Ascension on 5 May 2016 is one day with two names", () => {
    expect(named(2016, "Bevrijdingsdag en Hemelvaartsdag")).toEqual(["2016-05-05"]);
  });

  test("a year the act does not know is refused", () => {
    for (const year of [1964, 3000, 2026.5]) expect(() => dutchHolidays(year)).toThrow(RangeError);
  });
});

describe("working days", () => {
  test("25 December 2026 is a Friday: Monday the 28th is the next working day", () => {
    expect(nextBusinessDay("2026-12-25")).toBe("2026-12-28");
    expect(nextBusinessDay("2026-12-24")).toBe("2026-12-24");
  });

  test("Easter of 2026 takes four days: Good Friday up to and including Monday", () => {
    expect(nextBusinessDay("2026-04-03")).toBe("2026-04-07");
    expect(addBusinessDays("2026-04-02", 1)).toBe("2026-04-07");
    expect(addBusinessDays("2026-04-07", -1)).toBe("2026-04-02");
    expect(businessDays("2026-04-02", "2026-04-07")).toBe(1);
  });

  test("0 working days on is the day itself, even a Sunday", () => {
    expect(addBusinessDays("2026-11-22", 0)).toBe("2026-11-22");
  });

  test("a count that isn't whole is refused", () => {
    expect(() => addBusinessDays("2026-11-20", 1.5)).toThrow(RangeError);
    expect(() => addBusinessDays("20 november", 1)).toThrow(RangeError);
  });

  test("counting goes both ways and agrees with adding", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const [later, earlier] = [addBusinessDays(day, count), addBusinessDays(day, -count)];
        expect([isBusinessDay(later), isBusinessDay(earlier)]).toEqual([true, true]);
        expect(businessDays(day, later)).toBe(count);
        expect(businessDays(later, day)).toBe(-count);
        expect(businessDays(earlier, day)).toBe(isBusinessDay(day) ? count : count - 1);
      }),
    );
  });

  test("the next working day is the first one, and no weekend or holiday", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const next = nextBusinessDay(day);
        expect(weekday(next) <= 5 && !isHoliday(next)).toBe(true);
        for (let between = day; between < next; between = addDays(between, 1))
          expect(isBusinessDay(between)).toBe(false);
      }),
    );
  });
});
