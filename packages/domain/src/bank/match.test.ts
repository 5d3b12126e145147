import fc from "fast-check";
import { matchCandidates } from "./match";
import { lookupKeys, openItemIndex } from "./match-index";
import type { KnownAccount, LineToMatch, OpenItem } from "./match-item";
import { makeCreditorReference, makePaymentReference } from "./payment-reference";

const item = (
  id: string, debtorId: string, debtorName: string, number: string, openCents: number, more: Partial<OpenItem> = {},
): OpenItem => ({
  id, debtorId, debtorName, kind: "invoice", number, openCents, dueOn: "2026-10-05", ...more,
});
const KENMERK = makePaymentReference("300000202600001");
const RF = makeCreditorReference("INV20260640");

const ITEMS = [
  item("hendriks-1", "hendriks", "A. Hendriks", "2026-0417", 18_600, { references: [KENMERK], dueOn: "2026-09-28" }),
  item("hendriks-2", "hendriks", "A. Hendriks", "2026-0463", 16_400, { references: [KENMERK], dueOn: "2026-10-15" }),
  item("kuipers-1", "kuipers", "Kuipers Bouw B.V.", "2026-0601", 324_000),
  item("kuipers-2", "kuipers", "Kuipers Bouw B.V.", "2026-0633", 148_275, { dueOn: "2026-10-19" }),
  item("kuipers-3", "kuipers", "Kuipers Bouw B.V.", "2026-0640", 76_000, { references: [RF], dueOn: "2026-10-23" }),
  item("smit-tuinen", "smit-tuinen", "Smit Tuinen", "2026-0562", 108_900),
  item("smit-transport", "smit-transport", "J. Smit Transport", "2026-0519", 108_900),
  item("vve-1", "vve", "Stichting VvE Havenzicht", "2026-0577", 150_000),
  item("vve-2", "vve", "Stichting VvE Havenzicht", "2026-0578", 81_430),
  item("vve-credit", "vve", "Stichting VvE Havenzicht", "C2026-0012", 10_000, { kind: "creditNote" }),
  item("dalen", "dalen", "Schildersbedrijf Van Dalen", "2026-0300", 112_000),
  item("dalen-term-2", "dalen", "Schildersbedrijf Van Dalen", "2026-0300", 28_000, { kind: "instalment" }),
  item("celik", "celik", "Ayşe Çelik Müller", "2026-0700", 7_135),
  item("paid", "oldman", "P. Oldman", "2026-0200", 0),
  item("twin-1", "twin", "Twin Fitness", "2026-0801", 2_500), item(
    "twin-2", "twin", "Twin Fitness", "2026-0802", 2_500,
  ),
];
const ACCOUNTS: KnownAccount[] = [
  { iban: "NL91ABNA0417164300", debtorId: "kuipers" }, { iban: "NL20INGB0001234567", debtorId: "smit-tuinen" },
  { iban: "NL44RABO0123456789", debtorId: "dalen" }, { iban: "NL86INGB0002445588", debtorId: "twin" },
];
const INDEX = openItemIndex(ITEMS, ACCOUNTS);

const line = (cents: number, more: Partial<LineToMatch> = {}): LineToMatch => ({
  cents, bookedOn: "2026-11-23", ...more,
});
const match = (cents: number, more: Partial<LineToMatch> = {}) => matchCandidates(line(cents, more), INDEX);
const booked = (cents: number, more: Partial<LineToMatch> = {}) => {
  const { outcome, candidates } = match(cents, more);
  return outcome === "auto" ? candidates[0]!.allocations.map(
    ({ itemId, cents: part }) => `${itemId} ${part}`,
  ) : outcome;
};

