import { readAmount, readMail, readPhone, readPostalCode } from "./read-input";

describe("what people type", () => {
  test.each([
    ["50", 5_000], ["50,25", 5_025], ["50.25", 5_025], ["50,5", 5_050], ["€ 1.234,56", 123_456], ["1,234.56", 123_456],
    ["1.234", 123_400], ["0", 0], ["75,-", 7_500], [" 350 ", 35_000],
  ])("the amount %s is %i cents", (typed, cents) => expect(readAmount(typed)).toBe(cents));

  test.each(["", "abc", "-5", "1,2,3", "50,255,1", "9999999999", "NaN", "1e3"])("%p is no amount", (typed) => expect(readAmount(typed)).toBeUndefined());

  test.each(["1234ab", "1234 AB", " 1234  ab "])("the postal code %p is 1234 AB", (typed) => expect(readPostalCode(typed)).toBe("1234 AB"));
  test.each(["123 AB", "12345", "ABCD 12"])("%p is no postal code", (typed) => expect(readPostalCode(typed)).toBeUndefined());

  test.each([["06-12 34 56 78", "0612345678"], ["+31 (0)6 12345678", "+31612345678"], ["0031 33 000 12 34", "+31330001234"]])(
    "the phone number %s is %s", (typed, figures) => expect(readPhone(typed)).toBe(figures));
  test.each(["12", "call me", "0612345678901234567"])("%p is no phone number", (typed) => expect(readPhone(typed)).toBeUndefined());

  test("a mail address has a name, an @ and a domain with a dot", () => {
    expect(readMail(" noor@voorbeeld.nl ")).toBe("noor@voorbeeld.nl");
    expect(readMail("noor@voorbeeld")).toBeUndefined();
  });
});
