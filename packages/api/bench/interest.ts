import { addDays, type DebtorKind } from "@tegemoet/domain";
import type { ClaimHistory, Reduction } from "../src/features/ledger/claim.queries";
import { invoiceClaim, type InterestMode } from "../src/features/ledger/invoice-claim";

const TARGET_PER_SECOND = 100_000;
const TODAY = "2026-11-20";
const DAYS = 3 * 365;
const KINDS: readonly DebtorKind[] = ["consumer", "legal-person", "natural-person-in-business", "unknown"];
/** One round to warm up, then the best of these: what the code can do, not what else the machine did. */
const ROUNDS = 5;

/** Histories as the books have them: due over three years, each with none up to three part payments, a few with a charge-back. */
function histories(count: number): ClaimHistory[] {
  return Array.from({ length: count }, (_, index) => {
    const dueOn = addDays(TODAY, -((index * 7_919) % DAYS) - 1);
    const totalCents = 5_000 + ((index * 104_729) % 1_500_000);
    const reductions: Reduction[] = Array.from({ length: index % 4 }, (_part, at) => ({
      on: addDays(dueOn, 20 + at * 65), part: at === 1 ? "interest" : "principal", cents: at === 1 ? 150 : Math.floor(totalCents / 5), kind: "allocation", paymentId: `p${index}-${at}`,
    }));
    if (index % 50 === 3) reductions.push({ on: addDays(dueOn, 160), part: "principal", cents: -Math.floor(totalCents / 5), kind: "allocation", paymentId: `p${index}-0` });
    const known = reductions.filter(({ on }) => on <= TODAY);
    return {
      invoiceId: `i${index}`, debtorId: `d${index}`, number: `2026-${index}`, dueOn, debtorKind: KINDS[index % 4] ?? "unknown", dayCount: "actual/365", totalCents,
      interestBookedCents: 0, costsBookedCents: 0, interestClaimedOn: null, interestEntries: 0, openPrincipalCents: totalCents, openInterestCents: 0, openCostsCents: 0, reductions: known,
    };
  });
}

function best(claims: readonly ClaimHistory[], mode: InterestMode): { seconds: number; outstanding: number; interest: number } {
  let seconds = Number.POSITIVE_INFINITY;
  let sums = { outstanding: 0, interest: 0 };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    let [outstanding, interest] = [0, 0];
    for (const history of claims) {
      const claim = invoiceClaim(history, TODAY, mode);
      outstanding += claim.outstandingCents;
      interest += claim.interestCents;
    }
    if (round > 0) seconds = Math.min(seconds, (performance.now() - start) / 1_000);
    sums = { outstanding, interest };
  }
  return { seconds, ...sums };
}

/**
 * The standing of invoices over three years with part payments, on one core: interest day by day at the rates of the law with yearly
 * compounding, against the same loop with interest switched off.
 */
export default async function interest({ size = 100_000 }: { size?: number }): Promise<object> {
  const claims = histories(size);
  const [without, withInterest] = [best(claims, "claimed"), best(claims, "accrued")];
  if (withInterest.interest <= 0 || without.interest !== 0 || withInterest.outstanding - without.outstanding !== withInterest.interest) throw new Error("the two loops don't differ by the interest");
  const value = Math.round(size / withInterest.seconds);
  console.log(`${size} invoices: ${(withInterest.seconds * 1_000).toFixed(0)} ms with interest, ${(without.seconds * 1_000).toFixed(0)} ms without; € ${(withInterest.interest / 100).toFixed(2)} interest`);
  return {
    bench: "interest", value, unit: "invoices/s", limit: TARGET_PER_SECOND, ratio: Math.round((withInterest.seconds / without.seconds) * 10) / 10, target: null, pass: value >= TARGET_PER_SECOND,
  };
}
