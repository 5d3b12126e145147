import { collectionCosts } from "./collection-costs";
import { FOURTEEN_DAY_TERM_WORDING } from "./fourteen-day-letter";
import { fourteenDayLetterFaults, type LetterToCheck } from "./fourteen-day-letter-faults";

const facts: LetterToCheck = {
  creditorName: "Van Dijk & Zn. Fietsen",
  debtorName: "mevrouw R. Bos",
  invoiceNumbers: ["F-1042", "F-1077"],
  principal: 123_456,
  costs: collectionCosts(123_456).costs,
  iban: "NL91ABNA0417164300",
};

const letter = `
  Van Dijk & Zn. Fietsen
  Aan: mevrouw R. Bos
  De facturen F-1042 en F-1077, samen € 1.234,56, zijn nog niet betaald. De betaaltermijn is voorbij, u bent in verzuim.
  Betaalt u € 1.234,56 binnen vijftien dagen nadat deze brief bij u is bezorgd? Dan rekenen wij geen incassokosten.
  Betaalt u niet binnen deze termijn, dan komt er € 185,18 aan incassokosten bij.
  Rekening NL91 ABNA 0417 1643 00 op naam van Van Dijk & Zn. Fietsen.`;

const without = (words: string, instead = ""): string => letter.replaceAll(words, instead);

describe("what a fourteen-day letter must hold (BW 6:96 lid 6)", () => {
  test("the whole letter has no faults, as text and as HTML with entities and hard spaces", () => {
    expect(fourteenDayLetterFaults(letter, facts)).toEqual([]);
    const html = letter
      .replace(/Zn\./, "Zn.")
      .replaceAll("&", "&amp;")
      .replaceAll("€ ", "&euro;&nbsp;")
      .replace("vijftien dagen", "<b>vijftien</b>\n  dagen");
    expect(fourteenDayLetterFaults(`<style>p { x: 1 }</style><p>${html}</p>`, facts)).toEqual([]);
  });

  test.each([
    { fault: "creditor", text: without("Van Dijk & Zn. Fietsen") },
    { fault: "debtor", text: without("mevrouw R. Bos") },
    { fault: "invoice", text: without("F-1077") },
    { fault: "principal", text: without("1.234,56", "1.234,50") },
    { fault: "principal", text: without("1.234,56", "11.234,56") },
    { fault: "default", text: without("De betaaltermijn is voorbij, u bent in verzuim.") },
    { fault: "term", text: without("nadat deze brief bij u is bezorgd") },
    { fault: "no-costs-in-time", text: without("geen incassokosten", "iets") },
    { fault: "costs", text: without("185,18", "185") },
    { fault: "costs", text: without("185,18", "185,185") },
    { fault: "consequence", text: without("Betaalt u niet binnen deze termijn, dan komt", "Er komt") },
    { fault: "how-to-pay", text: without("NL91 ABNA 0417 1643 00") },
  ])("a letter is refused for its missing $fault", ({ fault, text }) => {
    expect(fourteenDayLetterFaults(text, facts)).toEqual([fault]);
  });

  test.each([
    "binnen 14 dagen na heden",
    "binnen veertien dagen na dagtekening van deze brief",
    "binnen 14 dagen na de datum van deze brief",
    "binnen vijftien dagen na verzending",
    "uiterlijk op 9 december 2026",
    "vóór 9 december",
    "alles voor 9 december",
  ])('a letter that also says "%s" is void', (wording) => {
    expect(fourteenDayLetterFaults(`${letter} Betaal ${wording}.`, facts)).toEqual(["term-void"]);
  });

  test('a term of "binnen 14 dagen na heden" alone is missing and void', () => {
    expect(fourteenDayLetterFaults(without(FOURTEEN_DAY_TERM_WORDING.nl, "binnen 14 dagen na heden"), facts)).toEqual([
      "term",
      "term-void",
    ]);
  });

  test("the other accepted wording will do", () => {
    const other = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd";
    expect(fourteenDayLetterFaults(without(FOURTEEN_DAY_TERM_WORDING.nl, other), facts)).toEqual([]);
  });

  test("the day on which an invoice fell due may stand in the letter", () => {
    const more = " Betalen kon tot en met 28 september 2026. F-1042 is de huur voor 1 oktober 2026.";
    expect(fourteenDayLetterFaults(letter + more, facts)).toEqual([]);
  });

  test("costs with VAT need their reason: the letter speaks of btw", () => {
    const withVat = { ...facts, costs: 22_407, costsIncludeVat: true };
    const text = letter.replace("€ 185,18", "€ 224,07");
    expect(fourteenDayLetterFaults(text, withVat)).toEqual(["vat"]);
    expect(fourteenDayLetterFaults(`${text} Dit is met 21% btw, die wij niet kunnen verrekenen.`, withVat)).toEqual([]);
  });

  test("a link will do instead of an account, and one of them has to be there", () => {
    const link = { ...facts, iban: undefined, payUrl: "https://pay.example/x7" };
    expect(fourteenDayLetterFaults(`${letter} https://pay.example/x7`, link)).toEqual([]);
    expect(fourteenDayLetterFaults(letter, link)).toEqual(["how-to-pay"]);
    expect(fourteenDayLetterFaults(letter, { ...facts, iban: undefined })).toEqual(["how-to-pay"]);
  });

  test("facts without an invoice or without costs make no letter", () => {
    expect(fourteenDayLetterFaults(letter, { ...facts, invoiceNumbers: [], costs: 0 })).toEqual(["invoice", "costs"]);
  });

  test("in English the same holds", () => {
    const english = `Van Dijk & Zn. Fietsen to mevrouw R. Bos.
      Invoices F-1042 and F-1077, € 1,234.56 together, are not paid; the term has passed.
      Pay € 1,234.56 within fifteen days after this letter has been delivered to you and there are no collection costs.
      If you do not pay within this term, € 185.18 of collection costs is added. Account NL91ABNA0417164300.`;
    expect(fourteenDayLetterFaults(english, { ...facts, language: "en" })).toEqual([]);
    expect(fourteenDayLetterFaults(`${english} Pay by 9 December 2026.`, { ...facts, language: "en" })).toEqual([
      "term-void",
    ]);
  });
});
