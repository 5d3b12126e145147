import fc from "fast-check";
import {
  isCreditorReference,
  isIban,
  isPaymentReference,
  makeCreditorReference,
  makePaymentReference,
} from "./payment-reference";

describe("betalingskenmerk", () => {
  test.each([
    "5000056789012345",
    "5010002167010010",
    "3010002167042021",
    "0001041146910100",
    "9001041146812501",
    "2017166777600001",
    "8049244482480005",
    "3961307998410020",
    "9000000000000001",
    "3000002026000001",
    "2202600000012345",
    "3999999999999999",
    "1234567",
    "271234567",
    "4812345678",
    "09123456789",
    "701234567890",
    "8112345678901",
    "42123456789012",
    "12234534622567",
  ])("%s is valid", (reference) => {
    expect(isPaymentReference(reference)).toBe(true);
  });

  test.each([
    { reference: "1000000000000006", why: "a check of 10 is written 1" },
    { reference: "0123456789012345", why: "a check of 11 is written 0" },
    { reference: "3000 0020 2600 0001", why: "spaces are passed over" },
    { reference: "5000.0567.8901.2345", why: "dots are passed over" },
  ])("$reference is valid: $why", ({ reference }) => {
    expect(isPaymentReference(reference)).toBe(true);
  });

  test.each([
    { reference: "9001123412341234", why: "it needs an 8" },
    { reference: "1070123412341234", why: "it needs a 3" },
    { reference: "1234567812345678", why: "it needs an 8" },
    { reference: "5000056789012346", why: "a wrong last digit" },
    { reference: "281234567", why: "9 digits tell of 7 that follow, not 8" },
    { reference: "12345678", why: "there is none of 8 digits" },
    { reference: "123456789012345", why: "there is none of 15 digits" },
    { reference: "", why: "nothing" },
    { reference: "F-1234567", why: "a letter" },
  ])("$reference is not: $why", ({ reference }) => {
    expect(isPaymentReference(reference)).toBe(false);
  });

  test("one is made for number 2026000001: 3000002026000001, and in 12 digits for number 42", () => {
    expect(makePaymentReference(2_026_000_001)).toBe("3000002026000001");
    expect(makePaymentReference(42n, 12)).toMatch(/^\d00000000042$/);
  });

  test("each made one is valid, of the length asked, and holds its number", () => {
    const length = fc.constantFrom<(9 | 10 | 11 | 12 | 13 | 14 | 16)[]>(9, 10, 11, 12, 13, 14, 16);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), length, (sequence, digits) => {
        const reference = makePaymentReference(sequence, digits);
        expect([reference.length, isPaymentReference(reference), Number(reference.slice(2))]).toEqual([
          digits,
          true,
          sequence,
        ]);
      }),
    );
  });

  test("two neighbouring digits swapped are noticed, unless the check digit is one that stands for two", () => {
    const swapped = "3000002026000001".replace("2026", "2206");
    expect(isPaymentReference(swapped)).toBe(false);
  });

  test.each([{ sequence: -1 }, { sequence: 1.5 }, { sequence: "12a" }, { sequence: 10n ** 15n }])(
    "$sequence makes none",
    ({ sequence }) => {
      expect(() => makePaymentReference(sequence)).toThrow(RangeError);
    },
  );
});

describe("ISO 11649 creditor reference", () => {
  test.each([
    "RF18539007547034",
    "RF741",
    "RF98INV2026000123",
    "RF462026000123",
    "RF12F20260001",
    "rf18 5390 0754 7034",
  ])("%s is valid", (text) => {
    expect(isCreditorReference(text)).toBe(true);
  });

  test.each(["RF18539007547035", "RF00INV2026000123", "RF18", "18539007547034", "RF18539007547034539007547034"])(
    "%s is not",
    (text) => {
      expect(isCreditorReference(text)).toBe(false);
    },
  );

  test("539007547034 becomes RF18539007547034, and every one made is valid", () => {
    expect(makeCreditorReference("539007547034")).toBe("RF18539007547034");
    const body = fc.string({
      unit: fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      minLength: 1,
      maxLength: 21,
    });
    fc.assert(fc.property(body, (text) => expect(isCreditorReference(makeCreditorReference(text))).toBe(true)));
    for (const wrong of ["", "A".repeat(22), "1/2"]) expect(() => makeCreditorReference(wrong)).toThrow(RangeError);
  });
});

describe("IBAN", () => {
  test.each([
    "NL91ABNA0417164300",
    "nl20 ingb 0001 2345 67",
    "NL44RABO0123456789",
    "BE68539007547034",
    "DE89370400440532013000",
  ])("%s is valid", (text) => {
    expect(isIban(text)).toBe(true);
  });

  test.each([
    "NL50RABO0123456789",
    "NL00SNSB0000000000",
    "NL91ABNA0417164301",
    "NL30ABNA000000000000",
    "NL91",
    "",
    "ABNA0417164300",
  ])("%s is not", (text) => {
    expect(isIban(text)).toBe(false);
  });
});
