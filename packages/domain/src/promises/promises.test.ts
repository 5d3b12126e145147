import fc from "fast-check";
import { addDays } from "../plain-date";
import { planSchedule } from "../payment-plans/plan-schedule";
import { parsePromiseDay } from "./parse-promise-day";
import { promiseStanding, type PromiseFacts } from "./promise-standing";
import { readBack, readBackParts, type AgreedOnPhone } from "./read-back";

describe("how a promise stands", () => {
  const promise = (more: Partial<PromiseFacts> = {}): PromiseFacts => ({
    cents: 50_000, byDay: "2026-11-27", madeOn: "2026-11-20", ...more,
  });

  test("promised for Friday 27 November, it holds until Tuesday 1 December and is broken on the 2nd", () => {
    expect(promiseStanding(promise(), [], "2026-12-01")).toMatchObject(
      { state: "open", holdsUntil: "2026-12-01", decidedOn: null },
    );
    expect(promiseStanding(promise(), [], "2026-12-02")).toMatchObject(
      { state: "broken", missingCents: 50_000, decidedOn: "2026-12-02" },
    );
  });

  test("€ 499,00 of € 500,00 keeps it, € 498,99 is partly", () => {
    expect(promiseStanding(promise(), [{ receivedOn: "2026-11-27", cents: 49_900 }], "2026-12-02").state).toBe("kept");
    expect(promiseStanding(promise(), [{ receivedOn: "2026-11-27", cents: 49_899 }], "2026-12-02")).toMatchObject({ state: "partly", missingCents: 101 });
  });

  test("two payments together keep it on the day of the second", () => {
    const payments = [{ receivedOn: "2026-11-27", cents: 30_000 }, { receivedOn: "2026-11-24", cents: 20_000 }];
    expect(promiseStanding(promise(), payments, "2026-11-28")).toMatchObject(
      { state: "kept", decidedOn: "2026-11-27" },
    );
    expect(promiseStanding(promise(), payments, "2026-11-26").state).toBe("open");
  });

  test("money from before the promise or after its grace doesn't count, whenever it is looked at", () => {
    const payments = [{ receivedOn: "2026-11-19", cents: 50_000 }, { receivedOn: "2026-12-02", cents: 50_000 }];
    expect(promiseStanding(promise(), payments, "2027-03-01")).toMatchObject(
      { state: "broken", paidCents: 0, decidedOn: "2026-12-02" },
    );
  });

  test("a promise of 50 cents isn't kept by nothing, however large the tolerance", () => {
    expect(promiseStanding(promise({ cents: 50 }), [], "2026-12-02").state).toBe("broken");
  });

  test("a payment that was reversed in time no longer keeps it", () => {
    const payments = [{ receivedOn: "2026-11-25", cents: 50_000 }, { receivedOn: "2026-11-30", cents: -50_000 }];
    expect(promiseStanding(promise(), payments, "2026-12-02").state).toBe("broken");
  });

  test("a promise taken back is cancelled, unless it was kept", () => {
    expect(promiseStanding(promise({ cancelledOn: "2026-11-25" }), [], "2026-12-10").state).toBe("cancelled");
    expect(
      promiseStanding(
        promise({ cancelledOn: "2026-11-25" }), [{ receivedOn: "2026-11-24", cents: 50_000 }], "2026-12-10",
      ).state,
    ).toBe("kept");
  });

  test("a week ahead gets a friendly word the business day before; 3 days ahead gets none", () => {
    expect(promiseStanding(promise(), [], "2026-11-20").nudgeOn).toBe("2026-11-26");
    expect(promiseStanding(promise({ byDay: "2026-11-30" }), [], "2026-11-20").nudgeOn).toBe("2026-11-27");
    expect(promiseStanding(promise({ madeOn: "2026-11-24" }), [], "2026-11-24").nudgeOn).toBeNull();
  });

  test("once decided it never changes any more, as long as the payments are the same", () => {
    const payment = fc.record(
      { receivedOn: fc.nat(30).map((days) => addDays("2026-11-18", days)), cents: fc.integer({ min: 1, max: 60_000 }) },
    );
    fc.assert(fc.property(fc.array(payment, { maxLength: 5 }), fc.nat(60), (payments, days) => {
      const today = addDays("2026-12-02", days);
      expect(promiseStanding(promise(), payments, addDays(today, 1))).toEqual(
        promiseStanding(promise(), payments, today),
      );
    }));
  });
});

