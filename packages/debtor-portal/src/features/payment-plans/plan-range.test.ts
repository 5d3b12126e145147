import { DEFAULT_PLAN_POLICY, planFaults, planSchedule } from "@tegemoet/domain";
import { firstDays, sliderOf } from "./plan-range";

describe("what the slider of the terms offers", () => {
  test.each([5_000, 7_350, 35_000, 123_456, 999_999])("every amount on it for %i cents makes a plan that gets an instant yes", (total) => {
    const { min, max, step } = sliderOf(total, DEFAULT_PLAN_POLICY);
    expect(max).toBeGreaterThanOrEqual(min);
    for (let instalmentCents = min; instalmentCents <= max && instalmentCents < total; instalmentCents += step) {
      const instalments = planSchedule({ total, instalmentCents, firstOn: "2026-12-01", every: "month", dayOfMonth: 1 });
      expect(planFaults({ total, instalments }, DEFAULT_PLAN_POLICY, "2026-11-04")).toEqual([]);
    }
  });

  test("it starts with about four terms: € 90,00 of € 350,00", () => {
    expect(sliderOf(35_000, DEFAULT_PLAN_POLICY)).toMatchObject({ min: 6_000, max: 17_500, start: 9_000 });
  });

  test("a total of € 30,00 starts with a half, because the policy's least is nearly all of it", () => {
    const { start } = sliderOf(3_000, DEFAULT_PLAN_POLICY);
    expect(start).toBeLessThan(3_000);
  });
});

describe("the days to begin", () => {
  test("are the first two 1sts after 4 November", () => expect(firstDays("2026-11-04", 1)).toEqual(["2026-12-01", "2027-01-01"]));
  test("leave three days for a message before: on 29 November the 1st of December is too near", () => {
    expect(firstDays("2026-11-29", 1)).toEqual(["2027-01-01", "2027-02-01"]);
    expect(firstDays("2026-11-28", 1)).toEqual(["2026-12-01", "2027-01-01"]);
  });
});
