import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isCreditorReference, isIban, isPaymentReference } from "../bank/payment-reference";
import { dutchHolidays } from "../business-days";
import { centsFromDecimal, centsToDecimal } from "../money";
import { collectionCosts, combinedCollectionCosts } from "./collection-costs";
import { fourteenDayLetter } from "./fourteen-day-letter";
import { imputePayment } from "./payment-imputation";
import { statutoryInterest } from "./statutory-interest";

/**
 * Worked examples that lie beside the repository on some machines; everywhere else the tables in these tests stand
 * alone.
 */
const folder = join(__dirname, "../../../../../shared/oracles");
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const whenPresent = existsSync(folder) ? describe : describe.skip;

whenPresent("the worked examples beside the repository", () => {
  test("collection costs, with and without VAT, alone and combined", () => {
    const { cases, combined } = read("collection-costs");
    expect(cases.length).toBeGreaterThan(0);
    for (const { principal, costs, vat21, costs_incl_vat21: total } of cases) {
      const result = collectionCosts(centsFromDecimal(principal), { vatRate: 21 });
      expect([principal, result.costs, result.vat, result.total].map(String)).toEqual(
        [principal, centsFromDecimal(costs), centsFromDecimal(vat21), centsFromDecimal(total)].map(String),
      );
    }
    expect(centsToDecimal(combinedCollectionCosts(combined[0].principals.map(centsFromDecimal)).costs)).toBe(
      combined[0].one_letter_costs,
    );
  });

  test("interest by both day counts", () => {
    for (const {
      id,
      kind,
      principal,
      due,
      paid,
      interest_days: days,
      act365_exact: exact,
      act_calendar_year: byYear,
    } of read("interest").cases) {
      const terms = { kind, principal: centsFromDecimal(principal), dueOn: due, until: paid };
      const result = statutoryInterest(terms);
      const calendar = statutoryInterest({ ...terms, dayCount: "actual/calendar-year" });
      expect([id, result.days, centsToDecimal(result.total), centsToDecimal(calendar.total)]).toEqual([
        id,
        days,
        exact,
        byYear,
      ]);
    }
  });

  test("fourteen-day letters", () => {
    for (const example of read("fourteen-day-letter").cases) {
      expect(fourteenDayLetter({ sentOn: example.posted, channel: "letter" })).toMatchObject({
        delivered: example.presumed_delivered,
        termStarts: example.term_starts,
        day14: example.day14,
        lastDay: example.day15_atw,
        costsFrom: example.costs_from_safe,
      });
    }
  });

  test("holidays", () => {
    for (const [year, days] of Object.entries<{ date: string }[]>(read("holidays").years)) {
      expect(dutchHolidays(Number(year)).map(({ day }) => day)).toEqual(days.map(({ date }) => date));
    }
  });

  test("imputation", () => {
    const [{ claim, payment, allocated }] = read("imputation").cases;
    const terms = {
      kind: claim.kind,
      principal: centsFromDecimal(claim.principal),
      dueOn: claim.due,
      until: payment.date,
    };
    const open = {
      id: "A",
      dueOn: claim.due,
      costs: centsFromDecimal(claim.costs),
      interest: statutoryInterest(terms).total,
      principal: terms.principal,
    };
    const { allocations } = imputePayment({ amount: centsFromDecimal(payment.amount), claims: [open] });
    expect(Object.fromEntries(allocations.map(({ part, amount }) => [part, centsToDecimal(amount)]))).toEqual(
      allocated,
    );
  });

  test("references", () => {
    const known = read("references");
    const verdicts = (names: string[], check: (text: string) => boolean) =>
      names.flatMap((name) => known[name].map(check));
    expect(new Set(verdicts(["betalingskenmerk16_valid", "betalingskenmerk_short_valid"], isPaymentReference))).toEqual(
      new Set([true]),
    );
    expect(new Set(verdicts(["betalingskenmerk16_invalid"], isPaymentReference))).toEqual(new Set([false]));
    expect(new Set([...verdicts(["rf_valid"], isCreditorReference), ...verdicts(["iban_valid"], isIban)])).toEqual(
      new Set([true]),
    );
    expect(new Set([...verdicts(["rf_invalid"], isCreditorReference), ...verdicts(["iban_invalid"], isIban)])).toEqual(
      new Set([false]),
    );
  });
});
