import { centsFromDecimal, type Cents } from "@tegemoet/domain";
import type { TableCell } from "./table";

export type DecimalSign = "comma" | "point";
export type AmountFault = "AMOUNT_UNREADABLE" | "AMOUNT_UNCLEAR" | "AMOUNT_TOO_FINE" | "AMOUNT_TOO_LARGE" | "CURRENCY_OTHER";
export type AmountReading = { readonly cents: Cents; readonly minusAtEnd?: boolean } | { readonly fault: AmountFault };

/**
 * The decimal sign of a column, by its cells together: "1.234,56" and "12,5" tell, "1.234" doesn't. Undefined when no cell tells or two
 * contradict each other; then "1.234" stays unclear and a person chooses.
 */
export function decimalSignOf(cells: Iterable<TableCell>): DecimalSign | undefined {
  const seen = { comma: 0, point: 0 };
  for (const { text, type } of cells) {
    const sign = type === "text" ? signIn(bareOf(text)) : undefined;
    if (sign) seen[sign] += 1;
  }
  if ((seen.comma > 0) === (seen.point > 0)) return undefined;
  return seen.comma > 0 ? "comma" : "point";
}

function signIn(text: string): DecimalSign | undefined {
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0) return undefined;
  const mark = text[last] === "," ? "comma" : "point";
  const both = text.includes(",") && text.includes(".");
  const repeated = text.indexOf(text[last] ?? "") !== last;
  if (repeated && !both) return mark === "comma" ? "point" : "comma";
  return both || text.length - last - 1 !== 3 ? mark : undefined;
}

/**
 * Reads an amount in euros as files write it: "1.234,56", "€ 1 234,56", "1,234.56", "12,-", "(12,50)", "-12,50", and "1.234,56-" with
 * its minus at the end, as old ledgers do. The column's decimal sign decides about "1.234".
 */
export function readAmount({ text, type }: TableCell, decimal: DecimalSign | undefined): AmountReading {
  if (/\b(?!EUR\b)[A-Z]{3}\b|[$£¥]/.test(text)) return { fault: "CURRENCY_OTHER" };
  const bare = bareOf(text);
  if (type === "number") return exact(bare);
  const sign = signIn(bare) ?? decimal;
  if (/[.,]/.test(bare) && sign === undefined) return { fault: "AMOUNT_UNCLEAR" };
  const [thousands, point] = sign === "point" ? [",", "."] : [".", ","];
  if (!new RegExp(`^[-+]?(\\d{1,3}(\\${thousands}\\d{3})+|\\d+)?(\\${point}\\d*)?$`).test(bare) || !/\d/.test(bare)) return { fault: "AMOUNT_UNREADABLE" };
  const reading = exact(bare.replaceAll(thousands, "").replace(point, "."));
  return "cents" in reading && /\d\s*-$/.test(text.trim()) ? { ...reading, minusAtEnd: true } : reading;
}

/** Without sign of the euro, blanks and apostrophes; a minus at the end or brackets become a minus in front; "12,-" is 12. */
function bareOf(text: string): string {
  const bare = text.replace(/€|\bEUR\b/gi, "").replace(/[\s\u00a0\u202f'’]/g, "").replace(/\u2212/g, "-").replace(/[,.](-{1,2}|=)$/, "");
  const negative = /^\((.*)\)$/.exec(bare)?.[1] ?? /^([^-].*)-$/.exec(bare)?.[1];
  return negative === undefined ? bare : `-${negative}`;
}

/** Spreadsheets keep 1234.56 as 1234.5599999999999; what really has parts of a cent is refused, for nobody can pay it. */
function exact(text: string): AmountReading {
  const [, sign = "", whole = "", fraction = ""] = /^([-+]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  if (whole === "" && fraction === "") return { fault: "AMOUNT_UNREADABLE" };
  if (whole.length > 10) return { fault: "AMOUNT_TOO_LARGE" };
  if (/[1-9]/.test(fraction.slice(2))) return { fault: "AMOUNT_TOO_FINE" };
  const cents = centsFromDecimal(`${whole.replace(/^0+(?=\d)/, "") || "0"}.${fraction.slice(0, 2).padEnd(2, "0")}`);
  return { cents: sign === "-" && cents !== 0 ? -cents : cents };
}