describe("a day as people type it, on Tuesday 24 November 2026", () => {
  test.each([
    ["vr", "2026-11-27"], ["vrijdag", "2026-11-27"], ["di", "2026-12-01"], ["ma.", "2026-11-30"], ["fri", "2026-11-27"],
    ["op vrijdag", "2026-11-27"],
    ["vr volgende week", "2026-12-04"], ["volgende week vrijdag", "2026-12-04"], ["next week friday", "2026-12-04"],
    ["+7", "2026-12-01"], ["+ 10", "2026-12-04"], ["+2w", "2026-12-08"], ["+1m", "2026-12-24"],
    ["over 3 dagen", "2026-11-27"], ["in 2 weeks", "2026-12-08"],
    ["27-11", "2026-11-27"], ["27/11", "2026-11-27"], ["27.11", "2026-11-27"], ["27 11", "2026-11-27"],
    ["27-11-2026", "2026-11-27"], ["27-11-26", "2026-11-27"],
    ["5-1", "2027-01-05"], ["27 nov", "2026-11-27"], ["27 november", "2026-11-27"], ["vr 27 nov", "2026-11-27"],
    ["vrijdag 27 november 2026", "2026-11-27"],
    ["1 mrt", "2027-03-01"], ["3 mei", "2027-05-03"], ["27 Nov.", "2026-11-27"], ["nov 27", "2026-11-27"],
    ["27th november", "2026-11-27"],
    ["november 27, 2026", "2026-11-27"], ["27", "2026-11-27"], ["3", "2026-12-03"], ["31", "2026-12-31"],
    ["2026-11-27", "2026-11-27"],
    ["vandaag", "2026-11-24"], ["morgen", "2026-11-25"], ["overmorgen", "2026-11-26"], ["tomorrow", "2026-11-25"],
    ["today", "2026-11-24"],
    ["eind van de maand", "2026-11-30"], ["eind deze maand", "2026-11-30"], ["end of the month", "2026-11-30"],
    ["29-2", "2028-02-29"], ["  VR  ", "2026-11-27"],
  ])("“%s” is %s", (typed, day) => {
    expect(parsePromiseDay(typed, "2026-11-24")).toBe(day);
    expect(parsePromiseDay(typed, "2026-11-24", "en")).toBe(day);
  });

  test.each(
    [
      "", "v", "30-2", "32", "27-13", "gauw", "vrij dag", "27 nov 2026 om 10", "+", "+9999", "2026-02-30", "1-1-1",
      "morgen vroeg",
    ],
  )("“%s” can't be read", (typed) => {
    expect(parsePromiseDay(typed, "2026-11-24")).toBeNull();
  });

  test("on a Friday “vr” is a week ahead", () => {
    expect(parsePromiseDay("vr", "2026-11-27")).toBe("2026-12-04");
  });
});

describe("what is read back", () => {
  const agreed = (more: Partial<AgreedOnPhone> = {}): AgreedOnPhone => ({
    amount: 548_275, byDay: "2026-11-27", invoiceCount: 3, language: "nl", today: "2026-11-24", ...more,
  });
  const plain = (more: Partial<AgreedOnPhone>) => readBack(agreed(more)).replace(/\u00a0/g, " ");

  test("everything at once, by Friday 27 November", () => {
    expect(plain({})).toBe(
      "U betaalt € 5.482,75 voor drie facturen, in één keer, uiterlijk vrijdag 27 november. Ik mail u dit nu. Wilt u daarin op klopt drukken?",
    );
    expect(readBackParts(agreed()).filter(({ strong }) => strong).map(({ text }) => text.replace(/\u00a0/g, " "))).toEqual([
      "€ 5.482,75", "vrijdag 27 november", "klopt",
    ]);
  });

  test("with je, for one invoice, into the next year", () => {
    expect(plain({ tone: "je", invoiceCount: 1, byDay: "2027-01-08" })).toBe(
      "Je betaalt € 5.482,75 voor één factuur, in één keer, uiterlijk vrijdag 8 januari 2027. Ik mail je dit nu. Wil je daarin op klopt drukken?",
    );
  });

  test("a part, that says what stays open, without a mail", () => {
    expect(plain({ amount: 200_000, stillOpen: 348_275, asksConfirmation: false })).toBe(
      "U betaalt € 2.000,00 voor drie facturen, in één keer, uiterlijk vrijdag 27 november. Daarna staat nog € 3.482,75 open.",
    );
  });

  test("in three terms of which the last takes the difference", () => {
    const instalments = planSchedule({ total: 35_000, count: 3, firstOn: "2026-12-01", every: "month" });
    expect(plain({ amount: 35_000, instalments, invoiceCount: 2, asksConfirmation: false })).toBe(
      "U betaalt € 350,00 voor twee facturen, in drie termijnen van € 116,67, de laatste is € 116,66."
      + " De eerste uiterlijk dinsdag 1 december, de laatste uiterlijk maandag 1 februari 2027.",
    );
  });

  test("in English", () => {
    expect(plain({ language: "en" })).toBe(
      "You pay € 5,482.75 for three invoices, in one payment, by Friday 27 November at the latest."
      + " I am mailing this to you now. Would you press correct in it?",
    );
  });
});
