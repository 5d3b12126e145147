import { decimalSignOf, readAmount } from "./cell-amount";
import { readDay } from "./cell-day";
import type { TableCell } from "./table";

const text = (value: string): TableCell => ({ text: value, type: "text" });
const number = (value: string): TableCell => ({ text: value, type: "number" });

describe("days as files write them", () => {
  test.each([
    ["20-11-2026"], ["20/11/2026"], ["20.11.26"], ["2026-11-20"], ["20261120"], ["20 nov 2026"], ["vrijdag 20 november 2026"], ["20-nov-2026"], ["2026-11-20T00:00:00"],
    ["20-11-2026 14:30"], ["46346"], ["2026/11/20"],
  ])("%s is 20 November 2026", (value) => {
    expect(readDay(text(value))).toEqual({ day: "2026-11-20" });
  });

  test("the number 46346 of a spreadsheet is 20 November 2026, 60 is no invoice's day", () => {
    expect(readDay(number("46346"))).toEqual({ day: "2026-11-20" });
    expect(readDay(number("60"))).toEqual({ fault: "DAY_UNREADABLE" });
  });

  test.each(["29-02-2026", "31-04-2026", "2026-02-29", "12-13-2026"])("%s is not in the calendar", (value) => {
    expect(readDay(text(value))).toEqual({ fault: "DAY_NOT_THERE" });
  });

  test.each(["", "morgen", "20-11", "20 foo 2026", "1.234,56"])("%p is no day", (value) => {
    expect(readDay(text(value))).toEqual({ fault: "DAY_UNREADABLE" });
  });

  test("29-02-2028 is a day, for 2028 is a leap year", () => {
    expect(readDay(text("29-02-2028"))).toEqual({ day: "2028-02-29" });
  });
});

describe("amounts as files write them", () => {
  test.each([
    ["1.234,56", 123_456], ["1234,56", 123_456], ["€ 1.234,56", 123_456], ["1 234,56", 123_456], ["1,234.56", 123_456], ["1234.56", 123_456], ["12,-", 1_200],
    ["EUR 12,5", 1_250], ["-12,50", -1_250], ["(12,50)", -1_250], ["0,00", 0], ["12", 1_200], ["1.234.567", 123_456_700], ["-0", 0], [",50", 50], ["+3,10", 310],
  ])("%s is %i cents", (value, cents) => {
    expect(readAmount(text(value), undefined)).toEqual({ cents });
  });

  test("1.234,56- is 1234.56 less, and says that its minus stood at the end", () => {
    expect(readAmount(text("1.234,56-"), "comma")).toEqual({ cents: -123_456, minusAtEnd: true });
  });

  test("1.234 is a thousand euros in a column with commas, one euro and a bit too fine in one with points, and unclear alone", () => {
    expect(readAmount(text("1.234"), "comma")).toEqual({ cents: 123_400 });
    expect(readAmount(text("1.234"), "point")).toEqual({ fault: "AMOUNT_TOO_FINE" });
    expect(readAmount(text("1.234"), undefined)).toEqual({ fault: "AMOUNT_UNCLEAR" });
  });

  test.each([
    ["12,345678", "AMOUNT_TOO_FINE"], ["tien", "AMOUNT_UNREADABLE"], ["", "AMOUNT_UNREADABLE"], ["1.23.4,5", "AMOUNT_UNREADABLE"], ["USD 12", "CURRENCY_OTHER"],
    ["$ 12", "CURRENCY_OTHER"], ["123456789012", "AMOUNT_TOO_LARGE"], ["--5", "AMOUNT_UNREADABLE"],
  ])("%p can't be paid: %s", (value, fault) => {
    expect(readAmount(text(value), "comma")).toEqual({ fault });
  });

  test("1234.56 of a spreadsheet needs no guessing", () => {
    expect(readAmount(number("1234.56"), "comma")).toEqual({ cents: 123_456 });
  });

  test("a column tells its sign together: one clear cell is enough, two that contradict each other say nothing", () => {
    expect(decimalSignOf(["1.234", "5.000", "12,5"].map(text))).toBe("comma");
    expect(decimalSignOf(["1,234", "12.50"].map(text))).toBe("point");
    expect(decimalSignOf(["1.234", "100"].map(text))).toBeUndefined();
    expect(decimalSignOf(["12,50", "12.50"].map(text))).toBeUndefined();
  });
});
