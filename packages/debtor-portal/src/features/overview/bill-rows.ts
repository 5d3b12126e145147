import { sum, type Cents } from "@tegemoet/domain";
import type { FirstTexts } from "../../texts/texts";
import type { BillRow } from "../../ui/bill";

/** Up to three lines: all invoices, or two and "en 6 andere facturen"; what isn't an invoice has its own line. */
export function billRows(invoices: readonly { number: string; cents: Cents }[], more: Cents, words: FirstTexts["overview"]): BillRow[] {
  const shown = invoices.length > 3 ? invoices.slice(0, 2) : invoices;
  const rows: BillRow[] = shown.map(({ number, cents }) => ({ key: number, name: words.invoice(number), cents }));
  const rest = invoices.slice(shown.length);
  if (rest.length > 0) rows.push({ key: "others", name: words.others(rest.length), cents: sum(rest.map(({ cents }) => cents)) });
  if (more !== 0) rows.push({ key: "more", name: words.interestAndCosts, cents: more });
  return rows;
}