describe("booked without a human", () => {
  test("a number whose last seven figures are, without a zero, somebody else's paid invoice: the one that is open", () => {
    const items = [
      item("theirs", "jansen", "Jansen B.V.", "F2026-0202680", 53_920), item("paid-80", "peters", "Peters B.V.", "F2026-0000080", 0),
    ];
    const index = openItemIndex(items, [{ iban: "NL91ABNA0417164300", debtorId: "jansen" }]);
    const found = matchCandidates(line(53_920, { text: "factuur F2026-0202680", iban: "NL91ABNA0417164300", name: "Jansen" }), index);
    expect(found).toMatchObject({ outcome: "auto", candidates: [{ allocations: [{ itemId: "theirs", cents: 53_920 }] }] });
  });

  test.each<{ why: string; cents: number; more: Partial<LineToMatch>; to: string[] }>([
    {
      why: "a betalingskenmerk of two invoices, both paid", cents: 35_000, more: { reference: KENMERK },
      to: ["hendriks-1 18600", "hendriks-2 16400"],
    },
    {
      why: "a betalingskenmerk, one of the two paid", cents: 16_400, more: { reference: KENMERK },
      to: ["hendriks-2 16400"],
    },
    { why: "a betalingskenmerk in groups in the text, a part paid", cents: 10_000, more: { text: `kenmerk ${KENMERK.replace(/(.{4})/g, "$1 ")}` }, to: ["hendriks-1 10000"] },
    { why: "an RF reference in groups", cents: 76_000, more: { text: `betr. ${RF.replace(/(.{4})/g, "$1 ")}dank` }, to: ["kuipers-3 76000"] },
    { why: "the number as printed", cents: 324_000, more: { text: "factuur 2026-0601" }, to: ["kuipers-1 324000"] },
    {
      why: "the number without its line", cents: 324_000, more: { text: "fact.nr 20260601 dank u" },
      to: ["kuipers-1 324000"],
    },
    {
      why: "the number glued to a word", cents: 324_000, more: { text: "factuurnr20260601" }, to: ["kuipers-1 324000"],
    },
    {
      why: "the number with a slash and without its zero", cents: 324_000, more: { text: "2026/601" },
      to: ["kuipers-1 324000"],
    },
    {
      why: "the number with a space", cents: 324_000, more: { text: "uw factuur 2026 0601" }, to: ["kuipers-1 324000"],
    },
    {
      why: "the number in the end-to-end reference", cents: 324_000, more: { endToEndId: "F-2026-0601" },
      to: ["kuipers-1 324000"],
    },
    {
      why: "a part, with number and name", cents: 45_000, more: { text: "fact 2026-601 ged.", name: "KUIPERS BOUW BV" },
      to: ["kuipers-1 45000"],
    },
    {
      why: "two numbers", cents: 472_275, more: { text: "2026-0601 en 2026-0633" },
      to: ["kuipers-1 324000", "kuipers-2 148275"],
    },
    {
      why: "two numbers, the second short", cents: 231_430, more: { text: "2026-0577/0578" },
      to: ["vve-1 150000", "vve-2 81430"],
    },
    { why: "a range of numbers", cents: 231_430, more: { text: "facturen 2026-0577 t/m 0578" }, to: ["vve-1 150000", "vve-2 81430"] },
    {
      why: "two numbers minus the credit note that is named too", cents: 221_430,
      more: { text: "2026-0577/0578 -/- C2026-0012" }, to: ["vve-credit -10000", "vve-1 150000", "vve-2 81430"],
    },
    {
      why: "no number, the account and the amount", cents: 108_900,
      more: { iban: "NL20 INGB 0001 2345 67", name: "J. Smit e/o" }, to: ["smit-tuinen 108900"],
    },
    {
      why: "no number, the account and all three invoices", cents: 548_275,
      more: { iban: "NL91ABNA0417164300", name: "Kuipers Bouw BV" },
      to: ["kuipers-1 324000", "kuipers-2 148275", "kuipers-3 76000"],
    },
    {
      why: "the account and a term of the plan", cents: 28_000,
      more: { iban: "NL44RABO0123456789", text: "termijn 2 van 4" }, to: ["dalen-term-2 28000"],
    },
    {
      why: "a typo in the number, from a known account", cents: 148_275,
      more: { iban: "NL91ABNA0417164300", text: "2026-0663" }, to: ["kuipers-2 148275"],
    },
    {
      why: "a foreign name without its accents, and an amount that only one has", cents: 7_135,
      more: { name: "AYSE CELIK MULLER" }, to: ["celik 7135"],
    },
    {
      why: "a spouse's account, with the number", cents: 18_600,
      more: { name: "B. Jansen", iban: "NL02ABNA0123456789", text: "2026-0417" }, to: ["hendriks-1 18600"],
    },
  ])("$why", ({ cents, more, to }) => {
    expect(booked(cents, more)).toEqual(to);
  });

  test("says why it is sure", () => {
    expect(match(45_000, { text: "fact 2026-601 ged.", name: "KUIPERS BOUW BV" })).toMatchObject({
      outcome: "auto", because: null,
      candidates: [
        {
          debtorId: "kuipers", remainderCents: 0, confidence: "certain", reasons: ["number", "nameEqual", "amountPart"],
        },
        ...([] as never[]),
      ],
    });
  });
});

