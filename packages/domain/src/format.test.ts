import { formatDay, formatIban, formatMoney, formatPhone } from "./format";

const plain = (text: string): string => text.replace(/\u00a0/g, " ");

describe("what people read", () => {
  test.each([
    { value: 123_456, nl: "€ 1.234,56", en: "€ 1,234.56" },
    { value: 0, nl: "€ 0,00", en: "€ 0.00" },
    { value: 5, nl: "€ 0,05", en: "€ 0.05" },
    { value: -123_456_789, nl: "− € 1.234.567,89", en: "− € 1,234,567.89" },
  ])("$value cents is $nl in Dutch and $en in English", ({ value, nl, en }) => {
    expect(plain(formatMoney(value))).toBe(nl);
    expect(plain(formatMoney(value, "en"))).toBe(en);
  });

  test("an amount never breaks over two lines", () => {
    expect(formatMoney(-100)).not.toContain(" ");
  });

  test("24 November 2026 in all styles", () => {
    expect(formatDay("2026-11-24")).toBe("dinsdag 24 november 2026");
    expect(formatDay("2026-11-24", "long", "en")).toBe("Tuesday 24 November");
    expect(formatDay("2026-11-24", "short")).toBe("di 24 nov");
    expect(formatDay("2026-11-24", "short", "nl", "2027-01-02")).toBe("di 24 nov 2026");
    expect(formatDay("2026-11-24", "short-year", "en")).toBe("Tue 24 Nov 2026");
    expect(formatDay("2026-11-24", "digits")).toBe("24-11-2026");
    expect(formatDay("2026-03-01", "short")).toBe("zo 1 mrt");
  });

  test("an IBAN stands in groups of four", () => {
    expect(plain(formatIban("NL91 ABNA0417164300"))).toBe("NL91 ABNA 0417 1643 00");
  });
});

test.each([
  ["+31612345678", "06 12 34 56 78"], ["+31301234567", "030 123 45 67"], ["+31592318044", "0592 31 80 44"], ["+31850001700", "085 000 17 00"], ["+3225551234", "+3225551234"],
])("%s is read as %s", (number, read) => {
  expect(formatPhone(number)).toBe(read.replaceAll(" ", number.startsWith("+31") ? "\u00a0" : " "));
});
