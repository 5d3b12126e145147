import fc from "fast-check";
import { addDays } from "../plain-date";
import { Refusal } from "../refusal";
import { DEFAULT_PLAN_POLICY, lastPlanDay, planFaults, type PlanProposal } from "./plan-policy";
import { planSchedule, type PlanChoice } from "./plan-schedule";
import { planStanding, type PlanFacts, type PlanPayment } from "./plan-standing";

const choice = (more: Partial<PlanChoice> = {}): PlanChoice => ({
  total: 35_000, count: 3, firstOn: "2026-12-01", every: "month", ...more,
});
const shown = (more: Partial<PlanChoice>) => planSchedule(choice(more)).map(({ dueOn, cents }) => `${dueOn} ${cents}`);

describe("the terms of a plan", () => {
  test("€ 350 in three is 116,67 + 116,67 + 116,66", () => {
    expect(shown({})).toEqual(["2026-12-01 11667", "2027-01-01 11667", "2027-02-01 11666"]);
  });

  test("€ 350 at € 100 a month is three times 100 and once 50", () => {
    expect(shown({ count: undefined, instalmentCents: 10_000 })).toEqual(
      ["2026-12-01 10000", "2027-01-01 10000", "2027-02-01 10000", "2027-03-01 5000"],
    );
  });

  test("from 31 January every month ends on the last day where there is no 31st, and comes back to it", () => {
    expect(planSchedule(choice({ firstOn: "2027-01-31", count: 4 })).map(({ dueOn }) => dueOn)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  });

  test("on the 25th of the month, from 26 November: the first term is 25 December", () => {
    expect(shown({ firstOn: "2026-11-26", dayOfMonth: 25, count: 2 })).toEqual(
      ["2026-12-25 17500", "2027-01-25 17500"],
    );
    expect(shown({ firstOn: "2026-11-25", dayOfMonth: 25, count: 2 })).toEqual(
      ["2026-11-25 17500", "2026-12-25 17500"],
    );
  });

  test("every week and every two weeks", () => {
    expect(shown({ every: "week", count: 2 })).toEqual(["2026-12-01 17500", "2026-12-08 17500"]);
    expect(shown({ every: "two-weeks", count: 2 })).toEqual(["2026-12-01 17500", "2026-12-15 17500"]);
  });

  test("3 cents in 2 terms, and 5 cents in 4, leave something for the last", () => {
    expect(planSchedule(choice({ total: 3, count: 2 })).map(({ cents }) => cents)).toEqual([2, 1]);
    expect(planSchedule(choice({ total: 7, count: 5 })).map(({ cents }) => cents)).toEqual([1, 1, 1, 1, 3]);
  });

  test("sums to the total to the cent with ascending days, whatever is chosen", () => {
    const rhythm = fc.constantFrom("month" as const, "week" as const, "two-weeks" as const);
    fc.assert(fc.property(
      fc.integer({ min: 120, max: 50_000_000 }), fc.integer({ min: 1, max: 120 }), rhythm, fc.nat(3_000), fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
      (total, count, every, days, dayOfMonth) => {
        const firstOn = addDays("2024-01-01", days);
        for (const how of [{ count }, { instalmentCents: Math.ceil(total / count) }]) {
          const terms = planSchedule({ total, firstOn, every, dayOfMonth, ...how });
          expect(terms.reduce((all, { cents }) => all + cents, 0)).toBe(total);
          expect(terms.every(({ cents }) => cents >= 1)).toBe(true);
          expect(terms.every(({ dueOn }, index) => index === 0 || dueOn > terms[index - 1]!.dueOn)).toBe(true);
          expect(terms[0]!.dueOn >= firstOn).toBe(true);
          expect(new Set(terms.slice(0, -1).map(({ cents }) => cents)).size).toBeLessThanOrEqual(1);
        }
      },
    ));
  });

  test.each<{ why: string; more: Partial<PlanChoice>; code: string }>([
    { why: "nothing", more: { total: 0 }, code: "AMOUNT_NOT_POSITIVE" },
    { why: "no terms", more: { count: 0 }, code: "INPUT_INVALID" },
    { why: "121 terms", more: { count: 121 }, code: "INPUT_INVALID" },
    { why: "one cent a month on € 350", more: { count: undefined, instalmentCents: 1 }, code: "INPUT_INVALID" },
    { why: "the 32nd", more: { dayOfMonth: 32 }, code: "INPUT_INVALID" },
    { why: "neither a count nor an amount", more: { count: undefined }, code: "INPUT_INVALID" },
  ])("$why is refused with $code", ({ more, code }) => {
    expect(() => planSchedule(choice(more))).toThrow(expect.objectContaining({ code }));
    expect(() => planSchedule(choice(more))).toThrow(Refusal);
  });
});

describe("the last day of a plan", () => {
  test("six months after 22 November 2026 is 22 May 2027, and six monthly terms from the last first day fit before it", () => {
    const today = "2026-11-22";
    expect(lastPlanDay(DEFAULT_PLAN_POLICY, today)).toBe("2027-05-22");
    const instalments = planSchedule(choice({ count: 6, firstOn: addDays(today, 30) }));
    expect(instalments.at(-1)?.dueOn).toBe("2027-05-22");
    expect(planFaults({ total: 35_000, instalments }, DEFAULT_PLAN_POLICY, today)).toEqual([]);
  });
});

describe("a proposal against the policy", () => {
  const today = "2026-11-24";
  const proposal = (more: Partial<PlanChoice> = {}): PlanProposal => ({
    total: more.total ?? 35_000, instalments: planSchedule(choice(more)),
  });
  const rules = (proposed: PlanProposal) => planFaults(proposed, DEFAULT_PLAN_POLICY, today).map(({ rule }) => rule);

  test("three terms of € 116,67 from 1 December are an instant yes", () => {
    expect(planFaults(proposal(), DEFAULT_PLAN_POLICY, today)).toEqual([]);
  });

  test.each<{ rule: string; more: Partial<PlanChoice> }>([
    { rule: "totalTooSmall", more: { total: 4_999, count: 1 } },
    { rule: "instalmentTooSmall", more: { total: 10_000, count: 5 } },
    { rule: "tooManyInstalments", more: { total: 100_000, count: 7, every: "week" } },
    { rule: "lastsTooLong", more: { total: 100_000, count: 6, firstOn: "2026-12-25" } },
    { rule: "startsTooLate", more: { firstOn: "2026-12-26" } },
  ])("$rule needs a human", ({ rule, more }) => {
    expect(rules(proposal(more))).toContain(rule);
    expect(planFaults(proposal(more), DEFAULT_PLAN_POLICY, today).every(({ acceptable }) => acceptable)).toBe(true);
  });

  test("six months to the day are allowed, and a last term of € 10 too", () => {
    expect(rules(proposal({ total: 100_000, count: 6, firstOn: "2026-12-24" }))).toEqual([]);
    expect(rules(proposal({ total: 11_000, count: undefined, instalmentCents: 5_000 }))).toEqual([]);
  });

  test.each<{ rule: string; instalments: PlanProposal["instalments"] }>([
    { rule: "noInstalments", instalments: [] },
    {
      rule: "notPositive",
      instalments: [{ dueOn: "2026-12-01", cents: 40_000 }, { dueOn: "2027-01-01", cents: -5_000 }],
    },
    { rule: "sumDiffers", instalments: [{ dueOn: "2026-12-01", cents: 34_999 }] },
    {
      rule: "daysNotAscending",
      instalments: [{ dueOn: "2026-12-01", cents: 17_500 }, { dueOn: "2026-12-01", cents: 17_500 }],
    },
    { rule: "dayPast", instalments: [{ dueOn: "2026-11-23", cents: 35_000 }] },
  ])("$rule: nobody may accept it", ({ rule, instalments }) => {
    const faults = planFaults({ total: 35_000, instalments }, DEFAULT_PLAN_POLICY, today);
    expect(faults).toContainEqual(expect.objectContaining({ rule, acceptable: false }));
  });
});

describe("how a plan stands", () => {
  const plan = (more: Partial<PlanFacts> = {}): PlanFacts => ({
    proposedBy: "debtor", acceptedOn: "2026-11-24", graceDays: 3, instalments: planSchedule(choice()), ...more,
  });
  const paid = (...list: [string, number][]): PlanPayment[] => list.map(
    ([receivedOn, cents]) => ({ receivedOn, cents }),
  );

  test.each<{ is: string; more: Partial<PlanFacts>; on: string }>([
    { is: "proposed", more: { acceptedOn: null }, on: "2026-11-24" },
    { is: "offered", more: { acceptedOn: null, proposedBy: "staff", offerEndsOn: "2026-12-01" }, on: "2026-12-01" },
    { is: "lapsed", more: { acceptedOn: null, proposedBy: "staff", offerEndsOn: "2026-12-01" }, on: "2026-12-02" },
    { is: "declined", more: { acceptedOn: null, declinedOn: "2026-11-25" }, on: "2026-11-26" },
    { is: "running", more: {}, on: "2026-12-01" },
    { is: "behind", more: {}, on: "2026-12-02" },
    { is: "behind", more: {}, on: "2026-12-04" },
    { is: "broken", more: {}, on: "2026-12-05" },
    { is: "cancelled", more: { cancelledOn: "2026-11-30" }, on: "2026-12-20" },
    { is: "broken", more: { cancelledOn: "2026-12-10" }, on: "2026-12-20" },
  ])("$is on $on without a payment: $more", ({ is, more, on }) => {
    expect(planStanding(plan(more), [], on).state).toBe(is);
  });

  test("two terms paid in time, the third never: broken on 5 February, three business days after Monday the 1st passed", () => {
    const payments = paid(["2026-12-01", 11_667], ["2027-01-04", 11_667]);
    expect(planStanding(plan(), payments, "2027-02-04")).toMatchObject(
      { state: "behind", brokenOn: null, remainingCents: 11_666 },
    );
    expect(planStanding(plan(), payments, "2027-02-05")).toMatchObject({
      state: "broken", brokenOn: "2027-02-05", paidCents: 23_334, missed: [
        { number: 3, openCents: 11_666, state: "missed" },
      ],
    });
  });

  test("money after the grace doesn't mend it, and looking late doesn't change the day it broke (I-52)", () => {
    const payments = paid(["2026-12-07", 35_000]);
    expect(planStanding(plan(), payments, "2027-06-01")).toMatchObject(
      { state: "broken", brokenOn: "2026-12-05", remainingCents: 0 },
    );
  });

  test("a double payment on the first day covers the second term; the next one is the third", () => {
    const standing = planStanding(plan(), paid(["2026-12-01", 23_334]), "2027-01-15");
    expect(standing).toMatchObject({ state: "running", next: { number: 3, openCents: 11_666 } });
    expect(standing.instalments.map(({ state }) => state)).toEqual(["paid", "paid", "coming"]);
  });

  test("everything at once finishes it on that day, € 10 too much is surplus, nothing turns negative (I-53)", () => {
    const standing = planStanding(plan(), paid(["2026-11-30", 36_000]), "2026-12-01");
    expect(standing).toMatchObject(
      { state: "finished", finishedOn: "2026-11-30", remainingCents: 0, surplusCents: 1_000, next: null },
    );
  });

  test("a chargeback of the first term, a month later, breaks the plan at the second", () => {
    const payments = paid(["2026-12-01", 11_667], ["2026-12-20", -11_667], ["2027-01-04", 11_667]);
    expect(planStanding(plan(), payments, "2027-01-31")).toMatchObject({ state: "broken", brokenOn: "2027-01-07" });
  });

  test("a part of a term before its day is partly, on its day due", () => {
    const payments = paid(["2026-11-28", 5_000]);
    expect(planStanding(plan(), payments, "2026-11-30").next).toMatchObject(
      { number: 1, paidCents: 5_000, openCents: 6_667, state: "partly" },
    );
    expect(planStanding(plan(), payments, "2026-12-01").next).toMatchObject({ state: "due" });
  });

  test("parts always sum to the whole, and once broken it stays broken on every later day", () => {
    const payment = fc.record(
      {
        receivedOn: fc.nat(150).map((days) => addDays("2026-11-24", days)), cents: fc.integer({ min: 1, max: 20_000 }),
      },
    );
    fc.assert(fc.property(fc.array(payment, { maxLength: 8 }), fc.nat(200), (payments, days) => {
      const today = addDays("2026-11-24", days);
      const standing = planStanding(plan(), payments, today);
      expect(standing.paidCents + standing.remainingCents).toBe(35_000);
      expect(standing.instalments.reduce((all, { paidCents }) => all + paidCents, 0)).toBe(standing.paidCents);
      expect(standing.instalments.every(({ openCents, paidCents }) => openCents >= 0 && paidCents >= 0)).toBe(true);
      const later = planStanding(plan(), payments, addDays(today, 1));
      expect(later.brokenOn).toBe(standing.brokenOn ?? later.brokenOn);
    }));
  });
});
