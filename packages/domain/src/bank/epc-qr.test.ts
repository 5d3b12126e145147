import { epcQr } from "./epc-qr";

const transfer = { name: "Van Dijk Fietsen", iban: "NL91 ABNA 0417 1643 00", amount: 123_456 };

describe("the QR code for bank apps (EPC069-12)", () => {
  test("€ 1.234,56 with a betalingskenmerk in the text", () => {
    expect(epcQr({ ...transfer, text: "3000002026000001" })).toBe(
      "BCD\n002\n1\nSCT\n\nVan Dijk Fietsen\nNL91ABNA0417164300\nEUR1234.56\n\n\n3000002026000001",
    );
  });

  test("with an RF reference, a BIC and a word for the payer", () => {
    expect(
      epcQr({
        ...transfer,
        bic: "ABNANL2A",
        creditorReference: "RF18 5390 0754 7034",
        information: "Factuur F-1042",
      }).split("\n"),
    ).toEqual([
      "BCD",
      "002",
      "1",
      "SCT",
      "ABNANL2A",
      "Van Dijk Fietsen",
      "NL91ABNA0417164300",
      "EUR1234.56",
      "",
      "RF18539007547034",
      "",
      "Factuur F-1042",
    ]);
  });

  test("without an amount the lines at the end are left off", () => {
    expect(epcQr({ name: "Zoë", iban: "NL91ABNA0417164300" })).toBe("BCD\n002\n1\nSCT\n\nZoë\nNL91ABNA0417164300");
  });

  test.each([
    { wrong: { iban: "NL91ABNA0417164301" }, says: "is not an IBAN" },
    { wrong: { amount: 0 }, says: "is not an amount" },
    { wrong: { amount: 100_000_000_000 }, says: "is not an amount" },
    { wrong: { creditorReference: "3000002026000001" }, says: "put a betalingskenmerk in the text" },
    { wrong: { creditorReference: "RF741", text: "x" }, says: "not both" },
    { wrong: { name: " " }, says: "needs the name" },
    { wrong: { name: "x".repeat(71) }, says: "longer than 70" },
    { wrong: { text: "x".repeat(141) }, says: "longer than 140" },
    { wrong: { text: "a\nb" }, says: "one line" },
    { wrong: { bic: "ABN" }, says: "is not a BIC" },
    { wrong: { name: "é".repeat(70), text: "é".repeat(140) }, says: "331 bytes" },
  ])("refused: $says", ({ wrong, says }) => {
    expect(() => epcQr({ ...transfer, ...wrong })).toThrow(says);
  });
});
