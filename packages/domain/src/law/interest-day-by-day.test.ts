import fc from "fast-check";
import { addDays, addYears, fromEpochDay, isLeapYear, toEpochDay } from "../plain-date";
import { rowOn } from "./dated-table";
import { interestTotal, statutoryInterest, type InterestPayment, type InterestTerms } from "./statutory-interest";
import { COMMERCIAL_RATES, CONSUMER_RATES } from "./statutory-interest.rates";

const UNIT = 10_000n * 365n * 366n;
const half = (amount: bigint): bigint => (amount * 2n + UNIT) / (UNIT * 2n);

/**
 * The convention once more, as slow and plain as it can be written: one day at a time, in fractions of big integers,
 * with the rate looked up each day. It shares nothing with the code it checks but the tables.
 */
function dayByDay(terms: InterestTerms): { total: bigint; paid: bigint; principal: bigint; left: bigint } {
  const table = terms.kind === "consumer" ? CONSUMER_RATES : COMMERCIAL_RATES;
  let [principal, capitalised, running, settled, paid, left] = [BigInt(terms.principal), 0n, 0n, 0n, 0n, 0n];
  const pay = (payment: InterestPayment): void => {
    let money = BigInt(payment.amount);
    if (payment.part !== "principal") {
      const old = money < capitalised ? money : capitalised;
      const due = half(running);
      const fresh = money - old < due ? money - old : due;
      capitalised -= old;
      if (fresh > 0n) running = fresh === due ? 0n : running - fresh * UNIT;
      settled += fresh;
      paid += old + fresh;
      money -= old + fresh;
    }
    if (payment.part !== "interest") {
      const part = money < principal ? money : principal;
      principal -= part;
      money -= part;
    }
    left += money;
  };
  const payments = terms.payments ?? [];
  payments
    .filter(({ on }) => on <= terms.dueOn && on <= terms.until)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .forEach(pay);
  let years = 1;
  for (let day = addDays(terms.dueOn, 1); day <= terms.until; day = addDays(day, 1)) {
    const other = terms.dayCount === "actual/calendar-year" && isLeapYear(Number(day.slice(0, 4))) ? 365n : 366n;
    running += (principal + capitalised) * BigInt(rowOn(table, day).rateBasisPoints) * other;
    payments.filter(({ on }) => on === day).forEach(pay);
    if (day === addYears(terms.dueOn, years)) {
      capitalised += half(running);
      settled += half(running);
      running = 0n;
      years += 1;
    }
  }
  return { total: settled + half(running), paid, principal, left };
}

const dayFrom = (from: string, until: string) =>
  fc.integer({ min: toEpochDay(from), max: toEpochDay(until) }).map(fromEpochDay);
const payment = fc.record({
  on: dayFrom("2015-01-01", "2027-01-01"),
  amount: fc.integer({ min: 1, max: 300_000 }),
  part: fc.constantFrom("principal" as const, "interest" as const, "by-law" as const),
});

describe("interest against a second calculation, day by day in fractions", () => {
  test("both give the same cents, for claims up to ten billion euros, over up to six years, with payments", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("consumer" as const, "commercial" as const),
        fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 })),
        fc.oneof(dayFrom("2011-01-01", "2026-06-30"), fc.constantFrom("2012-02-29", "2020-02-29", "2024-02-29")),
        fc.integer({ min: 0, max: 2_200 }),
        fc.array(payment, { maxLength: 3 }),
        fc.constantFrom("actual/365" as const, "actual/calendar-year" as const),
        (kind, principal, dueOn, days, payments, dayCount) => {
          const terms: InterestTerms = { kind, principal, dueOn, until: addDays(dueOn, days), payments, dayCount };
          const slow = dayByDay(terms);
          const { total, paid, principal: open, left } = statutoryInterest(terms);
          expect([total, paid, open, left].map(BigInt)).toEqual([slow.total, slow.paid, slow.principal, slow.left]);
          expect(BigInt(interestTotal(terms))).toBe(slow.total);
        },
      ),
      { numRuns: 120 },
    );
  });
});
