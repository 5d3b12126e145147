import { addMonths, daysBetween, type PlainDate } from "@tegemoet/domain";
import type { DaySales } from "./ageing.queries";

/**
 * Days of sales that are still outstanding, by counting back month by month from a day: what is open takes up the sales of this month,
 * then of the month before, and the last month by its part. Unlike a division by the year it doesn't swing with the season.
 *
 * @param sales What was invoiced, by day; only days up to `asOf`.
 * @returns Days with one decimal; 0 when nothing is open, null when more is open than was ever sold.
 */
export function daysSalesOutstanding(openCents: number, sales: readonly DaySales[], asOf: PlainDate): number | null {
  if (openCents <= 0) return 0;
  const earliest = sales.reduce<PlainDate>((day, sale) => (sale.day < day ? sale.day : day), asOf);
  let left = openCents;
  let days = 0;
  let until = asOf;
  for (let months = 1; until >= earliest; months += 1) {
    const from = addMonths(asOf, -months);
    const sold = sales.reduce((sum, { day, cents }) => (day > from && day <= until ? sum + cents : sum), 0);
    const length = daysBetween(from, until);
    if (sold >= left) return Math.round((days + length * (left / sold)) * 10) / 10;
    left -= Math.max(0, sold);
    days += length;
    until = from;
  }
  return null;
}
