import { centsFromDecimal, type Cents } from "@tegemoet/domain";
import { dayOf, invalid, missing, type Place } from "../refuse-field";
import type { Balance } from "../statements/statement-events";
import type { XmlElement } from "../xml/xml-element";

/** Opening and closing balance among all the balances of a statement; available and forward ones are left alone. */
export function balancesOf(statement: XmlElement, place: Place): { opening?: Balance; closing?: Balance } {
  const balances = statement.all("Bal").map((element) => ({
    code: element.value("Tp", "CdOrPrtry", "Cd") ?? element.value("Tp", "CdOrPrtry", "Prtry") ?? "",
    element,
  }));
  const currency = statement.value("Acct", "Ccy");
  const first = (...codes: string[]) => {
    const fitting = balances.filter(({ code }) => codes.includes(code)).map(({ element }) => element);
    return fitting.find((element) => element.at("Amt")?.attributes.Ccy === currency) ?? fitting[0];
  };
  // A statement cut into pages opens and closes with interim balances, the first and the last of them.
  const interim = balances.filter(({ code }) => code === "ITBD").map(({ element }) => element);
  const opening = first("OPBD") ?? first("PRCD") ?? interim.shift();
  const closing = first("CLBD") ?? interim.pop();
  return { opening: opening && balanceOf(opening, place), closing: closing && balanceOf(closing, place) };
}

function balanceOf(element: XmlElement, place: Place): Balance {
  const at = { ...place, line: element.line };
  const { amount, currency } = signedAmount(element, "Bal", at);
  const day = element.value("Dt", "Dt") ?? element.value("Dt", "DtTm");
  if (day === undefined) throw missing("Bal/Dt", at);
  return { amount, currency, on: dayOf(day, "Bal/Dt", at) };
}

/**
 * The `Amt` and `CdtDbtInd` of a balance or entry, with its sign. Refuses with FILE_FIELD_MISSING or
 * FILE_FIELD_INVALID.
 */
export function signedAmount(element: XmlElement, name: string, place: Place): { amount: Cents; currency: string } {
  const amount = element.at("Amt");
  if (!amount || amount.text.trim() === "") throw missing(`${name}/Amt`, place);
  const currency = amount.attributes.Ccy?.trim().toUpperCase() ?? "";
  if (!/^[A-Z]{3}$/.test(currency)) throw missing(`${name}/Amt/@Ccy`, place);
  const sign = element.value("CdtDbtInd");
  if (sign === undefined) throw missing(`${name}/CdtDbtInd`, place);
  if (sign !== "CRDT" && sign !== "DBIT") throw invalid(`${name}/CdtDbtInd`, sign, place);
  const value = unsignedCents(amount.text, `${name}/Amt`, place);
  return { amount: sign === "DBIT" && value !== 0 ? -value : value, currency };
}

/** An amount in a bank's file: digits with a point, never a sign, never a part of a cent. */
export function unsignedCents(text: string, field: string, place: Place): Cents {
  const trimmed = text.trim();
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(trimmed)) throw invalid(field, trimmed, place);
  try {
    return centsFromDecimal(
      trimmed
        .replace(/^\./, "0.")
        .replace(/\.$/, "")
        .replace(/^0+(?=\d)/, ""),
    );
  } catch {
    throw invalid(field, trimmed, place);
  }
}
