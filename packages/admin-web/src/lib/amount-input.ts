import { MAX_CENTS, type Cents } from "@tegemoet/domain";

/**
 * Reads an amount as people type it: "50", "50,25", "50.25", "1.250,00", "€ 1,250.00". Null when it can't be read, is not positive
 * or is more than we can count, so that the field can say so.
 */
export function parseAmount(text: string): Cents | null {
  const typed = text.replace(/[€\s\u00a0]/g, "");
  const match = /^(\d{1,3}(?:[.,']?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!match) return null;
  const cents = Number((match[1] ?? "").replace(/\D/g, "")) * 100 + Number((match[2] ?? "").padEnd(2, "0") || 0);
  return Number.isSafeInteger(cents) && cents > 0 && cents <= MAX_CENTS ? cents : null;
}

/** Cents as they stand in a field: 123456 is "1234,56" in Dutch, "1234.56" in English. */
export function amountForField(cents: Cents, language: "nl" | "en"): string {
  return `${Math.floor(cents / 100)}${language === "nl" ? "," : "."}${String(cents % 100).padStart(2, "0")}`;
}
