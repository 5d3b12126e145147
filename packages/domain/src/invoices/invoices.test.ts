import { addDays } from "../plain-date";
import { ageing, ageingBucket, invoiceAge } from "./ageing";
import { behaviour } from "./behaviour";

describe("the age of an invoice", () => {
  test.each([
    { today: "2026-11-02", age: 0, bucket: "notDue" },
    { today: "2026-11-03", age: 1, bucket: "d1_30" },
    { today: "2026-12-02", age: 30, bucket: "d1_30" },
    { today: "2026-12-03", age: 31, bucket: "d31_60" },
    { today: "2027-01-31", age: 90, bucket: "d61_90" },
    { today: "2027-02-01", age: 91, bucket: "d90plus" },
  ])("due on 2 November 2026 it is $age days late on $today", ({ today, age, bucket }) => {
    expect(invoiceAge("2026-11-02", today)).toBe(age);
    expect(ageingBucket("2026-11-02", today)).toBe(bucket);
  });

  test("a list has five columns, also empty ones, credits taken off and paid ones left out", () => {
    const columns = ageing([
      { dueOn: "2026-11-30", openCents: 1_000 }, { dueOn: "2026-11-01", openCents: 5_000 },
      { dueOn: "2026-11-01", openCents: -500 },
      { dueOn: "2026-01-01", openCents: 0 },
    ], "2026-11-24");
    expect(columns.map(({ key, cents, count }) => `${key} ${cents} ${count}`)).toEqual(
      ["notDue 1000 1", "d1_30 4500 2", "d31_60 0 0", "d61_90 0 0", "d90plus 0 0"],
    );
  });
});

describe("how somebody pays", () => {
  const paid = (...late: number[]) => late.map(
    (days, index) => ({ dueOn: addDays("2025-01-01", index * 30), paidOn: addDays("2025-01-01", index * 30 + days) }),
  );

  test("nothing paid: nothing is claimed", () => {
    expect(behaviour([])).toEqual({ paidInvoices: 0, averageDaysLate: null, trend: null, lastDaysLate: [] });
  });

  test("2 days early and 5 late is 1,5 days late on average, without a trend", () => {
    expect(behaviour(paid(-2, 5))).toMatchObject({ averageDaysLate: 1.5, trend: null, lastDaysLate: [-2, 5] });
  });

  test.each([
    { late: [2, 3, 20, 22], trend: "slower" }, { late: [20, 22, 2, 3], trend: "faster" },
    { late: [5, 6, 6, 5], trend: "steady" },
  ])("$late is $trend", ({ late, trend }) => {
    expect(behaviour(paid(...late)).trend).toBe(trend);
  });

  test("of 20 invoices the last 12 are drawn, whatever order they came in", () => {
    const late = Array.from({ length: 20 }, (_, index) => index);
    expect(behaviour(paid(...late).reverse())).toMatchObject(
      { paidInvoices: 20, averageDaysLate: 9.5, lastDaysLate: late.slice(8), trend: "slower" },
    );
  });
});
