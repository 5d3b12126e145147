import { addDays } from "../plain-date";
import { checkDue, rowOn } from "./dated-table";
import { interestRatesDue } from "./statutory-interest";
import { COMMERCIAL_RATES, CONSUMER_RATES } from "./statutory-interest.rates";

describe("the rates of statutory interest", () => {
  test("the commercial rate is the ECB's plus 8 points, plus 7 before 16 March 2013 (BW 6:120 lid 2)", () => {
    for (const { from, rateBasisPoints, ecbBasisPoints } of COMMERCIAL_RATES.rows) {
      expect([from, rateBasisPoints]).toEqual([from, ecbBasisPoints + (from < "2013-03-16" ? 700 : 800)]);
    }
  });

  test("the rate for consumers is in whole per cents and moves by at most two", () => {
    CONSUMER_RATES.rows.forEach(({ rateBasisPoints }, index) => {
      expect(rateBasisPoints % 100).toBe(0);
      const before = CONSUMER_RATES.rows[index - 1]?.rateBasisPoints ?? rateBasisPoints;
      expect(Math.abs(rateBasisPoints - before)).toBeLessThanOrEqual(200);
    });
  });

  test("rows stand in order of day, change on 1 January or 1 July (and once on 16 March 2013), and name their source", () => {
    for (const { rows } of [CONSUMER_RATES, COMMERCIAL_RATES]) {
      const days = rows.map(({ from }) => from);
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.filter((day) => !/-01-01$|-07-01$/.test(day) && day !== "2013-03-16")).toEqual([]);
      expect(rows.every(({ source }) => source.startsWith("BW 6:119"))).toBe(true);
    }
  });

  test.each([
    { day: "2010-01-01", consumer: 300, commercial: 800 },
    { day: "2013-03-15", consumer: 300, commercial: 775 },
    { day: "2013-03-16", consumer: 300, commercial: 875 },
    { day: "2022-12-31", consumer: 200, commercial: 800 },
    { day: "2023-01-01", consumer: 400, commercial: 1_050 },
    { day: "2024-12-31", consumer: 700, commercial: 1_225 },
    { day: "2025-08-01", consumer: 600, commercial: 1_015 },
    { day: "2026-06-30", consumer: 400, commercial: 1_015 },
    { day: "2026-11-22", consumer: 400, commercial: 1_040 },
  ])(
    "on $day: $consumer for consumers, $commercial for trade, in hundredths of a per cent",
    ({ day, consumer, commercial }) => {
      expect(rowOn(CONSUMER_RATES, day).rateBasisPoints).toBe(consumer);
      expect(rowOn(COMMERCIAL_RATES, day).rateBasisPoints).toBe(commercial);
    },
  );

  test("31 December 2009 is not in the table, so it is refused", () => {
    expect(() => rowOn(CONSUMER_RATES, "2009-12-31")).toThrow("the table starts on 2010-01-01");
  });
});

describe("looking up the next half-year", () => {
  test("it is due from three weeks before: 11 December 2026 for 1 January 2027, not on the 10th", () => {
    const table = { ...CONSUMER_RATES, checkedUntil: "2026-12-31" };
    expect(checkDue(table, "2026-12-10")).toBeNull();
    expect(checkDue(table, "2026-12-11")).toEqual({ table: table.name, unknownFrom: "2027-01-01", daysLeft: 21 });
    expect(checkDue(table, "2027-02-01")).toMatchObject({ daysLeft: -31 });
  });

  test("once the checked part ends, both tables ask", () => {
    expect(interestRatesDue(addDays(CONSUMER_RATES.checkedUntil, -30))).toEqual([]);
    expect(interestRatesDue(addDays(CONSUMER_RATES.checkedUntil, -3)).map(({ table }) => table)).toEqual([
      CONSUMER_RATES.name,
      COMMERCIAL_RATES.name,
    ]);
  });

  test("today nothing is due: otherwise read the new rates, add a row for each that changed, and move checkedUntil", () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(interestRatesDue(today)).toEqual([]);
  });
});
