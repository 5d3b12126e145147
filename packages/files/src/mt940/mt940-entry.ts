import { centsFromDecimal, daysBetween, isPlainDate, type Cents, type PlainDate } from "@tegemoet/domain";
import { invalid, type Place } from "../refuse-field";
import type { Balance } from "../statements/statement-events";
import type { Mt940Field } from "./mt940-lines";

/** What a `:61:` says. */
export interface Mt940Entry {
  readonly valueOn: PlainDate;
  readonly bookedOn: PlainDate;
  readonly amount: Cents;
  readonly reversal: boolean;
  /** "NTRF", "N654", … */
  readonly type: string;
  /** The customer's reference, unless it only says where else it stands (EREF, PREF, NONREF). */
  readonly customerReference?: string;
  readonly bankReference?: string;
  /** The lines below: at Rabobank the account of the other side, at ING codes. */
  readonly supplement: string;
}

/**
 * Reads a `:61:`: value date, optional entry date, sign (C, D, or RC, RD for reversals), optional third letter of the
 * currency, amount with a comma of which the decimals may be absent, type, references.
 *
 * Source: SWIFT MT940, field 61; law.md §8.2. Refuses with FILE_FIELD_INVALID.
 */
export function readEntry({ lines, line }: Mt940Field, place: Omit<Place, "line">): Mt940Entry {
  const [first = "", ...more] = lines.map((each) => each.trimEnd());
  const match = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d{1,15}(?:[,.]\d*)?)([NSF][A-Z0-9]{3})(.*)$/.exec(first.trim());
  if (!match) throw invalid(":61:", first, { ...place, line });
  const [, valued = "", booked, sign = "", , written = "", type = "", references = ""] = match;
  const valueOn = dayOfSixDigits(valued, ":61:", { ...place, line });
  const value = cents(written, ":61:", { ...place, line });
  // RC takes back a credit, so money leaves.
  const negative = sign === "D" || sign === "RC";
  const [customer = "", ...bank] = references.split("//");
  const [bankReference, supplement] = continued(bank.join("//").trim(), more);
  return {
    valueOn,
    bookedOn:
      booked === undefined || booked === "0000" ? valueOn : nearestDay(booked, valueOn, first, { ...place, line }),
    amount: negative && value !== 0 ? -value : value,
    reversal: sign.startsWith("R"),
    type,
    customerReference: /^(NONREF|EREF|PREF|MARF|IREF|)$/.test(customer.trim()) ? undefined : customer.trim(),
    bankReference: bankReference || undefined,
    supplement,
  };
}

/** A reference of the bank has at most 16 characters; when its line was cut, the next line holds the end of it. */
function continued(reference: string, more: readonly string[]): [string, string] {
  const [next = "", ...rest] = more;
  if (reference !== "" && /^[A-Za-z0-9]+$/.test(next) && reference.length + next.length <= 16) {
    return [reference + next, rest.join("").trim()];
  }
  return [reference, more.join("").trim()];
}

/** Reads a balance (`:60F:`, `:62M:`, …): "C140219EUR662,23". Refuses with FILE_FIELD_INVALID. */
export function readBalance({ tag, lines, line }: Mt940Field, place: Omit<Place, "line">): Balance {
  const text = lines[0]?.trim() ?? "";
  const field = `:${tag}:`;
  const match = /^([CD])(\d{6})([A-Z]{3})(\d{1,15}(?:[,.]\d*)?)$/.exec(text);
  if (!match) throw invalid(field, text, { ...place, line });
  const [, sign, day = "", currency = "", written = ""] = match;
  const amount = cents(written, field, { ...place, line });
  return {
    amount: sign === "D" && amount !== 0 ? -amount : amount,
    currency,
    on: dayOfSixDigits(day, field, { ...place, line }),
  };
}

function cents(written: string, field: string, place: Place): Cents {
  try {
    return centsFromDecimal(
      written
        .replace(",", ".")
        .replace(/\.$/, "")
        .replace(/^0+(?=\d)/, ""),
    );
  } catch {
    throw invalid(field, written, place);
  }
}

/** YYMMDD. MT940 is younger than 1980, so 80 and later is the last century. */
function dayOfSixDigits(text: string, field: string, place: Place): PlainDate {
  const century = Number(text.slice(0, 2)) >= 80 ? "19" : "20";
  const day = `${century}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  if (!isPlainDate(day)) throw invalid(field, text, place);
  return day;
}

/** MMDD of the year that brings it closest to the value date: 1231 beside a value date of 2 January is last year's. */
function nearestDay(monthAndDay: string, valueOn: PlainDate, text: string, place: Place): PlainDate {
  const year = Number(valueOn.slice(0, 4));
  const days = [year, year - 1, year + 1]
    .map((each) => `${each}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`)
    .filter((day) => isPlainDate(day))
    .sort((a, b) => Math.abs(daysBetween(a, valueOn)) - Math.abs(daysBetween(b, valueOn)));
  const [nearest] = days;
  if (nearest === undefined) throw invalid(":61:", text, place);
  return nearest;
}
