import fc from "fast-check";
import { invoiceNumberFigures, invoiceNumberKeys, numberDigits } from "./match-text";

describe("the figures under which an invoice number is kept", () => {
  test("are those with and without the zeros in front of a group, each once", () => {
    expect([invoiceNumberFigures("F2026-0498"), invoiceNumberFigures("2026-498"), invoiceNumberFigures("F-12")]).toEqual([["20260498", "2026498"], ["2026498"], []]);
  });

  test("are found by the figures of every key of the number, of 2,000 numbers with letters, zeros and dashes", () => {
    const number = fc.string({ unit: fc.constantFrom("F", "a", "0", "0", "1", "26", "7", "-", "/", ".", " "), minLength: 1, maxLength: 20 });
    fc.assert(fc.property(number, (text) => {
      const kept = invoiceNumberFigures(text);
      expect(kept).toEqual(expect.arrayContaining(invoiceNumberKeys(text).map(numberDigits)));
    }), { numRuns: 2_000 });
  });
});
