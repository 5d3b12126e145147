import type { Cents } from "../money";
import { daysBetween, type PlainDate } from "../plain-date";

export const AGEING_BUCKETS = ["notDue", "d1_30", "d31_60", "d61_90", "d90plus"] as const;

export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

/** Days that an invoice is late: 1 on the day after its due day; 0 or less while it isn't. */
export function invoiceAge(dueOn: PlainDate, today: PlainDate): number {
  return daysBetween(dueOn, today);
}

/** In which column of an ageing list an invoice stands. */
export function ageingBucket(dueOn: PlainDate, today: PlainDate): AgeingBucket {
  const age = invoiceAge(dueOn, today);
  if (age <= 0) return "notDue";
  if (age <= 30) return "d1_30";
  if (age <= 60) return "d31_60";
  return age <= 90 ? "d61_90" : "d90plus";
}

export interface AgeingColumn {
  readonly key: AgeingBucket;
  readonly cents: Cents;
  readonly count: number;
}

/** Open amounts by age, all five columns in order, also the empty ones. */
export function ageing(
  invoices: Iterable<{ readonly dueOn: PlainDate; readonly openCents: Cents }>, asOf: PlainDate,
): AgeingColumn[] {
  const columns = new Map(AGEING_BUCKETS.map((key) => [key, { key, cents: 0, count: 0 }]));
  for (const invoice of invoices) {
    const column = columns.get(ageingBucket(invoice.dueOn, asOf));
    if (!column || invoice.openCents === 0) continue;
    column.cents += invoice.openCents;
    column.count += 1;
  }
  return [...columns.values()];
}
