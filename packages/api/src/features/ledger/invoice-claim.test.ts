import { addDays, daysBetween, interestTotal, statutoryInterest, type DebtorKind, type PlainDate } from "@tegemoet/domain";
import fc from "fast-check";
import type { ClaimHistory, Reduction } from "./claim.queries";
import { interestOf, invoiceClaim } from "./invoice-claim";

const FIRST = "2019-01-01";
const anyDay = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(FIRST, days));

/** A history as the books could have it: nothing comes off that isn't there, and a charge-back takes back a payment of before. */
const anyHistory: fc.Arbitrary<ClaimHistory> = fc.record({
  dueOn: anyDay, totalCents: fc.integer({ min: 1, max: 50_000_000 }), costs: fc.integer({ min: 0, max: 677_500 }),
  debtorKind: fc.constantFrom<DebtorKind>("consumer", "legal-person", "natural-person-in-business", "unknown"),
  payments: fc.array(fc.record({ after: fc.integer({ min: 0, max: 1_200 }), share: fc.integer({ min: 1, max: 100 }), back: fc.option(fc.integer({ min: 1, max: 300 })) }), { maxLength: 4 }),
  waived: fc.integer({ min: 0, max: 100 }),
}).map(({ dueOn, totalCents, costs, debtorKind, payments, waived }) => {
  let left = totalCents;
  const reductions: Reduction[] = payments.flatMap(({ after, share, back }, index) => {
    const cents = Math.floor((left * share) / 100);
    if (cents === 0) return [];
    left -= cents;
    const paid: Reduction = { on: addDays(dueOn, after), part: "principal", cents, kind: "allocation", paymentId: `p${index}` };
    return back === null ? [paid] : [paid, { ...paid, on: addDays(paid.on, back), cents: -cents }];
  });
  if (waived > 0 && costs > 0) reductions.push({ on: addDays(dueOn, 5), part: "costs", cents: Math.min(waived, costs), kind: "waiver", paymentId: null });
  reductions.sort((a, b) => daysBetween(b.on, a.on));
  return {
    invoiceId: "i", debtorId: "d", number: "2026-1", dueOn, debtorKind, dayCount: "actual/365" as const, totalCents, interestBookedCents: 0, costsBookedCents: costs, interestClaimedOn: null,
    interestEntries: 0, openPrincipalCents: left, openInterestCents: 0, openCostsCents: costs, reductions,
  };
});
/** As the books give it up to a day: later things aren't known yet. */
const upTo = (history: ClaimHistory, day: PlainDate): ClaimHistory => ({ ...history, reductions: history.reductions.filter(({ on }) => on <= day) });

describe("the claim of one invoice", () => {
  test("its parts sum to the whole, and the periods of its interest to the interest, on any day", () => {
    fc.assert(fc.property(anyHistory, anyDay, (history, day) => {
      const claim = invoiceClaim(upTo(history, day), day, "accrued");
      expect(claim.principalCents + claim.interestCents + claim.costsCents - claim.paidCents).toBe(claim.outstandingCents);
      expect((interestOf(upTo(history, day), day)?.periods ?? []).reduce((sum, { interest }) => sum + interest, 0)).toBe(claim.interestCents);
      expect(claim.forgivenCents).toBeLessThanOrEqual(claim.paidCents + claim.costsCents);
    }));
  });

  test("a day more never makes the interest less", () => {
    fc.assert(fc.property(anyHistory, anyDay, fc.integer({ min: 1, max: 400 }), (history, day, more) => {
      const later = addDays(day, more);
      expect(invoiceClaim(upTo(history, later), later, "accrued").interestCents).toBeGreaterThanOrEqual(invoiceClaim(upTo(history, day), day, "accrued").interestCents);
    }));
  });

  test("splitting a run of days by a payment of nothing changes nothing", () => {
    fc.assert(fc.property(anyHistory, anyDay, anyDay, (history, day, split) => {
      const nothing: Reduction = { on: split, part: "principal", cents: 0, kind: "allocation", paymentId: "x" };
      const whole = invoiceClaim(history, day, "accrued");
      expect(invoiceClaim({ ...history, reductions: [...history.reductions, nothing] }, day, "accrued").interestCents).toBe(whole.interestCents);
    }));
  });

  test("what was asked for stands still while interest runs on, and goes on only where it was asked for", () => {
    const history: ClaimHistory = {
      invoiceId: "i", debtorId: "d", number: "1", dueOn: "2026-06-15", debtorKind: "legal-person", dayCount: "actual/365", totalCents: 100_000, interestBookedCents: 845, costsBookedCents: 0,
      interestClaimedOn: "2026-07-15", interestEntries: 1, openPrincipalCents: 100_000, openInterestCents: 845, openCostsCents: 0, reductions: [],
    };
    const on = (mode: "accrued" | "claimed" | "if-paid", claimed = true) =>
      invoiceClaim(claimed ? history : { ...history, interestBookedCents: 0, interestClaimedOn: null, interestEntries: 0 }, "2026-11-20", mode).interestCents;
    expect([on("claimed"), on("if-paid"), on("accrued")]).toEqual([845, 4_492, 4_492]);
    expect([on("claimed", false), on("if-paid", false), on("accrued", false)]).toEqual([0, 0, 4_492]);
  });

  test("interest that was paid and charged back is as if it never was paid; its principal bears none in between", () => {
    const history = (reductions: Reduction[]): ClaimHistory => ({
      invoiceId: "i", debtorId: "d", number: "1", dueOn: "2026-06-15", debtorKind: "legal-person", dayCount: "actual/365", totalCents: 100_000, interestBookedCents: 0, costsBookedCents: 0,
      interestClaimedOn: null, interestEntries: 0, openPrincipalCents: 0, openInterestCents: 0, openCostsCents: 0, reductions,
    });
    const paid = (part: Reduction["part"], cents: number, on = "2026-08-01"): Reduction => ({ on, part, cents, kind: "allocation", paymentId: "p" });
    const claim = invoiceClaim(history([paid("interest", 1_329), paid("principal", 100_000), paid("interest", -1_329, "2026-08-11"), paid("principal", -100_000, "2026-08-11")]), "2026-11-20", "accrued");
    const plain = interestTotal({ kind: "commercial", principal: 100_000, dueOn: "2026-06-15", until: "2026-11-20" });
    expect([plain, claim.interestCents, claim.outstandingCents]).toEqual([4_492, 4_207, 104_207]);
    expect(statutoryInterest({ kind: "commercial", principal: 100_000, dueOn: "2026-08-01", until: "2026-08-11" }).total).toBe(4_492 - 4_207);
  });
});
