import { calendarFile } from "./calendar-file";

describe("the calendar file", () => {
  const file = calendarFile("R-1", [{ on: "2026-12-31", title: "De Morgen: termijn 1, € 75,00" }], new Date("2026-11-04T19:48:00Z"));

  test("holds a whole day that ends on the next, also over the year's end", () => {
    expect(file).toContain("DTSTART;VALUE=DATE:20261231\r\n");
    expect(file).toContain("DTEND;VALUE=DATE:20270101\r\n");
  });

  test("escapes commas and has no line over 75 octets", () => {
    expect(file).toContain("termijn 1\\, € 75\\,00");
    expect(Math.max(...file.split("\r\n").map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  });
});
