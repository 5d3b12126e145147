import {
  addDays,
  addMonths,
  addYears,
  dateParts,
  daysBetween,
  earliest,
  fromEpochDay,
  isPlainDate,
  latest,
  plainDate,
  toEpochDay,
  weekday,
} from "./plain-date";

describe("days without a clock", () => {
  test("each day from 1995 to 2105, and every 17th from 1900 to 2999, is read and written as the calendar does", () => {
    const [first, last] = [Date.UTC(1900, 0, 1) / 86_400_000, Date.UTC(2999, 11, 31) / 86_400_000];
    const [from, until] = [Date.UTC(1995, 0, 1) / 86_400_000, Date.UTC(2105, 11, 31) / 86_400_000];
    let wrong = 0;
    for (let day = first; day <= last; day += day >= from && day <= until ? 1 : 17) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (fromEpochDay(day) !== text || toEpochDay(text) !== day || !isPlainDate(text)) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  test.each([
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1899-12-31",
    "3000-01-01",
    "2026-1-1",
    "26-01-01",
    "",
    "2026-01-01T00:00",
  ])('"%s" is no day', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(`"${text}" is not a day`);
  });

  test("29 February exists in 2000 and 2024, not in 1900 and 2100", () => {
    expect(["2000-02-29", "2024-02-29"].every(isPlainDate)).toBe(true);
    expect(["1900-02-29", "2100-02-29"].some(isPlainDate)).toBe(false);
  });

  test("31 January and a month is 28 February; 29 February and a year is the 28th", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
  });

  test("the days of both clock changes are one day long", () => {
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(daysBetween("2026-10-25", "2026-10-26")).toBe(1);
    expect(daysBetween("2026-10-26", "2026-10-25")).toBe(-1);
  });

  test("20 November 2026 is a Friday", () => {
    expect(weekday("2026-11-20")).toBe(5);
    expect(weekday("2026-11-22")).toBe(7);
    expect(weekday("1969-12-31")).toBe(3);
    expect(dateParts("2026-11-20")).toEqual({ year: 2026, month: 11, dayOfMonth: 20 });
  });

  test("days compare as text", () => {
    expect(earliest("2026-01-02", "2025-12-31")).toBe("2025-12-31");
    expect(latest("2026-01-02", "2025-12-31")).toBe("2026-01-02");
  });
});
