import { Refusal, REFUSAL_CODES } from "./refusal";

describe("refusals", () => {
  test("each code is there once", () => {
    expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
  });

  test("a refusal carries its code and the figures a screen can name", () => {
    const refusal = new Refusal("AMOUNT_ABOVE_OPEN", { open: 12_345 });
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal.code).toBe("AMOUNT_ABOVE_OPEN");
    expect(refusal.message).toBe('AMOUNT_ABOVE_OPEN {"open":12345}');
  });
});
