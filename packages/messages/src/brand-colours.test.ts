import { brandColours, contrast } from "./brand-colours";

describe("brand colours", () => {
  test.each([
    ["#0b5f6e", "petrol"],
    ["#ffe600", "pale yellow"],
    ["#ffffff", "white"],
    ["#000000", "black"],
    ["#ff0000", "red"],
    ["#00ff00", "green"],
    ["#1d4a80", "house blue"],
    ["#777777", "grey"],
    ["#f7c6d9", "pink"],
  ])("%s (%s) has 4.5 : 1 on paper, wash and under its button text, light and dark", (hex) => {
    const { light, dark } = brandColours(hex);
    for (const ground of ["#fbfaf6", "#f4f1e8", light.onBrand])
      expect(contrast(light.brand, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["#16181c", "#25292f", dark.onBrand])
      expect(contrast(dark.brand, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("a colour that is readable already stays itself on the light page", () => {
    expect(brandColours("#0b5f6e")).toMatchObject({ light: { brand: "#0b5f6e", onBrand: "#ffffff" }, shift: 0 });
  });

  test("pale yellow moves so far that the shift, over 0.15, tells to show it before saving", () => {
    expect(brandColours("#ffe600").shift).toBeGreaterThan(0.15);
  });

  test("black on white is 21 : 1", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 1);
  });

  test.each(["red", "#12", "#12345g", ""])("%p is no colour and is refused", (hex) => {
    expect(() => brandColours(hex)).toThrow(RangeError);
  });
});