describe("left to a human", () => {
  test("an amount that fits two customers called Smit is never booked by itself (I-23)", () => {
    const result = match(108_900, { name: "J. Smit e/o" });
    expect(result).toMatchObject({ outcome: "proposed", because: "two-alike" });
    expect(result.candidates.map(({ debtorId }) => debtorId).sort()).toEqual(["smit-transport", "smit-tuinen"]);
  });

  test("two invoices of € 25 and nothing but the account: which one, a human says", () => {
    expect(match(2_500, { iban: "NL86INGB0002445588", name: "Twin Fitness" })).toMatchObject(
      { outcome: "proposed", because: "two-alike" },
    );
    expect(booked(2_500, { iban: "NL86INGB0002445588", text: "2026-0802" })).toEqual(["twin-2 2500"]);
  });

  test("€ 50 too much on a named invoice", () => {
    expect(match(329_000, { text: "2026-0601" })).toMatchObject(
      { outcome: "proposed", because: "too-much", candidates: [{ remainderCents: 5_000 }] },
    );
  });

  test("another amount than the named invoice, from an unknown payer", () => {
    expect(match(45_000, { text: "2026-0601" })).toMatchObject({ outcome: "proposed", because: "not-sure" });
  });

  test("the account is known, but the text names an invoice we don't have open", () => {
    expect(
      match(108_900, { iban: "NL20INGB0001234567", text: "factuur 2026-0999" }),
    ).toMatchObject({ outcome: "proposed" });
  });

  test("an invoice that was paid already", () => {
    expect(match(12_500, { text: "2026-0200", name: "P. Oldman" })).toMatchObject(
      { outcome: "proposed", candidates: [{ reasons: expect.arrayContaining(["paidAlready"]) }] },
    );
  });

  test("the last figures of a number prove little on their own", () => {
    expect(match(76_000, { text: "nota 640" }).outcome).toBe("proposed");
  });

  test("the sum of the three without one of them, from a known account, is proposed oldest first", () => {
    const result = match(400_100, { iban: "NL91ABNA0417164300" });
    expect(result.outcome).toBe("proposed");
    expect(result.candidates[0]?.allocations).toEqual(
      [{ itemId: "kuipers-1", cents: 324_000 }, { itemId: "kuipers-2", cents: 76_100 }],
    );
  });

  test("a stranger with an amount nobody has is unknown", () => {
    expect(match(123, { name: "R. de Boer", text: "monteur bedankt" })).toEqual(
      { outcome: "unknown", because: "no-candidate", candidates: [] },
    );
  });
});

describe("no payment of a debtor at all", () => {
  test.each([
    { cents: -500, more: {}, because: "outgoing" }, { cents: 0, more: {}, because: "zero" },
    { cents: 500_000, more: { iban: "NL55RABO0300065264" }, because: "own-account" },
    { cents: 631_845, more: { name: "Stg Mollie Payments" }, because: "provider-payout" },
  ])("$because", ({ cents, more, because }) => {
    const options = { ownIbans: ["NL55 RABO 0300 0652 64"], providerNames: ["Mollie Payments"] };
    expect(matchCandidates(line(cents, more), INDEX, options)).toEqual({ outcome: "ignored", because, candidates: [] });
  });
});

describe("whatever stands on a line", () => {
  const anyLine = fc.record({
    cents: fc.oneof(fc.integer({ min: 1, max: 600_000 }), fc.constantFrom(...ITEMS.map(({ openCents }) => openCents))),
    iban: fc.option(fc.constantFrom(...ACCOUNTS.map(({ iban }) => iban), "NL02ABNA0123456789"), { nil: null }),
    name: fc.option(fc.constantFrom(...ITEMS.map(({ debtorName }) => debtorName), "B. Jansen"), { nil: null }),
    text: fc.option(
      fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...ITEMS.map(({ number }) => `betaling ${number}`))),
      { nil: null },
    ),
  });

  test("what is booked is exactly the line, never more than is open, and never beside one that is as good", () => {
    fc.assert(fc.property(anyLine, (more) => {
      const { outcome, candidates } = match(more.cents, more);
      for (const { allocations, remainderCents } of candidates) {
        expect(allocations.reduce((all, { cents }) => all + cents, remainderCents)).toBe(more.cents);
        for (const { itemId, cents } of allocations) expect(Math.abs(cents)).toBeLessThanOrEqual(
          ITEMS.find(({ id }) => id === itemId)!.openCents,
        );
      }
      if (outcome !== "auto") return;
      expect(candidates[0]!.remainderCents).toBe(0);
      expect(candidates[0]!.score).toBeGreaterThanOrEqual(0.75);
      expect(candidates[0]!.score).toBeGreaterThanOrEqual(candidates[1]?.score ?? 0);
    }), { numRuns: 500 });
  });

  test("the same line gives the same answer whatever order the items came in", () => {
    const turned = openItemIndex([...ITEMS].reverse(), [...ACCOUNTS].reverse());
    fc.assert(fc.property(anyLine, (more) => {
      expect(matchCandidates(line(more.cents, more), turned)).toEqual(match(more.cents, more));
    }), { numRuns: 200 });
  });

  test("garbage of 5,000 characters is read in a blink and names nothing", () => {
    const text = "9 ".repeat(2_500);
    expect(lookupKeys(line(1, { text })).numbers.length).toBeLessThan(5_000);
    expect(match(1, { text }).outcome).toBe("unknown");
  });
});
