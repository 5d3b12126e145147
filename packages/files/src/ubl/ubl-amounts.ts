import { centsFromDecimal, type Cents } from "@tegemoet/domain";
import { invalid, missing } from "../refuse-field";
import type { XmlElement } from "../xml/xml-element";
import type { UblWarnings } from "./ubl-warnings";

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/**
 * An amount that has to be right, such as what is to be paid. Refuses with FILE_FIELD_MISSING or FILE_FIELD_INVALID.
 */
export function exactCents(element: XmlElement | undefined, field: string, line: number): Cents {
  const text = element?.text.trim();
  if (!element || !text) throw missing(field, { line });
  const value = tidy(text);
  if (value === undefined) throw invalid(field, text, { line: element.line });
  try {
    return centsFromDecimal(value);
  } catch {
    throw invalid(field, text, { line: element.line });
  }
}

/**
 * An amount that only informs: a part of a cent is rounded half up, what can't be read is left out, each with a
 * warning.
 */
export function informativeCents(
  element: XmlElement | undefined,
  field: string,
  warnings: UblWarnings,
): Cents | undefined {
  const text = element?.text.trim();
  if (!text) return undefined;
  const value = tidy(text);
  const match = value === undefined ? null : /^([+-]?)(\d{1,12})(?:\.(\d+))?$/.exec(value);
  if (!match) {
    warnings.add("AMOUNT_UNREADABLE", field, text);
    return undefined;
  }
  const [, sign = "", whole = "0", fraction = ""] = match;
  const cents = centsFromDecimal(`${whole}.${fraction.slice(0, 2).padEnd(2, "0")}`);
  const rest = fraction.slice(2);
  if (/[1-9]/.test(rest)) warnings.add("AMOUNT_ROUNDED", field, text);
  const rounded = rest !== "" && rest.charAt(0) >= "5" ? cents + 1 : cents;
  return sign === "-" && rounded !== 0 ? -rounded : rounded;
}

/** A decimal that stays a string: a quantity, a price per unit. Undefined, with a warning, when it is none. */
export function decimalText(element: XmlElement | undefined, field: string, warnings: UblWarnings): string | undefined {
  const text = element?.text.trim();
  if (!text) return undefined;
  const value = text.length > 40 ? undefined : tidy(text);
  if (value === undefined) warnings.add("AMOUNT_UNREADABLE", field, text);
  return value;
}

/** A percentage as basis points: "21" and "21.00" are 2100. */
export function basisPoints(element: XmlElement | undefined, field: string, warnings: UblWarnings): number | undefined {
  const points = informativeCents(element, field, warnings);
  return points === undefined || points < 0 || points > 100_00 ? undefined : points;
}

/** ".5", "5." and "007.50" are amounts too, though not as the domain writes them. */
function tidy(text: string): string | undefined {
  if (!DECIMAL.test(text)) return undefined;
  return text
    .replace(/^([+-]?)\./, "$10.")
    .replace(/\.$/, "")
    .replace(/^([+-]?)0+(?=\d)/, "$1");
}
