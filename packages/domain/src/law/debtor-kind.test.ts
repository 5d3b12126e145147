import { debtorRegime } from "./debtor-kind";

describe("who owes decides which rules are followed", () => {
  test("an unknown debtor is treated as a consumer: a letter first, the binding scale, interest of 6:119", () => {
    expect(debtorRegime("unknown")).toEqual(debtorRegime("consumer"));
    expect(debtorRegime("unknown")).toMatchObject({
      letterRequired: true,
      costsRegime: "binding",
      interestKind: "consumer",
      fortyEurosWithoutReminder: false,
    });
  });

  test("a sole trader pays as a business and is protected as a natural person", () => {
    expect(debtorRegime("natural-person-in-business")).toMatchObject({
      interestKind: "commercial",
      letterRequired: false,
      protectedByWki: true,
    });
  });

  test("a legal person owes € 40 from the first day, without a reminder, and is not protected by the Wki", () => {
    expect(debtorRegime("legal-person")).toMatchObject({
      fortyEurosWithoutReminder: true,
      costsRegime: "supplementary",
      protectedByWki: false,
    });
  });
});
