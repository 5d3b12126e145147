import type { Cents } from "@tegemoet/domain";

/**
 * An amount as people type it: "50", "50,25", "50.25", "€ 1.234,56", "1,234.56". A single separator with three figures behind
 * it is a thousand. Undefined when it isn't an amount.
 */
export function readAmount(text: string): Cents | undefined {
  const typed = text.replace(/[€\s\u00a0]/g, "").replace(/,-$/, "");
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(typed) ?? /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed);
  const whole = match?.[1]?.replace(/\D/g, "") ?? "";
  if (whole === "" || whole.length > 9) return undefined;
  return Number(whole) * 100 + Number((match?.[2] ?? "").padEnd(2, "0"));
}

/** A Dutch postal code as "1234 AB", from "1234ab" or "1234 AB"; undefined when it isn't one. */
export function readPostalCode(text: string): string | undefined {
  const match = /^(\d{4})([A-Z]{2})$/.exec(text.replace(/\s+/g, "").toUpperCase());
  return match ? `${match[1]} ${match[2]}` : undefined;
}

/** A phone number with its figures only, "+" in front when it was typed: "06-12 34 56 78" is "0612345678". */
export function readPhone(text: string): string | undefined {
  const figures = text.replace(/\(0\)/, "").replace(/[\s().\-/\u00a0]/g, "").replace(/^00/, "+");
  return /^\+?\d{9,15}$/.test(figures) ? figures : undefined;
}

/** A mail address with something before and a dot after its @; whether it works, the mail will tell. */
export function readMail(text: string): string | undefined {
  const typed = text.trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed) && typed.length <= 254 ? typed : undefined;
}
